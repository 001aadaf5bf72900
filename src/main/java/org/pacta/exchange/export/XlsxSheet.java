package org.pacta.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.pacta.registry.paper.Outline;

/** A workbook whose first sheet holds the rows, more sheets what does not fit on it, and the last one what the view is. Texts are texts: no cell is a formula. */
class XlsxSheet implements Sheet {

    /** Rows on a sheet, its heading apart; a sheet has at most 1,048,576. */
    private static final int ROWS = 1_000_000;

    /** The longest text a cell can have. */
    private static final int LONGEST = 32_767;

    private static final String CUT = " […]";

    private static final int FLUSHED = 500;

    private final About about;
    private final List<String> columns;
    private final Workbook book;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;
    private int cut;

    XlsxSheet(About about, List<String> columns, OutputStream out) throws IOException {
        this.about = about;
        this.columns = columns;
        this.book = new Workbook(out, "Pacta", "1.0");
        this.sheet = begun();
    }

    private Worksheet begun() {
        Worksheet begun = book.newWorksheet(sheets == 1 ? about.name() : about.name() + " " + sheets);
        begun.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            begun.inlineString(0, column, columns.get(column));
            begun.style(0, column).bold().set();
        }
        row = 1;
        return begun;
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        if (row > ROWS) {
            sheet.finish();
            sheets++;
            sheet = begun();
        }
        for (int column = 0; column < values.size(); column++) {
            Object value = values.get(column);
            if (value instanceof Number number) {
                sheet.value(row, column, number);
            } else if (value instanceof Boolean truth) {
                sheet.value(row, column, truth);
            } else if (value != null) {
                sheet.inlineString(row, column, cell(Sheet.text(value)));
            }
        }
        row++;
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    /** A text without what XML cannot say, and no longer than a cell can be: where it is cut it says so, and the last sheet how often. */
    private String cell(@Nullable String text) {
        String clean = text == null ? "" : Outline.forXml(text);
        if (clean.length() <= LONGEST) {
            return clean;
        }
        cut++;
        int end = LONGEST - CUT.length();
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    @Override
    public void end() throws IOException {
        sheet.finish();
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
