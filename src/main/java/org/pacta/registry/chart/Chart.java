package org.pacta.registry.chart;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chart with the table it is drawn from, which is also the file a reader takes away.
 *
 * @param name of the file, and in addresses
 * @param kind how it is drawn: steps, meetings, bars, stack or network
 * @param title what it shows, as a finding
 * @param description for those who do not see it
 * @param rule what is counted, in words
 * @param columns short stable names
 * @param rows a value for each column: text, a number, or null
 * @param note what it does not show; empty where it shows everything
 * @param legend the words for how a number is known, by the code that stands in its columns
 * @param total how many rows there are; more than are at hand where only the newest are
 * @param targets to be drawn as lines, and in no row
 * @param spans to be drawn between the points of the rows: a line or what bounds it
 */
public record Chart(
        String name,
        String kind,
        String title,
        String description,
        String rule,
        List<String> columns,
        List<List<@Nullable Object>> rows,
        String note,
        Map<String, String> legend,
        int total,
        List<Target> targets,
        List<Span> spans) {

    /**
     * A number set for a day to come.
     *
     * @param council whose it is, by the name in its address
     * @param from the day it was set, where the sources say
     * @param by the last day on which it can be reached
     * @param told the target in words
     */
    public record Target(
            String council, int value, @Nullable String from, String by, String told) {}

    /**
     * What is known of a total from one day to another.
     *
     * @param council whose it is, by the name in its address
     * @param isLine whether it is one number, and not only bounded
     * @param most null where nothing says it
     * @param next the total on the last day; null where it is not one number
     * @param alternative the number if the founding agreement was counted before the first meeting
     * @param page of the point it starts from
     */
    public record Span(
            String council,
            boolean isLine,
            LocalDate from,
            LocalDate to,
            @Nullable Long least,
            @Nullable Long most,
            @Nullable Long next,
            @Nullable Long alternative,
            String page) {}

    /**
     * Totals over time as small as a word: paths of SVG in a box of {@link #WIDTH} by {@link #HEIGHT}, each empty where there is nothing to draw.
     *
     * @param title what it shows, as a finding
     * @param total a step wherever the total is known exactly
     * @param bounds an area between the least and the most where only these are known
     * @param least a step at the least where nothing says the most
     * @param recorded an area of the rows held by name
     * @param points a dot at each total or end of one
     * @param contradicted a cross at each total that others contradict
     */
    public record Picture(
            String title,
            String total,
            String bounds,
            String least,
            String recorded,
            String points,
            String contradicted) {

        static final int WIDTH = 150;
        static final int HEIGHT = 30;
    }

    /**
     * The same large enough to read, in a box of {@link #WIDTH} by {@link #HEIGHT}: with its years, its levels, at each number the sign of how
     * it is known, and the targets it can be compared with.
     */
    public record Plot(Picture picture, List<Label> years, List<Label> levels, List<Label> signs, List<Aim> aims) {

        static final int WIDTH = 270;
        static final int HEIGHT = 90;
    }

    /** A target: a line from the day it was set until it is due, and what it is called at its end. */
    public record Aim(String path, Label label) {}

    /** A word or sign and where it stands in a box, from its upper left corner. */
    public record Label(String x, String y, String text, String title) {}

    private static final JsonMapper json = new JsonMapper();
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Set<String> UNSEEN =
            Set.of("council", "council_page", "organisation", "page", "day", "drawn_on", "sources", "through");
    private static final Pattern DETAIL = Pattern.compile(".+_(words|least|most|alternative|proof|sources)");
    private static final String FORMULA = "=+-@\t\r＝＋－＠";

    public Chart(
            String name,
            String kind,
            String title,
            String description,
            String rule,
            List<String> columns,
            List<List<@Nullable Object>> rows) {
        this(name, kind, title, description, rule, columns, rows, "", Map.of());
    }

    public Chart(
            String name,
            String kind,
            String title,
            String description,
            String rule,
            List<String> columns,
            List<List<@Nullable Object>> rows,
            String note,
            Map<String, String> legend) {
        this(name, kind, title, description, rule, columns, rows, note, legend, rows.size(), List.of(), List.of());
    }

    /** The columns that the table of a page shows, by their place; the others are for files and the script, or say nothing. */
    public List<Integer> shown() {
        return IntStream.range(0, columns.size())
                .filter(i -> !UNSEEN.contains(columns.get(i))
                        && !DETAIL.matcher(columns.get(i)).matches()
                        && !(columns.get(i).endsWith("_aside") && rows.stream().allMatch(row -> row.get(i) == null)))
                .boxed()
                .toList();
    }

    /** What the table of a page shows of a column: a number in the words of its column of words, where there is one; of several meetings the first and the last. */
    public @Nullable Object said(List<@Nullable Object> row, int column) {
        int through = columns.indexOf("through");
        if (columns.get(column).equals("meeting") && row.get(through) != null) {
            return row.get(column) + "–" + row.get(through);
        }
        int words = columns.indexOf(columns.get(column) + "_words");
        return row.get(words < 0 ? column : words);
    }

    /** Whether a column says how the number before it is known. */
    public boolean isBasis(int column) {
        return columns.get(column).endsWith("basis");
    }

    public boolean isNumber(@Nullable Object value) {
        return value instanceof java.lang.Number;
    }

    /** The same chart with one more thing that it does not show. */
    public Chart noting(String more, String joint) {
        return with((description + joint + more).strip(), rows, note.isEmpty() ? more : note + joint + more);
    }

    private Chart with(String description, List<List<@Nullable Object>> rows, String note) {
        return new Chart(name, kind, title, description, rule, columns, rows, note, legend, total, targets, spans);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table as a file; each line carries the rule, and nothing in it can start a formula. */
    public ResponseEntity<String> csv() {
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(Stream.concat(columns.stream(), Stream.of("rule")).toList());
            rows.forEach(row -> csv.writeRecord(Stream.concat(row.stream().map(Chart::cell), Stream.of(rule))
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file("csv", MediaType.parseMediaType("text/csv;charset=UTF-8"), text.toString());
    }

    /** The table as a file, with the address of the view it belongs to. */
    public ResponseEntity<String> json(String address) {
        List<Map<String, @Nullable Object>> objects =
                rows.stream().map(this::object).toList();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("title", title);
        file.put("rule", rule);
        file.put("address", address);
        file.put("description", description);
        file.put("columns", columns);
        if (!legend.isEmpty()) {
            file.put("legend", legend);
        }
        file.put("rows", objects);
        if (!targets.isEmpty()) {
            file.put("targets", targets);
        }
        if (!spans.isEmpty()) {
            file.put("spans", spans);
        }
        return file(
                "json",
                MediaType.APPLICATION_JSON,
                json.writerWithDefaultPrettyPrinter().writeValueAsString(file));
    }

    /** The table as a workbook, what it is on a sheet of its own; no cell is a formula. */
    public ResponseEntity<byte[]> workbook(String address) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Pacta", "1.0")) {
            Worksheet sheet = book.newWorksheet(name);
            sheet.freezePane(0, 1);
            for (int column = 0; column < columns.size(); column++) {
                sheet.inlineString(0, column, columns.get(column));
                sheet.style(0, column).bold().set();
                for (int row = 0; row < rows.size(); row++) {
                    Object value = rows.get(row).get(column);
                    if (value instanceof java.lang.Number number) {
                        sheet.value(row + 1, column, number);
                    } else if (value != null) {
                        sheet.inlineString(row + 1, column, value.toString());
                    }
                }
            }
            Worksheet about = book.newWorksheet("about");
            List<String> said = List.of("title", title, "rule", rule, "address", address);
            for (int i = 0; i < said.size(); i++) {
                about.inlineString(i / 2, i % 2, said.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.xlsx\"".formatted(name))
                .body(out.toByteArray());
    }

    private ResponseEntity<String> file(String ending, MediaType type, String content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"%s.%s\"".formatted(name, ending))
                .body(content);
    }

    private Map<String, @Nullable Object> object(List<@Nullable Object> row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i), row.get(i));
        }
        return object;
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean isFormula =
                !(value instanceof java.lang.Number) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }
}
