package org.pacta.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriUtils;

/**
 * Answers requests that may not pass. A person is led to the page that helps; a script gets the bare status, since it could not tell the
 * page for signing in from what it asked for.
 */
class RefusedRequests implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(RefusedRequests.class);

    private final SessionAccounts sessions;

    RefusedRequests(SessionAccounts sessions) {
        this.sessions = sessions;
    }

    /** Nobody is signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (isScript(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            boolean waitsForCode = sessions.waitsForCode(request).isPresent();
            response.sendRedirect(withTarget(waitsForCode ? SignInController.CODE : SignInController.PAGE, request));
        }
    }

    /** The person may not do this, or the form was not one of ours or too old. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        SignedIn person = SignedIn.now();
        if (isScript(request)) {
            response.setStatus((person == null ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN).value());
            if (person != null && refused instanceof CsrfException) {
                renewToken(request, response);
            }
        } else if (refused instanceof CsrfException && SignInController.PAGE.equals(request.getRequestURI())) {
            response.sendRedirect(SignInController.PAGE + "?again");
        } else if (person != null && person.first() != null && !(refused instanceof CsrfException)) {
            response.sendRedirect(
                    withTarget(person.mustChangePassword() ? "/account" : "/account/authenticator", request));
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** The name or the password is wrong, or another service vouches for nobody we know; what failed here is no refusal. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        if (refused instanceof InternalAuthenticationServiceException failure) {
            throw failure;
        }
        log.info("Refused to sign somebody in from {}: {}", request.getRemoteAddr(), refused.getMessage());
        request.setAttribute("refusal", reason(refused));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        request.getRequestDispatcher(SignInController.REFUSED).forward(request, response);
    }

    private static String reason(AuthenticationException refused) {
        if (refused instanceof OAuth2AuthenticationException elsewhere) {
            boolean isUnknown = OidcSignIn.UNKNOWN.equals(elsewhere.getError().getErrorCode());
            return isUnknown ? "sign_in.unknown" : "sign_in.not_vouched";
        }
        return refused instanceof CredentialsExpiredException ? "sign_in.expired" : "sign_in.failed";
    }

    /** Somebody signed in anew in another window, and the page of this one goes on with the new token. */
    private static void renewToken(HttpServletRequest request, HttpServletResponse response) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        response.setHeader(token.getHeaderName(), token.getToken());
    }

    private static boolean isScript(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader("HX-Request") != null
                || accepted != null && accepted.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    private static String withTarget(String page, HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return page;
        }
        String query = request.getQueryString();
        return withTarget(page, request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    static String withTarget(String page, String target) {
        return page + "?to=" + UriUtils.encode(target, StandardCharsets.UTF_8);
    }
}
