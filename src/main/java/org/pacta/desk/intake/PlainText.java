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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimplifierMarkupHandler;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.table.TextShape;
import org.unbescape.html.HtmlEscape;

/** Text and CSV files in UTF-8, UTF-16, GB18030 or the letters of western Europe. */
final class PlainText {

    static final int BYTES_OF_A_LETTER = 4;

    /** No text that is short enough has more bytes, whatever its letters. */
    static final int MOST_BYTES = BYTES_OF_A_LETTER * IntakeService.LONGEST;

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

    /** The words of a web page, a line for each of its blocks. */
    static String ofPage(byte[] bytes, int mostBytes) throws IOException {
        if (bytes.length > mostBytes) {
            throw new RefusedException("long");
        }
        WebPage page = new WebPage();
        try {
            new MarkupParser(ParseConfiguration.htmlConfiguration())
                    .parse(
                            decoded(bytes).orElseThrow(() -> new RefusedException("letters")),
                            new SimplifierMarkupHandler(page));
        } catch (ParseException damaged) {
            throw new RefusedException("damaged", damaged);
        }
        return page.words
                .toString()
                .replaceAll("[ \\t\\x0B\\f\\r]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n")
                .strip();
    }

    /** Gathers what a page shows: neither its scripts nor its styles. */
    private static final class WebPage extends AbstractSimpleMarkupHandler {

        private static final Set<String> UNSEEN = Set.of("script", "style", "template", "noscript");
        private static final Set<String> WITHIN_LINES = Set.of(
                "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span",
                "strong", "sub", "sup", "u");

        private final StringBuilder words = new StringBuilder();
        private int unseen;

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int column) {
            if (unseen == 0) {
                words.append(HtmlEscape.unescapeHtml(new String(buffer, offset, length)));
            }
        }

        @Override
        public void handleOpenElement(String name, @Nullable Map<String, String> attributes, int line, int column) {
            unseen += UNSEEN.contains(name) ? 1 : 0;
            divide(name);
        }

        @Override
        public void handleStandaloneElement(
                String name, @Nullable Map<String, String> attributes, boolean minimized, int line, int column) {
            divide(name);
        }

        @Override
        public void handleCloseElement(String name, int line, int column) {
            unseen -= UNSEEN.contains(name) && unseen > 0 ? 1 : 0;
            divide(name);
        }

        @Override
        public void handleAutoCloseElement(String name, int line, int column) {
            handleCloseElement(name, line, column);
        }

        private void divide(String element) {
            if (!WITHIN_LINES.contains(element)) {
                words.append('\n');
            }
        }
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
