package org.pacta.exchange.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV (RFC 4180) that Excel opens right: a byte order mark, and no cell that it would take for a formula. */
class CsvSheet implements Sheet {

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final CsvWriter csv;

    CsvSheet(List<String> columns, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        text.write('\uFEFF');
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(columns);
    }

    @Override
    public void row(List<@Nullable Object> values) {
        List<String> cells = new ArrayList<>(values.size());
        for (Object value : values) {
            cells.add(value instanceof Number ? value.toString() : defused(Sheet.text(value)));
        }
        csv.writeRecord(cells);
    }

    /** Programs that read a file strip what cannot be seen before they look for a formula, so that does not hide one. */
    private static String defused(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        int start = 0;
        while (start < cell.length() && FORMULA.indexOf(cell.charAt(start)) < 0 && isUnseen(cell.charAt(start))) {
            start++;
        }
        return start < cell.length() && FORMULA.indexOf(cell.charAt(start)) >= 0 ? "'" + cell : cell;
    }

    private static boolean isUnseen(char letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.isISOControl(letter)
                || Character.getType(letter) == Character.FORMAT;
    }

    @Override
    public void end() throws IOException {
        csv.close();
    }
}
