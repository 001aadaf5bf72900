package org.pacta.registry.tally;

import java.util.Locale;

/** How a number is known. Only what somebody said is announced; each has its word, its sign in tables and its mark in charts. */
public enum Basis {
    /** A source says so, and the number is exact. */
    ANNOUNCED("●"),
    /** It follows from what is announced. */
    DERIVED("○"),
    /** It follows if nothing was counted before the first meeting. */
    ASSUMED("◇"),
    /** Only the least or the most that it can be follows. */
    BOUNDED("↕"),
    /** A source says so, and other announced numbers exclude it. */
    DISPUTED("≠"),
    /** Sources give different numbers, and no editor has decided between them. */
    RIVAL("⇄"),
    /** A source says so, but not exactly. */
    APPROXIMATE("≈"),
    /** A source says that it is to come. */
    PLANNED("▷"),
    /** Nobody says it and it does not follow. */
    UNKNOWN("–");

    private final String sign;

    Basis(String sign) {
        this.sign = sign;
    }

    /** The name in files, message keys and style sheets. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String sign() {
        return sign;
    }

    /** Whether it is what sources say, rather than what follows from it. */
    public boolean isSaid() {
        return this == ANNOUNCED || this == DISPUTED || this == RIVAL || this == APPROXIMATE || this == PLANNED;
    }

    /** Whether a table says it in words as well as by the sign: the number alone could be taken for another. */
    boolean isExplained() {
        return this == ASSUMED || this == DISPUTED || this == RIVAL || this == PLANNED;
    }
}
