package org.pacta.exchange.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.FormFields;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.reading.Listing;
import org.pacta.platform.shared.Name;
import org.pacta.registry.record.RecordForms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what changed, record by record, from the tables in which every revision is kept. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Changes {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final RecordForms records;
    private final List<Listing.Whole> lists;

    Changes(JdbcClient jdbc, RecordForms records, List<Listing.Whole> lists) {
        this.jdbc = jdbc;
        this.records = records;
        this.lists = lists;
    }

    /**
     * One record that a revision changed.
     *
     * @param path of its page; null for a record that is not published any more
     */
    record Change(
            String kind,
            long id,
            long revision,
            Instant madeAt,
            String reason,
            boolean isNew,
            Name name,
            @Nullable Integer ordinal,
            @Nullable String path) {}

    /** The newest revision in which a record, or what belongs to it, changed; 0 when it is older than all of them. */
    public long newestOf(String kind, long id) {
        return jdbc.sql("select coalesce(max(rev), 0) from " + touched(RecordKind.of(kind), "changed.id = :id")
                        + " as newest")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    List<Change> all() {
        return read(
                Arrays.stream(RecordKind.values())
                        .map(kind -> touched(kind, "true"))
                        .collect(Collectors.joining(" union all ")),
                Map.of());
    }

    /** What changed of a council, its meetings, agreements and projects. */
    List<Change> ofCouncil(long council) {
        List<String> parts = new ArrayList<>(List.of(touched(RecordKind.COUNCIL, "changed.id = :council")));
        for (RecordKind kind : RecordKind.values()) {
            if (FormFields.at(records.type(kind), "council").isPresent()) {
                parts.add(touched(
                        kind,
                        "exists (select from %1$s_aud own where own.id = changed.id and own.council_id = :council)"
                                .formatted(kind.code())));
            }
        }
        return read(String.join(" union all ", parts), Map.of("council", council));
    }

    /** The list as a reader narrowed it. */
    ListPage<?> page(String noun, ListFilter filter) {
        return list(noun).page(noun, filter);
    }

    /** What changed of the rows that are in a view now. */
    List<Change> ofList(String noun, ListPage<?> page) {
        RecordKind kind = RecordKind.ofPlural(noun);
        if (!page.isNarrowed() && !page.isSearched()) {
            return read(touched(kind, "true"), Map.of());
        }
        List<Change> newest = new ArrayList<>();
        list(noun).ids(noun, page, ids -> {
            newest.addAll(read(touched(kind, "changed.id = any(:ids)"), Map.of("ids", ids.toArray(Long[]::new))));
            newest.sort(Comparator.comparingLong(Change::revision).reversed().thenComparingLong(Change::id));
            newest.subList(Math.min(MOST, newest.size()), newest.size()).clear();
        });
        return newest;
    }

    private Listing.Whole list(String noun) {
        return lists.stream()
                .filter(each -> each.nouns().contains(noun))
                .findFirst()
                .orElseThrow();
    }

    /** The newest revisions in which records of a kind, or what belongs to them, changed. */
    private String touched(RecordKind kind, String condition) {
        List<String> parts = new ArrayList<>();
        parts.add("select id, rev, revtype = 0 as is_new from " + kind.code() + "_aud");
        records.tables(kind)
                .forEach(part -> parts.add("select %s_id, rev, false from %s_aud".formatted(kind.code(), part)));
        return """
                (select '%s' as kind, changed.id, changed.rev, bool_or(is_new) as is_new from (%s) changed
                where changed.id is not null and %s group by changed.id, changed.rev
                order by changed.rev desc, changed.id limit %d)
                """.formatted(kind.code(), String.join(" union all ", parts), condition, MOST);
    }

    private List<Change> read(String touched, Map<String, ?> parameters) {
        return jdbc.sql("""
                        select changed.kind, changed.id, rev as revision, is_new, made_at, reason,
                            record.name, record.local_name, record.ordinal, record.path
                        from (%s) changed join revision on revision.id = rev
                        left join record on record.kind = changed.kind and record.id = changed.id
                        order by rev desc, changed.id, changed.kind limit %d
                        """.formatted(touched, MOST))
                .params(parameters)
                .query((row, n) -> Columns.read(row, Change.class))
                .list();
    }
}
