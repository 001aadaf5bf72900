package org.pacta.registry.council;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** Whether an agreement or project is in the number its council announces. */
public enum Counting {
    IN_COUNT("in_count"),
    OUTSIDE("outside"),
    NOT_STATED("not_stated");

    @EnumeratedValue
    @JsonValue
    private final String code;

    Counting(String code) {
        this.code = code;
    }
}
