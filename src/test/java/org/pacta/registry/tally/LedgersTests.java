package org.pacta.registry.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.shared.WallClock;
import org.pacta.registry.tally.CountingRule.Extra;
import org.pacta.registry.tally.CountingRule.State;
import org.pacta.registry.telling.CellWording;
import org.pacta.rules.ledger.Measure;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ledgers drawn up from rows of the database, against tables made by hand. */
@DatabaseTest
class LedgersTests {

    private static final long SHANGHAI = -3;
    private static final long ZONE = -2;
    private static final long SHENZHEN = -1;

    /** Councils, then meetings, then figures: council, meeting, bare ordinal, series, measure, value, factor, base, comparator, as of. */
    private static final List<String> FIGURES = List.of(
            "-1, -11, null, 'at', 'mous', 8, null, null, 'exactly', null",
            "-1, -13, null, 'at', 'mous', 8, null, null, 'exactly', null",
            "-1, -13, null, 'at', 'projects', 14, null, null, 'exactly', null",
            "-1, -13, null, 'at', 'projects', null, 2, 2, 'exactly', null",
            "-1, -13, null, 'after', 'mous', 21, null, null, 'exactly', null",
            "-1, -13, null, 'after', 'projects', 29, null, null, 'exactly', null",
            "-1, -14, null, 'at', 'mous', 8, null, null, 'exactly', null",
            "-1, -14, null, 'at', 'projects', 14, null, null, 'exactly', null",
            "-1, -14, null, 'after', 'mous', 29, null, null, 'exactly', null",
            "-1, -14, null, 'after', 'projects', 43, null, null, 'exactly', null",
            "-2, -14, null, 'at', 'projects', 4, null, null, 'exactly', null",
            "-3, -31, null, 'at', 'agreements', 5, null, null, 'exactly', null",
            "-3, null, null, 'after', 'agreements', 37, null, null, 'exactly', '2023-05'",
            "-3, -34, null, 'at', 'agreements', 15, null, null, 'exactly', null",
            "-3, null, 5, 'at', 'mous', 15, null, null, 'exactly', null",
            "-3, -36, null, 'before', 'mous', 52, null, null, 'exactly', null",
            "-3, -36, null, 'at', 'mous', 18, null, null, 'exactly', null");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ledgers ledgers;

    @Autowired
    private CellWording words;

    @BeforeEach
    void enterThreeCouncils() {
        jdbc.sql("""
                insert into council (id, slug, name, kind, parent_id, series_word, series_measure, series_reason)
                values (-1, 'shenzhen', 'Shenzhen', 'initiative', null, null, null, null),
                    (-2, 'zone', 'Zone', 'zone', -1, null, null, null),
                    (-3, 'shanghai', 'Shanghai', 'council', null, 'agreements', 'mous', '37 + 15 = 52');
                insert into meeting (id, council_id, kind, ordinal, status, held_on)
                values (-11, -1, 'session', 1, 'held', '2020-06-17'), (-13, -1, 'session', 3, 'held', '2022-11-25'),
                    (-14, -1, 'session', 4, 'held', '[..2023-12-15]'), (-31, -3, 'session', 1, 'held', '2019-05-24'),
                    (-32, -3, 'session', 2, 'held', '2020-12-11'), (-34, -3, 'session', 4, 'held', '2023-04-24'),
                    (-36, -3, 'session', 6, 'held', '2025-10-15');
                insert into agreement (id, kind, title, council_id, meeting_id, status, counting, parties, signed_on, founds_council_id)
                values (-1, 'mou', 'Founding of Shenzhen', -1, null, 'signed', 'outside', 'not_published', '2019-10-15', -1),
                    (-2, 'mou', 'Named', -1, -11, 'signed', 'in_count', 'not_published', '2020-06-17', null),
                    (-3, 'mou', 'Ended', -1, -11, 'terminated', 'in_count', 'not_published', '2020-06-17', null),
                    (-4, 'mou', 'Perhaps', -1, -13, 'signed', 'not_stated', 'not_published', '2022-11-25', null),
                    (-5, 'mou', 'Only planned', -1, -13, 'planned', 'in_count', 'not_published', '2022-11-25', null),
                    (-6, 'mou', 'Founding of Shanghai', -3, null, 'signed', 'outside', 'not_published', '2019-04', -3),
                    (-7, 'mou', 'Of the zone', -2, -14, 'signed', 'in_count', 'not_published', '2023-12-01', null);
                """).update();
        enter(FIGURES);
    }

    private void enter(List<String> figures) {
        for (int i = 0; i < figures.size(); i++) {
            jdbc.sql("""
                            insert into figure (id, council_id, meeting_id, ordinal, series, measure, value, relation_factor, relation_ordinal,
                                comparator, as_of, measure_as_printed, scope, standing)
                            values (%d, %s, 'as printed', 'not_stated', 'reported')
                            """.formatted(-1 - i, figures.get(i))).update();
        }
    }

    @Test
    void drawsUpTheLedgerOfShenzhen() {
        assertThat(table(SHENZHEN, Measure.MOUS)).isEqualTo("""
                1 8 ANNOUNCED, 8 ASSUMED (9), recorded 2
                2 5 ASSUMED (4), 13 DERIVED, recorded 0
                3 8 ANNOUNCED, 21 ANNOUNCED, recorded 0 perhaps 1
                4 8 ANNOUNCED, 29 ANNOUNCED, recorded 0
                """);
        assertThat(table(SHENZHEN, Measure.PROJECTS)).isEqualTo("""
                1 8 ASSUMED, 8 DERIVED, recorded 0
                2 7 DERIVED, 15 DERIVED, recorded 0
                3 14 ANNOUNCED, 29 ANNOUNCED, recorded 0
                4 14 ANNOUNCED, 43 ANNOUNCED, recorded 0
                """);
    }

    @Test
    void leavesAFigureThatIsSetAsideInViewAndOutOfEverySum() {
        jdbc.sql("update figure set set_aside_reason = 'Counted twice' where id = -5")
                .update();

        assertThat(table(SHENZHEN, Measure.MOUS)).isEqualTo("""
                1 8 ANNOUNCED, 8 ASSUMED (9), recorded 2
                2 5 ASSUMED (4), 13 DERIVED, recorded 0
                3 8 ANNOUNCED, 21 DERIVED, recorded 0 perhaps 1
                4 8 ANNOUNCED, 29 ANNOUNCED, recorded 0
                """);
        Tally tally = tally(SHENZHEN, Measure.MOUS, CountingRule.PLAIN);
        Tally.Number total = tally.row(3).orElseThrow().toDate();
        assertThat(total.asides()).extracting(CouncilLedger.Figure::value).containsExactly(21);
        assertThat(total.said()).isEmpty();
        assertThat(words.columns(tally, total).aside()).isEqualTo("21 (set aside: Counted twice)");

        jdbc.sql("update figure set set_aside_reason = null where id = -5").update();

        assertThat(tally(SHENZHEN, Measure.MOUS, CountingRule.PLAIN)
                        .row(3)
                        .orElseThrow()
                        .toDate()
                        .basis())
                .isEqualTo(Basis.ANNOUNCED);
    }

    @Test
    void showsAFigureOfOneSideBesideTheNumberOfBoth() {
        jdbc.sql("insert into place (id, slug, name, kind) values (-1, 'one', 'Shenzhen', 'city')")
                .update();
        jdbc.sql("update figure set side_id = -1 where id = -5").update();

        Tally tally = tally(SHENZHEN, Measure.MOUS, CountingRule.PLAIN);

        assertThat(tally.row(3).orElseThrow().toDate().basis()).isEqualTo(Basis.DERIVED);
        assertThat(words.columns(tally, tally.row(3).orElseThrow().toDate()).aside())
                .isEqualTo("21 of Shenzhen alone");
        assertThat(ledgers.of(SHENZHEN, CountingRule.PLAIN).orElseThrow().apart())
                .extracting(CouncilLedger.Figure::id)
                .containsExactly(-5L);
    }

    @Test
    void boundsANumberByTheDigitsThatCanBeRead() {
        jdbc.sql("update figure set value = null, value_as_printed = '2?' where id = -5")
                .update();
        jdbc.sql("update figure set set_aside_reason = 'Not needed here' where id = -9")
                .update();

        Tally.Number total = tally(SHENZHEN, Measure.MOUS, CountingRule.PLAIN)
                .row(3)
                .orElseThrow()
                .toDate();

        assertThat(total.basis()).isEqualTo(Basis.APPROXIMATE);
        assertThat(words.number(total)).isEqualTo("2? (20 to 29)");
        assertThat(total.ends()).isEqualTo(new Tally.Ends(20L, 29L));
    }

    @Test
    void addsNothingAtAMeetingThatWasCancelledAndMissesItNot() {
        jdbc.sql(
                        "insert into meeting (id, council_id, kind, ordinal, status) values (-12, -1, 'session', 2, 'cancelled')")
                .update();

        CouncilLedger shenzhen = ledgers.of(SHENZHEN, CountingRule.PLAIN).orElseThrow();

        assertThat(shenzhen.missing()).isEmpty();
        assertThat(shenzhen.unheld(2).map(CouncilLedger.Meeting::status)).contains("cancelled");
        assertThat(shenzhen.meetings()).hasSize(3);
        assertThat(words.number(
                        shenzhen.tally(Measure.MOUS).row(2).orElseThrow().added()))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // unnumbered sessions, held on | those that may be the 2nd of Shenzhen, on 2020-06-17 and 2022-11-25
                // met the 1st and 3rd
                "2021-05-01                       | 2021-05-01",
                "2021                             | 2021",
                "2020                             | -",
                "2022-11-25                       | -",
                "2023-01-01                       | -",
                "2021-05-01, 2020-07 | 2020-07, 2021-05-01",
            })
    void namesTheSessionsThatMayBeTheOneThatIsMissing(String days, @Nullable String expected) {
        String[] held = days.split(", ");
        for (int i = 0; i < held.length; i++) {
            jdbc.sql("insert into meeting (id, council_id, kind, status, held_on) values (?, -1, 'session', 'held', ?)")
                    .params(-100 - i, held[i])
                    .update();
        }
        CouncilLedger shenzhen = ledgers.of(SHENZHEN, CountingRule.PLAIN).orElseThrow();

        assertThat(shenzhen.missing()).hasSize(1);
        assertThat(shenzhen.candidates(shenzhen.missing().get(0)).stream()
                        .map(session -> session.day().edtf())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void saysOfADayWhatIsSetAside() {
        jdbc.sql("update figure set set_aside_reason = 'Of other councils too' where id = -13")
                .update();

        Tally tally = tally(SHANGHAI, Measure.MOUS, CountingRule.PLAIN);

        assertThat(tally.dated()).isEmpty();
        assertThat(tally.datedAsides()).singleElement().satisfies(number -> {
            assertThat(tally.day(number).orElseThrow().edtf()).isEqualTo("2023-05");
            assertThat(words.columns(tally, number).aside()).isEqualTo("37 (set aside: Of other councils too)");
        });
        assertThat(ledgers.of(SHANGHAI, CountingRule.PLAIN).orElseThrow().setAside())
                .extracting(CouncilLedger.Figure::id)
                .containsExactly(-13L);
    }

    /** The 37 of May 2023 may come before or after the 5th meeting, which is not on record, so they follow from 52 − 15 alone. */
    @Test
    void takesTwoWordsForOneSeriesWhereAnEditorSaysSo() {
        assertThat(table(SHANGHAI, Measure.MOUS)).isEqualTo("""
                1 5 ANNOUNCED, 5 ASSUMED (6), recorded 0
                2 up to 17, 5 to 22, recorded 0
                3 up to 17, 22 DERIVED, recorded 0
                4 15 ANNOUNCED, 37 DERIVED, recorded 0
                5 15 ANNOUNCED, 52 ANNOUNCED, recorded 0
                6 18 ANNOUNCED, 70 DERIVED, recorded 0
                """);
        Tally tally = tally(SHANGHAI, Measure.MOUS, CountingRule.PLAIN);
        assertThat(tally.spans())
                .extracting(Tally.Number::least, Tally.Number::withFounding)
                .hasSize(1);
        assertThat(tally.spans().get(0).least()).isEqualTo(17);
        assertThat(tally.spans().get(0).withFounding()).isEqualTo(16);
        assertThat(ledgers.of(SHANGHAI, CountingRule.PLAIN).orElseThrow().tallies())
                .extracting(Tally::measure)
                .containsExactly(Measure.MOUS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesNotDependOnTheOrderOfEntry(long seed) {
        String before =
                table(SHENZHEN, Measure.MOUS) + table(SHENZHEN, Measure.PROJECTS) + table(SHANGHAI, Measure.MOUS);
        List<String> shuffled = new ArrayList<>(FIGURES);
        Collections.shuffle(shuffled, new Random(seed));
        jdbc.sql("delete from figure").update();
        enter(shuffled);

        assertThat(table(SHENZHEN, Measure.MOUS) + table(SHENZHEN, Measure.PROJECTS) + table(SHANGHAI, Measure.MOUS))
                .isEqualTo(before);
    }

    @Test
    void keepsANumberOfAnotherSeriesBesideTheCount() {
        CouncilLedger zone = ledgers.of(ZONE, CountingRule.PLAIN).orElseThrow();

        assertThat(zone.beside()).extracting(CouncilLedger.Figure::value).containsExactly(4);
        assertThat(tally(SHENZHEN, Measure.PROJECTS, CountingRule.PLAIN).total().least())
                .isEqualTo(43);
    }

    @Test
    void countsRowsByTheRule() {
        assertThat(counted(CountingRule.PLAIN)).isEqualTo(2);
        assertThat(counted(rule(State.ACTIVE))).isEqualTo(1);
        assertThat(counted(rule(State.EVER, Extra.FOUNDING))).isEqualTo(3);
        assertThat(counted(rule(State.EVER, Extra.FOUNDING, Extra.SUB_COUNCILS)))
                .isEqualTo(4);
        assertThat(counted(rule(State.EVER, Extra.OUTSIDE))).isEqualTo(2);
    }

    @Test
    void neverChangesAnAnnouncedNumberByTheRule() {
        CountingRule all = rule(State.ACTIVE, Extra.values());

        assertThat(tally(SHENZHEN, Measure.MOUS, all).total().least()).isEqualTo(29);
    }

    @Test
    void countsTheRowsOfABodyThatCountsTowardsItsParentOnce() {
        jdbc.sql("update council set counts_towards_parent = true where id = -2")
                .update();

        assertThat(counted(CountingRule.PLAIN)).isEqualTo(3);
        assertThat(counted(rule(State.EVER, Extra.SUB_COUNCILS))).isEqualTo(3);
    }

    @Test
    void leavesOutWhatCameAfterADay() {
        CountingRule before = new CountingRule(null, null, LocalDate.of(2022, 12, 31), null);
        Tally tally = tally(SHENZHEN, Measure.MOUS, before);

        assertThat(tally.total().least()).isEqualTo(21);
        assertThat(tally.rows()).hasSize(3);
        assertThat(tally(SHANGHAI, Measure.MOUS, before).rows()).hasSize(2);
    }

    @Test
    void listsTheRowsBehindANumber() {
        RecordedRows.Behind behind = new RecordedRows(new EvidenceQueries(jdbc, new WallClock(ZoneOffset.UTC)))
                .behind(
                        SHENZHEN,
                        new RecordedRows.Choice(null, null, null, null, null),
                        rule(State.ACTIVE, Extra.FOUNDING));

        assertThat(behind.groups().stream()
                        .map(group ->
                                group.code() + " " + group.rows() + " " + group.active() + " " + group.isCounted())
                        .toList())
                .containsExactly(
                        "in_count 2 1 true", "not_stated 1 1 false", "founding 1 1 true", "sub_council 1 1 false");
        assertThat(behind.rows().rows())
                .extracting(row -> row.title().text())
                .containsExactly("Ended", "Named", "Perhaps", "Founding of Shenzhen", "Of the zone");
    }

    private long counted(CountingRule rule) {
        return tally(SHENZHEN, Measure.MOUS, rule).held().counted(rule);
    }

    private static CountingRule rule(State state, Extra... extras) {
        return new CountingRule(extras.length == 0 ? null : EnumSet.copyOf(List.of(extras)), state, null, null);
    }

    private Tally tally(long council, Measure measure, CountingRule rule) {
        return ledgers.of(council, rule).orElseThrow().tally(measure);
    }

    /** A line for each meeting: what it added, the total after it, and what is recorded. */
    private String table(long council, Measure measure) {
        return tally(council, measure, CountingRule.PLAIN).rows().stream()
                .map(row -> "%d %s, %s, recorded %d%s\n"
                        .formatted(
                                row.ordinal(),
                                told(row.added()),
                                told(row.toDate()),
                                row.held().inCount(),
                                row.held().perhaps() > 0
                                        ? " perhaps " + row.held().perhaps()
                                        : ""))
                .collect(Collectors.joining());
    }

    private String told(Tally.Number number) {
        String text = words.number(number);
        if (!number.isExact()) {
            return text;
        }
        return text + " " + number.basis() + (number.withFounding() == null ? "" : " (" + number.withFounding() + ")");
    }
}
