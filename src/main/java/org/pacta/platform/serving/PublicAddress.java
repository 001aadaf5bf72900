package org.pacta.platform.serving;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has every whole address that Pacta writes, in feeds, files, citations and when another service is asked who somebody is, begin with
 * {@code pacta.address}, whatever a request claims in {@code Host}. Without that setting a request is believed where it names this machine or
 * an address in digits; otherwise links lead to localhost, since a stranger could have them lead to the stranger's own site.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublicAddress extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(PublicAddress.class);
    private static final Pattern IN_DIGITS = Pattern.compile("[0-9.]+|\\[[0-9A-Fa-f:.]+]");

    private final Optional<URI> address;
    private final Set<String> own;
    private final AtomicBoolean isTold = new AtomicBoolean();

    PublicAddress(@Value("${pacta.address}") String address) {
        this.address = Optional.of(address).filter(given -> !given.isBlank()).map(PublicAddress::checked);
        this.own = ownNames();
    }

    private static URI checked(String address) {
        URI given;
        try {
            given = new URI(address.strip());
        } catch (URISyntaxException unreadable) {
            throw new IllegalStateException("PACTA_ADDRESS is no address: " + address, unreadable);
        }
        boolean isWhole = ("http".equals(given.getScheme()) || "https".equals(given.getScheme()))
                && given.getHost() != null
                && given.getUserInfo() == null
                && given.getQuery() == null
                && given.getFragment() == null
                && (given.getPath().isEmpty() || given.getPath().equals("/"));
        if (!isWhole) {
            throw new IllegalStateException(
                    "PACTA_ADDRESS is to be like https://pacta.example.org, without a path, and is " + address);
        }
        return given;
    }

    private static Set<String> ownNames() {
        Stream<String> machine;
        try {
            InetAddress here = InetAddress.getLocalHost();
            machine = Stream.of(here.getHostName(), here.getCanonicalHostName());
        } catch (UnknownHostException nameless) {
            machine = Stream.of();
        }
        return Stream.concat(machine, Stream.of("localhost"))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (address.isPresent()) {
            chain.doFilter(new Addressed(request, address.get()), response);
        } else if (isOurs(request.getServerName())) {
            chain.doFilter(request, response);
        } else {
            if (isTold.compareAndSet(false, true)) {
                log.warn(
                        "Somebody asked for Pacta as {}, which is not a name of this machine: links lead to localhost until PACTA_ADDRESS says how people reach it",
                        request.getServerName().replaceAll("[^A-Za-z0-9.:_\\[\\]-]", "?"));
            }
            chain.doFilter(new Addressed(request, URI.create("http://localhost:" + request.getLocalPort())), response);
        }
    }

    private boolean isOurs(String host) {
        return IN_DIGITS.matcher(host).matches() || own.contains(host.toLowerCase(Locale.ROOT));
    }

    /** A request as if it had come to another address. */
    private static final class Addressed extends HttpServletRequestWrapper {

        private final URI address;

        Addressed(HttpServletRequest request, URI address) {
            super(request);
            this.address = address;
        }

        @Override
        public String getScheme() {
            return address.getScheme();
        }

        @Override
        public String getServerName() {
            return address.getHost();
        }

        @Override
        public int getServerPort() {
            int standard = "https".equals(address.getScheme()) ? 443 : 80;
            return address.getPort() == -1 ? standard : address.getPort();
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(
                    "%s://%s%s".formatted(address.getScheme(), address.getRawAuthority(), getRequestURI()));
        }
    }
}
