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
        return reached(ground, Direction.UP);
    }

    /** All withdrawn records that any of these rest on, directly or through others that are withdrawn. */
    Set<Rest> under(Collection<Ref> resting) {
        return reached(resting, Direction.DOWN);
    }

    private Set<Rest> reached(Collection<Ref> from, Direction direction) {
        Set<Rest> found = new LinkedHashSet<>();
        Set<Ref> known = new LinkedHashSet<>(from);
        Collection<Ref> next = from;
        while (!next.isEmpty()) {
            List<Ref> more = new ArrayList<>();
            for (Rest rest : directly(next, direction)) {
                found.add(rest);
                Ref reached = direction == Direction.UP ? rest.record : rest.on;
                if (known.add(reached)) {
                    more.add(reached);
                }
            }
            next = more;
        }
        return found;
    }

    private List<Rest> directly(Collection<Ref> from, Direction direction) {
        List<Rest> found = new ArrayList<>();
        for (RecordKind near : RecordKind.values()) {
            Long[] ids =
                    from.stream().filter(ref -> ref.kind == near).map(Ref::id).toArray(Long[]::new);
            List<String> naming = Stream.of(RecordKind.values())
                    .flatMap(far ->
                            direction == Direction.UP ? naming(far, near, direction) : naming(near, far, direction))
                    .toList();
            if (ids.length > 0 && !naming.isEmpty()) {
                jdbc.sql("select distinct * from (%s) naming order by kind, id, ground, ref"
                                .formatted(String.join(" union all ", naming)))
                        .param("ids", ids)
                        .query((row, n) -> found.add(new Rest(
                                new Ref(RecordKind.of(row.getString("kind")), row.getLong("id")),
                                new Ref(RecordKind.of(row.getString("ground")), row.getLong("ref")))))
                        .list();
            }
        }
        return found;
    }

    private Stream<String> naming(RecordKind kind, RecordKind target, Direction direction) {
        return records.fields(kind).stream().flatMap(field -> switch (field.input()) {
            case REFERENCE -> naming(kind, kind.code(), "id", field, "", target, direction);
            case PART ->
                field.fields().stream()
                        .flatMap(each -> naming(kind, kind.code(), "id", each, field.prefix(), target, direction));
            case ROWS ->
                field.fields().stream()
                        .filter(each -> each.input() == Input.REFERENCE)
                        .flatMap(each -> naming(kind, field.rows(), kind.code() + "_id", each, "", target, direction));
            case REFERENCES -> naming(kind, field.rows(), kind.code() + "_id", field, "", target, direction);
            default -> Stream.empty();
        });
    }

    private static Stream<String> naming(
            RecordKind kind,
            String table,
            String id,
            FormField field,
            @Nullable String prefix,
            RecordKind target,
            Direction direction) {
        return target.code().equals(field.target())
                ? Stream.of("""
                        select '%1$s' as kind, record.id, '%6$s' as ground, ground.id as ref from %4$s row
                        join %1$s record on record.id = row.%5$s join %6$s ground on ground.id = row.%2$s%3$s where %7$s
                        """.formatted(
                                kind.code(), prefix, field.column(), table, id, target.code(), direction.condition))
                : Stream.empty();
    }

    private enum Direction {
        UP("record.withdrawn_on is null and ground.id = any(:ids)"),
        DOWN("ground.withdrawn_on is not null and record.id = any(:ids)");

        private final String condition;

        Direction(String condition) {
            this.condition = condition;
        }
    }
}
