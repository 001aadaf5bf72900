package org.pacta.desk.importing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pacta.platform.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The one thread that works on imports, one after the other. What was left when an instance ended is taken up by the next. */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

    private final Map<String, ImportWork> works;
    private final ImportProgress progress;
    private final JdbcClient jdbc;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "imports");
        named.setDaemon(true);
        return named;
    });
    private volatile boolean running;

    ImportWorker(List<ImportWork> works, ImportProgress progress, JdbcClient jdbc) {
        this.works = works.stream().collect(Collectors.toMap(ImportWork::code, Function.identity()));
        this.progress = progress;
        this.jdbc = jdbc;
    }

    private record Work(long id, String work) {}

    @Override
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(this::drain, 1, 30, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
                log.warn("The work on an import goes on after the next start");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ImportWork.Due due) {
        log.debug("Import {} waits for work", due.id());
        thread.execute(this::drain);
    }

    /** Returns when all that is due is done. */
    void settleNow() {
        try {
            thread.submit(this::drain).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void drain() {
        try {
            jdbc.sql("select id, work from import where work is not null order by changed_at, id")
                    .query(Work.class)
                    .list()
                    .forEach(this::work);
        } catch (RuntimeException away) {
            // It is looked at again in half a minute.
            log.warn("The work on imports waits: {}", away.getMessage());
        }
    }

    private void work(Work due) {
        try {
            Objects.requireNonNull(works.get(due.work)).run(due.id);
        } catch (RuntimeException failed) {
            if (Outage.behind(failed).isPresent()) {
                log.warn("Import {} waits for the database", due.id);
            } else if (running) {
                log.error("Import {} came to an end at the step {}", due.id, due.work, failed);
                progress.fails(due.id, "failed");
            }
        }
    }
}
