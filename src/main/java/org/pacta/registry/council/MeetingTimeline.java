package org.pacta.registry.council;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.line.MeetingLine;

/**
 * The meetings of a council on a line of years. Where something lies is told in hundredths of the width.
 *
 * @param undated how many meetings have no date to stand at
 * @param missing how many numbered meetings between two on record are not on record
 */
record MeetingTimeline(int from, int to, List<Mark> marks, List<Gap> gaps, List<Year> years, int undated, int missing) {

    private static final int MOST_YEARS = 8;

    /** Marks nearer than this share one number. */
    private static final double NEAR = 4;

    /** A meeting, and whether its number has room beside the one before. */
    public record Mark(String x, MeetingLine meeting, boolean isNumbered) {}

    /** Meetings that are not on record, from the first to the last, between two that are. */
    public record Gap(String from, String to, int first, int last) {}

    public record Year(String x, int number) {}

    /** Draws the line; nothing where no meeting has a date. */
    static Optional<MeetingTimeline> of(List<MeetingLine> meetings) {
        List<MeetingLine> dated = meetings.stream()
                .filter(meeting -> meeting.day() != null && meeting.day().latest() != null)
                .sorted(Comparator.comparing(MeetingTimeline::day))
                .toList();
        if (dated.isEmpty()) {
            return Optional.empty();
        }
        Scale scale = new Scale(
                day(dated.get(0)).getYear(), day(dated.get(dated.size() - 1)).getYear());
        List<Gap> gaps = gaps(dated, scale);
        return Optional.of(new MeetingTimeline(
                scale.from,
                scale.to,
                marks(dated, scale),
                gaps,
                scale.years(),
                meetings.size() - dated.size(),
                gaps.stream().mapToInt(gap -> gap.last - gap.first + 1).sum()));
    }

    private static List<Mark> marks(List<MeetingLine> dated, Scale scale) {
        List<Mark> marks = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (MeetingLine meeting : dated) {
            double x = scale.x(day(meeting));
            boolean isNumbered = meeting.ordinal() != null && x - last >= NEAR;
            last = isNumbered ? x : last;
            marks.add(new Mark(Scale.text(x), meeting, isNumbered));
        }
        return marks;
    }

    private static List<Gap> gaps(List<MeetingLine> dated, Scale scale) {
        List<MeetingLine> numbered = dated.stream()
                .filter(meeting -> meeting.ordinal() != null)
                .sorted(Comparator.comparing(meeting -> Objects.requireNonNull(meeting.ordinal())))
                .toList();
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < numbered.size(); i++) {
            MeetingLine before = numbered.get(i - 1);
            MeetingLine after = numbered.get(i);
            int first = Objects.requireNonNull(before.ordinal()) + 1;
            int last = Objects.requireNonNull(after.ordinal()) - 1;
            if (first <= last) {
                gaps.add(new Gap(Scale.text(scale.x(day(before))), Scale.text(scale.x(day(after))), first, last));
            }
        }
        return gaps;
    }

    /** A meeting stands at the last day on which it may have been. */
    private static LocalDate day(MeetingLine meeting) {
        PartialDate day = Objects.requireNonNull(meeting.day());
        return Objects.requireNonNull(day.latest());
    }

    private record Scale(int from, int to) {

        double x(LocalDate day) {
            LocalDate first = LocalDate.of(from, 1, 1);
            return 2
                    + 96.0
                            * ChronoUnit.DAYS.between(first, day)
                            / ChronoUnit.DAYS.between(first, LocalDate.of(to + 1, 1, 1));
        }

        List<Year> years() {
            int step = IntStream.of(1, 2, 5, 10, 20, 50, 100, 500, 1000)
                    .filter(each -> (to - from) / each < MOST_YEARS)
                    .findFirst()
                    .orElse(2000);
            return IntStream.rangeClosed(from, to)
                    .filter(year -> year % step == 0)
                    .mapToObj(year -> new Year(text(x(LocalDate.of(year, 1, 1))), year))
                    .toList();
        }

        static String text(double x) {
            return String.format(Locale.ROOT, "%.1f%%", x);
        }
    }
}
