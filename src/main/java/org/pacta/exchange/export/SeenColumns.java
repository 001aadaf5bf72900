package org.pacta.exchange.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.springframework.context.i18n.LocaleContextHolder;

/** The columns of a list as its page has them, in the reader's language. In a workbook they stand before those for programs. */
final class SeenColumns {

    private static final String ADDRESS = "address";

    private final List<Seen> seen;
    private final List<String> columns;
    private final Function<String, String> words;
    private final Wording wording;

    /**
     * Those of a list whose values a view has.
     *
     * @param words messages by their keys
     */
    SeenColumns(List<Seen> seen, List<String> columns, Function<String, String> words, Wording wording) {
        this.seen =
                seen.stream().filter(each -> columns.contains(each.column())).toList();
        this.columns = columns;
        this.words = words;
        this.wording = wording;
    }

    /** How the values of a column are said, and how wide a column of them is. */
    enum Form {
        TITLE(60),
        NAME(36),
        NAMES(60),
        DAY(24),
        ORDINAL(12),
        CODE(20),
        NUMBER(12);

        private final int width;

        Form(int width) {
            this.width = width;
        }

        int width() {
            return width;
        }
    }

    /**
     * A column as it is seen.
     *
     * @param heading the key of what stands on top of it
     * @param column for programs with its values
     * @param codes what the keys of the words for its codes begin with
     */
    record Seen(String heading, String column, Form form, String codes) {

        Seen(String heading, String column, Form form) {
            this(heading, column, form, column);
        }
    }

    List<Seen> all() {
        return seen;
    }

    String heading(Seen column) {
        return words.apply("column." + column.heading());
    }

    /** What a row says in each column: a text, a number or null. */
    List<@Nullable Object> of(List<@Nullable Object> row) {
        List<@Nullable Object> said = new ArrayList<>(seen.size());
        seen.forEach(each -> said.add(said(each, row)));
        return said;
    }

    /** The page of a row, or null where it has none. */
    @Nullable
    String page(List<@Nullable Object> row) {
        Object address = value(ADDRESS, row);
        return address == null ? null : address.toString();
    }

    private @Nullable Object said(Seen column, List<@Nullable Object> row) {
        Object value = value(column.column(), row);
        return switch (column.form()) {
            case TITLE, NAME -> name(value, value(local(column.column()), row));
            case NAMES -> names(value, value(local(column.column()), row));
            case DAY -> value == null ? null : wording.date(PartialDate.parse(value.toString()));
            case ORDINAL -> value instanceof Number ordinal ? wording.ordinal(ordinal.intValue()) : null;
            case CODE -> value == null ? null : words.apply(column.codes() + "." + value);
            case NUMBER -> value;
        };
    }

    private static @Nullable String name(@Nullable Object text, @Nullable Object local) {
        String name = new Name(Objects.toString(text, null), Objects.toString(local, null)).in(reader());
        return name.isEmpty() ? null : name;
    }

    private static @Nullable String names(@Nullable Object texts, @Nullable Object locals) {
        List<?> some = texts instanceof List<?> list ? list : List.of();
        List<?> others = locals instanceof List<?> list ? list : List.of();
        List<@Nullable String> names = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            names.add(name(some.get(i), i < others.size() ? others.get(i) : null));
        }
        return names.isEmpty() ? null : Sheet.text(names);
    }

    /** Where the same stands in the script of the place. */
    private static String local(String column) {
        return column.endsWith("_name") ? column.replaceFirst("name$", "local_name") : "local_" + column;
    }

    private @Nullable Object value(String column, List<@Nullable Object> row) {
        int at = columns.indexOf(column);
        return at < 0 ? null : row.get(at);
    }

    private static Locale reader() {
        return LocaleContextHolder.getLocale();
    }
}
