package org.pacta.rules.ledger;

import org.jspecify.annotations.Nullable;

/** What is counted; measures are never added together. */
public enum Measure {
    MOUS,
    AGREEMENTS,
    PROJECTS;

    /** The measure that contains this one: every MOU is one of all agreements (rule 2). */
    public @Nullable Measure whole() {
        return this == MOUS ? AGREEMENTS : null;
    }
}
