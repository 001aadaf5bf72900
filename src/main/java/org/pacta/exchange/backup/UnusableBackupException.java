package org.pacta.exchange.backup;

/** A backup cannot be written to this place, or nothing can be restored from this file; the message says why and what to do. */
class UnusableBackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableBackupException(String message) {
        super(message);
    }
}
