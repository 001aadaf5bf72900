package org.pacta.registry.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class AgreementPageTests {

    @Autowired
    PageText pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsThreePartiesWithTheirSidesAndTheNamesAsPrinted() {
        assertThat(pages.text("/agreements/" + idOf("Simpler cross-border trade%")))
                .contains(
                        "CrimsonLogic Pte Ltd",
                        "Shanghai E&P International Shanghai",
                        "Shanghai Electronic Certification Authority");
    }

    @Test
    void saysThatTheSourceDoesNotTellWhetherItIsInTheCount() {
        assertThat(pages.text("/agreements/" + idOf("Simpler cross-border trade%")))
                .contains("not stated whether it is in the count");
    }

    @Test
    void leadsFromAFoundingAgreementToTheMeetingOfTheOtherCouncil() {
        String text = pages.text("/agreements/" + idOf("Singapore-China (Shenzhen) Smart City Initiative"));

        assertThat(text)
                .contains("Meeting 15th meeting · Joint Council for Bilateral Cooperation", "outside the count");
        assertThat(text).contains("Founded Singapore-China (Shenzhen) Smart City Initiative");
    }

    @Test
    void saysThatNoSourceTellsHowLongItRuns() {
        assertThat(pages.text("/agreements/" + idOf("Simpler cross-border trade%")))
                .contains("Runs for not stated")
                .doesNotContain("Ends");
    }

    @Test
    void tellsItsTermAndWhatItsLastDayIsCountedFrom() {
        long id = idOf("Simpler cross-border trade%");
        jdbc.sql("""
                        update agreement set in_force_from = '2024-08', runs_for = 'P5Y', renewal = 'automatic', notice_period = 'P1M'
                        where id = :id
                        """).param("id", id).update();

        assertThat(pages.text("/agreements/" + id))
                .contains(
                        "In force from August 2024",
                        "Runs for 5 years",
                        "First term ends between 1 August 2029 and 31 August 2029 counted from the entry into force",
                        "Renewal by itself",
                        "Notice 1 month");
        assertThat(mvc.get().uri("/agreements/" + id).param("lang", "zh").header("Accept-Language", "zh"))
                .bodyText()
                .contains("5年", "自生效之日起算", "自动续期");
    }

    @Test
    void tellsWhatBecameOfItAndWhetherItIsActive() {
        long id = idOf("Simpler cross-border trade%");
        assertThat(pages.text("/agreements/" + id))
                .contains("Status signed", "Active Yes, as far as is known: no source tells when it ends");

        jdbc.sql("""
                        update agreement set status = 'in_force', valid_until = '2025-12-31' where id = %1$d;
                        insert into agreement_statement (id, agreement_id, position, status, day, source_id)
                        values (-1, %1$d, 1, 'provisionally_applied', '2024-08', (select min(id) from source where withdrawn_on is null)),
                            (-2, %1$d, 2, 'in_force', null, null)
                        """.formatted(id)).update();

        assertThat(pages.text("/agreements/" + id))
                .contains(
                        "provisionally applied · August 2024 · ",
                        "in force · day not published",
                        "Active No: its term is over, and no source tells of an extension.");
    }

    @Test
    void narrowsToThoseThatEnd() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Singapore"));
        long past = ending("Simpler cross-border trade%", today.minusDays(1), null);
        long soon = ending("Singapore-China (Shenzhen) Smart City Initiative", today.plusMonths(6), null);
        long renewed = jdbc.sql("select max(id) from agreement where withdrawn_on is null and id not in (:known)")
                .param("known", List.of(past, soon))
                .query(Long.class)
                .single();
        jdbc.sql("update agreement set valid_until = :day, renewal = 'automatic' where id = :id")
                .param("day", today.plusDays(1).toString())
                .param("id", renewed)
                .update();

        assertThat(listed("ends=past")).containsExactly(past);
        assertThat(pages.text("/agreements?ends=past")).contains("Ends: past, no end told");
        assertThat(listed("ends=6m")).containsExactly(soon);
        assertThat(listed("ends=3m")).isEmpty();
        assertThat(listed("ends=past&ends=12m")).containsExactlyInAnyOrder(past, soon);
        assertThat(listed("ends=-past&ends=6m")).containsExactly(soon);
        assertThat(mvc.get().uri("/agreements?ends=soon")).hasStatus(400);
        assertThat(mvc.get().uri("/projects?ends=6m")).hasStatus(400);
    }

    private long ending(String title, LocalDate day, @Nullable String renewal) {
        long id = idOf(title);
        jdbc.sql("update agreement set valid_until = :day, renewal = :renewal where id = :id")
                .param("day", day.toString())
                .param("renewal", renewal)
                .param("id", id)
                .update();
        return id;
    }

    /** By the file, whose rows come from the database alone. */
    private List<Long> listed(String query) {
        return body("/agreements.csv?" + query)
                .lines()
                .skip(1)
                .map(row -> Long.valueOf(row.substring(0, row.indexOf(','))))
                .toList();
    }

    private String body(String path) {
        try {
            return mvc.get().uri(path).exchange().getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void narrowsByCouncilKindAndYear() {
        assertThat(pages.text("/agreements?council=sci&kind=mou&from=2020&to=2020"))
                .contains("2 agreements", "Asia SME Hub")
                .doesNotContain("Strides Digital");
    }

    @Test
    void takesSeveralValuesOfOneChoiceAsAlternatives() {
        long both = total("council=sci&council=szetc");

        assertThat(both)
                .isEqualTo(total("council=sci") + total("council=szetc"))
                .isPositive();
    }

    @Test
    void includesThePlacesWithinAPlace() {
        assertThat(total("place=guangdong"))
                .isGreaterThanOrEqualTo(total("place=shenzhen"))
                .isPositive();
        assertThat(total("place=china")).isGreaterThan(total("place=guangdong"));
    }

    @Test
    void saysWhichChoiceEmptiesTheList() {
        assertThat(pages.text("/agreements?council=sci&from=2030"))
                .contains("Nothing fits all of these choices")
                .contains("without from “2030”: 4 would remain")
                .doesNotContain("without Council");
    }

    @Test
    void saysWhenNoSingleChoiceEmptiesTheList() {
        assertThat(pages.text("/agreements?council=sci&kind=letter_of_intent&from=2030"))
                .contains("taking one of them away is not enough. Clear all")
                .doesNotContain("would remain", "without");
    }

    @Test
    void sortsByAHeadingBothWays() {
        assertThat(pages.text("/agreements?council=sci&sort=title"))
                .containsSubsequence("Asia SME Hub", "Enforcement in Shenzhen", "Singapore-China");
        assertThat(pages.text("/agreements?council=sci&sort=-title"))
                .containsSubsequence("Singapore-China", "Enforcement in Shenzhen", "Asia SME Hub");
    }

    @Test
    void keepsTheChoicesOnTheNextPage() {
        assertThat(mvc.get().uri("/agreements?place=china"))
                .bodyText()
                .contains("href=\"/agreements?place=china&amp;page=2\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=x",
                "page=99999999999999",
                "kind=treaty",
                "council=atlantis",
                "from=never",
                "from=0",
                "sort=colour",
                "organisation=0",
                "organisation=x",
                "status=signed&status=lost",
            })
    void refusesNonsenseWithAClientError(String query) {
        assertThat(mvc.get().uri("/agreements?" + query)).hasStatus(400);
    }

    @Test
    void hasNoPagePastTheLast() {
        assertThat(mvc.get().uri("/agreements?page=4000")).hasStatus(404);
    }

    @Test
    void takesAnEmptyChoiceForNone() {
        assertThat(mvc.get().uri("/agreements?focus=")).hasRedirectedUrl("/agreements");
    }

    @Test
    void answersGoneWithTheReasonAfterAWithdrawal() {
        long id = idOf("Asia SME Hub");
        jdbc.sql("update agreement set withdrawn_on = now(), withdrawal_reason = 'Not an agreement' where id = :id")
                .param("id", id)
                .update();

        assertThat(mvc.get().uri("/agreements/" + id)).hasStatus(410).bodyText().contains("Not an agreement");
        // Lists are kept until the history tells of a change, which this one passes by: no other test asks for this
        // one.
        assertThat(pages.text("/agreements?council=sci&from=1907")).doesNotContain("Asia SME Hub");
    }

    private long idOf(String title) {
        return jdbc.sql("select id from agreement where title like :title")
                .param("title", title)
                .query(Long.class)
                .single();
    }

    private long total(String query) {
        String text = pages.text("/agreements?" + query);
        return Long.parseLong(text.replaceFirst(".*?(\\d+) agreements?.*", "$1"));
    }
}
