package org.pacta.platform.serving;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.coyote.CloseNowException;
import org.pacta.platform.database.Lanes;
import org.pacta.platform.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;

/**
 * Answers what the database could not, outside of everything that needs it: sessions, signing in, the pages themselves. An answer that has
 * begun is broken off, so that nobody takes a part for the whole.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Outages implements Filter {

    private static final Logger log = LoggerFactory.getLogger(Outages.class);

    /** What needs no database, and tells of it. */
    private static final Pattern FREE = Pattern.compile("/(assets|actuator)/.*");

    /** What is answered alike whoever asks. */
    private static final Pattern STATELESS = Pattern.compile("/(assets|api|actuator/health)(/.*)?");

    private static final String RETRY_SECONDS = "5";

    /** Told to the filter of the sessions, which would read the session of whoever has one even where nobody asks for it. */
    private static final String WITHOUT_SESSION = SessionRepositoryFilter.class.getName() + ".FILTERED";

    /** Where {@link Whole} notes it. */
    private static final String WHOLE = Whole.class.getName();

    private final Lanes lanes;

    Outages(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = asked.getRequestURI();
        if (STATELESS.matcher(path).matches()) {
            request.setAttribute(WITHOUT_SESSION, true);
        }
        if (lanes.isAway() && !FREE.matcher(path).matches()) {
            tell(Outage.AWAY, asked, answer);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failed) {
            Optional<Outage> outage = Outage.behind(failed);
            if (outage.isEmpty()) {
                throw failed;
            }
            note(outage.get(), asked, failed);
            if (answer.isCommitted() && asked.getAttribute(WHOLE) != null) {
                return;
            }
            if (answer.isCommitted()) {
                throw new CloseNowException("Broken off: the database is " + word(outage.get()));
            }
            tell(outage.get(), asked, answer);
        }
    }

    /** That the database is away, its keeper says once for all. */
    private void note(Outage outage, HttpServletRequest request, Exception failed) {
        if (outage == Outage.FULL) {
            lanes.fill();
        }
        if (outage != Outage.AWAY) {
            log.warn("{} {}: the database is {}", request.getMethod(), request.getRequestURI(), word(outage));
        }
        log.debug("It failed with this", failed);
    }

    private static void tell(Outage outage, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.reset();
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                        + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.setAttribute("unavailable", word(outage));
        request.getRequestDispatcher("/error").forward(request, response);
    }

    private static String word(Outage outage) {
        return outage.name().toLowerCase(Locale.ROOT);
    }

    /** Notes that an answer is whole. Sessions are looked at once more after that, and what fails there takes nothing from it. */
    @Component
    @Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
    static final class Whole implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(request, response);
            request.setAttribute(WHOLE, true);
        }
    }
}
