package org.pacta.reader.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriUtils;

@PageTest
class SearchPageTests {

    static final java.util.List<String> oddInput = java.util.List.of(
            "a".repeat(10_000),
            "上海".repeat(5_000),
            "a ".repeat(99),
            "?!,;。、",
            "\"",
            "\"smart city",
            "smart \"\" city\"\"\"",
            "-",
            "--",
            "- -smart",
            "-smart -city",
            "-\"smart city\"",
            "*",
            "smart*",
            "????????",
            "_%",
            "a OR b AND (c",
            "name:smart",
            "smart~99999",
            "\\",
            "smart\\",
            "[1 TO 5}",
            "smart\tcity\r\n",
            "\u0001\u0007smart",
            "\u202esmart\u200f\u2066city",
            "\ufeff",
            "😀 smart",
            "' or 1=1 --",
            "<script>alert(1)</script>",
            "the of and",
            "的");

    @Autowired
    PageText pages;

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(strings = {"the smart city initiative", "a city that is smart", "Bank of Singapore -mou", "in", "the"})
    void makesNothingOfCommonWordsBesideOthers(String words) {
        assertThat(pages.text("/search?q=" + words)).doesNotContain("Nothing has");
    }

    @Test
    void showsATabForEachKindWithItsCount() {
        assertThat(pages.text("/search?q=crimson logic"))
                .contains("All ", "Organisations 1", "Agreements ")
                .contains("CrimsonLogic Pte Ltd");
        assertThat(pages.text("/search?q=crimson logic&kind=organisation"))
                .contains("Organisations 1")
                .contains("Narrow these");
    }

    @Test
    void tellsHitsApartByCouncilPartiesDateAndPlace() {
        assertThat(pages.text("/search?q=smart"))
                .contains(
                        "Singapore-China (Shenzhen) Smart City Initiative 新中(深圳)智慧城市项目 agreement 15 October 2019 SCI: Ministry of Communications and Information – Shenzhen Municipal People's Government",
                        "meeting on or before 15 December 2023 Shenzhen",
                        "source 17 June 2020 The Straits Times");
    }

    @Test
    void saysOnceWhatStandsInTheOtherNameAlready() {
        assertThat(pages.inChinese("/search?q=shenzhen"))
                .containsOnlyOnce("第3次会议 · 新中(深圳)智慧城市项目")
                .doesNotContain("Smart City Initiative 会议 2022年11月25日 Singapore-China");
    }

    @Test
    void marksWhatWasLookedFor() {
        assertThat(mvc.get().uri("/search?q=biodiesel").exchange())
                .bodyText()
                .containsPattern("<mark>biodiesel</mark>");
        assertThat(mvc.get().uri("/search?q=crimson&kind=organisation").exchange())
                .bodyText()
                .contains("<mark>Crimson</mark>Logic Pte Ltd");
        assertThat(mvc.get().uri("/agreements?q=enterprise council").exchange())
                .bodyText()
                .contains("Five work groups under the <mark>council</mark>");
    }

    @Test
    void forgivesTypingMistakesAndSaysSo() {
        assertThat(pages.text("/search?q=crimsonlogik"))
                .contains("Nothing has just the words “crimsonlogik”")
                .contains("CrimsonLogic Pte Ltd");
        assertThat(pages.text("/search?q=crimsonlogic")).doesNotContain("Nothing has just");
    }

    @ParameterizedTest
    @FieldSource("oddInput")
    void answersWhateverIsTyped(String typed) {
        String q = UriUtils.encode(typed, "UTF-8");
        for (String path : new String[] {"/search?q=", "/agreements?q=", "/search/suggestions?q="}) {
            long start = System.nanoTime();

            assertThat(mvc.get()
                            .uri(java.net.URI.create(path + q))
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .as(path)
                    .isIn(200, 302);
            assertThat((System.nanoTime() - start) / 1_000_000)
                    .as("milliseconds")
                    .isLessThan(5_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=", "/organisations?q="})
    void saysWhatIsWrongWithWords(String path) {
        assertThat(pages.text(path + "a".repeat(201))).contains("Use 200 characters at most");
        assertThat(pages.text(path + "**")).contains("Type at least one letter or digit");
    }

    @Test
    void showsEveryRecordWithoutAPhrase() {
        assertThat(pages.text("/agreements?q=-\"smart city\""))
                .contains("1 to 20 shown")
                .contains("MOU");
        assertThat(mvc.get().uri("/search?q={q}", "-\"smart city\"").exchange())
                .bodyText()
                .contains("<a href=\"/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"214748365", "858993460", "2147483647"})
    void hasNoPageFarPastTheLast(String page) {
        assertThat(mvc.get().uri("/search?q=smart&page=" + page)).hasStatus(404);
        assertThat(mvc.get().uri("/agreements?q=smart&page=" + page)).hasStatus(404);
    }

    @Test
    void sendsNobodyOnToAnAddressTooLongForAHeader() {
        String words = "ab%20".repeat(3_333);

        assertThat(mvc.get().uri(java.net.URI.create("/search?q=" + words))).hasStatusOk();
        assertThat(mvc.get().uri(java.net.URI.create("/agreements?q=" + words))).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "/agreements?place=-guangdong&place=guangdong, /agreements?place=guangdong",
        "/agreements?organisation=-4&organisation=4, /agreements?organisation=4",
        "/agreements?sort=-date, /agreements",
        "/organisations?sort=name, /organisations",
        "/search?q=smart&kind=, /search?q=smart",
    })
    void givesAViewOneAddress(String sent, String address) {
        assertThat(mvc.get().uri(sent)).hasRedirectedUrl(address);
    }

    @Test
    void refusesAValueItDoesNotOfferWhereOrganisationsAreLookedUpToo() {
        assertThat(mvc.get().uri("/agreements/organisations?council=atlantis")).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-smart", "(", "@", "-"})
    void suggestsNothingWhereNothingBegins(String typed) {
        assertThat(mvc.get().uri("/search/suggestions?q={q}", typed + "  ").exchange())
                .bodyJson()
                .isEqualTo("[]");
    }

    @Test
    void suggestsWhatHasAllPartsOfACompound() {
        assertThat(mvc.get().uri("/search/suggestions?q=people's b").exchange())
                .bodyText()
                .contains("People's Bank of China")
                .doesNotContain("Sembcorp");
        assertThat(mvc.get().uri("/search/suggestions?q=sci 4").exchange())
                .bodyText()
                .contains("4th meeting");
    }

    @Test
    void datesRowsAsExactlyAsTheyAre() {
        assertThat(pages.text("/agreements?q=smart&place=-guangdong&kind=mou"))
                .contains("to 2023")
                .doesNotContain("January 2023");
    }

    @Test
    void asksForTheChoicesOfAClosedFacetByThemselves() {
        assertThat(body("/agreements"))
                .contains("/agreements/choices/kind", "/agreements/choices/council")
                .doesNotContain("kind-mou");
        assertThat(body("/agreements?council=sci&kind=-mou&from=2019"))
                .contains("id=\"council-sci\"", "id=\"kind-mou\"")
                .contains("/agreements/choices/status?council=sci&amp;kind=-mou&amp;from=2019")
                .doesNotContain("status-signed");
        assertThat(body("/agreements/choices/status?council=sci&kind=-mou&from=2019"))
                .contains("action=\"/agreements\"", "id=\"status-signed\"")
                .contains(
                        "name=\"council\" value=\"sci\"",
                        "name=\"kind\" value=\"-mou\"",
                        "name=\"from\" value=\"2019\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=mou", "council=sci", "council=-sci", "q=smart&kind=-mou"})
    void countsTheSameWhereAFacetStandsOpenAndWhereItIsAskedFor(String view) {
        String facet = view.contains("kind") ? "kind" : "council";

        assertThat(choices(body("/agreements/choices/" + facet + "?" + view)))
                .isNotEmpty()
                .isEqualTo(choices(body("/agreements?" + view)));
    }

    @ParameterizedTest
    @CsvSource({
        "/agreements/choices/organisation, 404",
        "/agreements/choices/sort, 404",
        "/organisations/choices/focus, 400",
        "/agreements/choices/kind?council=nowhere, 400",
        "/agreements/choices/kind?kind=nothing, 400",
        "/meetings/choices/status?q=the, 200"
    })
    void offersTheFacetsOfTheListAlone(String path, int status) {
        assertThat(mvc.get().uri(path)).hasStatus(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agreements", "/projects", "/organisations", "/meetings"})
    void weighsLittleWhereNothingIsChosen(String list) {
        String page = body(list);

        assertThat(page.substring(page.indexOf("<aside"), page.indexOf("</aside>")))
                .hasSizeLessThan(5_000);
    }

    private String body(String path) {
        return new String(mvc.get().uri(path).exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** The choices of the one facet that is open on a page, with what each leaves. */
    private static String choices(String page) {
        return Pattern.compile("<input type=\"checkbox\".*?</li>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());
    }

    @Test
    void refusesAKindThereIsNot() {
        assertThat(mvc.get().uri("/search?q=smart&kind=spaceship")).hasStatus(400);
        assertThat(mvc.get().uri("/search?q=smart&page=4000")).hasStatus(404);
    }

    @Test
    void aListWithoutRowsLeadsToWhatItHasWithFewerOfTheWords() {
        assertThat(pages.text("/organisations?q=crimsonlogic kingfisher"))
                .contains("Found with fewer of the words: crimsonlogic 1", "Look for these words in everything");
        assertThat(mvc.get().uri("/organisations?q=crimsonlogic kingfisher&kind=company"))
                .bodyText()
                .contains("href=\"/organisations?q=crimsonlogic&amp;kind=company\"");
        assertThat(pages.text("/organisations?q=crimsonlogic kingfisher&kind=court"))
                .doesNotContain("Found with fewer of the words");
    }

    @Test
    void meetingsAreNarrowedByHowTheyWereHeld() {
        assertThat(pages.text("/meetings/choices/mode")).contains("by video", "in person");
        assertThat(pages.text("/meetings?council=sci&mode=virtual"))
                .contains("How it was held")
                .containsPattern("(?<!\\d)2 meetings");
        assertThat(pages.text("/meetings?council=sci&mode=-virtual")).contains("4th meeting");
        assertThat(mvc.get().uri("/meetings?mode=by_letter")).hasStatus(400);
    }
}
