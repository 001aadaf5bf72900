package org.pacta.platform.limit;

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
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one address from taking what all others need: so many pages a minute, and fewer files, which cost more. The machine itself may read
 * as many pages as it likes, since everybody seems to come from there behind a proxy that does not say for whom it asks.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Limits extends OncePerRequestFilter {

    private static final Pattern FREE = Pattern.compile("/(assets|actuator)/.*");
    private static final Pattern FILE = Pattern.compile(".*\\.(csv|xlsx|json|docx|pptx|zip|atom|ics)");
    private static final int KEPT = 20_000;

    private final int pages;
    private final int files;
    private final LoadingCache<String, Bucket> pagesBy;
    private final LoadingCache<String, Bucket> filesBy;

    /**
     * @param pages a minute; 0 for as many as anybody likes
     * @param files a minute; 0 for as many as anybody likes
     */
    Limits(@Value("${pacta.limits.pages}") int pages, @Value("${pacta.limits.files}") int files) {
        this.pages = pages;
        this.files = files;
        this.pagesBy = buckets(pages);
        this.filesBy = buckets(files);
    }

    private static LoadingCache<String, Bucket> buckets(int aMinute) {
        return Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build(address -> Bucket.builder()
                        .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
                        .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, Duration.ofMinutes(1)))
                        .build());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return FREE.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long wait = FILE.matcher(request.getRequestURI()).matches()
                ? wait(files, filesBy, request)
                : ThisMachine.connects(request) ? 0 : wait(pages, pagesBy, request);
        if (wait > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Seconds to wait; 0 when the request is answered now. */
    private static long wait(int aMinute, LoadingCache<String, Bucket> buckets, HttpServletRequest request) {
        if (aMinute == 0) {
            return 0;
        }
        ConsumptionProbe probe =
                buckets.get(Throttle.network(request.getRemoteAddr())).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
    }
}
