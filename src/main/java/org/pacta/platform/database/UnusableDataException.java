package org.pacta.platform.database;

import org.jspecify.annotations.Nullable;

/** The data directory cannot be used; says why, and what to do about it. */
class UnusableDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    UnusableDataException(String problem, String action) {
        this(problem, action, null);
    }

    UnusableDataException(String problem, String action, @Nullable Throwable cause) {
        super(problem, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
