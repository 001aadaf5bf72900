package org.pacta.registry.project;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** How far a project has come. */
enum ProjectStatus {
    PLANNED,
    LAUNCHED,
    COMPLETED,
    STOPPED;

    @EnumeratedValue
    @JsonValue
    private final String code = name().toLowerCase(Locale.ROOT);

    /** What a source may say of a later day without anybody wondering; what it was it may stay. */
    public boolean canBecome(ProjectStatus next) {
        return next == this
                || switch (this) {
                    case PLANNED -> next == LAUNCHED || next == STOPPED;
                    case LAUNCHED -> next == COMPLETED || next == STOPPED;
                    case COMPLETED, STOPPED -> false;
                };
    }

    /** Whether it takes a statement to be known, beyond what its day of launching tells. */
    public boolean isTold() {
        return this == COMPLETED || this == STOPPED;
    }
}
