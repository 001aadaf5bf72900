package org.pacta.platform.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** How a published number relates to the true one: "more than 1,600" is {@link #MORE_THAN}. */
public enum QuantityComparator {
    EXACTLY,
    AT_LEAST,
    MORE_THAN,
    NEARLY,
    ABOUT,
    UP_TO;

    @EnumeratedValue
    @JsonValue
    private final String code = name().toLowerCase(Locale.ROOT);
}
