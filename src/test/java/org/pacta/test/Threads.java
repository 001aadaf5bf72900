package org.pacta.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who do something at once. */
public final class Threads {

    private Threads() {}

    /** Work whose transaction is open, until it is let go. */
    public record Held(CompletableFuture<Void> work, CountDownLatch last) {

        /** Lets the transaction end, and waits for it. */
        public void end() throws Exception {
            last.countDown();
            work.get(30, TimeUnit.SECONDS);
        }
    }

    /** Does something in a transaction that then stays open. */
    public static Held held(TransactionTemplate transaction, Consumer<TransactionStatus> work)
            throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch last = new CountDownLatch(1);
        CompletableFuture<Void> held = beside(() -> transaction.executeWithoutResult(status -> {
            work.accept(status);
            done.countDown();
            pass(last);
        }));
        await().atMost(Duration.ofMinutes(1)).until(() -> done.getCount() == 0 || held.isDone());
        assertThat(held).isNotDone();
        return new Held(held, last);
    }

    /** Does something in another thread. */
    public static CompletableFuture<Void> beside(Runnable work) {
        return CompletableFuture.runAsync(work, task -> new Thread(task).start());
    }

    /** Does something in another thread, until it is done or has to wait for a lock in the database. */
    public static CompletableFuture<Void> besideUntilItWaits(JdbcClient jdbc, Runnable work) {
        CompletableFuture<Void> done = beside(work);
        await().atMost(Duration.ofMinutes(1)).until(() -> done.isDone() || isWaiting(jdbc));
        return done;
    }

    private static boolean isWaiting(JdbcClient jdbc) {
        return jdbc.sql(
                        "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single();
    }

    private static void pass(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
