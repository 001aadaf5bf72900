package org.pacta.exchange.erasure;

/** Something stands in the way of an erasure, and nothing was changed; the message says what, and what to do. */
class CannotEraseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotEraseException(String message) {
        super(message);
    }
}
