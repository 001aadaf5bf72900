package org.pacta.desk.merging;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Name;
import org.pacta.reference.organisation.OrganisationIdentifier.Scheme;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads which organisations should be looked at: those that may be on record twice, and those that lack something. */
@Repository
@Transactional(readOnly = true)
class Duplicates {

    /** Pairs on one page; more follow when these are decided. */
    private static final int MOST = 100;

    /** Organisations whose names are held against all others, the ones to complete first. */
    private static final int MOST_COMPARED = 500;

    /** How alike names have to be spelt where the places differ. */
    private static final double ALIKE_ELSEWHERE = 0.85;

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An organisation in a list. */
    public record Each(long id, Name name, Name place, boolean toComplete, long appearances) {}

    /**
     * Two organisations that may be one.
     *
     * @param reason why, as the end of the key of a message
     * @param likeness of their names, up to 1
     */
    public record Pair(Each one, Each other, String reason, double likeness) {}

    /** A number in a public register whose check digit does not fit. */
    public record Misfit(Each organisation, String scheme, String value) {}

    /** A merge that was made. */
    public record Merge(
            long id,
            long from,
            Name fromName,
            long into,
            Name intoName,
            String reason,
            String by,
            Instant at,
            @Nullable Instant undoneAt,
            @Nullable String undoneReason) {}

    /** The pairs that look most alike first. */
    List<Pair> pairs() {
        Map<Long, Each> all = all();
        Map<Long, List<String>> names = names();
        Set<List<Long>> candidates = new LinkedHashSet<>();
        for (LikeName.Step step : LikeName.Step.values()) {
            candidates.addAll(sharing(names, step));
        }
        Map<List<Long>, Double> likeness = spelledAlike();
        candidates.addAll(likeness.keySet());
        candidates.removeAll(distinct());
        return candidates.stream()
                .filter(pair -> all.containsKey(pair.get(0)) && all.containsKey(pair.get(1)))
                .filter(pair -> !areElsewhere(all, pair) || likeness.getOrDefault(pair, 1.0) > ALIKE_ELSEWHERE)
                .map(pair -> pair(at(all, pair.get(0)), at(all, pair.get(1)), names, likeness.getOrDefault(pair, 0.0)))
                .sorted(Comparator.comparing(Pair::likeness).reversed())
                .limit(MOST)
                .toList();
    }

    private static Each at(Map<Long, Each> all, Long id) {
        return Objects.requireNonNull(all.get(id));
    }

    /** Departments of two cities are spelt alike and are two. */
    private static boolean areElsewhere(Map<Long, Each> all, List<Long> pair) {
        Name one = at(all, pair.get(0)).place;
        Name other = at(all, pair.get(1)).place;
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    private static Pair pair(Each one, Each other, Map<Long, List<String>> names, double alike) {
        Optional<LikeName.Step> step =
                LikeName.same(names.getOrDefault(one.id, List.of()), names.getOrDefault(other.id, List.of()));
        return step.map(same -> new Pair(one, other, same.name().toLowerCase(Locale.ROOT), same.likeness))
                .orElseGet(() -> new Pair(one, other, "letters", alike));
    }

    private static Set<List<Long>> sharing(Map<Long, List<String>> names, LikeName.Step step) {
        Map<String, Set<Long>> byKey = new TreeMap<>();
        names.forEach((id, all) -> all.stream()
                .map(name -> LikeName.key(name, step))
                .filter(key -> key.length() > 1)
                .forEach(key ->
                        byKey.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(id)));
        Set<List<Long>> pairs = new LinkedHashSet<>();
        byKey.values().stream().filter(ids -> ids.size() > 1).forEach(ids -> {
            List<Long> sorted = ids.stream().sorted().toList();
            sorted.stream().skip(1).forEach(other -> pairs.add(List.of(sorted.get(0), other)));
        });
        return pairs;
    }

    private Map<List<Long>, Double> spelledAlike() {
        return jdbc
                .sql("""
                        with chosen as (
                            select id, coalesce(name, local_name) as name from organisation
                            where withdrawn_on is null and merged_into_id is null order by to_complete desc, id desc limit :most
                        )
                        select least(chosen.id, other.id) as one, greatest(chosen.id, other.id) as another,
                            max(similarity(chosen.name, coalesce(other.name, other.local_name))) as alike
                        from chosen join organisation other
                            on other.id <> chosen.id and other.withdrawn_on is null and other.merged_into_id is null
                            and (other.name % chosen.name or other.local_name % chosen.name)
                        group by 1, 2 having max(similarity(chosen.name, coalesce(other.name, other.local_name))) > 0.6
                        """)
                .param("most", MOST_COMPARED)
                .query((row, n) ->
                        Map.entry(List.of(row.getLong("one"), row.getLong("another")), row.getDouble("alike")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<List<Long>> distinct() {
        return new HashSet<>(jdbc.sql("select one_id, other_id from organisation_distinct")
                .query((row, n) -> List.of(row.getLong("one_id"), row.getLong("other_id")))
                .list());
    }

    private Map<Long, List<String>> names() {
        Map<Long, List<String>> names = new HashMap<>();
        jdbc.sql("""
                        select id, name from organisation where name is not null and withdrawn_on is null and merged_into_id is null
                        union all select id, local_name from organisation where local_name is not null and withdrawn_on is null and merged_into_id is null
                        union all select organisation_id, organisation_name.name from organisation_name join organisation on organisation.id = organisation_id
                        where withdrawn_on is null and merged_into_id is null and organisation_name.kind <> 'acronym'
                        """)
                .query((row, n) -> names.computeIfAbsent(row.getLong("id"), any -> new ArrayList<>())
                        .add(row.getString("name")))
                .list();
        return names;
    }

    private Map<Long, Each> all() {
        Map<Long, Each> all = new LinkedHashMap<>();
        each("withdrawn_on is null and merged_into_id is null").forEach(each -> all.put(each.id, each));
        return all;
    }

    /** Those of which no more than the name is known, the ones that appear most first. */
    List<Each> toComplete() {
        return each("to_complete and withdrawn_on is null and merged_into_id is null").stream()
                .sorted(Comparator.comparing(Each::appearances).reversed())
                .limit(MOST)
                .toList();
    }

    Optional<Each> find(long id) {
        return each("organisation.id = " + id + " and withdrawn_on is null and merged_into_id is null").stream()
                .findFirst();
    }

    private List<Each> each(String which) {
        return jdbc.sql("""
                        select organisation.id, organisation.name, organisation.local_name, place.name as place_name, place.local_name as place_local_name,
                            to_complete, (select count(*) from signatory where organisation_id = organisation.id)
                                + (select count(*) from participant where organisation_id = organisation.id) as appearances
                        from organisation left join place on place.id = place_id
                        where %s order by organisation.id
                        """.formatted(which.replace("withdrawn_on", "organisation.withdrawn_on")))
                .query((row, n) -> Columns.read(row, Each.class))
                .list();
    }

    /** Identifiers with a slip in them. */
    List<Misfit> misfits() {
        Map<Long, Each> all = all();
        return jdbc
                .sql(
                        "select organisation_id, scheme, value from organisation_identifier order by organisation_id, scheme")
                .query((row, n) -> Map.entry(
                        row.getLong("organisation_id"), List.of(row.getString("scheme"), row.getString("value"))))
                .list()
                .stream()
                .filter(each -> all.containsKey(each.getKey()) && !isPlausible(each.getValue()))
                .map(each -> new Misfit(
                        at(all, each.getKey()),
                        each.getValue().get(0),
                        each.getValue().get(1)))
                .limit(MOST)
                .toList();
    }

    private static boolean isPlausible(List<String> identifier) {
        return Scheme.valueOf(identifier.get(0).toUpperCase(Locale.ROOT)).isPlausible(identifier.get(1));
    }

    /** The merges, the latest first. */
    List<Merge> merges() {
        return merges("true");
    }

    Optional<Merge> merge(long id) {
        return merges("organisation_merge.id = " + id).stream().findFirst();
    }

    private List<Merge> merges(String which) {
        return jdbc.sql("""
                        select organisation_merge.*, gone.name as gone_name, gone.local_name as gone_local_name, kept.name as kept_name,
                            kept.local_name as kept_local_name, display_name
                        from organisation_merge join organisation gone on gone.id = from_id join organisation kept on kept.id = into_id
                        join account on account.id = merged_by_id where %s order by organisation_merge.id desc limit %d
                        """.formatted(which, MOST))
                .query((row, n) -> new Merge(
                        row.getLong("id"),
                        row.getLong("from_id"),
                        Columns.name(row, "gone_"),
                        row.getLong("into_id"),
                        Columns.name(row, "kept_"),
                        row.getString("reason"),
                        row.getString("display_name"),
                        row.getTimestamp("merged_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("undone_at"))
                                .map(Timestamp::toInstant)
                                .orElse(null),
                        row.getString("undone_reason")))
                .list();
    }
}
