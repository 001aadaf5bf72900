package org.pacta.reader.indexing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.util.common.SearchException;
import org.hibernate.search.util.common.SearchTimeoutException;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.shared.PartialDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The index as the rest of the application sees it: something to ask, when it can be asked. */
@Component
public class SearchIndex {

    private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);

    private final EntityManagerFactory entities;
    private final boolean isShared;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong turns = new AtomicLong();
    private volatile State state = State.BUILDING;
    private volatile @Nullable Runnable repair;

    SearchIndex(EntityManagerFactory entities, Optional<SingleWriter> writer) {
        this.entities = entities;
        this.isShared = writer.isEmpty();
    }

    enum State {
        BUILDING,
        READY,
        /** All that is in it is written again, and found meanwhile. */
        RENEWING,
        FAILED
    }

    /** Whether every record is in it. */
    public boolean isReady() {
        return state == State.READY || state == State.RENEWING;
    }

    /** Whether other instances write to it too, without this one being told. */
    public boolean isShared() {
        return isShared;
    }

    /** How often this instance has changed it: answers of the same turn are the same, but for what others write to an index they share. */
    public long turn() {
        return turns.get();
    }

    void turns() {
        turns.incrementAndGet();
    }

    /**
     * Asks the index.
     *
     * @throws NotReadyException if it is being built, takes too long or cannot be read; in the last case it is then put right
     */
    public <T> T ask(Function<SearchSession, T> question) {
        if (!isReady()) {
            throw new NotReadyException(NotReadyException.BUILDING);
        }
        // No transaction: a question needs no connection to the database.
        try (EntityManager manager = entities.createEntityManager()) {
            return question.apply(Search.session(manager));
        } catch (SearchTimeoutException late) {
            throw new NotReadyException(NotReadyException.TOO_MUCH);
        } catch (SearchException unreadable) {
            if (!isBroken(unreadable)) {
                throw unreadable;
            }
            log.error("The search index cannot be read", unreadable);
            repair();
            throw new NotReadyException(NotReadyException.BUILDING);
        }
    }

    boolean hasFailed() {
        return state == State.FAILED;
    }

    /** Has the index put right while the application answers; keywords wait until it is done. */
    private void repair() {
        state = State.BUILDING;
        Runnable repairing = repair;
        if (repairing != null) {
            repairing.run();
        }
    }

    void repairedBy(Runnable repair) {
        this.repair = repair;
    }

    void starts(long records) {
        begins(State.BUILDING, records);
    }

    void renews(long records) {
        begins(State.RENEWING, records);
    }

    private void begins(State next, long records) {
        done.set(0);
        total.set(records);
        state = next;
    }

    /** Counts indexed records, and says in the log when another tenth is done. */
    void progresses(long records) {
        long before = done.getAndAdd(records);
        long all = Math.max(1, total.get());
        if ((before + records) * 10 / all > before * 10 / all) {
            log.info("Building the search index: {} of {} records", before + records, all);
        }
    }

    void becomes(State next) {
        turns();
        state = next;
    }

    Health health() {
        Health.Builder health = Health.up().withDetail("index", state.name().toLowerCase());
        if (state == State.BUILDING || state == State.RENEWING) {
            health.withDetail("done", done.get()).withDetail("total", total.get());
        }
        return health.build();
    }

    /** Cannot be read, or is gone, as a shared one is for a moment while another instance builds it. */
    private static boolean isBroken(Throwable failure) {
        return isOutOfReach(failure)
                || causes(failure)
                        .anyMatch(cause -> cause instanceof AlreadyClosedException
                                || String.valueOf(cause.getMessage()).contains("index_not_found"));
    }

    /** Whether the files or the server that hold the index did not answer. */
    static boolean isOutOfReach(Throwable failure) {
        return causes(failure).anyMatch(IOException.class::isInstance);
    }

    /** Whether it was the database that did not answer. */
    static boolean isOfDatabase(Throwable failure) {
        return causes(failure).anyMatch(SQLException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        Stream<Throwable> further =
                Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()));
        return Stream.concat(Stream.of(failure), further.flatMap(SearchIndex::causes));
    }

    /** The index cannot answer now. */
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    public static final class NotReadyException extends RuntimeException {

        static final String BUILDING = "search.building";
        static final String TOO_MUCH = "search.too_much";

        private static final long serialVersionUID = 1L;

        private final String why;

        /**
         * Says so to whoever asked.
         *
         * @param why the key of the message
         */
        public NotReadyException(String why) {
            super("The search index does not answer: " + why);
            this.why = why;
        }

        /** The key of the message that says why. */
        public String why() {
            return why;
        }
    }

    /** The fields that the document of every kind of record has, and the analysers of those that hold text. */
    public static final class Fields {

        /** The kind of record, as {@link RecordKind#code()} writes it. */
        public static final String RECORD = "record";

        /** The name or title in Latin script. */
        public static final String NAME = "name";

        /** The name or title in the script of the place. */
        public static final String LOCAL_NAME = "localName";

        /** Other names, acronyms and identifiers. */
        public static final String ALIAS = "alias";

        /** All else that is said in words, the names of parties, councils and places among it. */
        public static final String TEXT = "text";

        /** Words it does not print: what its kind is called, its date spelt out, the readings of names it mentions. */
        public static final String HINT = "hint";

        /** Texts with a word that is indexed in parts too, as they are typed, for phrases. */
        public static final String COMPOUND = "compound";

        /** The readings of its Chinese names, and the initials of its English one. */
        public static final String PINYIN = "pinyin";

        /** Each name as a whole. */
        public static final String EXACT = "exact";

        /** What to sort by its name, for readers of English and of Chinese. */
        public static final String SORT = "sort";

        public static final String LOCAL_SORT = "local_sort";

        /** The day to sort by, and the first and last day it can be. */
        public static final String DAY = "day";

        /** The day to sort by with how exactly it is known: see {@link #dated(PartialDate)}. */
        public static final String DATED = "dated";

        public static final String EARLIEST = "earliest";
        public static final String LATEST = "latest";

        /** Slugs of councils; of places, with those they lie in; of focus areas. */
        public static final String COUNCIL = "council";

        public static final String PLACE = "place";
        public static final String FOCUS = "focus";

        /** Ids of the organisations in it. */
        public static final String ORGANISATION = "organisation";

        /** The place of a meeting in its series. */
        public static final String ORDINAL = "ordinal";

        public static final String KIND = "kind";
        public static final String STATUS = "status";
        public static final String PARTIES = "parties";
        public static final String MODE = "mode";

        /** The last day of an agreement that is under way and does not renew itself. */
        public static final String ENDS = "ends";

        /** Kind, status, parties and mode in one value with spaces between, which their facets are counted by. */
        public static final String TRAITS = "traits";

        /** How words are taken apart in a question: each to its stem. */
        public static final String WORDS_ASKED = "words_asked";

        /** The same without stems, for phrases, beginnings and mistyped words. */
        public static final String AS_TYPED = "as_typed";

        /** How words are taken apart in a record: each both as it stands and as its stem, compounds in parts too. */
        public static final String WORDS = "words";

        static final String KEYS = "keys";
        static final String KEYS_ASKED = "keys_asked";
        static final String FOLDED = "folded";

        private static final int EXACTNESS = 4;

        private Fields() {}

        /** A day and whether only its month or year is known, as a number that sorts like the day. */
        static long dated(PartialDate date) {
            LocalDate first = date.earliest();
            LocalDate last = date.latest();
            int known = first == null || last == null
                    ? 2
                    : first.equals(last) ? 0 : YearMonth.from(first).equals(YearMonth.from(last)) ? 1 : 2;
            return date.sort().toEpochDay() * EXACTNESS + known;
        }

        /** The day, month or year behind such a number. */
        public static PartialDate date(long dated) {
            String day = LocalDate.ofEpochDay(Math.floorDiv(dated, EXACTNESS)).toString();
            return PartialDate.parse(day.substring(0, 10 - 3 * (int) Math.floorMod(dated, (long) EXACTNESS)));
        }
    }
}
