package org.pacta.rules.table;

import java.util.Locale;

/** What a column of a list of agreements can hold. */
public enum ColumnTarget {
    TITLE,
    LOCAL_TITLE,
    /** Organisations or states in the agreement. */
    PARTY,
    /** Where these are. */
    PARTY_PLACE,
    KIND,
    SIGNED_ON,
    PLACE_OF_SIGNING,
    /** What approved it, such as a law. */
    APPROVAL,
    AUTHENTIC_LANGUAGES,
    IN_FORCE_FROM,
    VALID_UNTIL,
    /** A length of time. */
    RUNS_FOR,
    STATUS,
    COUNCIL,
    SUMMARY,
    LOCAL_SUMMARY,
    /** Kept in the note of the agreement, with its heading. */
    NOTE,
    /** What tells one row from another, such as a number. */
    KEY,
    IGNORED;

    /** As in forms and in the keys of messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a date, which may have to be asked for the order of its figures. */
    public boolean isDate() {
        return this == SIGNED_ON || this == IN_FORCE_FROM || this == VALID_UNTIL;
    }

    /** Whether its cells are joined where several columns hold it. */
    public boolean takesSeveral() {
        return this == PARTY || this == NOTE || this == SIGNED_ON || this == SUMMARY || this == KEY || this == IGNORED;
    }

    /** Whether its values are decided about once each, and not row by row. */
    public boolean isDecided() {
        return this == PARTY || this == PARTY_PLACE || this == KIND || this == STATUS || this == COUNCIL;
    }
}
