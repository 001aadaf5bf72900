package org.pacta.desk.importing;

/** A file that cannot be read as a table, with the reason as the end of a key of a message. */
class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableFileException(String reason) {
        super("Unreadable: " + reason);
        this.reason = reason;
    }

    UnreadableFileException(String reason, Throwable cause) {
        super("Unreadable: " + reason, cause);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
