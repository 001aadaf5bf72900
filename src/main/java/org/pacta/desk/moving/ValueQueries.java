package org.pacta.desk.moving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.matching.KnownNames;
import org.pacta.desk.matching.KnownNames.Candidate;
import org.pacta.desk.matching.KnownNames.Known;
import org.pacta.desk.moving.SettledValues.Settled;
import org.pacta.desk.moving.SettledValues.Value;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Name;
import org.pacta.rules.language.NameKey;
import org.pacta.rules.table.ColumnTarget;
import org.pacta.rules.table.InstrumentWords;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The different values of the columns that are settled once each, with what they may stand for on record; templates know it as {@code @importValues}. */
@Repository("importValues")
@Transactional
class ValueQueries {

    static final int PAGE = 50;

    private static final String LIKE = """
            select id, name, local_name, null as place from %s
            where id = any(:ids) or withdrawn_on is null and similarity(coalesce(name, local_name), :printed) > 0.3
            order by id = any(:ids) desc, similarity(coalesce(name, local_name), :printed) desc limit 4
            """;

    /** Names on record that are offered for one value. */
    private static final int OFFERED = 4;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final KnownNames names;

    ValueQueries(JdbcClient jdbc, JdbcTemplate batches, KnownNames names) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.names = names;
    }

    /** A value that was met, as it was printed first. */
    record Met(Value value, String printed, String placePrinted, String heading) {}

    /** Something on record that a value may stand for. */
    record Offer(long id, Name name, @Nullable String place) {}

    /**
     * A value to be decided about.
     *
     * @param uses in how many rows it stands
     * @param proposed what it exactly is on record; null where nothing is, or several are
     * @param proposedChoice the kind or status that it says
     * @param offers what it may be
     */
    record Row(
            long id,
            String printed,
            @Nullable String place,
            long uses,
            @Nullable Long proposed,
            @Nullable String proposedChoice,
            @Nullable String decision,
            @Nullable Long record,
            @Nullable String choice,
            List<Offer> offers) {

        Row offered(List<Offer> offered) {
            return new Row(id, printed, place, uses, proposed, proposedChoice, decision, record, choice, offered);
        }
    }

    /** How many values of a target there are, how many of them are open, and how many of those are exactly on record or in our words. */
    public record Count(String target, long values, long open, long exact) {}

    /** Keeps the values that were met in place of those before; what was decided about a value stays. */
    void keep(long id, Map<Met, Integer> met) {
        jdbc.sql("update import_value set uses = 0 where import_id = :id")
                .param("id", id)
                .update();
        Map<Value, Long> organisations = exact(met.keySet());
        Map<String, List<Long>> places = byName("place");
        Map<String, List<Long>> councils = byName("council");
        List<Object[]> rows = new ArrayList<>();
        met.forEach((each, uses) -> {
            Value value = each.value;
            Long proposed =
                    switch (value.target()) {
                        case "party" -> organisations.get(value);
                        case "party_place" -> only(places, value.key());
                        case "council" -> only(councils, value.key());
                        default -> null;
                    };
            String choice =
                    switch (value.target()) {
                        case "kind" -> InstrumentWords.kind(each.printed).orElse(null);
                        case "status" ->
                            InstrumentWords.state(each.heading, each.printed).orElse(null);
                        default -> null;
                    };
            rows.add(new Object[] {
                id, value.target(), value.key(), value.place(), each.printed, each.placePrinted, uses, proposed, choice
            });
        });
        batches.batchUpdate("""
                insert into import_value (id, import_id, target, key, place, printed, place_printed, uses, proposed_id, proposed_choice)
                values (nextval('import_value_seq'), ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?)
                on conflict on constraint import_value_uk do update set uses = excluded.uses, proposed_id = excluded.proposed_id,
                    proposed_choice = excluded.proposed_choice
                """, rows);
        jdbc.sql("delete from import_value where import_id = :id and uses = 0 and record_id is null")
                .param("id", id)
                .update();
    }

    private static @Nullable Long only(Map<String, List<Long>> byKey, String key) {
        List<Long> found = byKey.getOrDefault(key, List.of());
        return found.size() == 1 ? found.get(0) : null;
    }

    /** The one organisation of a name; where the list says the place of a party, one that is there or of which no place is known. */
    private Map<Value, Long> exact(Collection<Met> met) {
        Map<String, List<Known>> byKey = new HashMap<>();
        names.all()
                .forEach(known -> known.names().stream()
                        .map(NameKey::of)
                        .distinct()
                        .forEach(key -> byKey.computeIfAbsent(key, none -> new ArrayList<>())
                                .add(known)));
        Map<String, List<String>> slugs = slugs();
        Map<Value, Long> exact = new HashMap<>();
        for (Met each : met) {
            List<String> there = slugs.getOrDefault(each.value.place(), List.of());
            List<Long> found = byKey.getOrDefault(each.value.key(), List.of()).stream()
                    .filter(known ->
                            each.value.place().isEmpty() || known.place() == null || there.contains(known.place()))
                    .map(Known::organisation)
                    .distinct()
                    .toList();
            if (each.value.target().equals(ColumnTarget.PARTY.code()) && found.size() == 1) {
                exact.put(each.value, found.get(0));
            }
        }
        return exact;
    }

    private Map<String, List<String>> slugs() {
        return jdbc
                .sql("select slug, unnest(array[name, local_name]) as name from place where withdrawn_on is null")
                .query((row, n) -> Map.entry(
                        NameKey.of(Optional.ofNullable(row.getString("name")).orElse("")), row.getString("slug")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Map<String, List<Long>> byName(String table) {
        return jdbc
                .sql("select distinct id, unnest(array[name, local_name]) as name from %s where withdrawn_on is null"
                        .formatted(table))
                .query((row, n) -> Map.entry(
                        NameKey.of(Optional.ofNullable(row.getString("name")).orElse("")), row.getLong("id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** All values with what was decided about them. */
    @Transactional(readOnly = true)
    List<Settled> settled(long id) {
        return jdbc.sql(
                        "select id, target, key, place, printed, place_printed, decision, record_id as record, choice from import_value where import_id = :id")
                .param("id", id)
                .query(Settled.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Count> counts(long id) {
        return jdbc.sql("""
                        select target, count(*) as "values", count(*) filter (where decision is null) as open,
                            count(*) filter (where decision is null and (proposed_id is not null or proposed_choice is not null)) as exact
                        from import_value where import_id = :id and uses > 0 group by target
                        order by array_position(array['party_place', 'party', 'kind', 'status', 'council'], target)
                        """).param("id", id).query(Count.class).list();
    }

    /**
     * Values of a target, those in most rows first.
     *
     * @param all whether those that are decided are shown as well
     * @param like what stands in them
     */
    @Transactional(readOnly = true)
    Slice<Row> page(long id, String target, boolean all, String like, int page) {
        long total = asked("select count(*)", "", id, target, all, like)
                .query(Long.class)
                .single();
        List<Row> rows = asked(
                        "select *", "order by uses desc, printed limit :most offset :from", id, target, all, like)
                .param("most", PAGE)
                .param("from", (page - 1L) * PAGE)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getString("printed"),
                        row.getString("place_printed"),
                        row.getLong("uses"),
                        row.getObject("proposed_id", Long.class),
                        row.getString("proposed_choice"),
                        row.getString("decision"),
                        row.getObject("record_id", Long.class),
                        row.getString("choice"),
                        List.of()))
                .list();
        Map<String, List<Candidate>> candidates = target.equals("party")
                ? names.like(rows.stream().map(Row::printed).toList(), OFFERED)
                : Map.of();
        List<Row> offered = rows.stream()
                .map(row -> row.offered(offers(target, row, candidates.getOrDefault(row.printed, List.of()))))
                .toList();
        return new Slice<>(offered, page, PAGE, total);
    }

    private JdbcClient.StatementSpec asked(
            String what, String order, long id, String target, boolean all, String like) {
        return jdbc.sql("""
                        %s from import_value
                        where import_id = :id and target = :target and uses > 0 and (:all or decision is null) and position(lower(:like) in lower(printed)) > 0
                        %s
                        """.formatted(what, order))
                .param("id", id)
                .param("target", target)
                .param("all", all)
                .param("like", like);
    }

    private List<Offer> offers(String target, Row row, List<Candidate> like) {
        Long[] exact = Stream.of(row.proposed, row.record)
                .filter(each -> each != null)
                .distinct()
                .toArray(Long[]::new);
        return switch (target) {
            case "party" -> {
                List<Offer> offers = new ArrayList<>(exact.length == 0 ? List.of() : named("""
                                select organisation.id, organisation.name, organisation.local_name, place.name as place
                                from organisation left join place on place.id = place_id where organisation.id = any(:ids) and :printed <> ''
                                """, row.printed, exact));
                like.stream()
                        .filter(candidate -> offers.stream().noneMatch(offer -> offer.id == candidate.organisation()))
                        .forEach(candidate ->
                                offers.add(new Offer(candidate.organisation(), candidate.name(), candidate.place())));
                yield offers;
            }
            case "party_place" -> named(LIKE.formatted("place"), row.printed, exact);
            case "council" -> named(LIKE.formatted("council"), row.printed, exact);
            default -> List.of();
        };
    }

    private List<Offer> named(String sql, String printed, Long[] ids) {
        return jdbc.sql(sql)
                .param("ids", ids)
                .param("printed", printed)
                .query((row, n) -> new Offer(
                        row.getLong("id"),
                        new Name(row.getString("name"), row.getString("local_name")),
                        row.getString("place")))
                .list();
    }
}
