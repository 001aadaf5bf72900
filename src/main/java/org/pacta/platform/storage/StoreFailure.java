package org.pacta.platform.storage;

import java.io.IOException;

/** The store could not keep a file. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreFailure(String message) {
        super(message);
    }

    StoreFailure(String message, IOException cause) {
        super(message, cause);
    }
}
