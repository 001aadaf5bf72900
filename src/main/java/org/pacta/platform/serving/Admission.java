package org.pacta.platform.serving;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.pacta.platform.database.Lane;
import org.pacta.platform.database.Lanes;
import org.pacta.platform.database.Outage;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Gives each request its lane, and lets so many pages be at work at once as come soon. One more waits for the blink of an eye and is then
 * told to come again: a site that takes all comes late for everybody. Where the last page came too late, because somebody keeps a table to
 * himself, only few wait for the next, so that the others have the places. What a client is slow to send has been read by then.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Admission implements Filter {

    private static final Pattern FREE = Pattern.compile("/(assets|actuator)/.*");
    private static final Pattern DESK = Pattern.compile("/(desk|account|sign-in|sign-out)(/.*)?");
    private static final Pattern FILE = Pattern.compile(".*\\.(csv|xlsx|json|docx|pptx|zip|atom|ics|xml)");

    private static final long BLINK_MILLIS = 50;
    private static final int FEW = 2;

    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"%1$s\"><title>%2$s</title><h1>%2$s</h1><p>%3$s</p></html>";
    private static final String PROBLEM =
            "{\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\"The registry is busy\"}";

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final Semaphore places;

    /** Parts of the site, by the first word of their addresses, whose last page came too late, with how many are at work there. */
    private final Map<String, AtomicInteger> late = new ConcurrentHashMap<>();

    Admission(Lanes lanes, MessageSource messages, LocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
        this.places = new Semaphore(lanes.pagesAtWork());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = ((HttpServletRequest) request).getRequestURI();
        Lane lane =
                DESK.matcher(path).matches() ? Lane.DESK : FILE.matcher(path).matches() ? Lane.FILES : Lane.PAGES;
        if (lane != Lane.PAGES || FREE.matcher(path).matches()) {
            in(lane, request, response, chain);
        } else if (hasPlace()) {
            try {
                page(path.replaceFirst("^/([^/]*).*", "$1"), request, response, chain);
            } finally {
                places.release();
            }
        } else {
            refuse(request, response);
        }
    }

    private void page(String part, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        AtomicInteger atWork = late.get(part);
        if (atWork != null && atWork.incrementAndGet() > FEW) {
            atWork.decrementAndGet();
            refuse(request, response);
            return;
        }
        try {
            in(Lane.PAGES, request, response, chain);
            late.remove(part);
        } catch (IOException | ServletException | RuntimeException failed) {
            if (Outage.behind(failed).filter(Outage.BUSY::equals).isPresent()) {
                late.putIfAbsent(part, new AtomicInteger());
            }
            throw failed;
        } finally {
            if (atWork != null) {
                atWork.decrementAndGet();
            }
        }
    }

    private static void in(Lane lane, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        lane.enter();
        try {
            chain.doFilter(request, response);
        } finally {
            Lane.leave();
        }
    }

    /** In as few words and as little work as can be, since this is what happens most when too much is asked. */
    private void refuse(ServletRequest request, ServletResponse response) throws IOException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        boolean isProgram = asked.getRequestURI().startsWith("/api/");
        answer.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        answer.setHeader(HttpHeaders.RETRY_AFTER, "10");
        answer.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        answer.setHeader("Content-Security-Policy", "default-src 'none'");
        answer.setContentType((isProgram ? "application/problem+json" : "text/html") + ";charset=UTF-8");
        answer.getWriter().write(isProgram ? PROBLEM : page(locales.resolveLocale(asked)));
    }

    private String page(Locale locale) {
        return PAGE.formatted(
                locale.getLanguage().equals("zh") ? "zh-Hans" : "en",
                messages.getMessage("error.503.title", null, locale),
                messages.getMessage("error.503.busy", null, locale));
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire() || places.tryAcquire(BLINK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
