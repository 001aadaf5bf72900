package org.pacta.rules.table;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which character set the bytes of a text are in, UTF-8, UTF-16, GB18030 or the letters of western Europe, and what stands between its cells. */
public final class TextShape {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Set<String> GUESSED = Set.of("UTF-16LE", "UTF-16BE", "GB18030", "windows-1252", "ISO-8859-1");

    private TextShape() {}

    /**
     * The character set of a text; nothing where it cannot be told.
     *
     * @param isCut whether the bytes end where the text does not, so that the last letter may be in pieces
     */
    public static Optional<Charset> charset(byte[] bytes, boolean isCut) {
        if (hasMark(bytes, 0xfe, 0xff) || hasMark(bytes, 0xff, 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16)
                    .filter(charset -> reads(bytes, charset, isCut).isPresent());
        }
        boolean hasZero = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(0) >= 0;
        Optional<Charset> utf8 = Optional.of(StandardCharsets.UTF_8)
                .filter(charset -> !hasZero && reads(bytes, charset, isCut).isPresent());
        return utf8.or(() -> guessed(bytes, hasZero, isCut));
    }

    private static boolean hasMark(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    /** A short Chinese text looks like many things to the detector; that it is in GB18030 shows when nearly all of it is common Han. */
    private static Optional<Charset> guessed(byte[] bytes, boolean hasZero, boolean isCut) {
        Optional<Charset> chinese = hasZero
                ? Optional.empty()
                : reads(bytes, GB18030, isCut).filter(TextShape::isMostlyHan).map(text -> GB18030);
        return chinese.or(() -> Stream.of(new CharsetDetector().setText(bytes).detectAll())
                .map(CharsetMatch::getName)
                .filter(GUESSED::contains)
                .filter(name -> !hasZero || name.startsWith("UTF-16"))
                .map(Charset::forName)
                .filter(charset -> reads(bytes, charset, isCut).isPresent())
                .findFirst());
    }

    private static boolean isMostlyHan(CharBuffer text) {
        long foreign = text.chars().filter(letter -> letter > 0x7f).count();
        long common = text.chars()
                .filter(letter -> letter >= 0x4e00 && letter <= 0x9fff
                        || letter >= 0x3000 && letter <= 0x303f
                        || letter >= 0xff00 && letter <= 0xffef
                        || letter >= 0x2010 && letter <= 0x2026)
                .count();
        return common * 10 >= foreign * 9;
    }

    private static Optional<CharBuffer> reads(byte[] bytes, Charset charset, boolean isCut) {
        CharsetDecoder decoder = charset.newDecoder();
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        return decoder.decode(ByteBuffer.wrap(bytes), text, !isCut).isError()
                ? Optional.empty()
                : Optional.of(text.flip());
    }

    /** Those that are told apart. */
    public static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private static final int LINES = 50;

    /** The one that cuts most lines into the same number of cells, as many as can be. */
    public static char separator(String head) {
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(each -> worth(head, each)))
                .orElse(',');
    }

    private static long worth(String head, char separator) {
        Map<Integer, Long> widths = new HashMap<>();
        for (int width : widths(head, separator)) {
            widths.merge(width, 1L, Long::sum);
        }
        return widths.entrySet().stream()
                .filter(each -> each.getKey() > 1)
                .mapToLong(each -> each.getValue() * each.getValue() * each.getKey())
                .max()
                .orElse(0);
    }

    /** How many cells each line has, those in quotes left whole. */
    private static List<Integer> widths(String head, char separator) {
        List<Integer> widths = new ArrayList<>();
        int cells = 1;
        boolean isQuoted = false;
        for (int i = 0; i < head.length() && widths.size() < LINES; i++) {
            char letter = head.charAt(i);
            if (letter == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && letter == separator) {
                cells++;
            } else if (!isQuoted && letter == '\n') {
                widths.add(cells);
                cells = 1;
            }
        }
        if (widths.isEmpty()) {
            widths.add(cells);
        }
        return widths;
    }
}
