package org.pacta.registry.line;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pacta.platform.reading.YearScale;
import org.pacta.platform.shared.PartialDate;

/**
 * Meetings of one council on a line of years. Where something lies is told in hundredths of the width.
 *
 * @param undated how many meetings have no date to stand at
 * @param missing how many numbered meetings between two on record are not on record
 */
public record MeetingTimeline(
        int from, int to, List<Mark> marks, List<Gap> gaps, List<YearScale.Year> years, int undated, int missing) {

    /** Marks nearer than this share one number. */
    private static final double NEAR = 4;

    /** A meeting, and whether its number has room beside the one before. */
    public record Mark(String x, MeetingLine meeting, boolean isNumbered) {}

    /** Between two meetings, how many numbers no meeting on record has. */
    public record Gap(String from, String to, int missing) {}

    /** How many of those on the line were cancelled. */
    public long cancelled() {
        return marks.stream()
                .filter(mark -> mark.meeting.status().equals("cancelled"))
                .count();
    }

    /** Draws the line from the year of the first meeting to that of the last; nothing where no meeting has a date. */
    public static Optional<MeetingTimeline> of(List<MeetingLine> meetings) {
        List<LocalDate> days =
                dated(meetings).stream().map(MeetingTimeline::day).toList();
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(of(
                        meetings,
                        days.get(0).getYear(),
                        days.get(days.size() - 1).getYear()));
    }

    /** Draws the line over these years, in which all meetings with a date lie. */
    public static MeetingTimeline of(List<MeetingLine> meetings, int from, int to) {
        List<MeetingLine> dated = dated(meetings);
        YearScale scale = new YearScale(from, to);
        Set<Integer> known = meetings.stream()
                .map(MeetingLine::ordinal)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Gap> gaps = gaps(dated, known, scale);
        return new MeetingTimeline(
                from,
                to,
                marks(dated, scale),
                gaps,
                scale.years(),
                meetings.size() - dated.size(),
                gaps.stream().mapToInt(Gap::missing).sum());
    }

    private static List<MeetingLine> dated(List<MeetingLine> meetings) {
        return meetings.stream()
                .filter(meeting -> meeting.day() != null && meeting.day().latest() != null)
                .sorted(Comparator.comparing(MeetingTimeline::day))
                .toList();
    }

    private static List<Mark> marks(List<MeetingLine> dated, YearScale scale) {
        List<Mark> marks = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (MeetingLine meeting : dated) {
            double x = scale.x(day(meeting));
            boolean isNumbered = meeting.ordinal() != null && x - last >= NEAR;
            last = isNumbered ? x : last;
            marks.add(new Mark(YearScale.text(x), meeting, isNumbered));
        }
        return marks;
    }

    private static List<Gap> gaps(List<MeetingLine> dated, Set<Integer> known, YearScale scale) {
        List<MeetingLine> numbered = dated.stream()
                .filter(meeting -> meeting.ordinal() != null)
                .sorted(Comparator.comparing(meeting -> Objects.requireNonNull(meeting.ordinal())))
                .toList();
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < numbered.size(); i++) {
            MeetingLine before = numbered.get(i - 1);
            MeetingLine after = numbered.get(i);
            int missing = (int) IntStream.range(
                            Objects.requireNonNull(before.ordinal()) + 1, Objects.requireNonNull(after.ordinal()))
                    .filter(ordinal -> !known.contains(ordinal))
                    .count();
            if (missing > 0) {
                gaps.add(new Gap(YearScale.text(scale.x(day(before))), YearScale.text(scale.x(day(after))), missing));
            }
        }
        return gaps;
    }

    /** A meeting stands at the last day on which it may have been. */
    private static LocalDate day(MeetingLine meeting) {
        PartialDate day = Objects.requireNonNull(meeting.day());
        return Objects.requireNonNull(day.latest());
    }
}
