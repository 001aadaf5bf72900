package org.pacta.exchange.feed;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody cites, and the day they looked at it.
 *
 * @param key by which BibTeX knows it
 * @param kind in the reader's language
 * @param revision that is cited; null for a view of many records
 * @param revised the day of that revision, or of the view
 * @param address that shows this state for ever
 */
record Cited(
        String key,
        String title,
        String kind,
        @Nullable Long revision,
        LocalDate revised,
        String address,
        LocalDate looked) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** In words. */
    String text() {
        return "Pacta, registry of bilateral cooperation agreements. “%s” (%s)%s, %s. %s (accessed %s)."
                .formatted(title, kind, revisionWord(), DAY.format(revised), address, DAY.format(looked));
    }

    /** As an entry of BibTeX. */
    String bibtex() {
        return """
                @misc{%s,
                  author = {{Pacta}},
                  title = {{%s}},
                  year = {%d},
                  month = {%d},
                  note = {%s%s},
                  url = {%s},
                  urldate = {%s}
                }
                """.formatted(
                        key,
                        escaped(title),
                        revised.getYear(),
                        revised.getMonthValue(),
                        escaped(kind),
                        revisionWord(),
                        address,
                        looked);
    }

    /** In the format of Research Information Systems, which reference managers read. */
    String ris() {
        return """
                TY  - DATA
                AU  - Pacta
                TI  - %s
                PY  - %d
                DA  - %s
                N1  - %s%s
                UR  - %s
                Y2  - %s
                ER  -
                """.formatted(
                        oneLine(title),
                        revised.getYear(),
                        revised.toString().replace('-', '/'),
                        oneLine(kind),
                        revisionWord(),
                        address,
                        looked.toString().replace('-', '/'))
                .replace("\n", "\r\n")
                .replace("ER  -\r\n", "ER  - \r\n");
    }

    private String revisionWord() {
        return revision == null ? "" : ", revision " + revision;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** The characters that mean something to TeX. */
    private static String escaped(String text) {
        return oneLine(text)
                .codePoints()
                .mapToObj(c -> switch (c) {
                    case '\\' -> "\\textbackslash{}";
                    case '~' -> "\\textasciitilde{}";
                    case '^' -> "\\textasciicircum{}";
                    case '#', '$', '%', '&', '_', '{', '}' -> "\\" + Character.toString(c);
                    default -> Character.toString(c);
                })
                .collect(Collectors.joining());
    }
}
