package org.pacta.reader.home;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever started Pacta where to find it. */
@Component
class Greeting {

    private static final Logger log = LoggerFactory.getLogger(Greeting.class);

    private final String host;

    Greeting(@Value("${server.address}") String host) {
        this.host = host;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void greet(WebServerInitializedEvent started) {
        log.info("Pacta is at http://{}:{}", host, started.getWebServer().getPort());
    }
}
