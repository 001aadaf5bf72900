package org.pacta.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.DraftView.Measured;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A council with three meetings on record: 21 MOUs are announced up to the third, and "more than 29" projects. */
@DatabaseTest
class ReconciliationsTests {

    private static final long COUNCIL = -1;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Reconciliations reconciliations;

    @BeforeEach
    void enterTheMeetingsBefore() {
        jdbc.sql("""
                insert into council (id, slug, name, kind) values (-1, 'shenzhen', 'Shenzhen', 'initiative');
                insert into meeting (id, council_id, kind, ordinal, status, held_on) values (-3, -1, 'session', 3, 'held', '2022-11-25');
                insert into figure (id, council_id, meeting_id, series, measure, value, comparator, measure_as_printed, scope, standing)
                values (-1, -1, -3, 'after', 'mous', 21, 'exactly', 'MOUs', 'at_meetings', 'reported'),
                    (-2, -1, -3, 'after', 'projects', 29, 'more_than', 'projects', 'at_meetings', 'reported')
                """).update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // lines of the fourth meeting | measure, announced, planned, entered, to date, before
                "figure measure=mous value=8, agreement kind=mou, agreement                      | MOUS 8 - 2 - 21",
                "figure measure=mous value=8 comparator=about, agreement                         | MOUS - - 1 - 21",
                "figure measure=mous value=eight, figure measure=mous value=8                    | MOUS 8 - 0 - 21",
                "figure measure=mous value=8, figure measure=mous series=after value=29          | MOUS 8 - 0 29 21",
                "figure measure=mous series=before value=21                                      |",
                "figure measure=mous                                                             |",
                "figure measure=agreements value=2, agreement kind=protocol, agreement           | MOUS - - 1 - 21, AGREEMENTS 2 - 2 - -",
                "agreement kind=protocol, agreement kind=action_plan                             |",
                "figure measure=projects value=14, project, project counting=not_stated          | PROJECTS 14 - 2 - -",
                "figure measure=mous value=8 standing=planned, agreement                        | MOUS - 8 1 - 21",
                "figure measure=mous value=9 standing=planned, figure measure=mous value=8      | MOUS 8 9 0 - 21",
                "figure measure=mous value=9 side=singapore, figure measure=mous value=8        | MOUS 8 - 0 - 21",
                "figure measure=mous value=9 setAsideReason=Twice, figure measure=mous value=8  | MOUS 8 - 0 - 21",
                "project, project counting=outside, project status=planned, project status=completed | PROJECTS - - 2 - -",
                "agreement counting=outside, agreement status=planned, agreement status=in_force | MOUS - - 1 - 21",
            })
    void holdsLinesAgainstTheNumbersOfTheSameText(String lines, String rows) {
        assertThat(rows(4, lines)).isEqualTo(rows == null ? "" : rows);
    }

    @ParameterizedTest
    @CsvSource({"1, -", "2, -", "3, -", "4, 21", "5, 21", "6, -"})
    void knowsTheTotalAfterTheMeetingBefore(int ordinal, String before) {
        jdbc.sql("""
                insert into figure (id, council_id, ordinal, series, measure, value, comparator, measure_as_printed, scope, standing)
                values (-3, -1, 4, 'at', 'mous', 0, 'exactly', 'MOUs', 'at_meetings', 'reported')
                """).update();

        assertThat(rows(ordinal, "agreement")).isEqualTo("MOUS - - 1 - " + before);
    }

    @Test
    void leavesOutWhatIsOnlyProposedOrTakenOut() {
        List<Line> lines = Stream.of("entered", "proposed", "removed")
                .map(state -> line(Section.PROJECT, state, Map.of()))
                .toList();

        assertThat(reconciliations.of(COUNCIL, lines))
                .extracting(Measured::entered)
                .containsExactly(1L);
    }

    private String rows(int ordinal, String words) {
        List<Line> lines = Stream.concat(Stream.of("basics ordinal=" + ordinal), Stream.of(words.split(", ")))
                .map(ReconciliationsTests::line)
                .toList();
        return reconciliations.of(COUNCIL, lines).stream()
                .map(row -> Stream.of(
                                row.measure(),
                                row.announced(),
                                row.planned(),
                                row.entered(),
                                row.toDate(),
                                row.before())
                        .map(each -> each == null ? "-" : each.toString())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    /** A line such as {@code figure measure=mous value=8}. */
    private static Line line(String words) {
        String[] parts = words.split(" ");
        Map<String, String> typed = new HashMap<>();
        Stream.of(parts).skip(1).map(part -> part.split("=")).forEach(part -> typed.put(part[0], part[1]));
        return line(Section.of(parts[0]), "entered", typed);
    }

    private static Line line(Section section, String state, Map<String, String> typed) {
        return new Line(1, 0, section, state, typed, Map.of(), null, null, null, null, null, null, null);
    }
}
