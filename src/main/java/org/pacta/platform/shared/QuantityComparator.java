package org.pacta.platform.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** How a published number relates to the true one: "more than 1,600" is {@link #MORE_THAN}. */
public enum QuantityComparator {
    EXACTLY("exactly"),
    AT_LEAST("at_least"),
    MORE_THAN("more_than"),
    NEARLY("nearly"),
    ABOUT("about"),
    UP_TO("up_to");

    @EnumeratedValue
    @JsonValue
    private final String code;

    QuantityComparator(String code) {
        this.code = code;
    }
}
