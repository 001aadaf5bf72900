package org.pacta.desk.merging;

import java.sql.Timestamp;
import java.time.Duration;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Name;
import org.pacta.reference.organisation.OrganisationIdentifier.Scheme;
import org.pacta.rules.naming.LikeName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads which organisations should be looked at: those that may be on record twice, and those that lack something. */
@Repository
@Transactional(readOnly = true)
public class Duplicates {

    /** Pairs on one page; more follow when these are decided. */
    static final int MOST = 100;

    private static final int KEPT = 20;

    private static final String STUB = "to_complete and withdrawn_on is null and merged_into_id is null";

    /** Organisations whose names are held against all others, the ones to complete first. */
    private static final int MOST_COMPARED = 500;

    /** So many organisations are held against one another in a moment. */
    private static final int QUICK = 1000;

    /** In hundredths, what names have in common that are looked for first, and how much less after that. */
    private static final int CLOSE = 90;

    private static final int STEP = 10;

    /** How alike names have to be spelt where the places differ. */
    private static final double ALIKE_ELSEWHERE = 0.85;

    private static final Comparator<Pair> LIKEST =
            Comparator.comparing(Pair::likeness).reversed();

    private final JdbcClient jdbc;

    /** By how many pairs somebody said that they are two, as no revision tells of that. */
    private final Snapshots.Kept<Integer, List<Pair>> found;

    /** By page and size. */
    private final Snapshots.Kept<List<Integer>, Slice<Each>> stubs;

    Duplicates(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.found = snapshots.keep(1, Duration.ofMinutes(10));
        this.stubs = snapshots.keep(KEPT, Duration.ofMinutes(10));
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

    /** The pairs that look most alike first, at most a hundred. */
    public List<Pair> pairs() {
        Set<List<Long>> distinct = distinct();
        return found.get(distinct.size(), () -> pairs(distinct));
    }

    /** How many pairs there are; not told where so many organisations are on record that finding them takes more than a moment. */
    public Optional<Integer> count() {
        boolean isQuick = jdbc.sql("select count(*) <= :most from (select from organisation limit :most + 1) few")
                .param("most", QUICK)
                .query(Boolean.class)
                .single();
        return isQuick ? Optional.of(pairs().size()) : Optional.empty();
    }

    private List<Pair> pairs(Set<List<Long>> distinct) {
        Looks looks = new Looks(all(), names(), distinct);
        List<Pair> found = List.of();
        for (int least = CLOSE; least >= SpeltAlike.LEAST && found.size() < MOST; least -= STEP) {
            found = pairs(looks, least);
        }
        return found;
    }

    /** The pairs whose names have at least so many hundredths in common; less is not looked for once there are enough. */
    private static List<Pair> pairs(Looks looks, int least) {
        Stream<Pair> sharing = Stream.of(LikeName.Step.values())
                .flatMap(step -> looks.sharing(step.ordinal()))
                .flatMap(pair -> looks.pair(pair.get(0), pair.get(1)).stream());
        Stream<Pair> alike = looks.compared().stream()
                .flatMap(id -> looks.spelling
                        .others(id, least)
                        .flatMap(other -> looks.pair(id, other).stream())
                        .sorted(LIKEST)
                        .limit(MOST));
        return Stream.concat(sharing, alike)
                .distinct()
                .sorted(LIKEST)
                .limit(MOST)
                .toList();
    }

    /** How the organisations that stand look beside one another. */
    private static final class Looks {

        private final Map<Long, Each> all;
        private final Map<Long, List<Set<String>>> keys = new TreeMap<>();
        private final Set<List<Long>> distinct;
        private final Set<Long> compared;
        private final SpeltAlike spelling;

        Looks(Map<Long, Each> all, Map<Long, List<String>> names, Set<List<Long>> distinct) {
            this.all = all;
            this.distinct = distinct;
            names.forEach((id, known) -> keys.put(id, LikeName.keys(known)));
            compared = all.values().stream()
                    .sorted(Comparator.comparing(Each::toComplete)
                            .thenComparing(Each::id)
                            .reversed())
                    .limit(MOST_COMPARED)
                    .map(Each::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            spelling = new SpeltAlike(
                    all.values().stream().collect(Collectors.toMap(Each::id, each -> each.name.in(Locale.ENGLISH))));
        }

        Set<Long> compared() {
            return compared;
        }

        /** Organisations that look the same after a step, each with the first of them. */
        Stream<List<Long>> sharing(int step) {
            Map<String, List<Long>> byKey = new TreeMap<>();
            keys.forEach((id, looks) -> looks.get(step).stream()
                    .filter(key -> key.length() > 1)
                    .forEach(key ->
                            byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(id)));
            return byKey.values().stream()
                    .flatMap(ids -> ids.stream().skip(1).map(other -> List.of(ids.get(0), other)));
        }

        /** Departments of two cities are spelt alike and are two. */
        Optional<Pair> pair(long id, long otherId) {
            Each one = at(Math.min(id, otherId));
            Each other = at(Math.max(id, otherId));
            boolean areElsewhere = !one.place.isEmpty() && !other.place.isEmpty() && !one.place.equals(other.place);
            double alike = compared.contains(id) || compared.contains(otherId) ? spelling.likeness(id, otherId) : 0;
            if (distinct.contains(List.of(one.id, other.id)) || areElsewhere && alike > 0 && alike <= ALIKE_ELSEWHERE) {
                return Optional.empty();
            }
            return Optional.of(LikeName.same(keys(one), keys(other))
                    .map(step -> new Pair(one, other, step.code(), step.likeness()))
                    .orElseGet(() -> new Pair(one, other, "letters", alike)));
        }

        private List<Set<String>> keys(Each organisation) {
            return Objects.requireNonNull(keys.get(organisation.id));
        }

        private Each at(long id) {
            return Objects.requireNonNull(all.get(id));
        }
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

    /** One page of those of which no more than the name is known, the ones that appear most first. */
    public Slice<Each> toComplete(int page, int size) {
        return stubs.get(List.of(page, size), () -> readStubs(page, size));
    }

    private Slice<Each> readStubs(int page, int size) {
        long total = jdbc.sql("select count(*) from organisation where " + STUB)
                .query(Long.class)
                .single();
        return new Slice<>(
                each(STUB, "appearances desc, organisation.id limit %d offset %d".formatted(size, (page - 1L) * size)),
                page,
                size,
                total);
    }

    Optional<Each> find(long id) {
        return each("organisation.id = " + id + " and withdrawn_on is null and merged_into_id is null").stream()
                .findFirst();
    }

    private List<Each> each(String which) {
        return each(which, "organisation.id");
    }

    private List<Each> each(String which, String order) {
        return jdbc.sql("""
                        select organisation.id, organisation.name, organisation.local_name, place.name as place_name, place.local_name as place_local_name,
                            to_complete, (select count(*) from signatory where organisation_id = organisation.id)
                                + (select count(*) from participant where organisation_id = organisation.id) as appearances
                        from organisation left join place on place.id = place_id
                        where %s order by %s
                        """.formatted(which.replace("withdrawn_on", "organisation.withdrawn_on"), order))
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
                        Objects.requireNonNull(all.get(each.getKey())),
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
