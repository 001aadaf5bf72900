package org.pacta.exchange.citation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;

/**
 * What somebody cites. A source is cited as itself, and Pacta as the place where it was found.
 *
 * @param kind of the source; null for what is Pacta's own
 * @param publisher of the source
 * @param day when the source was published, an agreement signed, a project launched or a meeting held
 * @param url of the source
 * @param parties of an agreement or a project, as printed
 * @param sources that say so, each in a sentence
 */
record Work(
        @Nullable String kind,
        @Nullable String publisher,
        @Nullable PartialDate day,
        @Nullable String url,
        List<String> parties,
        List<String> sources) {

    /** A page of numbers. */
    static final Work VIEW = new Work(null, null, null, null, List.of(), List.of());

    /** A source in a sentence. */
    static String sentence(String title, @Nullable String publisher, @Nullable PartialDate day, @Nullable String url) {
        return "“%s”%s%s%s"
                .formatted(
                        title,
                        publisher == null ? "" : ", " + publisher,
                        day == null ? "" : ", " + when(day),
                        url == null ? "" : ", " + url);
    }

    boolean isSource() {
        return kind != null;
    }

    /** A day, month or year as ISO 8601 writes it; nothing where it is none. */
    static Optional<String> iso(@Nullable PartialDate date) {
        return Optional.ofNullable(date)
                .map(PartialDate::edtf)
                .filter(edtf -> edtf.matches("\\d{4}(-(0[1-9]|1[0-2])(-\\d\\d)?)?"));
    }

    /** A date as ISO 8601 writes its ends, in English between them. */
    static String when(PartialDate date) {
        String edtf = date.edtf();
        if (edtf.startsWith("[..")) {
            return "by " + edtf.substring(3, edtf.length() - 1);
        }
        if (edtf.startsWith("[")) {
            return "between " + edtf.substring(1, edtf.length() - 1).replace("..", " and ");
        }
        return edtf.startsWith("../")
                ? "until " + edtf.substring(3)
                : edtf.endsWith("/..") ? "since " + edtf.substring(0, edtf.length() - 3) : edtf.replace("/", " to ");
    }
}
