package org.pacta.platform.history;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tells which state of the registry is seen, and keeps answers for as long as it stays the same. Every change of the registry is a revision,
 * and a later number may become visible before an earlier one, so the newest does not name a state: how many of the few hundred before it
 * are visible does, since there is never one less. What somebody changes by hand in the database shows when an answer has grown old.
 */
@Repository
public class Snapshots {

    /** What is asked for a snapshot, for whoever reads it in one statement with the answer: a row of {@code id}, {@code made_at}, {@code is_own} and {@code name}. */
    public static final String SELECT = """
            select coalesce(id, 0) as id, coalesce(made_at, 'epoch') as made_at, pg_current_xact_id_if_assigned() is not null as is_own,
                coalesce(id, 0) || '-' || (select count(*) from revision where id > newest.id - 300) as name
            from (select) one left join (select id, made_at from revision order by id desc limit 1) newest on true
            """;

    private final JdbcClient jdbc;

    Snapshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A state of the registry.
     *
     * @param revision the newest; 0 when there is none
     * @param madeAt when that was made
     * @param name that no other state has
     * @param isOwn whether the transaction that sees it has itself written
     */
    public record Snapshot(long revision, Instant madeAt, String name, boolean isOwn) {

        /** Whether it is so old that no change that was made before is still on its way. */
        public boolean isSettled() {
            return madeAt.isBefore(Instant.now().minusSeconds(60));
        }
    }

    /** The state that is visible. Whoever tags an answer with its name asks for it before reading the answer, or in one snapshot with it. */
    public Snapshot now() {
        return jdbc.sql(SELECT).query((row, n) -> read(row)).single();
    }

    /** The snapshot in a row of {@link #SELECT}. */
    public static Snapshot read(ResultSet row) throws SQLException {
        return new Snapshot(
                row.getLong("id"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("name"),
                row.getBoolean("is_own"));
    }

    /**
     * Room for the answers to one sort of question.
     *
     * @param most how many are kept
     * @param longest how old one may grow
     */
    public <Q, A> Kept<Q, A> keep(int most, Duration longest) {
        return new Kept<>(Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(longest)
                .build());
    }

    /** Answers by question. */
    public final class Kept<Q, A> {

        private final Cache<Asked<Q>, A> answers;

        private Kept(Cache<Asked<Q>, A> answers) {
            this.answers = answers;
        }

        private record Asked<Q>(Q question, Object state) {}

        /** The answer that is kept for the registry as it is now, else the one that is read; always that for a transaction that has itself written. */
        public A get(Q question, Supplier<A> read) {
            Snapshot now = now();
            return get(question, now, now.name, read);
        }

        /**
         * The answer that is kept for a part of the registry, else the one that is read.
         *
         * @param seen when the part was in that state
         * @param state of all that the answer follows from
         */
        public A get(Q question, Snapshot seen, Object state, Supplier<A> read) {
            return seen.isOwn ? read.get() : answers.get(new Asked<>(question, state), asked -> read.get());
        }

        /** The same for several questions, of which those that no answer is kept for are read together. */
        public Map<Q, A> getAll(Map<Q, ?> states, Snapshot seen, Function<Set<Q>, Map<Q, A>> read) {
            if (seen.isOwn) {
                return read.apply(states.keySet());
            }
            Map<Asked<Q>, A> found =
                    answers.getAll(
                            states.entrySet().stream()
                                    .map(each -> new Asked<Q>(each.getKey(), each.getValue()))
                                    .toList(),
                            missing -> read
                                    .apply(missing.stream().map(Asked::question).collect(Collectors.toSet()))
                                    .entrySet()
                                    .stream()
                                    .collect(Collectors.toMap(
                                            each -> new Asked<Q>(
                                                    each.getKey(), Objects.requireNonNull(states.get(each.getKey()))),
                                            Map.Entry::getValue)));
            return found.entrySet().stream()
                    .collect(Collectors.toMap(each -> each.getKey().question, Map.Entry::getValue));
        }
    }
}
