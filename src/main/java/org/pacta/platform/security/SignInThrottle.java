package org.pacta.platform.security;

import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pacta.platform.limit.Throttle;
import org.pacta.platform.security.AccountQueries.Credentials;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Lets a password be guessed so often, then once in so many seconds: from one address ten times for an account, then once a minute, and thirty
 * times for all accounts; for an account a hundred times from everywhere, of which all are back after a quarter of an hour. Whoever has signed
 * in before in the same browser is counted apart, so that nobody is kept out by what others guess. Signing in gives the guess back. An attempt
 * is counted before the password is looked at, so that many at once gain nothing.
 */
class SignInThrottle extends OncePerRequestFilter {

    private final LoadingCache<String, Bucket> accounts;
    private final LoadingCache<String, Bucket> addresses;
    private final LoadingCache<String, Bucket> accountsFromOne;
    private final RequestMatcher attempts;
    private final KnownBrowsers known;

    SignInThrottle(RequestMatcher attempts, KnownBrowsers known, TimeMeter clock) {
        this.attempts = attempts;
        this.known = known;
        accounts = Throttle.buckets(100, Duration.ofSeconds(9), clock);
        addresses = Throttle.buckets(30, Duration.ofSeconds(10), clock);
        accountsFromOne = Throttle.buckets(10, Duration.ofMinutes(1), clock);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !attempts.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ConsumptionProbe> refused = buckets(request)
                .map(bucket -> bucket.tryConsumeAndReturnRemaining(1))
                .filter(probe -> !probe.isConsumed())
                .findFirst();
        if (refused.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = Duration.ofNanos(refused.get().getNanosToWaitForRefill()).toSeconds() + 1;
        logger.warn("Holding back attempts to sign in from " + request.getRemoteAddr());
        request.setAttribute("refusal", "sign_in.wait");
        request.setAttribute("wait", seconds);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        request.getRequestDispatcher(SignInController.REFUSED).forward(request, response);
    }

    /** The attempt proved right and counts no longer. */
    void forgive(HttpServletRequest request) {
        if (attempts.matches(request)) {
            buckets(request).forEach(bucket -> bucket.addTokens(1));
        }
    }

    /** The address first: where it is refused, what others may guess for the account is left alone. */
    private Stream<Bucket> buckets(HttpServletRequest request) {
        String name = Account.key(Objects.requireNonNullElse(request.getParameter("name"), ""));
        String network = Throttle.network(request.getRemoteAddr());
        return known.of(request, name)
                .map(browser -> Stream.of(accountsFromOne.get(browser)))
                .orElseGet(() -> Stream.of(
                        addresses.get(network), accountsFromOne.get(network + ' ' + name), accounts.get(name)));
    }

    /**
     * Browsers in which somebody has signed in, by a cookie that their password signs: it says nothing without it, and another password ends
     * them all.
     */
    static final class KnownBrowsers {

        private static final String COOKIE = "known-browser";
        private static final Duration LONGEST = Duration.ofDays(365);

        private final Function<String, Optional<Credentials>> accounts;

        /**
         * @param accounts by the name that is typed
         */
        KnownBrowsers(Function<String, Optional<Credentials>> accounts) {
            this.accounts = accounts;
        }

        /** What tells the browser of a request from all others, where somebody has signed in there to the account of this name. */
        Optional<String> of(HttpServletRequest request, String name) {
            Cookie cookie = WebUtils.getCookie(request, COOKIE);
            return Optional.ofNullable(cookie)
                    .map(Cookie::getValue)
                    .filter(value -> accounts.apply(name)
                            .filter(account -> isSigned(value, account))
                            .isPresent());
        }

        /** Has the browser of a request be known from now on, as long as the password is the same. */
        static void remember(HttpServletRequest request, HttpServletResponse response, Credentials account) {
            String browser = UUID.randomUUID().toString();
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, browser + '.' + signature(browser, account))
                            .path(SignInController.PAGE)
                            .maxAge(LONGEST)
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .build()
                            .toString());
        }

        private static boolean isSigned(String value, Credentials account) {
            String browser = value.substring(0, Math.max(0, value.indexOf('.')));
            return MessageDigest.isEqual(
                    value.getBytes(StandardCharsets.UTF_8),
                    (browser + '.' + signature(browser, account)).getBytes(StandardCharsets.UTF_8));
        }

        private static String signature(String browser, Credentials account) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(account.passwordHash().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return HexFormat.of()
                        .formatHex(mac.doFinal((COOKIE + account.id() + browser).getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException(missing);
            }
        }
    }
}
