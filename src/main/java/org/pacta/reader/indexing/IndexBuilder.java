package org.pacta.reader.indexing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.hibernate.search.engine.search.query.SearchScroll;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.work.SearchIndexingPlan;
import org.hibernate.search.mapper.orm.work.SearchWorkspace;
import org.hibernate.search.mapper.pojo.massindexing.MassIndexingMonitor;
import org.pacta.platform.form.RecordKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes records to the index: every one, where several instances share it by one of them, or those that changed. */
@Component
class IndexBuilder {

    private static final Logger log = LoggerFactory.getLogger(IndexBuilder.class);

    /** Nobody waits for more records than these to be indexed. */
    static final int MANY = 10_000;

    private static final int BATCH = 100;

    private final EntityManagerFactory entities;
    private final JdbcClient jdbc;
    private final DataSource database;
    private final SearchIndex index;
    private final Optional<IndexNote> note;
    private final Optional<SingleWriter> writer;

    IndexBuilder(
            EntityManagerFactory entities,
            JdbcClient jdbc,
            DataSource database,
            SearchIndex index,
            Optional<IndexNote> note,
            Optional<SingleWriter> writer) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.database = database;
        this.index = index;
        this.note = note;
        this.writer = writer;
    }

    /**
     * Builds the index anew.
     *
     * @param many called when that takes longer than anybody should wait for
     * @return the newest revision that is surely in it; nothing when another instance builds it, or nobody can
     */
    OptionalLong build(Runnable many) {
        return build(many, false);
    }

    /** Does so in the place of an instance that is gone; one that has just finished leaves nothing to do. */
    OptionalLong takeOver(Runnable many) {
        return build(many, true);
    }

    @SuppressWarnings("try")
    private OptionalLong build(Runnable many, boolean unlessNoted) {
        try {
            if (writer.isPresent()) {
                return OptionalLong.of(buildAll(many));
            }
            try (SingleWriter turn = SingleWriter.of(database)) {
                boolean isDone = unlessNoted && note.orElseThrow().noted().isPresent();
                return isDone ? OptionalLong.empty() : OptionalLong.of(buildAll(many));
            }
        } catch (SingleWriter.TakenException another) {
            index.starts(0);
            log.info("Another Pacta builds the search index that all share");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            index.becomes(SearchIndex.State.FAILED);
            log.error("The search index could not be built; tried again within a minute", failed);
        }
        return OptionalLong.empty();
    }

    private long buildAll(Runnable many) throws InterruptedException {
        long records = count();
        index.starts(records);
        note.ifPresent(IndexNote::forget);
        if (records > MANY) {
            many.run();
        }
        long start = System.nanoTime();
        long revision = newestRevision(Follower.A_MINUTE_OLD);
        Search.mapping(entities)
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
        flush();
        note.ifPresent(each -> each.note(revision));
        index.becomes(SearchIndex.State.READY);
        tellOf(records, start);
        return revision;
    }

    private static void tellOf(long records, long start) {
        log.info(
                "Built the search index of {} records in {} s",
                records,
                "%.1f".formatted((System.nanoTime() - start) / 1e9));
    }

    /**
     * Builds the index anew under those who ask: each record takes the place of what the index has of it, some at a time, so that all are
     * found all the while, and a crash leaves an index that is whole.
     *
     * @param between done after some, whether to go on
     */
    void renew(BooleanSupplier between) {
        long start = System.nanoTime();
        long records = count();
        index.renews(records);
        for (RecordKind kind : Searchable.KINDS) {
            List<Long> some = following(kind, 0);
            while (!some.isEmpty()) {
                index(kind, some);
                index.progresses(some.size());
                if (!between.getAsBoolean()) {
                    return;
                }
                some = following(kind, some.get(some.size() - 1));
            }
            forgetStrays(kind);
        }
        flush();
        index.becomes(SearchIndex.State.READY);
        tellOf(records, start);
    }

    private List<Long> following(RecordKind kind, long id) {
        return jdbc.sql("select id from %s where id > :id order by id limit :most".formatted(kind.code()))
                .param("id", id)
                .param("most", BATCH)
                .query(Long.class)
                .list();
    }

    /** What is in the index and in no table any more was deleted past the history. */
    private void forgetStrays(RecordKind kind) {
        Set<Long> strays = new TreeSet<>();
        try (EntityManager manager = entities.createEntityManager();
                SearchScroll<Long> all = Search.session(manager)
                        .search(Searchable.entity(kind))
                        .select(select -> select.id(Long.class))
                        .where(each -> each.matchAll())
                        .scroll(1_000)) {
            for (var some = all.next(); some.hasHits(); some = all.next()) {
                strays.addAll(jdbc.sql("select id from unnest(:ids) id where id not in (select id from %s)"
                                .formatted(kind.code()))
                        .param("ids", some.hits().toArray(Long[]::new))
                        .query(Long.class)
                        .list());
            }
        }
        index(Map.of(kind, strays), () -> {});
    }

    /**
     * Indexes these records as they are now; those that are gone leave the index.
     *
     * @param between done after some
     */
    void index(Map<RecordKind, Set<Long>> records, Runnable between) {
        records.forEach((kind, ids) -> {
            List<Long> all = List.copyOf(ids);
            for (int from = 0; from < all.size(); from += BATCH) {
                index(kind, all.subList(from, Math.min(from + BATCH, all.size())));
                between.run();
            }
        });
    }

    private void index(RecordKind kind, List<Long> ids) {
        Class<?> type = Searchable.entity(kind);
        try (EntityManager manager = entities.createEntityManager()) {
            SearchIndexingPlan plan = Search.session(manager).indexingPlan();
            manager.getTransaction().begin();
            List<?> found = manager.createQuery("from %s where id in :ids".formatted(type.getSimpleName()), type)
                    .setParameter("ids", ids)
                    .getResultList();
            found.forEach(plan::addOrUpdate);
            Set<Object> gone = new HashSet<>(ids);
            found.forEach(each -> gone.remove(entities.getPersistenceUnitUtil().getIdentifier(each)));
            gone.forEach(id -> plan.purge(type, id, null));
            manager.getTransaction().commit();
        } finally {
            index.turns();
        }
    }

    /** Whether it holds as many records of each kind as are published. */
    boolean isWhole() {
        try (EntityManager manager = entities.createEntityManager()) {
            return Searchable.KINDS.stream()
                    .allMatch(kind -> Search.session(manager)
                                    .search(Searchable.entity(kind))
                                    .where(all -> all.matchAll())
                                    .fetchTotalHitCount()
                            == published(kind));
        }
    }

    private long published(RecordKind kind) {
        String others =
                switch (kind) {
                    case ORGANISATION -> "and merged_into_id is null";
                    case MEETING -> "and council_id in (select id from council where withdrawn_on is null)";
                    default -> "";
                };
        return jdbc.sql("select count(*) from %s where withdrawn_on is null %s".formatted(kind.code(), others))
                .query(Long.class)
                .single();
    }

    /** Makes sure that what was written survives a crash. */
    void flush() {
        Search.mapping(entities).scope(Object.class).workspace().flush();
    }

    /**
     * Puts a local index into one piece, beside all else that goes on: each further piece makes every question dearer. The pieces are gone
     * from the disk once that is committed.
     */
    void merge() {
        if (writer.isPresent()) {
            SearchWorkspace workspace =
                    Search.mapping(entities).scope(Object.class).workspace();
            workspace
                    .mergeSegmentsAsync()
                    .thenCompose(done -> workspace.flushAsync())
                    .whenComplete((done, failed) -> {
                        if (failed != null) {
                            log.warn("The search index stays in several pieces", failed);
                        }
                    });
        }
    }

    /** The newest of the revisions that fit a condition. */
    long newestRevision(String condition) {
        return jdbc.sql("select coalesce(max(id), 0) from revision where " + condition)
                .query(Long.class)
                .single();
    }

    private long count() {
        return jdbc.sql("""
                        select (select count(*) from council) + (select count(*) from meeting) + (select count(*) from agreement)
                            + (select count(*) from project) + (select count(*) from organisation) + (select count(*) from person)
                            + (select count(*) from place) + (select count(*) from source)""").query(Long.class).single();
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
