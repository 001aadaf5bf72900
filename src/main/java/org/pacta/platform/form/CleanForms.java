package org.pacta.platform.form;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Lets no {@linkplain PrivateUse character that only one font can show} in with a form, and says which were left out: on the page that
 * answers or is led to, and to scripts in the header {@code Left-Out}. A browser counts the end of a line as one character and sends two: here
 * it becomes one again, so that a text is as long as the page says.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class CleanForms extends OncePerRequestFilter implements WebMvcConfigurer {

    private static final String LEFT_OUT = "leftOut";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String strange = request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .filter(PrivateUse::isIn)
                .collect(Collectors.joining());
        if (!strange.isEmpty()) {
            request.setAttribute(LEFT_OUT, PrivateUse.named(strange));
            response.setHeader("Left-Out", PrivateUse.named(strange).replace('…', '.'));
        }
        chain.doFilter(new Clean(request), response);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {

            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (request.getAttribute(LEFT_OUT) instanceof String leftOut) {
                    RequestContextUtils.getOutputFlashMap(request).put(LEFT_OUT, leftOut);
                }
                return true;
            }
        });
    }

    /** A form without what is left out, its lines ended by one character. */
    private static final class Clean extends HttpServletRequestWrapper {

        Clean(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : clean(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : clean(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> form = new LinkedHashMap<>(super.getParameterMap());
            form.replaceAll((name, values) -> clean(values));
            return form;
        }

        private static String[] clean(String[] values) {
            return Arrays.stream(values).map(Clean::clean).toArray(String[]::new);
        }

        private static String clean(String value) {
            return PrivateUse.without(value).replace("\r\n", "\n");
        }
    }
}
