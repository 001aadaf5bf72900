package org.pacta.desk.intake;

/** A text or file that is not taken, with the reason as the key of a message. */
class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String KEY = "intake.refused.";

    RefusedException(String reason) {
        super(KEY + reason);
    }

    RefusedException(String reason, Throwable cause) {
        super(KEY + reason, cause);
    }

    /** The end of the key. */
    String reason() {
        return String.valueOf(getMessage()).substring(KEY.length());
    }
}
