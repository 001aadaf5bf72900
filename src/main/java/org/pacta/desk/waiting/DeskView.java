package org.pacta.desk.waiting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;

/**
 * The first page of the desk.
 *
 * @param lists the beginning of each list, or one page of one; those that are not shown have no entry
 * @param pairs how many organisations may be duplicates; null where that takes too long to be told by the way
 * @param councils that a meeting can be drafted for
 * @param discarded drafts that can still be taken up again
 */
record DeskView(
        DeskFilter filter,
        Map<DeskList, Slice<?>> lists,
        @Nullable Integer pairs,
        List<DraftQueries.Choice> councils,
        List<DraftQueries.Row> discarded,
        LocalDate today) {

    DeskView {
        lists = new EnumMap<>(lists);
    }

    /** A commitment of which nobody has said what became. */
    public record Due(
            long id,
            Name statement,
            PartialDate due,
            @Nullable String path,
            Name record) {}

    /**
     * An agreement whose last day is past or near, and of which no source tells the end.
     *
     * @param ends its last day; null where it renews itself
     * @param turn when it renews itself next
     * @param notice the last day on which one can keep it from doing so
     */
    public record Ending(
            long id,
            Name title,
            @Nullable PartialDate ends,
            @Nullable PartialDate turn,
            @Nullable PartialDate notice,
            Name council) {}

    public DeskList[] all() {
        return Arrays.stream(DeskList.values())
                .filter(list -> filter.council() == null || list.isOfCouncils())
                .toArray(DeskList[]::new);
    }

    public boolean shows(DeskList list) {
        return lists.containsKey(list);
    }

    /** How much stands in a list, shown or not; null where that is not known. */
    public @Nullable Long total(DeskList list) {
        if (shows(list)) {
            return slice(list).total();
        }
        return list == DeskList.PAIRS && pairs != null ? Long.valueOf(pairs) : null;
    }

    public Slice<?> slice(DeskList list) {
        return Objects.requireNonNull(lists.get(list));
    }

    /** The list that is shown whole. */
    public @Nullable Slice<?> slice() {
        return filter.list() == null ? null : lists.get(filter.list());
    }

    public Address page(int number) {
        return filter.page(number);
    }

    public boolean isPast(PartialDate day) {
        LocalDate last = day.latest();
        return last != null && last.isBefore(today);
    }
}
