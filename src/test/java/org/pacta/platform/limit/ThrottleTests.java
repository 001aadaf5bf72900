package org.pacta.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTests {

    @Test
    void holdsBackWhoeverAsksTooOften() {
        Throttle throttle = new Throttle();

        assertThat(IntStream.range(0, 600).mapToLong(i -> throttle.wait("203.0.113.7", 100)))
                .containsOnly(0L);
        assertThat(IntStream.range(0, 100)
                        .mapToLong(i -> throttle.wait("203.0.113.7", 100))
                        .max())
                .hasValue(1);
        assertThat(throttle.wait("203.0.113.8", 200_000)).isZero();
        assertThat(IntStream.range(0, 20)
                        .mapToLong(i -> throttle.wait("203.0.113.8", 200_000))
                        .max()
                        .getAsLong())
                .isBetween(2L, 7L);
    }
}
