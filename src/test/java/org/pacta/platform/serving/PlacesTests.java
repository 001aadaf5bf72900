package org.pacta.platform.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PlacesTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicLong now = new AtomicLong();

    @Test
    void areGivenUntilNoneIsLeft() {
        Places places = new Places(2, 1, Duration.ZERO, now::get);

        assertThat(places.take()).isTrue();
        assertThat(places.take()).isTrue();
        assertThat(places.take()).isFalse();
        places.leave();
        assertThat(places.take()).isTrue();
    }

    @Test
    void areWaitedForByWhoeverComesWithSomeOthers() throws Exception {
        Places places = new Places(1, 1, LONG, now::get);
        places.take();

        CompletableFuture<Boolean> second = waiting(places);
        places.leave();

        assertThat(second.get(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void areHalfEmptyAndWaitedForByNobodyWhileThereIsACrowd() throws Exception {
        Places places = new Places(4, 1, LONG, now::get);
        for (int i = 0; i < 4; i++) {
            places.take();
        }
        CompletableFuture<Boolean> fifth = waiting(places);
        assertThat(places.take()).as("one more than the line holds").isFalse();
        places.leave();
        assertThat(fifth.get(1, TimeUnit.MINUTES)).isTrue();

        places.leave();
        assertThat(places.take()).as("three of four are taken").isFalse();
        places.leave();
        assertThat(places.take()).as("two of four are taken").isFalse();
        places.leave();
        assertThat(places.take()).as("one of four is taken").isTrue();
    }

    @Test
    void areAllGivenAgainWhenACrowdHasGone() {
        Places places = new Places(2, 0, LONG, now::get);
        places.take();
        places.take();
        assertThat(places.take()).isFalse();
        places.leave();

        now.set(Duration.ofSeconds(3).toNanos() - 1);
        assertThat(places.take()).isFalse();
        now.set(Duration.ofSeconds(3).toNanos());
        assertThat(places.take()).isTrue();
    }

    private static CompletableFuture<Boolean> waiting(Places places) {
        CompletableFuture<Boolean> taken = CompletableFuture.supplyAsync(places::take);
        while (places.waiting() == 0) {
            Thread.onSpinWait();
        }
        return taken;
    }
}
