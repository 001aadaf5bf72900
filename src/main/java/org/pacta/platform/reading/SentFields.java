package org.pacta.platform.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.pacta.platform.shared.BadParameterException;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a form of the desk that has a field nobody reads, so that nothing sent is dropped in silence. A handler that takes all fields as a map
 * {@linkplain #check checks} them itself.
 */
@Component
public class SentFields implements HandlerInterceptor, WebMvcConfigurer {

    /** Names a form whose answer is remembered. */
    private static final String KEY = "form-key";

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/desk/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getMethod().equals("POST") && !takesAll(method)) {
            check(request.getParameterMap().keySet(), known.computeIfAbsent(method, SentFields::read)::contains);
        }
        return true;
    }

    /** Whether a name is the page's own, as the key of its form and what begins with a low line. */
    public static boolean isOfPage(String name) {
        return name.startsWith("_") || name.equals(KEY);
    }

    /** Refuses with {@link BadParameterException} the first name that nobody reads and that is not the page's own. */
    public static void check(Set<String> sent, Predicate<String> isRead) {
        sent.stream()
                .filter(name -> !isOfPage(name) && !isRead.test(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadParameterException(name);
                });
    }

    private static boolean takesAll(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(each -> each.hasParameterAnnotation(RequestParam.class)
                        && Map.class.isAssignableFrom(each.getParameterType()));
    }

    private static Set<String> read(HandlerMethod method) {
        Set<String> names = new HashSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam request = parameter.getParameterAnnotation(RequestParam.class);
            if (request != null) {
                names.add(request.value().isEmpty() ? parameter.getParameter().getName() : request.value());
            } else if (parameter.getParameterType().isRecord()) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .forEach(component -> names.add(component.getName()));
            }
        }
        return names;
    }
}
