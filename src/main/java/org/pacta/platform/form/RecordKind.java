package org.pacta.platform.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.NotFoundException;

/** A kind of record, as the registry keeps it. */
public enum RecordKind {
    PLACE("places", "Place"),
    SOURCE("sources", "CreativeWork"),
    PERSON("people", "Person"),
    ORGANISATION("organisations", "Organization"),
    COUNCIL("councils", "Organization"),
    MEETING("meetings", "Event"),
    AGREEMENT("agreements", "CreativeWork"),
    PROJECT("projects", "Project"),
    COMMITMENT("commitments", null),
    FIGURE("figures", null),
    INDICATOR("indicators", null),
    TARGET("targets", null),
    DOCUMENT("documents", "DigitalDocument");

    private final String plural;
    private final @Nullable String schemaType;

    RecordKind(String plural, @Nullable String schemaType) {
        this.plural = plural;
        this.schemaType = schemaType;
    }

    /** The name of its table, and of it in messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in addresses. */
    public String plural() {
        return plural;
    }

    /** What schema.org calls what a page of it is about; nothing where it stands on the page of another record. */
    public Optional<String> schemaType() {
        return Optional.ofNullable(schemaType);
    }

    /** The kind that addresses call by this word; {@link NotFoundException} when none is called so. */
    public static RecordKind ofPlural(String plural) {
        return Arrays.stream(values())
                .filter(kind -> kind.plural.equals(plural))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("kind", plural));
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
