package org.pacta.platform.serving;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers parameters that are not UTF-8 or hold a character that no database keeps, and uploads that are too large, before they fail somewhere in the application as if that were at
 * fault. An upload says first how large it is, and a whole list, or a document, comes from somebody who is signed in: nothing is put by for others. It comes after
 * the filter that says forms are in UTF-8, since whoever reads them first decides on that, and after the one that knows sessions.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class UnreadableRequests extends OncePerRequestFilter {

    /** Where a whole list or a document may be handed in, which are larger than anything else. */
    private static final Pattern LARGE = Pattern.compile("/desk/(?:imports|(?:sources|agreements)/\\d+/documents)");

    private static final long LARGEST_ELSEWHERE = 20L * 1024 * 1024 + 65_536;

    private static final Logger log = LoggerFactory.getLogger(UnreadableRequests.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int fault = fault(request);
        if (fault == 0) {
            chain.doFilter(request, response);
        } else {
            response.sendError(fault);
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** The status to refuse it with; 0 where it can be read. */
    private static int fault(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null && isUpload(request)) {
            return HttpServletResponse.SC_LENGTH_REQUIRED;
        }
        if (length > LARGEST_ELSEWHERE
                && !LARGE.matcher(request.getRequestURI()).matches()) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        if (length > LARGEST_ELSEWHERE && request.getSession(false) == null) {
            return HttpServletResponse.SC_UNAUTHORIZED;
        }
        try {
            boolean hasUnkeepable = request.getMethod().equals("POST")
                    && request.getParameterMap().values().stream()
                            .flatMap(Arrays::stream)
                            .anyMatch(value -> value.indexOf('\0') >= 0);
            request.getParameterNames();
            return hasUnkeepable ? HttpServletResponse.SC_BAD_REQUEST : 0;
        } catch (IllegalStateException unreadable) {
            log.debug("Refused {}", request.getRequestURI(), unreadable);
            return unreadable instanceof InvalidParameterException known
                    ? known.getErrorCode()
                    : HttpServletResponse.SC_BAD_REQUEST;
        }
    }
}
