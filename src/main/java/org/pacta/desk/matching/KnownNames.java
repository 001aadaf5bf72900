package org.pacta.desk.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.history.Snapshots.Snapshot;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Name;
import org.pacta.rules.language.NameKey;
import org.pacta.rules.naming.LikeName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The organisations on record by every name they have. */
@Repository
public class KnownNames {

    private final JdbcClient jdbc;
    private final Snapshots snapshots;
    private final Snapshots.Kept<String, List<Known>> kept;
    private final Snapshots.Kept<Asked, List<Candidate>> alike;

    KnownNames(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
        this.kept = snapshots.keep(1, Duration.ofMinutes(1));
        this.alike = snapshots.keep(5000, Duration.ofMinutes(10));
    }

    /**
     * An organisation that a name may stand for.
     *
     * @param likeness 1 where one of its names is the same, else the share of letters in common or what is left out, above 0
     * @param kind what it is
     * @param councils the short names of those it appears under, with commas between them; empty where there are none
     * @param known its name that is meant
     */
    public record Candidate(
            long organisation,
            Name name,
            @Nullable String place,
            String kind,
            String councils,
            String known,
            double likeness) {

        /** Why it may be meant by a name, as the end of the key of a message. */
        public String reason(String printed) {
            return step(printed, known).map(LikeName.Step::code).orElse("letters");
        }

        public boolean isExact() {
            return likeness == 1;
        }

        private Candidate under(String others) {
            return new Candidate(organisation, name, place, kind, others, known, likeness);
        }
    }

    /** An organisation on record with all its names. */
    public record Known(
            long organisation, List<String> names, @Nullable String place) {}

    private record Asked(String printed, int most) {}

    private record Found(String printed, String known, long organisation) {

        boolean isSame() {
            return NameKey.of(printed).equals(NameKey.of(known));
        }
    }

    /** The one organisation that has a name, for each of these names that one has and no other. */
    public Map<String, Long> exactly(Collection<String> printed) {
        Map<String, Set<Long>> found =
                jdbc.sql("""
                        with typed as materialized (select name, name_key(name) as key from unnest(:printed) name)
                        select typed.name as printed, known.name as known, known.id as organisation
                        from typed cross join lateral (
                            select id, name from organisation
                            where name_key(name) = key and withdrawn_on is null and merged_into_id is null
                            union all
                            select id, local_name from organisation
                            where name_key(local_name) = key and withdrawn_on is null and merged_into_id is null
                            union all
                            select organisation.id, other.name from organisation_name other join organisation on organisation.id = organisation_id
                            where name_key(other.name) = key and withdrawn_on is null and merged_into_id is null
                        ) known
                        """).param("printed", printed.toArray(String[]::new)).query(Found.class).list().stream()
                        .filter(Found::isSame)
                        .collect(Collectors.groupingBy(
                                Found::printed, Collectors.mapping(Found::organisation, Collectors.toSet())));
        return found.entrySet().stream()
                .filter(each -> each.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().iterator().next()));
    }

    /** Every organisation that stands, with all its names. */
    public List<Known> all() {
        return kept.get("all", this::read);
    }

    /** What organisations are called, by their numbers. */
    public Map<Long, Name> called(Collection<Long> organisations) {
        return jdbc
                .sql("select id, name, local_name from organisation where id = any(:ids)")
                .param("ids", organisations.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong("id"), Columns.name(row, "")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The organisations whose names are most like a name, the likest first, for each of these names that some are like. */
    public Map<String, List<Candidate>> like(Collection<String> printed, int most) {
        if (printed.isEmpty()) {
            return Map.of();
        }
        Snapshot seen = snapshots.now();
        Map<Asked, String> states = printed.stream()
                .distinct()
                .collect(Collectors.toMap(name -> new Asked(name, most), name -> seen.name()));
        return alike
                .getAll(states, seen, missing -> {
                    Map<String, List<Candidate>> read =
                            read(missing.stream().map(Asked::printed).toList(), most);
                    return missing.stream()
                            .collect(Collectors.toMap(
                                    asked -> asked, asked -> read.getOrDefault(asked.printed(), List.of())));
                })
                .entrySet()
                .stream()
                .filter(each -> !each.getValue().isEmpty())
                .collect(Collectors.toMap(each -> each.getKey().printed(), Map.Entry::getValue));
    }

    private Map<String, List<Candidate>> read(Collection<String> printed, int most) {
        Map<String, List<Candidate>> found = jdbc
                .sql("""
                        select printed, alike.called as known, likeness, organisation.id, organisation.name, organisation.local_name, place.name as place, organisation.kind
                        from names_like(:printed) alike join organisation on organisation.id = organisation_id
                        left join place on place.id = place_id
                        order by printed, organisation.id
                        """)
                .param("printed", printed.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("printed"), candidate(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        found.replaceAll((name, candidates) -> candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::likeness).reversed())
                .limit(most)
                .toList());
        Map<Long, String> councils = councils(found.values().stream()
                .flatMap(List::stream)
                .map(Candidate::organisation)
                .toList());
        found.replaceAll((name, candidates) -> candidates.stream()
                .map(each -> each.under(councils.getOrDefault(each.organisation(), "")))
                .toList());
        return found;
    }

    private static Optional<LikeName.Step> step(String one, String other) {
        return LikeName.same(LikeName.keys(List.of(one)), LikeName.keys(List.of(other)));
    }

    private Map<Long, String> councils(Collection<Long> organisations) {
        return jdbc
                .sql("""
                        select id, string_agg(distinct coalesce(acronym, council_name), ', ' order by coalesce(acronym, council_name)) as councils from (
                            select organisation_id as id, council_acronym as acronym, coalesce(council_name, council_local_name) as council_name
                            from signatory join agreement_line on agreement_line.id = agreement_id
                            where organisation_id = any(:ids) and council_id is not null
                            union all
                            select organisation_id, council_acronym, coalesce(council_name, council_local_name)
                            from participant join project_line on project_line.id = project_id
                            where organisation_id = any(:ids) and council_id is not null
                        ) appearance group by id
                        """)
                .param("ids", organisations.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong("id"), row.getString("councils")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        String known = row.getString("known");
        String printed = row.getString("printed");
        boolean isSame = NameKey.of(known).equals(NameKey.of(printed));
        double step = step(printed, known).map(LikeName.Step::likeness).orElse(0.0);
        return new Candidate(
                row.getLong("id"),
                Columns.name(row, ""),
                row.getString("place"),
                row.getString("kind"),
                "",
                known,
                isSame ? 1 : Math.min(0.99, Math.max(step, row.getDouble("likeness"))));
    }

    private List<Known> read() {
        return jdbc.sql("""
                        select organisation.id, place.slug, array_remove(array_agg(distinct other.name) || organisation.name
                            || organisation.local_name, null) as names
                        from organisation
                        left join place on place.id = organisation.place_id
                        left join organisation_name other on other.organisation_id = organisation.id
                        where organisation.withdrawn_on is null and organisation.merged_into_id is null
                        group by organisation.id, place.slug
                        """)
                .query((row, n) -> new Known(
                        row.getLong("id"),
                        List.of((String[]) row.getArray("names").getArray()),
                        row.getString("slug")))
                .list();
    }
}
