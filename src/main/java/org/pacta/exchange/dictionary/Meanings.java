package org.pacta.exchange.dictionary;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;

/**
 * Puts the Chinese of {@code dictionary_zh.properties} beside the comments of the schema. A key is a table, or a table and a column; a star
 * stands for each table that has such a column, for the tables of citations, or for those of history, whose twin is {@code {0}}.
 */
final class Meanings {

    static final ResourceBundle CHINESE = ResourceBundle.getBundle("dictionary", Locale.CHINESE);

    private static final String HISTORY = "_aud";
    private static final String CITATION = "_citation";

    private Meanings() {}

    static Name of(String table, @Nullable String comment) {
        return new Name(comment, chinese(key(table), table));
    }

    static Name of(String table, String column, @Nullable String comment) {
        return new Name(comment, chinese(key(table, column), table));
    }

    /** The key of the Chinese for a table, where there is one. */
    static Optional<String> key(String table) {
        return Stream.of(table, group(table)).filter(CHINESE::containsKey).findFirst();
    }

    /** The key of the Chinese for a column, where there is one; a column in a history means what it means in the table. */
    static Optional<String> key(String table, String column) {
        return Stream.of(table, group(table), audited(table), group(audited(table)), "*")
                .map(owner -> owner + "." + column)
                .filter(CHINESE::containsKey)
                .findFirst();
    }

    private static @Nullable String chinese(Optional<String> key, String table) {
        return key.map(CHINESE::getString)
                .map(text -> text.replace("{0}", audited(table)))
                .orElse(null);
    }

    private static String audited(String table) {
        return table.endsWith(HISTORY) ? table.substring(0, table.length() - HISTORY.length()) : table;
    }

    private static String group(String table) {
        return Stream.of(HISTORY, CITATION)
                .filter(table::endsWith)
                .map(ending -> "*" + ending)
                .findFirst()
                .orElse(table);
    }
}
