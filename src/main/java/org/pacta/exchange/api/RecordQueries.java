package org.pacta.exchange.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.FormSql;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.reading.Listing;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.registry.record.RecordForms;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads records as their forms have them, alone or by pages of a list. */
@Repository
class RecordQueries {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final RecordForms records;
    private final List<Listing.Whole> lists;
    private final Absences absences;
    private final Map<RecordKind, String> entered = new ConcurrentHashMap<>();

    RecordQueries(JdbcClient jdbc, RecordForms records, List<Listing.Whole> lists, Absences absences) {
        this.jdbc = jdbc;
        this.records = records;
        this.lists = lists;
        this.absences = absences;
    }

    /** One record, by its number or by the last part of its address. */
    Entity<Form> get(RecordKind kind, String key, String site) {
        long id = id(kind, key);
        return entity(kind, id, site).orElseThrow(() -> absences.of(kind.code(), id));
    }

    private long id(RecordKind kind, String key) {
        if (key.matches("\\d{1,18}")) {
            return Long.parseLong(key);
        }
        return jdbc.sql("select id from subject where kind = :kind and slug = :key")
                .param("kind", kind.code())
                .param("key", key)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> absences.of(kind.code(), key));
    }

    private Optional<Entity<Form>> entity(RecordKind kind, long id, String site) {
        return jdbc.sql(entered.computeIfAbsent(kind, this::entered) + "entered.id = :id")
                .param("id", id)
                .query(row(kind, site))
                .optional();
    }

    /** Records in the order of these numbers, those that are no longer published left out. */
    private List<Entity<Form>> entities(RecordKind kind, List<Long> ids, String site) {
        return jdbc.sql(entered.computeIfAbsent(kind, this::entered)
                        + "entered.id = any(:ids) order by array_position(:ids, entered.id)")
                .param("ids", ids.toArray(Long[]::new))
                .query(row(kind, site))
                .list();
    }

    private String entered(RecordKind kind) {
        return """
                select entered.id, entered.form, %2$s as revision, (select path from record where kind = '%1$s' and record.id = entered.id) as path
                from (%3$s) entered
                where\s""".formatted(kind.code(), revision(kind), FormSql.of(kind, records.fields(kind)));
    }

    private RowMapper<Entity<Form>> row(RecordKind kind, String site) {
        return (row, n) -> new Entity<>(
                row.getLong("id"),
                "%s/api/v1/%s/%d".formatted(site, kind.plural(), row.getLong("id")),
                site + row.getString("path"),
                row.getLong("revision"),
                Columns.record(row, "form", records.type(kind)));
    }

    /** The revision that the record, or a row of it, was last changed in. */
    private String revision(RecordKind kind) {
        return Stream.concat(
                        Stream.of("(select max(rev) from %s_aud where id = entered.id)".formatted(kind.code())),
                        records.tables(kind).stream()
                                .map(rows -> "(select max(rev) from %s_aud where %s_id = entered.id)"
                                        .formatted(rows, kind.code())))
                .collect(Collectors.joining(", ", "coalesce(greatest(", "), 0)"));
    }

    /** A page of a list. Refuses parameters that the list does not know, and 404 past the last page. */
    Entities<Form> list(RecordKind kind, ListFilter filter, Set<String> parameters, String site) {
        Optional<Listing.Whole> whole = lists.stream()
                .filter(each -> each.nouns().contains(kind.plural()))
                .findFirst();
        parameters.stream()
                .filter(each -> !(whole.isPresent() ? ListFilter.PARAMETERS.contains(each) : each.equals("page")))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new BadParameterException(unknown);
                });
        Slice<Long> ids =
                whole.map(list -> ids(list.page(kind.plural(), filter))).orElseGet(() -> all(kind, filter.number()));
        String address = site + "/api/v1" + filter.address("/" + kind.plural());
        return new Entities<>(links(address, ids), ids.total(), entities(kind, ids.rows(), site));
    }

    private static Slice<Long> ids(ListPage<?> page) {
        List<Long> ids = page.slice().rows().stream()
                .map(row -> ((Listing.Row) row).id())
                .toList();
        return new Slice<>(
                ids, page.slice().number(), page.slice().size(), page.slice().total());
    }

    private Slice<Long> all(RecordKind kind, int number) {
        long total = jdbc.sql("select count(*) from record where kind = :kind")
                .param("kind", kind.code())
                .query(Long.class)
                .single();
        List<Long> ids = jdbc.sql("select id from record where kind = :kind order by id limit :size offset :skip")
                .param("kind", kind.code())
                .param("size", PAGE)
                .param("skip", (number - 1L) * PAGE)
                .query(Long.class)
                .list();
        if (ids.isEmpty() && number > 1) {
            throw new NotFoundException("page", number);
        }
        return new Slice<>(ids, number, PAGE, total);
    }

    private static Entities.Links links(String address, Slice<?> slice) {
        return new Entities.Links(
                address(address, slice.number()),
                address(address, 1),
                slice.hasPrevious() ? address(address, slice.number() - 1) : null,
                slice.hasNext() ? address(address, slice.number() + 1) : null);
    }

    private static String address(String address, @Nullable Integer page) {
        return page == null || page == 1 ? address : address + (address.contains("?") ? "&" : "?") + "page=" + page;
    }
}
