package org.pacta.rules.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is counted; measures are never added together. */
public enum Measure {
    MOUS,
    AGREEMENTS,
    PROJECTS;

    /** The measure of a name as it stands in tables, addresses and message keys. */
    public static Measure of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The measure that contains this one: every MOU is one of all agreements (rule 2). */
    public @Nullable Measure whole() {
        return this == MOUS ? AGREEMENTS : null;
    }

    /** Whether it is the same as another, among it or the other way about. */
    boolean isNested(Measure other) {
        return this == other || whole() == other || other.whole() == this;
    }
}
