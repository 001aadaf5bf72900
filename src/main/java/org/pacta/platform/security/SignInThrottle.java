package org.pacta.platform.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pacta.platform.limit.Throttle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a password be guessed ten times for an account and thirty times from an address, then once in so many seconds; signing in gives the
 * guess back. An attempt is counted before the password is looked at, so that many at once gain nothing.
 */
class SignInThrottle extends OncePerRequestFilter {

    /** More than there are people: whoever tries more names than this is held back by the address. */
    private static final int KEPT = 10_000;

    private static final int OF_ACCOUNT = 10;
    private static final int OF_ADDRESS = 30;
    private static final Duration ACCOUNT_REFILL = Duration.ofMinutes(1);
    private static final Duration ADDRESS_REFILL = Duration.ofSeconds(10);

    private final LoadingCache<String, Bucket> accounts;
    private final LoadingCache<String, Bucket> addresses;
    private final RequestMatcher attempts;

    SignInThrottle(RequestMatcher attempts, TimeMeter clock) {
        this.attempts = attempts;
        accounts = buckets(OF_ACCOUNT, ACCOUNT_REFILL, clock);
        addresses = buckets(OF_ADDRESS, ADDRESS_REFILL, clock);
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
        String name = Objects.requireNonNullElse(request.getParameter("name"), "");
        return Stream.of(addresses.get(Throttle.network(request.getRemoteAddr())), accounts.get(Account.key(name)));
    }

    private static LoadingCache<String, Bucket> buckets(int capacity, Duration refill, TimeMeter clock) {
        return Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterAccess(refill.multipliedBy(capacity))
                .build(key -> Bucket.builder()
                        .withCustomTimePrecision(clock)
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(1, refill))
                        .build());
    }
}
