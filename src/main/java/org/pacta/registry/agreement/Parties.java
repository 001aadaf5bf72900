package org.pacta.registry.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** How many of those in an agreement or project were published. */
public enum Parties {
    ALL_PUBLISHED,
    SOME_PUBLISHED,
    NOT_PUBLISHED;

    @EnumeratedValue
    @JsonValue
    private final String code = name().toLowerCase(Locale.ROOT);
}
