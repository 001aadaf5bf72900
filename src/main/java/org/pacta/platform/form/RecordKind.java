package org.pacta.platform.form;

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

    /** All plurals, as a pattern for addresses. */
    public static final String PLURALS =
            "places|sources|people|organisations|councils|meetings|agreements|projects|commitments|figures|indicators";

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

    /** The kind of this name, as in tables or of its entity. */
    public static RecordKind of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The kind of this name, if there is one. */
    public static Optional<RecordKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** The kind that an entity, or a form, is of. */
    public static RecordKind of(Class<?> type) {
        return of(type.getSimpleName().replaceFirst("Form$", ""));
    }
}
