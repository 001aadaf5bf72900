package org.pacta.reader.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Gives each view one address: a form sent with empty fields is sent on to it, and a script is told to show it. An address too long for a header
 * stays as it was sent.
 */
@Component
class CanonicalAddress implements HandlerInterceptor, WebMvcConfigurer {

    private static final int LONGEST = 4_000;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null
                || !(page.getModel().get("view") instanceof Address view)
                || view.toString().length() > LONGEST) {
            return;
        }
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Push-Url", view.toString());
            response.addHeader("Vary", "HX-Request");
        } else if (!parameters(request.getParameterMap()).equals(parameters(view))) {
            page.clear();
            page.setView(new RedirectView(view.toString()));
        }
    }

    private static List<String> parameters(Map<String, String[]> sent) {
        List<String> parameters = new ArrayList<>();
        sent.forEach((name, values) -> {
            for (String value : values) {
                parameters.add(name + "=" + value);
            }
        });
        return parameters;
    }

    private static List<String> parameters(Address view) {
        List<String> parameters = new ArrayList<>();
        view.inOrder().forEach((name, values) -> values.forEach(value -> parameters.add(name + "=" + value)));
        return parameters;
    }
}
