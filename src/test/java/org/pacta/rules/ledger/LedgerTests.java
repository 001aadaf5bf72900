package org.pacta.rules.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacta.rules.ledger.Figures.asOf;
import static org.pacta.rules.ledger.Figures.span;
import static org.pacta.rules.ledger.Measure.AGREEMENTS;
import static org.pacta.rules.ledger.Measure.MOUS;
import static org.pacta.rules.ledger.Measure.PROJECTS;
import static org.pacta.rules.ledger.Statement.Comparator.ABOUT;
import static org.pacta.rules.ledger.Statement.Comparator.AT_LEAST;
import static org.pacta.rules.ledger.Statement.Comparator.EXACTLY;
import static org.pacta.rules.ledger.Statement.Comparator.MORE_THAN;
import static org.pacta.rules.ledger.Statement.Comparator.NEARLY;
import static org.pacta.rules.ledger.Statement.Comparator.UP_TO;
import static org.pacta.rules.ledger.Statement.Place.after;
import static org.pacta.rules.ledger.Statement.Place.at;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacta.rules.ledger.Ledger.Series;
import org.pacta.rules.ledger.Statement.Place;

class LedgerTests {

    @Test
    void fillsTheShenzhenLedgerCellByCell() {
        Ledger ledger = Figures.shenzhen().ledger();

        assertThat(Words.table(ledger.series(MOUS)))
                .containsExactly(
                        "8 S | 8 a = 0 + 8 (9)", "5 a = 13 − 8 (4) | 13 d = 21 − 8", "8 S | 21 S", "8 S | 29 S");
        assertThat(Words.table(ledger.series(PROJECTS)))
                .containsExactly(
                        "8 a = 8 − 0 | 8 d = 15 − 7", "7 d = 14 / 2 | 15 d = 29 − 14", "14 S | 29 S", "14 S | 43 S");
    }

    @Test
    void findsWhatTheShenzhenFiguresConfirmAndWhatIsMissing() {
        assertThat(findings(Figures.shenzhen()))
                .containsExactly(
                        "8 not recorded at 1",
                        "8 not recorded at 1",
                        "meeting 2 is missing",
                        "5 not recorded at 2",
                        "7 not recorded at 2",
                        "8 not recorded at 3",
                        "14 not recorded at 3",
                        "29 = 21 + 8",
                        "8 not recorded at 4",
                        "43 = 29 + 14");
    }

    @Test
    void saysThatOneWasCountedBeforeWhenFourAreEnteredAtTheSecondMeeting() {
        Figures figures = Figures.shenzhen().state(MOUS, at(2), 4);

        assertThat(Words.table(figures.ledger().series(MOUS)))
                .containsExactly("8 S | 9 d = 13 − 4", "4 S | 13 d = 21 − 8", "8 S | 21 S", "8 S | 29 S");
        assertThat(findings(figures)).contains("1 counted before = 21 − 8 − 4 − 8, the founding agreement");
    }

    @Test
    void contradictsWhenTheMeetingsAddMoreThanTheTotal() {
        Figures figures = Figures.shenzhen().state(MOUS, at(2), 10);

        assertThat(findings(figures)).contains("8 + 10 + 8 against 21: -5 []");
        assertThat(Words.table(figures.ledger().series(MOUS)))
                .containsExactly("8 S | 0..21", "10 S | 0..21", "8 S | 21 S", "8 S | 29 S");
    }

    @Test
    void fillsTheShanghaiLedgerFromTwoWordsForOneSeries() {
        Ledger ledger = Figures.shanghai().ledger();
        Series series = ledger.series(AGREEMENTS);

        assertThat(series).isSameAs(ledger.series(MOUS));
        assertThat(Words.table(series))
                .containsExactly(
                        "5 S | 5 a = 0 + 5 (6)",
                        "0..17 | 5..22",
                        "0..17 | 22 d = 37 − 15",
                        "15 S | 37 d = 37",
                        "15 S | 52 S",
                        "18 S | 70 d = 52 + 18");
        assertThat(spans(series)).containsExactly("2 to 3: 17 a = 22 − 5 (16)");
        assertThat(findings(Figures.shanghai())).contains("52 = 37 + 15");
        assertThat(ledger.usesDeclaration(
                        series.row(3).orElseThrow().toDate().derived().least().proof()))
                .isTrue();
        assertThat(ledger.usesDeclaration(
                        series.row(6).orElseThrow().toDate().derived().least().proof()))
                .isFalse();
    }

    @Test
    void derivesTheSameInAnyOrderOfEntry() {
        long seed = seed();
        Random random = new Random(seed);
        for (Figures figures : List.of(
                Figures.shenzhen(),
                Figures.shenzhen().state(MOUS, at(2), 4),
                Figures.shenzhen().state(MOUS, at(2), 10),
                Figures.shanghai())) {
            Ledger expected = figures.ledger();
            for (int i = 0; i < 50; i++) {
                assertThat(figures.ledger(random)).as("seed %d", seed).isEqualTo(expected);
            }
        }
    }

    @Test
    void saysThatATotalFoundByTryingSupposesThatNothingCameBefore() {
        Series series = new Figures()
                .state(PROJECTS, span(1, 2), 9)
                .relate(PROJECTS, at(2), EXACTLY, "2", 1)
                .ledger()
                .series(PROJECTS);

        assertThat(series.rows())
                .allMatch(row -> !row.added().derived().assumes())
                .allMatch(row -> row.toDate().assuming().assumes());
    }

    /** The table of one series beside the figures it follows from. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void derives(String what, Figures figures, List<String> table) {
        assertThat(Words.table(figures.ledger().series(PROJECTS))).isEqualTo(table);
    }

    static Stream<Arguments> derives() {
        return Stream.of(
                example("nothing from nothing", f -> f.meetings(2), "? | ?", "? | ?"),
                example(
                        "what the first meeting added, when nothing came before",
                        f -> f.state(PROJECTS, after(1), 7),
                        "7 a = 7 − 0 | 7 S"),
                example(
                        "a missing first meeting from the total after the second",
                        f -> f.state(PROJECTS, at(2), 5).state(PROJECTS, after(2), 12),
                        "7 a = 7 − 0 | 7 d = 12 − 5",
                        "5 S | 12 S"),
                example(
                        "a missing middle meeting without an assumption",
                        f -> f.state(PROJECTS, after(1), 7)
                                .state(PROJECTS, at(3), 4)
                                .state(PROJECTS, after(3), 20),
                        "7 a = 7 − 0 | 7 S",
                        "9 d = 16 − 7 | 16 d = 20 − 4",
                        "4 S | 20 S"),
                example(
                        "a total forwards",
                        f -> f.state(PROJECTS, after(1), 7)
                                .state(PROJECTS, at(2), 4)
                                .state(PROJECTS, at(3), 1),
                        "7 a = 7 − 0 | 7 S",
                        "4 S | 11 d = 7 + 4",
                        "1 S | 12 d = 11 + 1"),
                example(
                        "one meeting of a span",
                        f -> f.state(PROJECTS, span(2, 4), 10)
                                .state(PROJECTS, at(2), 3)
                                .state(PROJECTS, at(4), 2),
                        "? | ?",
                        "3 S | 3..",
                        "5 d = 10 − 3 − 2 | 8..",
                        "2 S | 10.."),
                example(
                        "nothing added where the total stands still",
                        f -> f.state(PROJECTS, after(1), 7).state(PROJECTS, after(3), 7),
                        "7 a = 7 − 0 | 7 S",
                        "0 d =  and at most 7 − 7 | 7 d = 7 and at most 7",
                        "0 d =  and at most 7 − 7 | 7 S"),
                example(
                        "bounds from more than, at least, nearly and up to",
                        f -> f.state(PROJECTS, after(1), MORE_THAN, 20)
                                .state(PROJECTS, at(2), AT_LEAST, 5)
                                .state(PROJECTS, after(2), NEARLY, 40)
                                .state(PROJECTS, at(3), UP_TO, 3),
                        "0..35 | 21..35",
                        "5..19 | 26..40",
                        "0..3 | 26..43"),
                example(
                        "a number between two bounds that meet",
                        f -> f.state(PROJECTS, at(1), AT_LEAST, 6).state(PROJECTS, at(1), UP_TO, 6),
                        "6 S | 6 a = 0 + 6 and at most 0 + 6"),
                example("nothing from about", f -> f.state(PROJECTS, at(1), ABOUT, 30), "? | ?"),
                example(
                        "nothing from what is only planned",
                        f -> f.state(PROJECTS, after(1), 7).plan(PROJECTS, at(2), 5),
                        "7 a = 7 − 0 | 7 S",
                        "? | 7.."),
                example(
                        "bounds from a number with a digit that is lost",
                        f -> f.read(PROJECTS, after(1), EXACTLY, "4?")
                                .state(PROJECTS, at(2), 5)
                                .read(PROJECTS, at(3), AT_LEAST, "1?")
                                .read(PROJECTS, at(4), NEARLY, "?4"),
                        "0..49 | 40..49",
                        "5 S | 45..54",
                        "10.. | 55..",
                        "0..94 | 55.."),
                example(
                        "one number from its digits and what they can be",
                        f -> f.read(PROJECTS, after(1), EXACTLY, "4?")
                                .state(PROJECTS, after(2), 41)
                                .read(PROJECTS, after(2), EXACTLY, "?1")
                                .read(PROJECTS, at(2), MORE_THAN, "?"),
                        "40 a = 40 − 0 and at most 40 − 0 | 40 d = 40 and at most 41 − 1",
                        "1 d = 1 and at most 41 − 40 | 41 S"),
                example(
                        "nothing added at a meeting that was cancelled",
                        f -> f.cancel(2)
                                .cancel(7)
                                .state(PROJECTS, after(1), 7)
                                .state(PROJECTS, at(3), 4)
                                .state(PROJECTS, after(4), 13),
                        "7 a = 7 − 0 | 7 S",
                        "0 d = 0 | 7 d = 7 + 0",
                        "4 S | 11 d = 7 + 4",
                        "2 d = 13 − 11 | 13 S"),
                example(
                        "nothing from the number of one side",
                        f -> f.state(PROJECTS, after(1), 55).ofOneSide(PROJECTS, after(1), 31),
                        "55 a = 55 − 0 | 55 S"),
                example(
                        "nothing from what an editor set aside",
                        f -> f.state(PROJECTS, after(1), 7)
                                .setAside(PROJECTS, after(1), 9)
                                .setAside(PROJECTS, at(2), 5),
                        "7 a = 7 − 0 | 7 S",
                        "? | 7.."),
                example(
                        "the preferred one of rivals",
                        f -> f.state(PROJECTS, at(1), 9).prefer(PROJECTS, at(1), 8),
                        "8 S | 8 a = 0 + 8"),
                example(
                        "a relation from either end",
                        f -> f.state(PROJECTS, at(1), 6)
                                .relate(PROJECTS, at(2), EXACTLY, "1.5", 1)
                                .relate(PROJECTS, at(4), EXACTLY, "2", 3)
                                .state(PROJECTS, at(4), 10),
                        "6 S | 6 a = 0 + 6",
                        "9 d = 6 × 1.5 | 15 a = 6 + 9",
                        "5 d = 10 / 2 | 20 a = 15 + 5",
                        "10 S | 30 a = 20 + 10"),
                example(
                        "both meetings of a span that a relation divides",
                        f -> f.state(PROJECTS, span(1, 2), 9).relate(PROJECTS, at(2), EXACTLY, "2", 1),
                        "3 d = 3 | 3 a = 3",
                        "6 d = 6 | 9 a = 0 + 9"),
                example(
                        "a relation to a number that is only bounded",
                        f -> f.state(PROJECTS, at(1), AT_LEAST, 6).relate(PROJECTS, at(2), AT_LEAST, "2", 1),
                        "6.. | 6..",
                        "12.. | 18.."),
                example(
                        "a total that has stood still",
                        f -> f.state(PROJECTS, at(1), 2).relate(PROJECTS, after(3), EXACTLY, "1", 1),
                        "2 S | 2 a = 0 + 2",
                        "0 d =  and at most 0 | 2 a = 0 + 2 and at most 2 + 0",
                        "0 d =  and at most 0 | 2 a = 2 + 0"),
                example(
                        "a relation between totals",
                        f -> f.state(PROJECTS, after(1), 6).relate(PROJECTS, after(2), EXACTLY, "10", 1),
                        "6 a = 6 − 0 | 6 S",
                        "54 d = 60 − 6 | 60 d = 6 × 10"),
                example(
                        "nothing from a relation to more than can be counted",
                        f -> f.state(PROJECTS, after(1), 6).relate(PROJECTS, after(2), EXACTLY, "1e30", 1),
                        "6 a = 6 − 0 | 6 S",
                        "? | 6.."),
                example(
                        "bounds from more than double",
                        f -> f.state(PROJECTS, at(1), 6)
                                .relate(PROJECTS, at(2), MORE_THAN, "2", 1)
                                .relate(PROJECTS, at(4), MORE_THAN, "2", 3)
                                .state(PROJECTS, at(4), 10),
                        "6 S | 6 a = 0 + 6",
                        "13.. | 19..",
                        "0..4 | 19..",
                        "10 S | 29.."),
                example(
                        "bounds alone from a day on either side of a meeting",
                        f -> f.meeting(1, "2020-01-01")
                                .meeting(2, "2021-01-01", "2021-12-31")
                                .meeting(3, "2022-06-01")
                                .state(PROJECTS, asOf("2021-06-01", "2021-06-30"), 10)
                                .state(PROJECTS, at(3), 4),
                        "0..10 | 0..10",
                        "? | 10..",
                        "4 S | 14.."),
                example(
                        "bounds alone where a meeting between has no date",
                        f -> f.meeting(1, "2020-01-01")
                                .meeting(3, "2022-06-01")
                                .state(PROJECTS, asOf("2021-06-01", "2021-06-30"), 10)
                                .state(PROJECTS, after(1), 6),
                        "6 a = 6 − 0 | 6 S",
                        "4.. | 10..",
                        "? | 10.."),
                example(
                        "a least total from a day before the first meeting",
                        f -> f.meeting(1, "2020-01-01").state(PROJECTS, asOf("2019-06-01", "2019-06-30"), 3),
                        "? | 3.."),
                example(
                        "growth from two totals between the same meetings",
                        f -> f.meeting(1, "2020-01-01")
                                .meeting(2, "2022-01-01")
                                .state(PROJECTS, asOf("2020-06-01", "2020-06-30"), 20)
                                .state(PROJECTS, asOf("2021-06-01", "2021-06-30"), 25)
                                .state(PROJECTS, at(2), 6),
                        "20 a = 20 − 0 | 20 d = 20",
                        "6 S | 31 d = 25 + 6"));
    }

    @Test
    void namesGrowthBetweenMeetings() {
        Figures figures = new Figures()
                .meeting(1, "2020-01-01")
                .state(PROJECTS, after(1), 20)
                .state(PROJECTS, asOf("2021-06-01", "2021-06-30"), 25)
                .state(PROJECTS, asOf("2021-09-01", "2021-09-01"), AT_LEAST, 25);

        assertThat(findings(figures)).contains("5 more between 1 and the next");
        assertThat(Words.cell(figures.ledger().series(PROJECTS).latest())).isEqualTo("25 S");
    }

    @Test
    void keepsATotalOnEitherSideOfAMeetingApart() {
        Series series = new Figures()
                .meetings(2)
                .state(PROJECTS, asOf("2021-06-01", "2021-06-30"), 10)
                .ledger()
                .series(PROJECTS);

        assertThat(series.dated()).extracting(Words::cell).containsExactly("10 S");
        assertThat(Words.table(series)).containsExactly("? | ?", "? | ?");
    }

    /** Totals on days, for councils with numbered meetings or none. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void keepsEveryDatedTotalOnOneTimeline(String what, Figures figures, List<String> expected) {
        assertThat(findings(figures)).containsAll(expected);
    }

    static Stream<Arguments> keepsEveryDatedTotalOnOneTimeline() {
        Consumer<Figures> fall = f -> f.state(PROJECTS, asOf("2020-10-01", "2020-10-31"), 230)
                .state(PROJECTS, asOf("2021-06-01", "2021-06-30"), 150);
        return Stream.of(
                example("a fall without meetings", fall, "230 against 150: -80 []"),
                example(
                        "a fall around a meeting that has no day",
                        f -> f.meetings(1).with(fall),
                        "230 against 150: -80 []"),
                example(
                        "a fall after the last meeting",
                        f -> f.meeting(1, "2019-01-01").with(fall),
                        "230 against 150: -80 []"),
                example(
                        "a fall before the first meeting",
                        f -> f.meeting(1, "2019-01-01")
                                .state(PROJECTS, asOf("2018-06-01", "2018-06-30"), 37)
                                .state(PROJECTS, Place.before(1), 12),
                        "37 against 12: -25 []"),
                example(
                        "a fall after a total that counts before a meeting",
                        f -> f.meeting(2, "2019-01-01")
                                .state(PROJECTS, after(2), 118)
                                .state(PROJECTS, asOf("2020-06-01", "2020-06-30"), 37),
                        "118 against 37: -81 []"),
                example(
                        "what a meeting added to a total that was there before the first",
                        f -> f.meeting(1, "2019-01-01")
                                .state(PROJECTS, asOf("2018-06-01", "2018-06-30"), 20)
                                .state(PROJECTS, at(1), 5)
                                .state(PROJECTS, asOf("2019-06-01", "2019-06-30"), 25),
                        "25 = 20 + 5"),
                example(
                        "what a meeting without a day added to a total",
                        f -> f.meeting(1, "2019-01-01")
                                .state(PROJECTS, after(1), 20)
                                .state(PROJECTS, at(2), 5)
                                .state(PROJECTS, asOf("2021-06-01", "2021-06-30"), 25),
                        "25 = 20 + 5"));
    }

    @Test
    void sharesARowAmongMeetingsOfWhichNothingIsStated() {
        Figures figures = new Figures()
                .meetings(1)
                .state(PROJECTS, at(1), 8)
                .state(PROJECTS, at(999), 4)
                .state(PROJECTS, after(999), 92);

        assertThat(Words.table(figures.ledger().series(PROJECTS)))
                .containsExactly("8 S | 8 a = 0 + 8", "2 to 997: 0..80 | 8..88", "0..80 | 88 d = 92 − 4", "4 S | 92 S");
        assertThat(findings(figures)).contains("meetings 2 to 999 are missing");
    }

    /** What a ledger costs grows with its rows; LedgerBench measures it. */
    @Test
    void hasNoMoreRowsHoweverFarMeetingsAreNumbered() {
        int few = threeFigures(17).ledger().series(MOUS).rows().size();

        assertThat(threeFigures(999).ledger().series(MOUS).rows()).hasSize(few);
        assertThat(threeFigures(999).meetings(999).ledger().series(MOUS).rows()).hasSize(few);
    }

    @Test
    void drawsUpALedgerOf999MeetingsAllStated() {
        Figures figures = new Figures().meetings(999);
        for (Measure measure : Measure.values()) {
            int more = measure == MOUS ? 3 : 5;
            for (int ordinal = 1; ordinal <= 999; ordinal++) {
                figures.state(measure, at(ordinal), more).state(measure, after(ordinal), ordinal * more);
            }
        }

        assertThat(Words.table(figures.ledger().series(MOUS))).hasSize(999).endsWith("3 S | 2997 S");
    }

    private static Figures threeFigures(int last) {
        return new Figures()
                .state(MOUS, at(1), 8)
                .state(MOUS, after(last / 2 + 1), 50)
                .state(MOUS, after(last), 92);
    }

    @Test
    void nestsMousInAllAgreements() {
        Figures figures = new Figures()
                .state(AGREEMENTS, at(1), 16)
                .state(MOUS, at(1), 12)
                .state(MOUS, at(2), 7)
                .state(AGREEMENTS, after(2), 25)
                .state(AGREEMENTS, at(3), 2);

        assertThat(Words.table(figures.ledger().series(AGREEMENTS)))
                .containsExactly("16 S | 16 a = 0 + 16", "9 a = 25 − 16 | 25 S", "2 S | 27 d = 25 + 2");
        assertThat(Words.table(figures.ledger().series(MOUS)))
                .containsExactly("12 S | 12 a = 0 + 12", "7 S | 19 a = 12 + 7", "0..2 | 19..23");
        assertThat(findings(figures)).contains("4 others at 1");
    }

    /** What single meetings leave open: the others, which are no MOUs, cannot become fewer between two totals either. */
    @Test
    void nestsMousInAllAgreementsBetweenAnyTwoTotals() {
        Figures figures = new Figures()
                .state(AGREEMENTS, after(1), 10)
                .state(AGREEMENTS, after(3), 12)
                .state(MOUS, after(3), 9);

        assertThat(Words.table(figures.ledger().series(MOUS)))
                .containsExactly("0..9 | 7..9", "0..2 | 7..9", "0..2 | 9 S");
    }

    @Test
    void nestsAllAgreementsAroundMousBetweenAnyTwoTotals() {
        Figures figures =
                new Figures().state(MOUS, after(1), 3).state(MOUS, after(3), 9).state(AGREEMENTS, after(1), 5);

        assertThat(Words.table(figures.ledger().series(AGREEMENTS)))
                .containsExactly("5 a = 5 − 0 | 5 S", "? | 5..", "? | 11..");
    }

    @Test
    void contradictsWhenMoreMousThanAgreementsWereAddedBetweenTwoTotals() {
        Figures figures = new Figures()
                .state(AGREEMENTS, after(1), 10)
                .state(AGREEMENTS, after(3), 12)
                .state(MOUS, after(1), 3)
                .state(MOUS, after(3), 9);

        assertThat(findings(figures)).contains("3 + 2 against 9: 4 [DIFFERENT_SCOPE]");
    }

    @Test
    void contradictsWhenThereAreMoreMousThanAgreements() {
        Figures figures = new Figures().state(AGREEMENTS, at(1), 10).state(MOUS, at(1), 12);

        assertThat(findings(figures)).contains("10 against 12: 2 [DIFFERENT_SCOPE]");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void finds(String what, Figures figures, List<String> expected) {
        assertThat(findings(figures)).containsAll(expected);
    }

    static Stream<Arguments> finds() {
        return Stream.of(
                example(
                        "a number that the digits of another cannot be",
                        f -> f.read(PROJECTS, after(1), EXACTLY, "4?").state(PROJECTS, after(2), 38),
                        "40 against 38: -2 []"),
                example(
                        "a total below what was added to the one before",
                        f -> f.founding()
                                .state(MOUS, after(1), 20)
                                .state(MOUS, at(2), 5)
                                .state(MOUS, after(2), 24),
                        "20 + 5 against 24: -1 [FOUNDING]"),
                example(
                        "a total above what was added to the one before",
                        f -> f.state(PROJECTS, after(1), 20)
                                .state(PROJECTS, at(2), 5)
                                .state(PROJECTS, after(2), 28),
                        "20 + 5 against 28: 3 [BETWEEN_MEETINGS]"),
                example(
                        "a total that falls",
                        f -> f.state(PROJECTS, after(1), 20).state(PROJECTS, after(2), 18),
                        "20 against 18: -2 []"),
                example(
                        "rivals nobody has decided between",
                        f -> f.state(PROJECTS, at(1), 8).state(PROJECTS, at(1), 9),
                        "8 against 9: 1 [UNDECIDED_RIVALS]"),
                example(
                        "MOUs far above what agreements are said to be about",
                        f -> f.meetings(3)
                                .state(AGREEMENTS, after(3), ABOUT, 12)
                                .state(MOUS, after(3), AT_LEAST, 46),
                        "about 12 against 46.."),
                example(
                        "a relation no whole number fits",
                        f -> f.state(PROJECTS, at(2), 15).relate(PROJECTS, at(2), EXACTLY, "2", 1),
                        "7 against 8: 1 [NO_WHOLE_NUMBER]"),
                example(
                        "a rival that was set aside",
                        f -> f.state(PROJECTS, at(1), 9).prefer(PROJECTS, at(1), 8),
                        "1 rival at 1"),
                example(
                        "more on record than was announced",
                        f -> f.state(PROJECTS, at(1), 8).record(PROJECTS, 1, 9),
                        "1 too many recorded at 1"),
                example(
                        "fewer on record than at least were announced",
                        f -> f.state(PROJECTS, at(1), MORE_THAN, 20).record(PROJECTS, 1, 2),
                        "19 not recorded at 1"),
                example(
                        "a number at a meeting that was cancelled",
                        f -> f.meeting(1, "2020-01-01")
                                .meeting(3, "2022-01-01")
                                .cancel(2)
                                .state(PROJECTS, at(2), 4),
                        "0 against 4: 4 [CANCELLED]"),
                example(
                        "meetings that are not on record, and not those cancelled",
                        f -> f.meeting(1, "2020-01-01").cancel(3).cancel(5).state(PROJECTS, at(6), 4),
                        "meeting 2 is missing",
                        "meeting 4 is missing",
                        "meeting 6 is missing"),
                example(
                        "meetings that are not on record",
                        f -> f.meeting(2, "2020-01-01")
                                .state(PROJECTS, at(3), 4)
                                .plan(PROJECTS, at(5), 4),
                        "meeting 1 is missing",
                        "meeting 3 is missing"));
    }

    @Test
    void confirmsATotalSaidOnTwoDaysByWhatItIsMadeOf() {
        Figures figures = new Figures()
                .meetings(2)
                .state(MOUS, after(1), 20)
                .state(MOUS, at(2), 5)
                .state(MOUS, asOf("2020-01-01", "2020-12-31"), 25)
                .state(MOUS, asOf("2021-01-01", "2021-12-31"), 25);

        assertThat(findings(figures))
                .filteredOn(finding -> finding.contains(" = "))
                .containsExactly("25 = 20 + 5");
    }

    @Test
    void keepsATotalOfADayApartFromThatOfTheMeetingBeforeIt() {
        Series series = new Figures()
                .meeting(1, "2019-06-01")
                .state(MOUS, asOf("2019-10-01", "2019-12-31"), AT_LEAST, 12_000)
                .state(MOUS, asOf("2020-01-01", "2020-12-31"), 12_000)
                .ledger()
                .series(MOUS);

        assertThat(Words.table(series)).containsExactly("12000 a = 12000 − 0 | 12000 d = 12000");
        assertThat(series.dated()).extracting(Words::cell).containsExactly("12000 d = 12000", "12000 S");
        assertThat(series.latest().place()).isEqualTo(asOf("2020-01-01", "2020-12-31"));
    }

    @Test
    void tellsAFallFromTheLastMeetingToALaterDayBeforeAMeetingThatIsPlanned() {
        Series series = new Figures()
                .meeting(1, "2020-01-01")
                .state(PROJECTS, after(1), 70)
                .state(PROJECTS, asOf("2021-12-31", "2021-12-31"), 64)
                .plan(PROJECTS, at(2), 15)
                .ledger()
                .series(PROJECTS);

        assertThat(series.latest().place()).isEqualTo(asOf("2021-12-31", "2021-12-31"));
        assertThat(Objects.requireNonNull(series.higher()).place()).isEqualTo(after(1));
    }

    @Test
    void tellsAFallFromADayToALaterMeetingThoughAMeetingBetweenThemHasNoDay() {
        Figures figures = new Figures()
                .meeting(1, "2017-01-01")
                .meeting(3, "2019-02-01", "2019-02-28")
                .meeting(4, "2021-01-01")
                .state(PROJECTS, after(1), 12)
                .state(PROJECTS, asOf("2018-09-01", "2018-09-30"), 118)
                .state(PROJECTS, after(3), 37)
                .state(PROJECTS, at(4), 5);
        Series series = figures.ledger().series(PROJECTS);

        assertThat(series.latest().place()).isEqualTo(after(3));
        assertThat(Objects.requireNonNull(series.higher()).place()).isEqualTo(asOf("2018-09-01", "2018-09-30"));
        assertThat(findings(figures)).contains("118 against 37: -81 []");
    }

    @Test
    void placesATotalBeforeAMeetingThatIsPlannedForALaterDay() {
        Figures figures = new Figures()
                .meeting(1, "2020-01-01")
                .await(2, "2022-01-01")
                .state(PROJECTS, after(1), 70)
                .state(PROJECTS, asOf("2021-12-31", "2021-12-31"), 64)
                .plan(PROJECTS, at(2), 15);

        assertThat(Words.table(figures.ledger().series(PROJECTS))).last().isEqualTo("? | 64..");
        assertThat(findings(figures)).noneMatch(finding -> finding.contains("more between"));
    }

    @Test
    void boundsWhatFollowsTwoTotalsThatFallByTheLesser() {
        Series series = new Figures()
                .state(PROJECTS, after(1), 20)
                .state(PROJECTS, after(2), 18)
                .state(PROJECTS, at(3), 10)
                .ledger()
                .series(PROJECTS);

        assertThat(Words.table(series)).last().isEqualTo("10 S | 28..");
        assertThat(series.latest().restsOnDisputed()).isTrue();
    }

    @Test
    void boundsANumberByRivalsNobodyHasDecidedBetween() {
        Figures figures = new Figures()
                .state(PROJECTS, at(1), 8)
                .state(PROJECTS, at(1), 9)
                .state(PROJECTS, at(2), 4);

        assertThat(Words.table(figures.ledger().series(PROJECTS))).containsExactly("8..9 | 8..", "4 S | 12..");
    }

    @Test
    void showsGrowthBetweenRivalTotalsAndALaterOne() {
        Figures figures = new Figures()
                .meeting(1, "2020-01-01")
                .state(PROJECTS, after(1), 43)
                .state(PROJECTS, after(1), 44)
                .state(PROJECTS, asOf("2021-01-01", "2021-12-31"), 50);

        assertThat(findings(figures))
                .contains("6..7 more between 1 and the next")
                .doesNotContain("44 against 50: 6 []");
    }

    @Test
    void usesNoRivalsOfWhichOneContradictsSomethingElse() {
        Figures figures = new Figures()
                .state(PROJECTS, at(1), 8)
                .state(PROJECTS, at(1), 9)
                .state(PROJECTS, at(2), 4)
                .state(PROJECTS, after(2), 12);

        assertThat(Words.table(figures.ledger().series(PROJECTS))).containsExactly("? | ?", "4 S | 12 S");
    }

    @Test
    void countsAmongAgreementsTheMousOfMeetingsThatSpeakOfNoOthers() {
        Figures figures =
                new Figures().state(AGREEMENTS, at(1), 1).state(MOUS, at(1), 1).state(MOUS, at(2), 1);

        assertThat(Words.table(figures.ledger().series(AGREEMENTS))).containsExactly("1 S | 1 a = 0 + 1", "1.. | 2..");
    }

    @Test
    void contradictsNothingWithWhatAnEditorSetAside() {
        Figures figures = new Figures()
                .meetings(2)
                .state(PROJECTS, after(1), 20)
                .state(PROJECTS, after(2), 25)
                .setAside(PROJECTS, after(2), 18)
                .setAside(PROJECTS, after(3), 90);

        Series series = figures.ledger().series(PROJECTS);

        assertThat(findings(figures)).containsExactly("20 not recorded at 1", "5 not recorded at 2");
        assertThat(series.row(2).orElseThrow().toDate().announced())
                .as("it stays in view")
                .hasSize(2);
        assertThat(series.row(3).orElseThrow().toDate().announced()).hasSize(1);
    }

    @Test
    void derivesNothingFromAContradictionButGoesOnWithTheRest() {
        Figures figures = new Figures()
                .state(PROJECTS, after(2), 20)
                .state(PROJECTS, at(3), 5)
                .state(PROJECTS, after(3), 24)
                .state(PROJECTS, at(4), 6)
                .state(PROJECTS, after(4), 30)
                .state(PROJECTS, at(5), 4);

        Series series = figures.ledger().series(PROJECTS);

        assertThat(Words.table(series))
                .containsExactly("0..24 | 0..24", "0..24 | 20 S", "5 S | 24 S", "6 S | 30 S", "4 S | 34 d = 30 + 4");
        assertThat(series.rows().stream().map(row -> row.toDate().isDisputed()))
                .containsExactly(false, true, true, true, false);
        assertThat(series.row(5).orElseThrow().toDate().restsOnDisputed())
                .as("30, of which 20 + 5 + 6 is not")
                .isTrue();
        assertThat(findings(figures)).contains("20 + 5 against 24: -1 []");
    }

    @Test
    void neverDerivesANumberThatAnAnnouncedOneContradicts() {
        Figures figures = new Figures()
                .state(PROJECTS, after(2), 20)
                .state(PROJECTS, at(3), 5)
                .state(PROJECTS, after(3), 24)
                .state(PROJECTS, at(4), 6)
                .state(PROJECTS, at(5), 4)
                .state(PROJECTS, after(5), 35);

        assertThat(Words.table(figures.ledger().series(PROJECTS)))
                .containsExactly("? | ?", "? | 20 S", "5 S | 24 S", "6 S | ?", "4 S | 35 S");
        assertThat(findings(figures))
                .contains("20 + 5 against 24: -1 []", "24 + 6 + 4 against 35: 1 [BETWEEN_MEETINGS]");
    }

    @Test
    void offersTheRivalThatWouldFit() {
        Figures figures = new Figures()
                .state(PROJECTS, after(1), 20)
                .prefer(PROJECTS, at(2), 5)
                .state(PROJECTS, at(2), 4)
                .state(PROJECTS, after(2), 24);

        assertThat(figures.ledger().findings())
                .filteredOn(Finding.Contradiction.class::isInstance)
                .singleElement()
                .satisfies(finding -> assertThat(((Finding.Contradiction) finding).rivals())
                        .extracting(Statement::amount)
                        .containsExactly(new Statement.Count(EXACTLY, 4)));
    }

    static long seed() {
        long seed = Long.getLong("ledger.seed", System.nanoTime());
        System.out.println("ledger.seed=" + seed);
        return seed;
    }

    private static Arguments example(String what, Consumer<Figures> figures, String... expected) {
        return Arguments.of(what, new Figures().with(figures), List.of(expected));
    }

    private static List<String> findings(Figures figures) {
        return figures.ledger().findings().stream().map(Words::finding).toList();
    }

    private static List<String> spans(Series series) {
        return series.spans().stream()
                .map(span -> {
                    Statement.At meetings = (Statement.At) span.place();
                    return meetings.ordinal() + " to " + meetings.through() + ": " + Words.cell(span);
                })
                .toList();
    }
}
