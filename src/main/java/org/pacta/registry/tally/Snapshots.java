package org.pacta.registry.tally;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps answers for as long as the registry stays the same. Every change of the registry is a revision, and a later number may become visible
 * before an earlier one, so its state goes by the name of the latest few hundred: that many would have to overtake a slow transaction
 * before it went unseen, and then until the next change. What somebody changes by hand in the database shows when an answer has grown old.
 */
@Repository
public class Snapshots {

    private final JdbcClient jdbc;

    Snapshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

        private record Asked<Q>(Q question, String state) {}

        /** The answer that is kept for the registry as it is now, else the one that is read. */
        public A get(Q question, Supplier<A> read) {
            return state().map(state -> answers.get(new Asked<>(question, state), asked -> read.get()))
                    .orElseGet(read);
        }
    }

    /** The state of the registry that is visible; nothing for a transaction that has itself written. */
    private Optional<String> state() {
        return jdbc.sql("""
                        select coalesce(md5(string_agg(id::text, ' ')), '')
                        from (select id from revision order by id desc limit 300) latest
                        having pg_current_xact_id_if_assigned() is null
                        """).query(String.class).optional();
    }
}
