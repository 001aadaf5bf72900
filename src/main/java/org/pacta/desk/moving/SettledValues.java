package org.pacta.desk.moving;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.moving.ListRows.ReadRow;
import org.pacta.rules.language.NameKey;
import org.pacta.rules.table.ColumnTarget;

/** The values of a list and what was decided about each. */
final class SettledValues {

    private final Map<Value, Settled> values = new HashMap<>();

    SettledValues(List<Settled> all) {
        all.forEach(each -> values.put(new Value(each.target, each.key, each.place), each));
    }

    /**
     * A value as it is told from others.
     *
     * @param key folded as names are
     * @param place where a party is, folded; empty where the list does not say
     */
    record Value(String target, String key, String place) {

        static Value of(ColumnTarget target, String printed, ReadRow row) {
            boolean isPlaced = target == ColumnTarget.PARTY && !row.given().contains(printed);
            return new Value(
                    target.code(), NameKey.of(printed), isPlaced ? NameKey.of(row.text(ColumnTarget.PARTY_PLACE)) : "");
        }
    }

    /**
     * A value, and what was decided about it.
     *
     * @param decision match, new, none or choice; null where nothing was
     * @param record that it stands for
     * @param choice code of a kind or status, or of the kind of what is new
     */
    record Settled(
            long id,
            String target,
            String key,
            String place,
            String printed,
            @Nullable String placePrinted,
            @Nullable String decision,
            @Nullable Long record,
            @Nullable String choice) {}

    /** What was decided about a value; nothing where it is still open. */
    Optional<Settled> find(ColumnTarget target, String printed, ReadRow row) {
        return Optional.ofNullable(values.get(Value.of(target, printed, row))).filter(each -> each.decision() != null);
    }
}
