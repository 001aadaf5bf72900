package org.pacta.reader.indexing;

import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.pacta.platform.database.Lane;
import org.pacta.platform.database.Outage;
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

    /** Changes are many that would keep a writer waiting for more than a moment. */
    private static final int TOO_MANY_TO_WAIT_FOR = 500;

    /** By then a revision is committed, and every one before it. */
    static final String A_MINUTE_OLD = "made_at < now() - interval '1 minute'";

    private final EntityManagerFactory entities;
    private final JdbcClient jdbc;
    private final Affected affected;
    private final SearchIndex index;
    private final IndexBuilder builder;
    private final RebuildCommand.Request request;
    private final Optional<IndexNote> note;
    private final Optional<SingleWriter> writer;
    private final BlockingQueue<Followed> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch answerable = new CountDownLatch(1);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(
                () -> {
                    Lane.INDEX.enter();
                    work.run();
                },
                "search-index");
        named.setDaemon(true);
        return named;
    });
    private volatile boolean running;

    /** The newest revision that is surely in the index with all before it, and those after it that this thread has followed. */
    private long settled;

    private final NavigableSet<Long> followed = new TreeSet<>();

    /** The turn of the index a minute ago, and the one in which it was last put into one piece. */
    private long seen;

    private long merged;

    /** Whether a new index was asked for and is not there yet. */
    private boolean wanted;

    /** Whether the index that this instance shares has become one of another version. */
    private boolean overtaken;

    Follower(
            EntityManagerFactory entities,
            JdbcClient jdbc,
            Affected affected,
            SearchIndex index,
            IndexBuilder builder,
            Optional<IndexNote> note,
            Optional<SingleWriter> writer) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.affected = affected;
        this.index = index;
        this.builder = builder;
        this.request = new RebuildCommand.Request(jdbc);
        this.note = note;
        this.writer = writer;
        index.repairedBy(() -> thread.execute(this::repair));
    }

    /** A revision on its way into the index. */
    private record Followed(long revision, CompletableFuture<Void> done) {}

    /** Opens the index before the first request is answered; only a large one that has to be built is built beside them. */
    @Override
    public void start() {
        running = true;
        thread.execute(this::open);
        thread.scheduleWithFixedDelay(this::attend, 2, 2, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(() -> settle(A_MINUTE_OLD), 1, 1, TimeUnit.MINUTES);
        thread.scheduleWithFixedDelay(this::tidy, 1, 1, TimeUnit.MINUTES);
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
        index.turns();
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

    /** Does so while it is asked. */
    void renewNow() {
        await(this::renew);
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
            // One that is ahead belongs to a later state of the database, which was brought back from a backup.
            if (noted.isPresent() && noted.getAsLong() <= builder.newestRevision("true")) {
                Search.mapping(entities).scope(Object.class).schemaManager().validate();
                resume(noted.getAsLong());
                if (writer.isPresent() && !builder.isWhole()) {
                    log.warn("The search index does not hold as many records as the registry");
                    build();
                }
            } else {
                build();
            }
        } catch (RuntimeException failed) {
            if (writer.isEmpty() && SearchIndex.isOutOfReach(failed)) {
                index.becomes(SearchIndex.State.FAILED);
                log.error("OpenSearch cannot be reached; tried again within a minute");
                log.debug("It could not be reached", failed);
            } else {
                log.error("The search index cannot be opened and is built anew", failed);
                build();
            }
        } finally {
            answerable.countDown();
        }
    }

    /** Takes the index as it is, from a revision that is surely in it. */
    private void resume(long revision) {
        settled = revision;
        followed.clear();
        catchUp(affected.since(settled));
    }

    /** An index that is asked is not taken away for that, however much it missed. */
    private void catchUp(Affected.Records missed) {
        if (missed.size() > IndexBuilder.MANY && !index.isReady()) {
            build();
            return;
        }
        Runnable between = index.isReady() ? this::drain : () -> {};
        builder.index(missed.touched(), between);
        builder.index(missed.showing(), between);
        index.becomes(SearchIndex.State.READY);
        if (missed.size() > 0) {
            log.info("Caught up with {} records in the search index", missed.size());
        }
    }

    /** What is written meanwhile is queued, and indexed again after it. */
    private void build() {
        builder.build(answerable::countDown).ifPresent(revision -> settled = revision);
    }

    /** Builds an index anew that is asked meanwhile; what is written then is let in between. Others may write to one that is shared. */
    private void renew() {
        long before = builder.newestRevision(A_MINUTE_OLD);
        builder.renew(() -> {
            drain();
            return index.isReady();
        });
        if (index.isReady() && writer.isEmpty()) {
            catchUp(affected.since(before));
        }
    }

    /** A local index that cannot be read is built anew; one that is shared may just be out of reach, and is looked at again. */
    private void repair() {
        if (writer.isPresent()) {
            build();
        }
    }

    /** Builds the index when somebody asked for that, and again where that came to nothing. */
    private void attend() {
        try {
            wanted |= request.take();
            if (!wanted) {
                heed();
            } else if (index.isReady()) {
                renew();
            } else {
                build();
            }
            wanted = false;
        } catch (RuntimeException unanswered) {
            // The next request for a page tells as much; this is tried again in two seconds.
            log.debug("The database or the search index does not answer", unanswered);
            buildWhereBroken(unanswered);
        }
    }

    /**
     * Whether the index is whole, as far as the other instances that share it say. While one of them builds it, nobody else asks it or
     * writes to it; when its builder is gone, another takes over.
     */
    private boolean heed() {
        if (writer.isPresent() || note.isEmpty() || index.hasFailed()) {
            return index.isReady();
        }
        OptionalLong noted = note.get().noted();
        if (noted.isEmpty()) {
            index.starts(0);
            if (note.get().isOfOtherCode()) {
                index.becomes(SearchIndex.State.FAILED);
                overtaken = true;
                log.error(
                        "A Pacta of another version has built the search index that all share; this one cannot ask it");
            } else {
                builder.takeOver(answerable::countDown).ifPresent(revision -> settled = revision);
            }
        } else if (!index.isReady()) {
            resume(noted.getAsLong());
        }
        return index.isReady();
    }

    /** Indexes all that is queued at once, so that many writers share one turn. */
    private void drain() {
        List<Followed> batch = new ArrayList<>();
        queue.drainTo(batch);
        if (batch.isEmpty()) {
            return;
        }
        try {
            if (!heed()) {
                // Whoever builds the index catches up with these.
                batch.forEach(each -> each.done.complete(null));
                return;
            }
            Affected.Records records =
                    affected.by(batch.stream().map(Followed::revision).toList());
            builder.index(records.touched(), () -> {});
            if (Affected.Records.size(records.showing()) > TOO_MANY_TO_WAIT_FOR) {
                batch.forEach(each -> each.done.complete(null));
            }
            builder.index(records.showing(), () -> {});
            batch.forEach(each -> followed.add(each.revision));
            batch.forEach(each -> each.done.complete(null));
        } catch (RuntimeException failed) {
            log.error("Could not index what was saved; tried again within two minutes", failed);
            batch.forEach(each -> each.done.completeExceptionally(failed));
            buildWhereBroken(failed);
        }
    }

    /** Catches up with what could not be indexed and with what others wrote, and notes how far the index has come. */
    private void settle(String condition) {
        try {
            if (writer.isPresent()) {
                writer.get().keep();
            }
            if (index.hasFailed() && !overtaken) {
                open();
            }
            if (heed()) {
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
            if (Outage.behind(failed).isPresent()) {
                log.warn("The search index waits for the database: {}", failed.getMessage());
            } else {
                log.error("The search index could not be settled", failed);
            }
            buildWhereBroken(failed);
        }
    }

    /** A local index that could not be written has lost what was not yet on the disk, if not more. */
    private void buildWhereBroken(Exception failed) {
        if (writer.isPresent() && SearchIndex.isOutOfReach(failed) && !SearchIndex.isOfDatabase(failed)) {
            build();
        }
    }

    /** Writing leaves pieces behind: they are put together when nothing was written for a minute. */
    void tidy() {
        long turn = index.turn();
        if (index.isReady() && turn == seen && turn != merged) {
            builder.merge();
            merged = turn;
        }
        seen = turn;
    }

    private void note() {
        if (note.isPresent() && note.get().noted().orElse(-1) != settled) {
            builder.flush();
            note.get().advance(settled);
        }
    }
}
