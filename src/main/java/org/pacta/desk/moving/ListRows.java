package org.pacta.desk.moving;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.importing.ImportView.Mapping;
import org.pacta.platform.shared.Name;
import org.pacta.rules.language.NameKey;
import org.pacta.rules.table.ColumnTarget;
import org.pacta.rules.table.InstrumentWords;
import org.pacta.rules.table.TableDates;

/** Reads the rows of a list by what its columns hold; what a cell says only to fill its place is left out. */
final class ListRows {

    /** Words for a value that is not there, folded as names are. */
    private static final Set<String> NOTHING = Set.of(
            "",
            "n a",
            "na",
            "none",
            "nil",
            "null",
            "unknown",
            "not available",
            "tbc",
            "tbd",
            "no registra",
            "no aplica",
            "s d",
            "sin datos",
            "sans objet",
            "néant",
            "inconnu",
            "无",
            "未知",
            "不详",
            "暂无");

    private final List<String> headings;
    private final Mapping mapping;

    ListRows(List<String> headings, Mapping mapping) {
        this.headings = headings;
        this.mapping = mapping;
    }

    /**
     * A row as it was read.
     *
     * @param texts what it says, by target
     * @param parties as printed, those of all rows behind its own
     * @param given those of them that hold for all rows
     * @param dates in the Extended Date/Time Format, by target
     * @param unread dates as printed that cannot be read, by target
     * @param notes with their headings
     * @param key a number of its own; empty where it has none
     * @param content a hash of all it says but its number
     */
    record ReadRow(
            Map<ColumnTarget, String> texts,
            List<String> parties,
            Set<String> given,
            Map<ColumnTarget, String> dates,
            Map<ColumnTarget, String> unread,
            List<String> notes,
            String key,
            String content) {

        String text(ColumnTarget target) {
            return texts.getOrDefault(target, "");
        }

        @Nullable
        String date(ColumnTarget target) {
            return dates.get(target);
        }

        /** The title in either script. */
        Name title() {
            String title = text(ColumnTarget.TITLE);
            String local = text(ColumnTarget.LOCAL_TITLE);
            boolean isLocal = local.isEmpty() && "zh-Hans".equals(Name.language(title));
            return isLocal ? new Name(null, title) : new Name(blank(title), blank(local));
        }

        private static @Nullable String blank(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    ReadRow read(List<String> cells) {
        Map<ColumnTarget, String> texts = new EnumMap<>(ColumnTarget.class);
        for (ColumnTarget target : ColumnTarget.values()) {
            String said = String.join(" ", said(target, cells).toList());
            texts.put(target, said.isEmpty() ? mapping.constant(target) : said);
        }
        Set<String> given = new LinkedHashSet<>(
                split(mapping.constant(ColumnTarget.PARTY), ";").toList());
        List<String> parties = Stream.concat(
                        mapping.of(ColumnTarget.PARTY).stream()
                                .flatMap(i -> split(
                                        cell(cells, i), mapping.columns().get(i).separator())),
                        given.stream())
                .distinct()
                .toList();
        Map<ColumnTarget, String> dates = new EnumMap<>(ColumnTarget.class);
        Map<ColumnTarget, String> unread = new EnumMap<>(ColumnTarget.class);
        Stream.of(ColumnTarget.values()).filter(ColumnTarget::isDate).forEach(target -> {
            String printed = String.join("-", said(target, cells).toList());
            if (!printed.isEmpty() && !InstrumentWords.isUntilEnded(printed)) {
                date(target, printed)
                        .ifPresentOrElse(date -> dates.put(target, date), () -> unread.put(target, printed));
            }
        });
        List<String> notes = new ArrayList<>();
        mapping.of(ColumnTarget.NOTE).stream()
                .filter(i -> !cell(cells, i).isEmpty())
                .forEach(i -> notes.add(
                        headings.get(i).isEmpty() ? cell(cells, i) : headings.get(i) + ": " + cell(cells, i)));
        return new ReadRow(
                texts,
                parties,
                given,
                dates,
                unread,
                notes,
                String.join(" ", said(ColumnTarget.KEY, cells).toList()),
                content(cells));
    }

    private Stream<String> said(ColumnTarget target, List<String> cells) {
        return mapping.of(target).stream().map(i -> cell(cells, i)).filter(cell -> !cell.isEmpty());
    }

    private Optional<String> date(ColumnTarget target, String printed) {
        List<Integer> columns = mapping.of(target);
        return TableDates.read(
                printed,
                columns.size() == 1 ? mapping.columns().get(columns.get(0)).order() : null);
    }

    private static String cell(List<String> cells, int column) {
        String cell = column < cells.size() ? cells.get(column) : "";
        return NOTHING.contains(NameKey.of(cell)) ? "" : cell;
    }

    /** The values of a cell; line breaks stand between them wherever another separator does. */
    private static Stream<String> split(String cell, String separator) {
        String cut = separator.isEmpty() ? "" : Pattern.quote(separator);
        return cut.isEmpty()
                ? Stream.of(cell).filter(value -> !value.isEmpty())
                : Stream.of(cell.split(cut + "|\\n"))
                        .map(String::strip)
                        .filter(value -> !NOTHING.contains(NameKey.of(value)));
    }

    private String content(List<String> cells) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < mapping.columns().size(); i++) {
            ColumnTarget target = mapping.columns().get(i).target();
            if (target != ColumnTarget.KEY && target != ColumnTarget.IGNORED) {
                all.append(target.code()).append('=').append(cell(cells, i)).append('\n');
            }
        }
        return hash(all.toString());
    }

    /** What the row is known by when the list comes again: its number under the same headings, or else what it says. */
    String key(ReadRow row) {
        return row.key.isEmpty()
                ? row.content
                : hash(String.join("|", headings.stream().map(NameKey::of).toList()) + '\n' + row.key);
    }

    /** Which of its columns speaks of a target first; null where none does. */
    @Nullable
    Integer column(ColumnTarget target) {
        List<Integer> columns = mapping.of(target);
        return columns.isEmpty() ? null : columns.get(0);
    }

    private static String hash(String text) {
        return DigestUtils.sha256Hex(text).substring(0, 32);
    }
}
