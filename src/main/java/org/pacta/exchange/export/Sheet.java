package org.pacta.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A file that takes rows one by one and keeps none. A value is a text, a number, truth, a list of texts, or null. */
interface Sheet {

    void row(List<@Nullable Object> values) throws IOException;

    /** Completes the file; one whose rows could not all be read is left unfinished, so that nobody takes it for the whole. */
    void end() throws IOException;

    /** Starts the file of a view. */
    static Sheet of(String format, About about, List<String> columns, SeenColumns seen, OutputStream out)
            throws IOException {
        return switch (format) {
            case "csv" -> new CsvSheet(columns, out);
            case "xlsx" -> new XlsxSheet(about, columns, seen, out);
            default -> new JsonSheet(about, columns, out);
        };
    }

    /** The media type of a format. */
    static String type(String format) {
        return switch (format) {
            case "csv" -> "text/csv;charset=UTF-8";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            default -> "application/json";
        };
    }

    /** A value in one cell, the texts of a list apart. */
    static @Nullable String text(@Nullable Object value) {
        if (value instanceof List<?> several) {
            StringJoiner texts = new StringJoiner("; ");
            several.forEach(each -> texts.add(each == null ? "" : each.toString()));
            return texts.toString();
        }
        return value == null ? null : value.toString();
    }
}
