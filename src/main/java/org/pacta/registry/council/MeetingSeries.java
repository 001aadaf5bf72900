package org.pacta.registry.council;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pacta.platform.reading.Statements.Figure;
import org.pacta.registry.council.CouncilView.MeetingRow;
import org.pacta.registry.tally.Derivations.Derived;

/** Puts the meetings of a council into their series, with the ordinals that no meeting is recorded for. */
final class MeetingSeries {

    private final Map<Integer, List<Figure>> figures;
    private final Map<Integer, List<Derived>> derived;

    private MeetingSeries(Map<Integer, List<Figure>> figures, Map<Integer, List<Derived>> derived) {
        this.figures = figures;
        this.derived = derived;
    }

    /**
     * The meetings by date, each after the ordinals before it that are missing.
     *
     * @param recorded meetings by date
     * @param figures those of recorded meetings stand in their rows already; those of a bare ordinal find theirs here
     */
    static List<MeetingRow> of(List<MeetingRow> recorded, List<Figure> figures, List<Derived> derived) {
        return new MeetingSeries(
                        figures.stream()
                                .filter(figure -> figure.meetingId() == null && figure.ordinal() != null)
                                .collect(Collectors.groupingBy(figure -> Objects.requireNonNull(figure.ordinal()))),
                        derived.stream().collect(Collectors.groupingBy(Derived::ordinal)))
                .rows(recorded);
    }

    private List<MeetingRow> rows(List<MeetingRow> recorded) {
        NavigableSet<Integer> absent = absent(recorded);
        List<MeetingRow> rows = new ArrayList<>();
        for (MeetingRow row : recorded) {
            if (row.ordinal() == null) {
                rows.add(row);
            } else {
                NavigableSet<Integer> before = absent.headSet(row.ordinal(), false);
                rows.addAll(missing(before));
                before.clear();
                rows.add(row.with(derived.getOrDefault(row.ordinal(), List.of())));
            }
        }
        rows.addAll(missing(absent));
        return rows;
    }

    /** The ordinals up to the last one heard of that no meeting is recorded for. */
    private NavigableSet<Integer> absent(List<MeetingRow> recorded) {
        Set<Integer> held = recorded.stream()
                .map(MeetingRow::ordinal)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        int last = Stream.concat(held.stream(), figures.keySet().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, last)
                .boxed()
                .filter(ordinal -> !held.contains(ordinal))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One row for each run of ordinals that nothing is known of, and one for each that has a number. */
    private List<MeetingRow> missing(NavigableSet<Integer> ordinals) {
        List<MeetingRow> rows = new ArrayList<>();
        int start = 0;
        for (int ordinal : ordinals) {
            start = start == 0 ? ordinal : start;
            boolean runGoesOn = ordinals.contains(ordinal + 1) && !hasNumber(ordinal) && !hasNumber(ordinal + 1);
            if (!runGoesOn) {
                rows.add(MeetingRow.missing(
                        start,
                        ordinal,
                        figures.getOrDefault(ordinal, List.of()),
                        derived.getOrDefault(ordinal, List.of())));
                start = 0;
            }
        }
        return rows;
    }

    private boolean hasNumber(int ordinal) {
        return figures.containsKey(ordinal) || derived.containsKey(ordinal);
    }
}
