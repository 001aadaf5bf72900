package org.pacta.platform.shared;

import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The languages of the pages: English, and Simplified Chinese for whoever prefers any Chinese. */
@Configuration
class WebConfiguration implements WebMvcConfigurer {

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("language");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(WebConfiguration::preferred);
        return resolver;
    }

    /** None where nobody reads them: to take them costs as much as many an answer. */
    @Bean
    @ConditionalOnBooleanProperty(name = "pacta.metrics", havingValue = false)
    ObservationRegistry observationRegistry() {
        return ObservationRegistry.NOOP;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ViewAddress());
    }

    /** Words of ours stand in addresses in lower case. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new Codes());
    }

    @SuppressWarnings("rawtypes")
    private static class Codes implements ConverterFactory<String, Enum> {

        /** A choice left empty is null to Spring, whose type leaves that to the type argument. */
        @Override
        @SuppressWarnings("NullAway")
        public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
            return code -> code.isEmpty() ? null : type.cast(valueOf(type, code));
        }

        @SuppressWarnings("unchecked")
        private static Enum<?> valueOf(Class<? extends Enum> type, String code) {
            return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
        }
    }

    private static Locale preferred(HttpServletRequest request) {
        return request.getLocale().getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }

    /**
     * Tells templates the address of the page being shown, so that a change of language comes back to it, and caches by what else an answer
     * may differ.
     */
    private static final class ViewAddress implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            String query = request.getQueryString();
            request.setAttribute("here", request.getRequestURI() + (query == null ? "" : "?" + query));
            if (handler instanceof HandlerMethod && request.getDispatcherType() == DispatcherType.REQUEST) {
                response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
                response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
            }
            return true;
        }
    }
}
