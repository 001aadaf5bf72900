package org.pacta.platform.serving;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Has {@code lang=en} or {@code lang=zh} in an address choose the language, of that page and of those after it, so that a view can be sent to
 * somebody as it is. Nobody behind this filter sees the parameter: it belongs to no view.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 14)
class LanguageInAddress extends OncePerRequestFilter {

    private static final String LANGUAGE = "lang";
    private static final Set<String> KNOWN = Set.of("en", "zh");

    private final LocaleResolver locales;

    LanguageInAddress(LocaleResolver locales) {
        this.locales = locales;
    }

    /** An address in a language. */
    static String in(String language, String address) {
        int fragment = address.indexOf('#');
        String page = fragment < 0 ? address : address.substring(0, fragment);
        return page + (page.contains("?") ? "&" : "?") + LANGUAGE + "=" + language + address.substring(page.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> chosen = Optional.ofNullable(request.getQueryString()).stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .filter(LanguageInAddress::choosesALanguage)
                .map(choice -> choice.substring(LANGUAGE.length() + 1))
                .reduce((first, last) -> last);
        if (chosen.isPresent()) {
            locales.setLocale(request, response, Locale.forLanguageTag(chosen.get()));
            chain.doFilter(new WithoutLanguage(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean choosesALanguage(String parameter) {
        return parameter.startsWith(LANGUAGE + "=") && KNOWN.contains(parameter.substring(LANGUAGE.length() + 1));
    }

    private static final class WithoutLanguage extends HttpServletRequestWrapper {

        WithoutLanguage(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getQueryString() {
            String left = Arrays.stream(String.valueOf(super.getQueryString()).split("&"))
                    .filter(parameter -> !choosesALanguage(parameter))
                    .collect(Collectors.joining("&"));
            return left.isEmpty() ? null : left;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return name.equals(LANGUAGE) ? null : super.getParameter(name);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return name.equals(LANGUAGE) ? null : super.getParameterValues(name);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> left = new LinkedHashMap<>(super.getParameterMap());
            left.remove(LANGUAGE);
            return left;
        }
    }
}
