package org.pacta.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook with the table on its first sheet and what the table is on its second. Texts are texts, whatever they begin with. */
final class XlsxFile implements TableFile {

    /** Rows held back at most. */
    private static final int HELD = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final String aboutTitle;
    private final Map<String, String> about;
    private int next;

    XlsxFile(OutputStream out, String title, String aboutTitle, Map<String, String> about) {
        this.workbook = new Workbook(out, "Pacta", "1.0");
        this.sheet = workbook.newWorksheet(title);
        this.aboutTitle = aboutTitle;
        this.about = about;
    }

    @Override
    public void head(List<String> columns) {
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(0, i, columns.get(i));
            sheet.style(0, i).bold().set();
        }
        next = 1;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            put(i, cells.get(i));
        }
        next++;
        if (next % HELD == 0) {
            sheet.flush();
        }
    }

    private void put(int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(next, column, number);
        } else if (value instanceof Boolean truth) {
            sheet.value(next, column, truth);
        } else if (value != null) {
            sheet.inlineString(next, column, value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        Worksheet second = workbook.newWorksheet(aboutTitle);
        int row = 0;
        for (Map.Entry<String, String> each : about.entrySet()) {
            second.inlineString(row, 0, each.getKey());
            second.inlineString(row, 1, each.getValue());
            row++;
        }
        second.width(1, 100);
        second.finish();
        workbook.close();
    }
}
