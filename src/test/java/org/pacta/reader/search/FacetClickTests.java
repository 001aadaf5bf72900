package org.pacta.reader.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.shared.Address;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a page says a click leaves is what the page behind it has, whatever else is chosen and excluded. */
@PageTest
class FacetClickTests {

    private static final int VIEWS = 12;
    private static final int CLICKS = 4;

    private static final Pattern CHOICE =
            Pattern.compile("name=\"(\\w+)\" value=\"([^\"]+)\"[^>]*> <span[^>]*>[^<]*</span></label>"
                    + " <span class=\"rows\">([\\d,]+)</span>");
    private static final Pattern ORGANISATION = Pattern.compile(
            "<a rel=\"nofollow\" href=\"([^\"]*)\"[^>]*>[^<]*</a>\\s*<span class=\"rows\">([\\d,]+)</span>");
    private static final Pattern TOTAL = Pattern.compile("id=\"status\"[^>]*>\\s*<p><strong>([\\d,]+)</strong>");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PageText pages;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "agreements, council place kind status focus parties ends",
        "projects, council place status focus parties",
        "organisations, council place kind",
        "meetings, council place kind status"
    })
    void leaveAsManyRowsAsTheySay(String list, String facets) {
        long seed = Long.getLong("pacta.seed", System.nanoTime());
        System.out.printf("Clicks on facets of %s: -Dpacta.seed=%d%n", list, seed);
        Random random = new Random(seed);
        for (String facet : facets.split(" ")) {
            for (int i = 0; i < VIEWS; i++) {
                Address view = excluding(list, facets.split(" "), facet, random);
                List<MatchResult> choices = choices(list, facet, view);
                Collections.shuffle(choices, random);

                for (MatchResult choice : choices.subList(0, Math.min(CLICKS, choices.size()))) {
                    Address clicked = clicked(view, facet, choice.group(2));
                    assertThat(total(clicked)).as("%s from %s", clicked, view).isEqualTo(number(choice.group(3)));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/agreements, place=-singapore",
        "/agreements, council=-sci&focus=-digital-economy",
        "/projects, council=-sci"
    })
    void leaveAsManyRowsAsTheySayOfOrganisations(String list, String view) {
        List<MatchResult> choices = ORGANISATION
                .matcher(body(list + "/organisations?" + view))
                .results()
                .toList();

        assertThat(choices).isNotEmpty();
        assertThat(choices)
                .allSatisfy(choice ->
                        assertThat(total(choice.group(1).replace("&amp;", "&"))).isEqualTo(number(choice.group(2))));
    }

    @Test
    void beginWithWhatIsChosenAndWhatLeavesMostRows() {
        List<Long> rows = choices("agreements", "council", Address.of("/agreements")).stream()
                .map(choice -> number(choice.group(3)))
                .toList();

        assertThat(rows).isSortedAccordingTo(Collections.reverseOrder()).endsWith(0L);
        assertThat(choices("agreements", "place", Address.of("/agreements").with("place", "tianjin")))
                .first()
                .satisfies(choice -> assertThat(choice.group(2)).isEqualTo("tianjin"));
    }

    @Test
    void followAnOrganisationToTheOneItWasFoundToBe() {
        long survivor = 1;
        jdbc.sql("update organisation set merged_into_id = 1 where id = 2").update();
        jdbc.sql("update organisation set merged_into_id = 2 where id = 3").update();

        assertThat(mvc.get().uri("/agreements?organisation=3&place=china").exchange())
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/agreements?place=china&organisation=" + survivor);
        assertThat(mvc.get().uri("/agreements?organisation=-2").exchange())
                .hasRedirectedUrl("/agreements?organisation=-" + survivor);
    }

    @Test
    void offerOfAnEmptyViewOnlyWaysThatLeadToRows() {
        assertThat(pages.text("/agreements?q=crimsonlogic&place=tianjin"))
                .contains("Nothing fits all of these choices. Take one away:")
                .containsPattern("without Words “crimsonlogic”: [1-9]\\d* would remain")
                .containsPattern("without Place “Tianjin”: [1-9]\\d* would remain");
        assertThat(pages.text("/agreements?q=crimsonlogic&place=tianjin&to=1950"))
                .contains("taking one of them away is not enough", "Clear all")
                .doesNotContain("would remain");
    }

    private List<MatchResult> choices(String list, String facet, Address view) {
        String path = view.toString().replaceFirst("/" + list, "/" + list + "/choices/" + facet);
        Matcher matcher = CHOICE.matcher(body(path));
        List<MatchResult> found = new ArrayList<>(matcher.results().toList());
        assertThat(found)
                .as(path)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.group(1)).isEqualTo(facet));
        return found;
    }

    /** A view with one or two values of a facet excluded, and perhaps something chosen or excluded of another. */
    private Address excluding(String list, String[] facets, String facet, Random random) {
        Address view = Address.of("/" + list).with(facet, picked(list, facet, random.nextInt(2) + 1, "-", random));
        String other = facets[random.nextInt(facets.length)];
        boolean alone = other.equals(facet) || random.nextBoolean();
        return alone ? view : view.with(other, picked(list, other, 1, random.nextBoolean() ? "-" : "", random));
    }

    private List<String> picked(String list, String facet, int most, String sign, Random random) {
        List<MatchResult> choices = choices(list, facet, Address.of("/" + list));
        Collections.shuffle(choices, random);
        return choices.stream().limit(most).map(each -> sign + each.group(2)).toList();
    }

    /** What the form sends: the value, and what was excluded before but for the value itself. */
    private static Address clicked(Address view, String facet, String value) {
        List<String> values = new ArrayList<>(view.values(facet));
        values.remove("-" + value);
        values.add(value);
        return view.with(facet, values);
    }

    private long total(Object view) {
        Matcher total = TOTAL.matcher(body(view.toString()));
        assertThat(total.find()).as("%s", view).isTrue();
        return number(total.group(1));
    }

    private String body(String path) {
        var answer = mvc.get().uri(URI.create(path)).exchange();
        String canonical = answer.getResponse().getRedirectedUrl();
        if (canonical != null) {
            return body(canonical);
        }
        assertThat(answer).as(path).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static long number(String printed) {
        return Long.parseLong(printed.replace(",", ""));
    }
}
