package org.pacta.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.pacta.exchange.export.SeenColumns.Form;
import org.pacta.exchange.export.SeenColumns.Seen;
import org.pacta.registry.paper.Outline;

/**
 * A workbook whose first sheet holds the rows, more sheets what does not fit on it, and the last one what the view is. The columns of the
 * page come first, in its language, those for programs behind them. Texts are texts: no cell is a formula.
 */
class XlsxSheet implements Sheet {

    /** Rows on a sheet, its heading apart; a sheet has at most 1,048,576. */
    private static final int ROWS = 1_000_000;

    /** The longest text a cell can have. */
    private static final int LONGEST = 32_767;

    private static final String CUT = " […]";

    private static final int FLUSHED = 500;

    /** Excel follows no more links of one sheet; addresses stand in their own column in any case. */
    private static final int LINKS = 65_530;

    /** What programs take for a character in the middle of a text (ECMA-376, part 1, 22.9.2.19). */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final int PLAIN = 18;

    private final About about;
    private final List<String> columns;
    private final SeenColumns seen;
    private final Workbook book;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;
    private int links;
    private int cut;

    XlsxSheet(About about, List<String> columns, SeenColumns seen, OutputStream out) throws IOException {
        this.about = about;
        this.columns = columns;
        this.seen = seen;
        this.book = new Workbook(out, "Pacta", "1.0");
        this.sheet = begun();
    }

    private Worksheet begun() {
        Worksheet begun = book.newWorksheet(sheets == 1 ? about.name() : about.name() + " " + sheets);
        begun.freezePane(0, 1);
        int column = 0;
        for (Seen each : seen.all()) {
            begun.width(column, each.form().width());
            heading(begun, column++, seen.heading(each));
        }
        for (String each : columns) {
            begun.width(column, PLAIN);
            heading(begun, column++, each);
        }
        links = 0;
        row = 1;
        return begun;
    }

    private static void heading(Worksheet begun, int column, String text) {
        begun.inlineString(0, column, text);
        begun.style(0, column).bold().set();
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        if (row > ROWS) {
            finish();
            sheets++;
            sheet = begun();
        }
        List<@Nullable Object> said = seen.of(values);
        for (int column = 0; column < said.size(); column++) {
            boolean isTitle = seen.all().get(column).form() == Form.TITLE;
            put(column, said.get(column), isTitle ? seen.page(values) : null);
        }
        for (int column = 0; column < values.size(); column++) {
            put(said.size() + column, values.get(column), null);
        }
        row++;
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void put(int column, @Nullable Object value, @Nullable String page) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value != null) {
            String text = cell(Sheet.text(value));
            if (page != null && links < LINKS) {
                links++;
                sheet.hyperlink(row, column, new HyperLink(page, text));
            } else {
                sheet.inlineString(row, column, text);
            }
        }
    }

    /** Rows can be chosen by the values of each column. */
    private void finish() throws IOException {
        sheet.setAutoFilter(0, 0, row - 1, seen.all().size() + columns.size() - 1);
        sheet.finish();
    }

    /** A text without what XML cannot say, and no longer than a cell can be: where it is cut it says so, and the last sheet how often. */
    private String cell(@Nullable String text) {
        String clean = text == null ? "" : ESCAPE.matcher(Outline.forXml(text)).replaceAll("_x005F_");
        if (clean.length() <= LONGEST) {
            return clean;
        }
        cut++;
        int end = LONGEST - CUT.length();
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    @Override
    public void end() throws IOException {
        finish();
        Worksheet last = book.newWorksheet("About");
        int line = 0;
        for (Map.Entry<String, Object> said : about.said().entrySet()) {
            last.inlineString(line, 0, said.getKey());
            last.inlineString(line++, 1, cell(Sheet.text(said.getValue())));
        }
        if (cut > 0) {
            last.inlineString(line, 0, "cut_cells");
            last.value(line, 1, cut);
        }
        last.finish();
        book.finish();
    }
}
