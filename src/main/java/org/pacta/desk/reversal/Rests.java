package org.pacta.desk.reversal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.FormField.Input;
import org.pacta.platform.form.RecordKind;
import org.pacta.registry.record.RecordForms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what records rest on: whatever their forms refer to, in a field of their own or in a row. */
@Repository
public class Rests {

    private final JdbcClient jdbc;
    private final RecordForms records;

    Rests(JdbcClient jdbc, RecordForms records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** A record by its kind and number. */
    public record Ref(RecordKind kind, long id) {

        /** As a form sends it, such as {@code agreement-12}. */
        public String code() {
            return kind.code() + "-" + id;
        }
    }

    /** One record that rests on another. */
    public record Rest(Ref record, Ref on) {}

    /** All that stands and rests on any of these, directly or through others. */
    public Set<Rest> on(Collection<Ref> ground) {
        Set<Rest> found = new LinkedHashSet<>();
        Set<Ref> known = new LinkedHashSet<>(ground);
        Collection<Ref> next = ground;
        while (!next.isEmpty()) {
            List<Ref> more = new ArrayList<>();
            for (Rest rest : directly(next)) {
                found.add(rest);
                if (known.add(rest.record)) {
                    more.add(rest.record);
                }
            }
            next = more;
        }
        return found;
    }

    private List<Rest> directly(Collection<Ref> ground) {
        List<Rest> found = new ArrayList<>();
        for (RecordKind target : RecordKind.values()) {
            Long[] ids = ground.stream()
                    .filter(ref -> ref.kind == target)
                    .map(Ref::id)
                    .toArray(Long[]::new);
            List<String> naming = Stream.of(RecordKind.values())
                    .flatMap(kind -> naming(kind, target))
                    .toList();
            if (ids.length > 0 && !naming.isEmpty()) {
                jdbc.sql("select distinct * from (%s) naming order by kind, id, ref"
                                .formatted(String.join(" union all ", naming)))
                        .param("ids", ids)
                        .query((row, n) -> found.add(new Rest(
                                new Ref(RecordKind.of(row.getString("kind")), row.getLong("id")),
                                new Ref(target, row.getLong("ref")))))
                        .list();
            }
        }
        return found;
    }

    private Stream<String> naming(RecordKind kind, RecordKind target) {
        return records.fields(kind).stream().flatMap(field -> switch (field.input()) {
            case REFERENCE -> naming(kind, kind.code(), "id", field, "", target);
            case PART ->
                field.fields().stream().flatMap(each -> naming(kind, kind.code(), "id", each, field.prefix(), target));
            case ROWS ->
                field.fields().stream()
                        .filter(each -> each.input() == Input.REFERENCE)
                        .flatMap(each -> naming(kind, field.rows(), kind.code() + "_id", each, "", target));
            case REFERENCES -> naming(kind, field.rows(), kind.code() + "_id", field, "", target);
            default -> Stream.empty();
        });
    }

    private static Stream<String> naming(
            RecordKind kind, String table, String id, FormField field, @Nullable String prefix, RecordKind target) {
        return target.code().equals(field.target())
                ? Stream.of("""
                        select '%1$s' as kind, record.id, row.%2$s%3$s as ref from %4$s row join %1$s record on record.id = row.%5$s
                        where record.withdrawn_on is null and row.%2$s%3$s = any(:ids)
                        """.formatted(kind.code(), prefix, field.column(), table, id))
                : Stream.empty();
    }
}
