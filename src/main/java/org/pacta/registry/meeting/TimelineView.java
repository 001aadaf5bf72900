package org.pacta.registry.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.line.MeetingLine;
import org.pacta.registry.line.MeetingTimeline;

/** Councils with their meetings on lines of the same years, those that met last first. */
record TimelineView(Slice<Lane> slice, int from, int to) {

    /** A council and its line. */
    public record Lane(String slug, Name council, MeetingTimeline line) {}

    /** Draws the meetings of each council. */
    static TimelineView of(Slice<List<MeetingLine>> councils) {
        int from = years(councils).min(Integer::compare).orElse(0);
        int to = years(councils).max(Integer::compare).orElse(0);
        List<Lane> lanes = councils.rows().stream()
                .map(meetings -> new Lane(
                        meetings.get(0).councilSlug(),
                        meetings.get(0).council(),
                        MeetingTimeline.of(meetings, from, to)))
                .toList();
        return new TimelineView(new Slice<>(lanes, councils.number(), councils.size(), councils.total()), from, to);
    }

    /** How many meetings are drawn. */
    public int meetings() {
        return slice.rows().stream().mapToInt(lane -> lane.line.marks().size()).sum();
    }

    /** How many between them are not on record. */
    public int missing() {
        return slice.rows().stream().mapToInt(lane -> lane.line.missing()).sum();
    }

    private static Stream<Integer> years(Slice<List<MeetingLine>> councils) {
        return councils.rows().stream()
                .flatMap(List::stream)
                .map(MeetingLine::day)
                .filter(Objects::nonNull)
                .map(PartialDate::latest)
                .filter(Objects::nonNull)
                .map(LocalDate::getYear);
    }
}
