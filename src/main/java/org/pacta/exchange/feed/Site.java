package org.pacta.exchange.feed;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where the addresses of this Pacta begin. */
final class Site {

    private Site() {}

    /** Scheme, host and port as the current request was sent to them, such as {@code https://pacta.example}. */
    static String current() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }
}
