package org.pacta.desk.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.Section;
import org.pacta.platform.form.FormField;
import org.pacta.rules.language.NameKey;
import org.springframework.stereotype.Component;

/** Reads the rows of a sheet that was filled in, from a text with tabs between its cells. */
@Component
public class FilledSheet {

    /** Columns that have to be there for a line to be the headings of a sheet. */
    private static final int FEWEST = 3;

    private final SheetColumns columns;

    FilledSheet(SheetColumns columns) {
        this.columns = columns;
    }

    /**
     * A row that was filled in.
     *
     * @param start of its line in the text, in characters
     * @param end behind the line
     */
    public record Row(Section section, Map<String, String> typed, int start, int end) {}

    private record Headings(Section section, List<@Nullable FormField> fields) {}

    /** The rows under headings of a sheet; none where the text is no such sheet. */
    public List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        Headings headings = null;
        int start = 0;
        while (start < text.length()) {
            int found = text.indexOf('\n', start);
            int end = found < 0 ? text.length() : found;
            List<String> cells = List.of(text.substring(start, end).split("\t", -1));
            Optional<Headings> begun = headings(cells);
            if (begun.isPresent()) {
                headings = begun.get();
            } else if (headings != null) {
                Map<String, String> typed = typed(headings, cells);
                if (!typed.isEmpty()) {
                    rows.add(new Row(headings.section, typed, start, end));
                }
            } else if (cells.size() > 1 || rows.isEmpty() && !cells.get(0).isBlank()) {
                return List.of();
            }
            start = end + 1;
        }
        return rows;
    }

    private Optional<Headings> headings(List<String> cells) {
        for (Section section : SheetColumns.SHEETS) {
            Map<String, FormField> known = columns.byHeading(section);
            List<@Nullable FormField> fields = new ArrayList<>();
            cells.forEach(cell -> fields.add(known.get(NameKey.of(cell))));
            long told = fields.stream().filter(field -> field != null).count();
            boolean isAllTold =
                    told == cells.stream().filter(cell -> !cell.isBlank()).count();
            boolean isThis = fields.contains(section.line().get(section == Section.AGREEMENT ? 1 : 0));
            if (isAllTold && isThis && told >= FEWEST) {
                return Optional.of(new Headings(section, fields));
            }
        }
        return Optional.empty();
    }

    private Map<String, String> typed(Headings headings, List<String> cells) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(cells.size(), headings.fields.size()); i++) {
            FormField field = headings.fields.get(i);
            if (field != null && !cells.get(i).isBlank()) {
                typed.put(field.name(), columns.typed(field, cells.get(i).strip()));
            }
        }
        return typed;
    }
}
