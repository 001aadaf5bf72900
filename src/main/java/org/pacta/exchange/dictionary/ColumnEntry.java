package org.pacta.exchange.dictionary;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;

/**
 * A column of a table: its type, what it means and what it may hold.
 *
 * @param generated whether the database works it out from other columns
 * @param refersTo the table whose row it names
 */
public record ColumnEntry(
        String name,
        Type type,
        boolean mayBeEmpty,
        boolean generated,
        Name meaning,
        @Nullable String refersTo,
        Rule rule) {

    /** What kind of values a column holds. */
    public enum Type {
        TEXT,
        PARTIAL_DATE,
        INTEGER,
        NUMBER,
        BOOLEAN,
        DAY,
        MOMENT;

        /** The end of the key of its name. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the checks of the table demand of a value that is there.
     *
     * @param choices the values allowed; empty where there is no list of them
     * @param pattern the whole value must match it
     */
    public record Rule(
            List<String> choices,
            @Nullable String pattern,
            @Nullable Integer minimum,
            @Nullable Integer maximum,
            @Nullable Integer maxLength) {}
}
