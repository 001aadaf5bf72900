package org.pacta.registry.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of record, as the registry keeps it. */
public enum RecordKind {
    PLACE("places"),
    SOURCE("sources"),
    PERSON("people"),
    ORGANISATION("organisations"),
    COUNCIL("councils"),
    MEETING("meetings"),
    AGREEMENT("agreements"),
    PROJECT("projects"),
    COMMITMENT("commitments"),
    FIGURE("figures"),
    INDICATOR("indicators");

    private final String plural;

    RecordKind(String plural) {
        this.plural = plural;
    }

    /** The name of its table, and of it in messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in addresses. */
    public String plural() {
        return plural;
    }

    /** The kind that addresses call by this word. */
    public static Optional<RecordKind> ofPlural(String plural) {
        return Arrays.stream(values())
                .filter(kind -> kind.plural.equals(plural))
                .findFirst();
    }
}
