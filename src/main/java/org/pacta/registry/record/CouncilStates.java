package org.pacta.registry.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.history.Snapshots.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells in which state the records of each council are seen, so that what is kept of one survives changes of the others. A state is a number
 * that grows; the history tells which councils a revision touches, and where it is not followed step by step all are taken for touched.
 */
@Component
public class CouncilStates {

    /** So many revisions before the newest may yet become visible. */
    private static final int WINDOW = 300;

    private static final String SEEN = "select name, id, array(select id from revision where id > newest.id - " + WINDOW
            + ") as revisions from (" + Snapshots.SELECT + ") newest";

    /** Changes that may show in the ledger of any council. */
    private static final String ALL = """
            select exists (select from council_aud where rev = any(:revisions))
                or exists (select from place_aud where rev = any(:revisions) and revtype <> 0)
                or exists (select from source_aud where rev = any(:revisions) and revtype <> 0)
            """;

    /** The councils of the rows that were written and of those that they took the place of, and of what shows these. */
    private static final String TOUCHED = "with "
            + Stream.of(
                            "agreement",
                            "agreement_statement",
                            "project",
                            "project_statement",
                            "meeting",
                            "figure",
                            "figure_citation",
                            "target",
                            "target_citation",
                            "signatory",
                            "participant")
                    .map("""
                            %1$s_now as (select * from %1$s_aud where id in (select id from %1$s_aud where rev = any(:revisions))
                                and (rev = any(:revisions) or revend = any(:revisions)))"""::formatted)
                    .collect(Collectors.joining(", "))
            + """
             select council_id from agreement_now union select founds_council_id from agreement_now
            union select council_id from project_now union select council_id from meeting_now union select council_id from figure_now
            union select council_id from figure where meeting_id in (select id from meeting_now)
            union select founds_council_id from agreement where meeting_id in (select id from meeting_now)
            union select council_id from figure where id in (select figure_id from figure_citation_now)
            union select council_id from target_now
            union select council_id from target where meeting_id in (select id from meeting_now)
            union select council_id from target where id in (select target_id from target_citation_now)
            union select council_id from agreement where id in (select agreement_id from signatory_now)
            union select council_id from agreement where id in (select agreement_id from agreement_statement_now)
            union select council_id from project where id in (select project_id from project_statement_now)
            union select council_id from project where id in (select project_id from participant_now)
            """;

    private static final String ORGANISATIONS = """
            select exists (select from organisation_aud now join organisation_aud before on before.id = now.id and before.revend = now.rev
                where now.rev = any(:revisions)
                    and row(now.name, now.local_name, now.withdrawn_on) is distinct from row(before.name, before.local_name, before.withdrawn_on))
            """;

    private final JdbcClient jdbc;
    private final Snapshots snapshots;
    private long last;
    private volatile Followed followed = new Followed("", 0, Set.of(), 0, 0, Map.of());

    CouncilStates(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /** The states that are visible; whoever keeps an answer under one asks for it before reading the answer. */
    public Seen now() {
        Snapshot now = snapshots.now();
        boolean isFollowed = now.isOwn() || followed.name.equals(now.name());
        return new Seen(now, isFollowed ? followed : follow());
    }

    /** What is visible at a moment. */
    public static final class Seen {

        private final Snapshot snapshot;
        private final Followed followed;

        private Seen(Snapshot snapshot, Followed followed) {
            this.snapshot = snapshot;
            this.followed = followed;
        }

        public Snapshot snapshot() {
            return snapshot;
        }

        /** The state of what councils there are, and of all that every ledger may name. */
        public long councils() {
            return followed.all;
        }

        /** The state of the records of some councils together. */
        public long of(Collection<Long> councils) {
            return councils.stream()
                    .mapToLong(council -> followed.touched.getOrDefault(council, followed.all))
                    .max()
                    .orElse(followed.all);
        }

        /** The state of the names of organisations. */
        public long organisations() {
            return followed.organisations;
        }

        /** The state of the records of all councils together. */
        public long all() {
            return Math.max(followed.all, of(followed.touched.keySet()));
        }
    }

    /**
     * How far the history is followed.
     *
     * @param name of the snapshot
     * @param newest revision in it
     * @param revisions the last of those in it
     * @param all state of every council that is not among the touched
     */
    private record Followed(
            String name, long newest, Set<Long> revisions, long all, long organisations, Map<Long, Long> touched) {

        /** Whether all that became visible since is among the revisions of a later one. */
        boolean leadsTo(Followed later) {
            return later.newest - WINDOW < newest
                    && later.newest >= newest
                    && revisions.stream()
                            .allMatch(revision ->
                                    revision <= later.newest - WINDOW || later.revisions.contains(revision));
        }
    }

    private synchronized Followed follow() {
        long state = ++last;
        Followed seen = jdbc.sql(SEEN)
                .query((row, n) -> new Followed(
                        row.getString("name"),
                        row.getLong("id"),
                        Set.of((Long[]) row.getArray("revisions").getArray()),
                        state,
                        state,
                        Map.of()))
                .single();
        if (seen.name.equals(followed.name)) {
            return followed;
        }
        if (followed.leadsTo(seen)) {
            followed = step(seen, state);
        } else if (seen.leadsTo(followed)) {
            return seen;
        } else {
            followed = seen;
        }
        return followed;
    }

    private Followed step(Followed seen, long state) {
        Long[] fresh = seen.revisions.stream()
                .filter(revision -> !followed.revisions.contains(revision))
                .toArray(Long[]::new);
        if (is(ALL, fresh)) {
            return seen;
        }
        Map<Long, Long> touched = new HashMap<>(followed.touched);
        List<Long> councils = jdbc.sql("select council_id from (" + TOUCHED + ") touched where council_id is not null")
                .param("revisions", fresh)
                .query(Long.class)
                .list();
        councils.forEach(council -> touched.put(council, state));
        return new Followed(
                seen.name,
                seen.newest,
                seen.revisions,
                followed.all,
                is(ORGANISATIONS, fresh) ? state : followed.organisations,
                Map.copyOf(touched));
    }

    private boolean is(String question, Long[] revisions) {
        return jdbc.sql(question)
                .param("revisions", revisions)
                .query(Boolean.class)
                .single();
    }
}
