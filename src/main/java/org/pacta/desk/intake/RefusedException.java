package org.pacta.desk.intake;

/** A text or file that is not taken, with the reason as the key of a message. */
class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String reason) {
        super("intake.refused." + reason);
    }

    RefusedException(String reason, Throwable cause) {
        super("intake.refused." + reason, cause);
    }
}
