package org.pacta.platform.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.pacta.platform.database.Lane;
import org.pacta.platform.database.Lanes;
import org.pacta.platform.database.Outage;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Gives each request its lane and a place in it, or tells it at once to come again: a site that takes all comes late for everybody. Where
 * the last page came too late, because somebody keeps a table to himself, one at a time tries the next, so that the others have the places.
 * What a client is slow to send has been read by then; nothing else is done before.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Admission implements Filter {

    private static final Pattern FREE = Pattern.compile("/(assets|actuator)/.*");
    private static final Pattern DESK = Pattern.compile("/(desk|account|sign-in|sign-out)(/.*)?");
    private static final Pattern FILE = Pattern.compile(".*\\.(csv|xlsx|json|docx|pptx|zip|atom|ics|xml)");

    private static final Duration BLINK = Duration.ofMillis(80);

    /** More than have connections to the database, for which they wait in their lane. */
    private static final int SOME = 40;

    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"%1$s\"><title>%2$s</title><h1>%2$s</h1><p>%3$s</p></html>";
    private static final String PROBLEM =
            "{\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\"The registry is busy\"}";

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final Map<Lane, Places> places = new EnumMap<>(Lane.class);

    /** How many pages are at work, by the first word of their addresses. */
    private final Map<String, Integer> atWork = new ConcurrentHashMap<>();

    /** Those of which the last page came too late. */
    private final Set<String> late = ConcurrentHashMap.newKeySet();

    Admission(Lanes lanes, MessageSource messages, LocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
        int pages = lanes.pagesAtWork();
        places.put(Lane.PAGES, new Places(pages, 2 * pages, BLINK, System::nanoTime));
        places.put(Lane.DESK, new Places(SOME, SOME, BLINK, System::nanoTime));
        places.put(Lane.FILES, new Places(SOME, SOME, BLINK, System::nanoTime));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = ((HttpServletRequest) request).getRequestURI();
        if (FREE.matcher(path).matches()) {
            in(Lane.PAGES, request, response, chain);
            return;
        }
        Lane lane =
                DESK.matcher(path).matches() ? Lane.DESK : FILE.matcher(path).matches() ? Lane.FILES : Lane.PAGES;
        Places taken = Objects.requireNonNull(places.get(lane));
        if (!taken.take()) {
            refuse(request, response);
            return;
        }
        try {
            if (lane == Lane.PAGES) {
                page(path.replaceFirst("^/([^/]*).*", "$1"), request, response, chain);
            } else {
                in(lane, request, response, chain);
            }
        } finally {
            taken.leave();
        }
    }

    private void page(String part, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean isFirst = atWork.merge(part, 1, Integer::sum) == 1;
        try {
            if (late.contains(part) && !isFirst) {
                refuse(request, response);
            } else {
                in(Lane.PAGES, request, response, chain);
                late.remove(part);
            }
        } catch (IOException | ServletException | RuntimeException failed) {
            if (Outage.behind(failed).filter(Outage.BUSY::equals).isPresent()) {
                late.add(part);
            }
            throw failed;
        } finally {
            atWork.computeIfPresent(part, (same, count) -> count == 1 ? null : count - 1);
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
        boolean isSent = !HttpMethod.GET.matches(asked.getMethod()) && !HttpMethod.HEAD.matches(asked.getMethod());
        byte[] words = (isProgram ? PROBLEM : page(locales.resolveLocale(asked), isSent)).getBytes(UTF_8);
        answer.setContentLength(words.length);
        answer.getOutputStream().write(words);
    }

    private String page(Locale locale, boolean isSent) {
        return PAGE.formatted(
                locale.getLanguage().equals("zh") ? "zh-Hans" : "en",
                messages.getMessage("error.503.title", null, locale),
                messages.getMessage(isSent ? "error.503.busy.sent" : "error.503.busy", null, locale));
    }
}
