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
import org.springframework.stereotype.Component;

/** Lets an address have a text parsed six hundred times, then ten times a second; a long text counts as several. */
@Component
public class Throttle {

    private static final int KEPT = 10_000;
    private static final int AT_ONCE = 600;
    private static final int A_SECOND = 10;

    /** Bytes of a text that counts once. */
    private static final int ORDINARY = 4_000;

    private final LoadingCache<String, Bucket> addresses = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterAccess(Duration.ofSeconds(AT_ONCE / A_SECOND))
            .build(address -> Bucket.builder()
                    .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
                    .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(A_SECOND, Duration.ofSeconds(1)))
                    .build());

    /** Seconds to wait before a text of so many bytes from an address is taken; 0 when it is taken now. */
    public long wait(String address, int bytes) {
        ConsumptionProbe probe = addresses.get(network(address)).tryConsumeAndReturnRemaining(1 + bytes / ORDINARY);
        return probe.isConsumed()
                ? 0
                : Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
    }

    /** Of an IPv6 address the network: one household has as many addresses in it as it likes. */
    public static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? Arrays.toString(Arrays.copyOf(bytes, 8)) : address;
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
