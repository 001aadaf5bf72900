package org.pacta.registry.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.registry.tally.CountingRule.State;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A council with a zone under it, another council, and what is on record of them. */
@DatabaseTest
class EvidenceQueriesTests {

    private static final long SHENZHEN = -1;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EvidenceQueries evidence;

    @BeforeEach
    void enterThreeCouncils() {
        jdbc.sql("""
                insert into council (id, slug, name, acronym, kind, parent_id, series_word, series_measure, series_reason)
                values (-1, 'shenzhen', 'Shenzhen', 'SCI', 'initiative', null, null, null, null),
                    (-2, 'zone', 'Zone', null, 'zone', -1, null, null, null),
                    (-3, 'bilateral', 'Bilateral', 'JCBC', 'council', null, 'agreements', 'mous', '37 + 15 = 52');
                insert into council (id, slug, name, kind, withdrawn_on, withdrawal_reason)
                values (-4, 'gone', 'Gone', 'council', now(), 'Entered twice');
                insert into meeting (id, council_id, kind, ordinal, status, held_on)
                values (-11, -1, 'session', 1, 'held', '2020-06-17'), (-12, -1, 'session', 2, 'planned', '2021'),
                    (-13, -1, 'roundtable', null, 'held', '2022-05'), (-31, -3, 'session', 15, 'held', '2019-10-15');
                insert into meeting (id, council_id, kind, ordinal, status, withdrawn_on, withdrawal_reason)
                values (-14, -1, 'session', 3, 'held', now(), 'Entered twice');
                """).update();
    }

    @Test
    void readsACouncilWithAllUnderItAndHowItWasFounded() {
        agreement(-1, "'mou'", -31, "2019-10-15", "-1");

        assertThat(evidence.councils(List.of(SHENZHEN), CountingRule.PLAIN))
                .extracting(each -> each.head().slug() + " " + each.head().foundedAt())
                .containsExactly("shenzhen JCBC", "zone null");
        assertThat(evidence.councils(null, CountingRule.PLAIN))
                .extracting(each -> each.head().slug())
                .containsExactly("bilateral", "shenzhen", "zone");
        assertThat(evidence.councils(null, CountingRule.PLAIN)
                        .get(0)
                        .oneSeries()
                        .reason())
                .isEqualTo("37 + 15 = 52");
        assertThat(evidence.council("zone")).contains(-2L);
        assertThat(evidence.council("gone")).isEmpty();
    }

    @Test
    void readsTheNumberedMeetingsAndWhichOfThemWereHeld() {
        assertThat(evidence.meetings(List.of(SHENZHEN), CountingRule.PLAIN))
                .extracting(each -> each.id() + " " + each.isHeld())
                .containsExactly("-11 true", "-12 false");
        assertThat(evidence.meetings(null, CountingRule.PLAIN))
                .filteredOn(EvidenceQueries.Met::isHeld)
                .extracting(EvidenceQueries.Met::ordinal)
                .containsExactly(1, 15);
    }

    @ParameterizedTest
    @CsvSource({
        // meeting, bare ordinal, as of | ordinal, day, kind of a meeting without one
        "-11, , , 1, 2020-06-17, ",
        "-11, , 2020-07, 1, 2020-07, ",
        "-13, , , , 2022-05, roundtable",
        ", 4, 2023-05, 4, 2023-05, ",
        ", , 2023-05, , 2023-05, ",
        "-31, , , , 2019-10-15, ",
    })
    void placesAFigureInTheSeriesOfItsOwnCouncil(
            Long meeting, Integer bare, String asOf, Integer ordinal, String day, String kind) {
        figure(meeting, bare, "mous", asOf);

        assertThat(evidence.figures(List.of(SHENZHEN), CountingRule.PLAIN))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.ordinal()).isEqualTo(ordinal);
                    assertThat(figure.day()).hasToString(day);
                    assertThat(figure.meetingKind()).isEqualTo(kind);
                });
    }

    @Test
    void leavesOutFiguresThatAreWithdrawnOrOfNoMeasure() {
        figure(-11L, null, null, null);
        figure(-11L, null, "mous", null);
        jdbc.sql(
                        "update figure set withdrawn_on = now(), withdrawal_reason = 'Entered twice' where measure is not null")
                .update();

        assertThat(evidence.figures(null, CountingRule.PLAIN)).isEmpty();
    }

    @Test
    void countsRowsOfOneSortTogether() {
        agreement(-1, "'mou'", -11, "2020-06-17", null);
        agreement(-2, "'mou'", -11, "2020-06-18", null);
        agreement(-3, "'protocol'", -11, "2020-06-17", null);
        agreement(-4, "'action_plan'", -11, "2020-06-17", null);
        agreement(-5, "'mou'", null, "2020-06", null);
        agreement(-6, "'mou'", -13, "2022-05-02", null);

        assertThat(rows(CountingRule.PLAIN))
                .isEqualTo("1 null mou 2, 1 null other 2, null 2020-06-01 mou 1, null 2022-05-02 mou 1");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-06-17, 2020-06-17, SURELY",
        "2020-06-17, 2020-06-16, NOT",
        "2020-06, 2020-06-30, SURELY",
        "2020-06, 2020-06-15, PERHAPS",
        "2020-06, 2020-05-31, NOT",
        "[..2020-06-17], 2020-06-17, SURELY",
        "[..2020-06-17], 2020-06-16, PERHAPS",
        ", 2020-06-17, PERHAPS",
    })
    void countsWhatWasSignedByADaySurelyPerhapsOrNot(String signedOn, LocalDate day, String happened) {
        agreement(-1, "'mou'", null, signedOn, null);

        assertThat(evidence.rows(List.of(SHENZHEN), new CountingRule(Set.of(), State.EVER, day, null)))
                .extracting(row -> row.happened().name())
                .isEqualTo(happened.equals("NOT") ? List.of() : List.of(happened));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,          -,         -,          2026-01-01, 1
            2025-12-31, -,         -,          2026-01-01, 0
            2025-12-31, -,         -,          2025-12-31, 1
            2025-12-31, none,      -,          2026-01-01, 0
            2025-12-31, automatic, -,          2026-01-01, 1
            2025,       -,         -,          2025-06-01, 1
            -,          -,         2024-05-01, 2024-04-30, 1
            -,          -,         2024-05-01, 2024-05-01, 0
            -,          -,         2024,       2024-01-01, 0
            """)
    void countsAsActiveWhatHasNotEndedByADay(
            @Nullable String until, @Nullable String renewal, @Nullable String terminated, LocalDate day, int active) {
        agreement(-1, "'mou'", null, "2020-06-17", null);
        jdbc.sql("update agreement set valid_until = ?, renewal = ? where id = -1")
                .params(until, renewal)
                .update();
        if (terminated != null) {
            jdbc.sql("""
                            update agreement set status = 'terminated' where id = -1;
                            insert into agreement_statement (id, agreement_id, position, status, day)
                            values (-1, -1, 1, 'in_force', '2021'), (-2, -1, 2, 'terminated', '%s')
                            """.formatted(terminated)).update();
        }

        assertThat(evidence.rows(List.of(SHENZHEN), new CountingRule(Set.of(), State.ACTIVE, day, null)))
                .hasSize(active);
        assertThat(evidence.rows(List.of(SHENZHEN), new CountingRule(Set.of(), State.EVER, day, null)))
                .hasSize(1);
    }

    @Test
    void takesOffWhatHasEndedByItsOwnTermFromWhatIsActiveNow() {
        agreement(-1, "'mou'", null, "2020-06-17", null);
        agreement(-2, "'mou'", null, "2020-06-17", null);
        jdbc.sql("update agreement set runs_for = 'P1Y' where id = -1").update();

        CountingRule active = new CountingRule(Set.of(), State.ACTIVE, null, null);
        assertThat(rows(active)).isEqualTo("null 2020-06-17 mou 1");
        assertThat(rows(CountingRule.PLAIN)).isEqualTo("null 2020-06-17 mou 2");
        jdbc.sql("update agreement set runs_for = 'P1Y'").update();
        assertThat(rows(active)).isEmpty();
    }

    @Test
    void countsAsActiveWhatWasKnownToBeSoOnADay() {
        jdbc.sql("""
                insert into revision (id, made_at, made_by, reason) values (1, '2020-01-01', 'lim', 'Entered'), (2, '2023-03-01', 'lim', 'Ended');
                insert into council_aud (id, rev, revtype, slug, name, kind, counts_towards_parent)
                values (-1, 1, 0, 'early', 'Early', 'initiative', false);
                insert into agreement_aud (id, rev, revtype, revend, kind, title, council_id, status, counting, parties, valid_until)
                values (-1, 1, 0, 2, 'mou', 'Named', -1, 'signed', 'in_count', 'not_published', '2022-06'),
                    (-1, 2, 1, null, 'mou', 'Named', -1, 'extended', 'in_count', 'not_published', '2027');
                insert into agreement_statement_aud (id, rev, revtype, agreement_id, position, status, day)
                values (-1, 2, 0, -1, 1, 'extended', '2022-05')
                """).update();

        assertThat(Stream.of("2022-05-31", "2022-12-31", "2023-03-01")
                        .map(LocalDate::parse)
                        .map(day -> evidence.rows(null, new CountingRule(Set.of(), State.ACTIVE, null, day))
                                .size()))
                .containsExactly(1, 0, 1);
    }

    @Test
    void readsTheRegistryAsItWasOnADay() {
        jdbc.sql("""
                insert into revision (id, made_at, made_by, reason) values (1, '2020-01-01', 'lim', 'Entered'), (2, '2020-03-01', 'lim', 'Renamed');
                insert into council_aud (id, rev, revtype, revend, slug, name, kind, counts_towards_parent)
                values (-1, 1, 0, 2, 'early', 'Early', 'initiative', false), (-1, 2, 1, null, 'late', 'Late', 'initiative', false)
                """).update();

        assertThat(Stream.of("2019-12-31", "2020-02-01", "2020-03-01")
                        .map(LocalDate::parse)
                        .map(day -> evidence.councils(null, new CountingRule(Set.of(), State.EVER, null, day)).stream()
                                .map(council -> council.head().slug())
                                .collect(Collectors.joining(" "))))
                .containsExactly("", "early", "late");
    }

    private String rows(CountingRule rule) {
        return evidence.rows(List.of(SHENZHEN), rule).stream()
                .map(row -> "%s %s %s %d".formatted(row.ordinal(), row.day(), row.kind(), row.number()))
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(", "));
    }

    private void agreement(
            long id, String kind, @Nullable Integer meeting, @Nullable String signedOn, @Nullable String founds) {
        jdbc.sql("""
                        insert into agreement (id, kind, title, council_id, meeting_id, status, counting, parties, signed_on, founds_council_id)
                        values (:id, %s, 'Named', %s, :meeting, 'signed', 'in_count', 'not_published', :signedOn, %s)
                        """.formatted(kind, founds == null ? "-1" : "-3", founds))
                .param("id", id)
                .param("meeting", meeting)
                .param("signedOn", signedOn)
                .update();
    }

    private void figure(
            @Nullable Long meeting, @Nullable Integer ordinal, @Nullable String measure, @Nullable String asOf) {
        jdbc.sql("""
                        insert into figure (id, council_id, meeting_id, ordinal, series, measure, value, comparator, as_of, measure_as_printed, scope, standing)
                        values ((select -1 - count(*) from figure), -1, :meeting, :ordinal, 'at', :measure, 8, 'exactly', :asOf, 'deals', 'not_stated', 'reported')
                        """)
                .param("meeting", meeting)
                .param("ordinal", ordinal)
                .param("measure", measure)
                .param("asOf", asOf)
                .update();
    }
}
