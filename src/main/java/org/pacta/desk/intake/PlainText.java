package org.pacta.desk.intake;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Text and CSV files in UTF-8, UTF-16, GB18030 or the letters of western Europe. */
final class PlainText {

    /** No text that is short enough has more bytes, whatever its letters. */
    private static final int MOST_BYTES = 4 * IntakeService.LONGEST;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Set<String> GUESSED = Set.of("UTF-16LE", "UTF-16BE", "GB18030", "windows-1252", "ISO-8859-1");
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
        boolean isWide = bytes.length > 1 && (hasMark(bytes, 0xfe, 0xff) || hasMark(bytes, 0xff, 0xfe));
        if (isWide) {
            return decode(bytes, StandardCharsets.UTF_16);
        }
        boolean hasZero = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(0) >= 0;
        Optional<String> utf8 = hasZero ? Optional.empty() : decode(bytes, StandardCharsets.UTF_8);
        return utf8.map(PlainText::withoutMark).or(() -> guessed(bytes, hasZero));
    }

    private static boolean hasMark(byte[] bytes, int first, int second) {
        return (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** A short Chinese text looks like many things to the detector; that it is in GB18030 shows when nearly all of it is common Han. */
    private static Optional<String> guessed(byte[] bytes, boolean hasZero) {
        Optional<String> chinese =
                hasZero ? Optional.empty() : decode(bytes, GB18030).filter(PlainText::isMostlyHan);
        return chinese.or(() -> Stream.of(new CharsetDetector().setText(bytes).detectAll())
                .map(CharsetMatch::getName)
                .filter(GUESSED::contains)
                .filter(name -> !hasZero || name.startsWith("UTF-16"))
                .flatMap(name -> decode(bytes, Charset.forName(name)).stream())
                .findFirst());
    }

    private static boolean isMostlyHan(String text) {
        long foreign = text.chars().filter(letter -> letter > 0x7f).count();
        long common = text.chars()
                .filter(letter -> letter >= 0x4e00 && letter <= 0x9fff
                        || letter >= 0x3000 && letter <= 0x303f
                        || letter >= 0xff00 && letter <= 0xffef
                        || letter >= 0x2010 && letter <= 0x2026)
                .count();
        return common * 10 >= foreign * 9;
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
        String first = text.lines().findFirst().orElse("");
        char separator = Stream.of(',', ';', '\t')
                .max(Comparator.comparing(
                        each -> first.chars().filter(letter -> letter == each).count()))
                .orElse(',');
        List<String> lines = new ArrayList<>();
        try (var rows = CsvReader.builder()
                .fieldSeparator(separator)
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
