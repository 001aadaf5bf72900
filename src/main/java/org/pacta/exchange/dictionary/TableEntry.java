package org.pacta.exchange.dictionary;

import java.util.List;
import org.pacta.platform.shared.Name;

/** A table of the database: what it holds, its columns in order, and its keys. */
public record TableEntry(
        String name,
        Kind kind,
        Name meaning,
        List<ColumnEntry> columns,
        List<String> primaryKey,
        List<List<String>> uniqueKeys,
        List<ForeignKey> foreignKeys) {

    /** The columns that leave and enter with the data: neither those worked out from others nor the count of an editor's changes. */
    public List<ColumnEntry> carried() {
        return columns.stream()
                .filter(column -> !column.generated() && !column.name().equals("version"))
                .toList();
    }

    /** What a table is to the readers of the data. */
    public enum Kind {
        /** It holds records of the registry, and its history is kept. */
        REGISTRY,
        /** It holds the history of another. */
        HISTORY,
        /** It serves the application. */
        BESIDE
    }

    /** Columns that hold the primary key of a row in a table, which may be this one. */
    public record ForeignKey(List<String> columns, String table, List<String> target) {}
}
