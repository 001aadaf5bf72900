package org.pacta.platform.serving;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * So many at work at once, and a short line for whoever comes with some others at the same moment. Where the line is full there is a crowd,
 * of which most must be told to come again anyway: for three seconds nobody stands in line, so that nobody waits in vain, and half of the
 * places stay empty, so that those at work are not late. Then it is seen whether the crowd has gone.
 */
final class Places {

    private static final long CROWD_NANOS = Duration.ofSeconds(3).toNanos();

    private final int atWork;
    private final Semaphore free;
    private final Semaphore line;
    private final Duration patience;
    private final LongSupplier clock;
    private volatile long crowdEnds;

    /**
     * @param atWork how many are at work at once
     * @param inLine how many wait at once
     * @param patience longest wait
     * @param clock nanoseconds
     */
    Places(int atWork, int inLine, Duration patience, LongSupplier clock) {
        this.atWork = atWork;
        this.free = new Semaphore(atWork, true);
        this.line = new Semaphore(inLine);
        this.patience = patience;
        this.clock = clock;
        this.crowdEnds = clock.getAsLong();
    }

    /** Whether there is a place now or soon. Whoever has taken one leaves it afterwards. */
    boolean take() {
        if (clock.getAsLong() - crowdEnds < 0) {
            return free.availablePermits() > atWork / 2 && free.tryAcquire();
        }
        if (isFree(Duration.ZERO)) {
            return true;
        }
        if (!line.tryAcquire()) {
            crowdEnds = clock.getAsLong() + CROWD_NANOS;
            return false;
        }
        try {
            return isFree(patience);
        } finally {
            line.release();
        }
    }

    void leave() {
        free.release();
    }

    /** How many stand in line now. */
    int waiting() {
        return free.getQueueLength();
    }

    private boolean isFree(Duration wait) {
        try {
            return free.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
