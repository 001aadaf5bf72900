package org.pacta.platform.limit;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Which requests come from the machine itself. This is noted before Tomcat takes the word of a proxy for the address it asks for,
 * and changes the request to match: what says that it came through a proxy never counts.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ThisMachine implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final String CONNECTS = ThisMachine.class.getName();
    private static final String ASKS = CONNECTS + ".ASKS";
    private static final List<String> OF_PROXIES =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addEngineValves(new Note());
    }

    /** Whether the machine itself asks. */
    public static boolean asks(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(ASKS));
    }

    /** Whether the machine itself connects, for itself or for somebody whom no proxy that is trusted names. */
    static boolean connects(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(CONNECTS))
                && Throttle.address(request.getRemoteAddr())
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    private static final class Note extends ValveBase {

        Note() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            boolean isNear = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
            request.setAttribute(CONNECTS, isNear);
            request.setAttribute(ASKS, isNear && OF_PROXIES.stream().allMatch(name -> request.getHeader(name) == null));
            getNext().invoke(request, response);
        }
    }
}
