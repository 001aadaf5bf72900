package org.pacta.registry.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;

class MeetingTimelineTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'1 2020-06-17; 3 2022-11-25; 4 [..2023-12-15]', 2020, 2023, '1',   0",
                "'1 2003-11; 12 2017-12-01',                     2003, 2017, '10',  0",
                "'- 2018-03-01; 2 2019; 3 -',                    2018, 2019, '',    1",
                "'1 2018-03-01; 2 -; 4 2019',                    2018, 2019, '1',   1",
                "'1 2018-03-01; 2 -; 3 2019',                    2018, 2019, '',    1",
                "'5 2019-01-01; 1 2001; 3 2010',                 2001, 2019, '1 1', 0",
                "'2 1999-01-01',                                 1999, 1999, '',    0"
            })
    void tellsFromWhenToWhenAndWhatIsMissing(String meetings, int from, int to, String gaps, int undated) {
        MeetingTimeline line = MeetingTimeline.of(lines(meetings)).orElseThrow();

        assertThat(line.from()).isEqualTo(from);
        assertThat(line.to()).isEqualTo(to);
        assertThat(line.gaps().stream().map(gap -> gap.missing() + ""))
                .containsExactlyElementsOf(
                        Stream.of(gaps.split(" ")).filter(gap -> !gap.isEmpty()).toList());
        assertThat(line.missing())
                .isEqualTo(line.gaps().stream()
                        .mapToInt(MeetingTimeline.Gap::missing)
                        .sum());
        assertThat(line.undated()).isEqualTo(undated);
    }

    @Test
    void drawsNothingWithoutADate() {
        assertThat(MeetingTimeline.of(lines("1 -; 2 -"))).isEmpty();
        assertThat(MeetingTimeline.of(List.of())).isEmpty();
    }

    @Test
    void keepsEveryMarkOnThePageAndInOrder() {
        List<Double> places =
                MeetingTimeline.of(lines("1 0001-01-01; 2 1066; 3 9999-12-31")).orElseThrow().marks().stream()
                        .map(mark -> Double.valueOf(mark.x().replace("%", "")))
                        .toList();

        assertThat(places).isSorted().allMatch(x -> x >= 2 && x <= 98);
    }

    @Test
    void numbersNoTwoMarksAtOnePlace() {
        MeetingTimeline line = MeetingTimeline.of(lines("1 2001; 2 2020-01-01; 3 2020-01-03; 4 2020-12-31"))
                .orElseThrow();

        assertThat(line.marks().stream().map(MeetingTimeline.Mark::isNumbered))
                .containsExactly(true, true, false, true);
    }

    @ParameterizedTest
    @CsvSource({"2020, 2023, 4", "2003, 2017, 7", "1966, 2025, 6", "0001, 9999, 4"})
    void showsFewYears(String from, String to, int years) {
        assertThat(MeetingTimeline.of(lines("1 %s; 2 %s".formatted(from, to)))
                        .orElseThrow()
                        .years())
                .hasSize(years);
    }

    private static List<MeetingLine> lines(String meetings) {
        return Stream.of(meetings.split("; "))
                .map(each -> each.split(" "))
                .map(each -> line(each[0], each[1]))
                .toList();
    }

    private static MeetingLine line(String ordinal, String day) {
        Name none = new Name(null, null);
        @Nullable Integer number = ordinal.equals("-") ? null : Integer.valueOf(ordinal);
        @Nullable PartialDate date = day.equals("-") ? null : PartialDate.parse(day);
        return new MeetingLine(
                1, "session", number, "held", date, null, none, null, none, null, "sci", null, none, 0, 0);
    }
}
