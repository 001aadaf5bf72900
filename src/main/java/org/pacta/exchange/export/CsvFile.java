package org.pacta.exchange.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file of comma-separated values, marked so that spreadsheets read it as UTF-8, in which no text can be taken for a formula. */
final class CsvFile implements TableFile {

    private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*[=+\\-@＝＋－＠\\t\\r].*", Pattern.DOTALL);

    private final CsvWriter csv;

    CsvFile(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    }

    @Override
    public void head(List<String> columns) {
        csv.writeRecord(columns);
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        csv.writeRecord(cells.stream().map(CsvFile::cell).toList());
    }

    /** Numbers stay numbers; a text that begins like a formula gets an apostrophe in front. */
    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        return value instanceof String && FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
