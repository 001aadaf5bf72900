package org.pacta.reader.indexing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;
import org.hibernate.search.mapper.orm.work.SearchIndexingPlan;
import org.hibernate.search.mapper.pojo.massindexing.MassIndexingMonitor;
import org.pacta.platform.history.Revised;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The one thread that writes to the index. It opens the index when the application starts, follows each revision as it is committed, and notes
 * every minute how far the index has come for good.
 */
@Component
class Follower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    /** With more records to catch up with than these, building anew is as quick. */
    private static final int MANY = 10_000;

    /** Changes are many that would keep a writer waiting for more than a moment. */
    private static final int TOO_MANY_TO_WAIT_FOR = 500;

    private static final int BATCH = 200;

    /** By then a revision is committed, and every one before it. */
    private static final String A_MINUTE_OLD = "made_at < now() - interval '1 minute'";

    private final EntityManagerFactory entities;
    private final JdbcClient jdbc;
    private final Affected affected;
    private final SearchIndex index;
    private final Optional<IndexNote> note;
    private final Optional<SingleWriter> writer;
    private final BlockingQueue<Followed> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch answerable = new CountDownLatch(1);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "search-index");
        named.setDaemon(true);
        return named;
    });
    private volatile boolean running;

    /** The newest revision that is surely in the index with all before it, and those after it that this thread has followed. */
    private long settled;

    private final NavigableSet<Long> followed = new TreeSet<>();

    Follower(
            EntityManagerFactory entities,
            JdbcClient jdbc,
            Affected affected,
            SearchIndex index,
            Optional<IndexNote> note,
            Optional<SingleWriter> writer) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.affected = affected;
        this.index = index;
        this.note = note;
        this.writer = writer;
        index.repairedBy(() -> thread.execute(this::build));
    }

    /** A revision on its way into the index. */
    private record Followed(long revision, CompletableFuture<Void> done) {}

    /** Opens the index before the first request is answered; only a large one that has to be built is built beside them. */
    @Override
    public void start() {
        running = true;
        thread.execute(this::open);
        thread.scheduleWithFixedDelay(() -> settle(A_MINUTE_OLD), 1, 1, TimeUnit.MINUTES);
        try {
            answerable.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the index take in all that was committed, and notes it. */
    @Override
    public void stop() {
        running = false;
        thread.execute(() -> settle("true"));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts and after it stops. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Whoever wrote waits until the change can be found. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void follow(Revised revised) {
        Followed followed =
                new Followed(Objects.requireNonNull(revised.revision().getId()), new CompletableFuture<>());
        queue.add(followed);
        thread.execute(this::drain);
        if (index.isReady()) {
            try {
                followed.done.get(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException late) {
                log.warn("Revision {} is saved and not yet found by search", followed.revision);
            }
        }
    }

    /** Builds the index anew, and returns when it is done. */
    void buildNow() {
        await(this::build);
    }

    /** Catches up with every revision that is committed, and returns when it is done. */
    void settleNow() {
        await(() -> settle("true"));
    }

    private void await(Runnable work) {
        try {
            thread.submit(work).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void open() {
        try {
            OptionalLong noted = note.map(IndexNote::noted).orElse(OptionalLong.empty());
            if (noted.isPresent()) {
                mapping().scope(Object.class).schemaManager().validate();
                settled = noted.getAsLong();
                catchUp(affected.since(settled));
            } else {
                build();
            }
        } catch (RuntimeException failed) {
            log.error("The search index cannot be opened and is built anew", failed);
            build();
        } finally {
            answerable.countDown();
        }
    }

    private void catchUp(Affected.Records missed) {
        if (missed.size() > MANY) {
            build();
            return;
        }
        index(missed.touched());
        index(missed.showing());
        index.becomes(SearchIndex.State.READY);
        if (missed.size() > 0) {
            log.info("Caught up with {} records in the search index", missed.size());
        }
    }

    /** Indexes every record. What is written meanwhile is queued, and indexed again after it. */
    private void build() {
        try {
            long records = count();
            index.starts(records);
            note.ifPresent(IndexNote::forget);
            if (records > MANY) {
                answerable.countDown();
            }
            long start = System.nanoTime();
            settled = newestRevision();
            mapping()
                    .scope(Object.class)
                    .massIndexer()
                    .dropAndCreateSchemaOnStart(true)
                    .typesToIndexInParallel(1)
                    .threadsToLoadObjects(Math.max(2, Runtime.getRuntime().availableProcessors()))
                    .batchSizeToLoadObjects(BATCH)
                    .idFetchSize(5_000)
                    .mergeSegmentsOnFinish(false)
                    .failFast(true)
                    .monitor(new Progress())
                    .startAndWait();
            index.becomes(SearchIndex.State.READY);
            note();
            log.info(
                    "Built the search index of {} records in {} s",
                    records,
                    "%.1f".formatted((System.nanoTime() - start) / 1e9));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            index.becomes(SearchIndex.State.FAILED);
            log.error("The search index could not be built", failed);
        } finally {
            answerable.countDown();
        }
    }

    /** Indexes all that is queued at once, so that many writers share one turn. */
    private void drain() {
        List<Followed> batch = new ArrayList<>();
        queue.drainTo(batch);
        if (batch.isEmpty()) {
            return;
        }
        try {
            Affected.Records records =
                    affected.by(batch.stream().map(Followed::revision).toList());
            index(records.touched());
            if (Affected.Records.size(records.showing()) > TOO_MANY_TO_WAIT_FOR) {
                batch.forEach(each -> each.done.complete(null));
            }
            index(records.showing());
            batch.forEach(each -> followed.add(each.revision));
            batch.forEach(each -> each.done.complete(null));
        } catch (RuntimeException failed) {
            log.error("Could not index what was saved; tried again within two minutes", failed);
            batch.forEach(each -> each.done.completeExceptionally(failed));
        }
    }

    /** Catches up with what could not be indexed and with what others wrote, and notes how far the index has come. */
    private void settle(String condition) {
        try {
            if (writer.isPresent()) {
                writer.get().keep();
            }
            if (index.isReady()) {
                List<Long> revisions = jdbc.sql("select id from revision where id > :settled and " + condition)
                        .param("settled", settled)
                        .query(Long.class)
                        .list();
                List<Long> missed = revisions.stream()
                        .filter(each -> !followed.contains(each))
                        .toList();
                if (!missed.isEmpty()) {
                    catchUp(affected.by(missed));
                }
                revisions.stream().max(Comparator.naturalOrder()).ifPresent(newest -> settled = newest);
                followed.headSet(settled, true).clear();
                note();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException failed) {
            log.error("The search index could not be settled", failed);
        }
    }

    private void note() {
        if (note.isPresent() && note.get().noted().orElse(-1) != settled) {
            mapping().scope(Object.class).workspace().flush();
            note.get().note(settled);
        }
    }

    private void index(Map<RecordKind, Set<Long>> records) {
        records.forEach((kind, ids) -> {
            List<Long> all = List.copyOf(ids);
            for (int from = 0; from < all.size(); from += BATCH) {
                index(kind, all.subList(from, Math.min(from + BATCH, all.size())));
            }
        });
    }

    private void index(RecordKind kind, List<Long> ids) {
        try (EntityManager manager = entities.createEntityManager()) {
            SearchIndexingPlan plan = Search.session(manager).indexingPlan();
            manager.getTransaction().begin();
            List<?> found = manager.createQuery(
                            "from %s where id in :ids".formatted(kind.entity().getSimpleName()), kind.entity())
                    .setParameter("ids", ids)
                    .getResultList();
            found.forEach(plan::addOrUpdate);
            Set<Object> gone = new HashSet<>(ids);
            found.forEach(each -> gone.remove(entities.getPersistenceUnitUtil().getIdentifier(each)));
            gone.forEach(id -> plan.purge(kind.entity(), id, null));
            manager.getTransaction().commit();
        }
    }

    private long newestRevision() {
        return jdbc.sql("select coalesce(max(id), 0) from revision where " + A_MINUTE_OLD)
                .query(Long.class)
                .single();
    }

    private long count() {
        return jdbc.sql("""
                        select (select count(*) from council) + (select count(*) from meeting) + (select count(*) from agreement)
                            + (select count(*) from project) + (select count(*) from organisation) + (select count(*) from person)
                            + (select count(*) from place) + (select count(*) from source)""").query(Long.class).single();
    }

    private SearchMapping mapping() {
        return Search.mapping(entities);
    }

    private final class Progress implements MassIndexingMonitor {

        @Override
        public void documentsAdded(long records) {
            index.progresses(records);
        }

        @Override
        public void documentsBuilt(long records) {}

        @Override
        public void entitiesLoaded(long records) {}

        @Override
        public void indexingCompleted() {}
    }
}
