package org.pacta.platform.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Counts what one address, account or browser does. An address has a text parsed six hundred times, then ten times a second; a long text counts as several. */
@Component
public class Throttle {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f.]*:.*");
    /** More than there are people. */
    private static final int KEPT = 10_000;

    private static final int AT_ONCE = 600;
    private static final int A_SECOND = 10;

    /** Bytes of a text that counts once. */
    private static final int ORDINARY = 4_000;

    private final LoadingCache<String, Bucket> addresses =
            buckets(AT_ONCE, Duration.ofSeconds(1).dividedBy(A_SECOND), TimeMeter.SYSTEM_NANOTIME);

    /** Seconds to wait before a text of so many bytes from an address is taken; 0 when it is taken now. */
    public long wait(String address, int bytes) {
        ConsumptionProbe probe = addresses.get(network(address)).tryConsumeAndReturnRemaining(1 + bytes / ORDINARY);
        return probe.isConsumed()
                ? 0
                : Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
    }

    /**
     * Buckets by any key.
     *
     * @param capacity how often something may be done at once
     * @param refill after how long it may be done once more
     */
    public static LoadingCache<String, Bucket> buckets(int capacity, Duration refill, TimeMeter clock) {
        return Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterAccess(refill.multipliedBy(capacity))
                .build(key -> Bucket.builder()
                        .withCustomTimePrecision(clock)
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(1, refill))
                        .build());
    }

    /** Of an IPv6 address the network: one household has as many addresses in it as it likes. */
    public static String network(String address) {
        return address(address)
                .map(InetAddress::getAddress)
                .filter(bytes -> bytes.length == 16)
                .map(bytes -> Arrays.toString(Arrays.copyOf(bytes, 8)))
                .orElse(address);
    }

    /** What is written as an address, and no name, which would have to be looked up. */
    static Optional<InetAddress> address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
