package org.pacta.desk.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Row;

/**
 * Why somebody should look at a proposed line.
 *
 * @param reason key of the message that says it
 * @param about names and numbers it is about
 */
record Doubt(Kind kind, String reason, List<String> about) {

    private static final String BETWEEN = "\t";

    /** How grave it is. */
    public enum Kind {
        LOOK,
        NOT_UNDERSTOOD,
        NOT_READ,
        DUPLICATE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Doubt look(String reason, String... about) {
        return new Doubt(Kind.LOOK, "review.reason." + reason, List.of(about));
    }

    static Doubt duplicate(String reason, String about) {
        return new Doubt(Kind.DUPLICATE, "review.reason." + reason, List.of(about));
    }

    /** Of a passage that speaks of an agreement and gave no row. */
    static Doubt notRead() {
        return new Doubt(Kind.NOT_READ, "review.reason.not_read", List.of());
    }

    /** Of a row as the parser gives it; null when it is ready. */
    static @Nullable Doubt of(Row row) {
        Row.Reason reason = row.reason();
        if (reason == null) {
            return null;
        }
        Kind kind = row.state() == Row.State.NOT_UNDERSTOOD ? Kind.NOT_UNDERSTOOD : Kind.LOOK;
        return new Doubt(kind, "annex.reason." + reason.why().name().toLowerCase(Locale.ROOT), reason.arguments());
    }

    /** As a line of a draft keeps it. */
    String written() {
        List<String> parts = new ArrayList<>(List.of(kind.code(), reason));
        about.forEach(each -> parts.add(each.replaceAll("\\s+", " ")));
        return String.join(BETWEEN, parts);
    }

    static boolean isNotRead(@Nullable String written) {
        Doubt doubt = read(written);
        return doubt != null && doubt.kind == Kind.NOT_READ;
    }

    static @Nullable Doubt read(@Nullable String written) {
        if (written == null) {
            return null;
        }
        List<String> parts = Arrays.asList(written.split(BETWEEN));
        return new Doubt(
                Kind.valueOf(parts.get(0).toUpperCase(Locale.ROOT)), parts.get(1), parts.subList(2, parts.size()));
    }

    /** What it is about in one piece, then how many they are, as the messages take them. */
    public Object[] arguments() {
        return new Object[] {String.join("; ", about), about.size()};
    }
}
