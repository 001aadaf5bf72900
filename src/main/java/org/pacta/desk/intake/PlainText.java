package org.pacta.desk.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pacta.rules.table.TextShape;

/** Text and CSV files in UTF-8, UTF-16, GB18030 or the letters of western Europe. */
final class PlainText {

    /** No text that is short enough has more bytes, whatever its letters. */
    static final int MOST_BYTES = 4 * IntakeService.LONGEST;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private PlainText() {}

    static String of(String name, byte[] bytes) throws IOException {
        if (bytes.length > MOST_BYTES) {
            throw new RefusedException(isText(bytes) ? "long" : "kind");
        }
        String text = decoded(bytes).orElseThrow(() -> new RefusedException(isText(bytes) ? "letters" : "kind"));
        if (text.chars().anyMatch(PlainText::isControl)) {
            throw new RefusedException("kind");
        }
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? lines(text) : text;
    }

    private static boolean isText(byte[] bytes) {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, 1024));
        return new String(head, StandardCharsets.ISO_8859_1).chars().noneMatch(PlainText::isControl);
    }

    private static boolean isControl(int letter) {
        return letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r' && letter != '\f';
    }

    private static Optional<String> decoded(byte[] bytes) {
        return TextShape.charset(bytes, false)
                .flatMap(charset -> decode(bytes, charset))
                .map(PlainText::withoutMark);
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    /** Rows as lines with tabs between the cells. */
    private static String lines(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        try (var rows = CsvReader.builder()
                .fieldSeparator(TextShape.separator(text))
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            rows.forEach(row -> lines.add(row(row.getFields())));
        }
        return String.join("\n", lines);
    }

    /** A row of a sheet as a line. */
    static String row(List<String> cells) {
        return String.join(
                        "\t",
                        cells.stream()
                                .map(cell -> cell.strip().replaceAll("\\s+", " "))
                                .toList())
                .stripTrailing();
    }
}
