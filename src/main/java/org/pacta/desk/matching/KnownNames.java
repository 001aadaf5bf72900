package org.pacta.desk.matching;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.shared.Name;
import org.pacta.rules.language.NameKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The organisations on record by every name they have. */
@Repository
public class KnownNames {

    private final JdbcClient jdbc;
    private final Snapshots.Kept<String, Index> kept;

    KnownNames(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.kept = snapshots.keep(1, Duration.ofMinutes(1));
    }

    /**
     * An organisation that a name may stand for.
     *
     * @param likeness 1 where one of its names is the same, else the share of letters in common, above 0
     * @param known its name that is meant
     */
    public record Candidate(
            long organisation, Name name, @Nullable String place, String known, double likeness) {

        public boolean isExact() {
            return likeness == 1;
        }
    }

    /** An organisation on record with all its names. */
    public record Known(
            long organisation, List<String> names, @Nullable String place) {}

    private record Index(Map<String, List<Long>> byKey, List<Known> all) {}

    /** The one organisation that has this name; nothing where none has it, or several. */
    public Optional<Long> exactly(String printed) {
        List<Long> found = index().byKey().getOrDefault(NameKey.of(printed), List.of());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Every organisation that stands, with all its names. */
    public List<Known> all() {
        return index().all();
    }

    /** The organisations whose names are most like a name, the likest first. */
    public List<Candidate> like(String printed, int most) {
        return jdbc
                .sql("""
                        select distinct on (organisation.id) organisation.id, organisation.name, organisation.local_name, place.name as place,
                            known.name as known, greatest(similarity(known.name, :name), word_similarity(:name, known.name)) as likeness
                        from (
                            select id as organisation_id, name from organisation where name is not null
                            union all select id, local_name from organisation where local_name is not null
                            union all select organisation_id, name from organisation_name
                        ) known
                        join organisation on organisation.id = known.organisation_id
                        left join place on place.id = organisation.place_id
                        where organisation.withdrawn_on is null and organisation.merged_into_id is null
                            and (known.name % :name or :name <% known.name)
                        order by organisation.id, likeness desc
                        """)
                .param("name", printed)
                .query((row, n) -> new Candidate(
                        row.getLong("id"),
                        new Name(row.getString("name"), row.getString("local_name")),
                        row.getString("place"),
                        row.getString("known"),
                        NameKey.of(row.getString("known")).equals(NameKey.of(printed))
                                ? 1
                                : Math.min(0.99, row.getDouble("likeness"))))
                .list()
                .stream()
                .sorted((one, other) -> Double.compare(other.likeness(), one.likeness()))
                .limit(most)
                .toList();
    }

    private Index index() {
        return kept.get("all", this::read);
    }

    private Index read() {
        List<Known> all = jdbc.sql("""
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
        Map<String, List<Long>> byKey = all.stream()
                .flatMap(known -> known.names().stream()
                        .map(NameKey::of)
                        .distinct()
                        .map(key -> Map.entry(key, known.organisation())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return new Index(byKey, all);
    }
}
