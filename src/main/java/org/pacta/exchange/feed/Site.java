package org.pacta.exchange.feed;

import java.net.URI;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where Pacta runs, as the reader addresses it.
 *
 * @param base the start of every address
 */
public record Site(String base) {

    public static Site here() {
        return new Site(
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
    }

    /** A name that a thing of this registry keeps for ever (RFC 4151). */
    String tag(String thing) {
        return "tag:" + host() + ",2026:" + thing;
    }

    String host() {
        return URI.create(base).getHost();
    }
}
