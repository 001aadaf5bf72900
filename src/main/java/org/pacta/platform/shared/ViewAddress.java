package org.pacta.platform.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Tells templates the address of the page being shown, so that a change of language comes back to it. */
class ViewAddress implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        request.setAttribute("here", request.getRequestURI() + (query == null ? "" : "?" + query));
        return true;
    }
}
