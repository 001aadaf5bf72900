package org.pacta.registry.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** How many of those in an agreement or project were published. */
public enum Parties {
    ALL_PUBLISHED("all_published"),
    SOME_PUBLISHED("some_published"),
    NOT_PUBLISHED("not_published");

    @EnumeratedValue
    @JsonValue
    private final String code;

    Parties(String code) {
        this.code = code;
    }
}
