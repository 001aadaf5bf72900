package org.pacta.registry.council;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** Whether an agreement or project is in the number its council announces. */
public enum Counting {
    IN_COUNT,
    OUTSIDE,
    NOT_STATED;

    @EnumeratedValue
    @JsonValue
    private final String code = name().toLowerCase(Locale.ROOT);
}
