package org.pacta.desk.reversal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.desk.reversal.Rests.Ref;
import org.pacta.platform.form.RecordKind;
import org.pacta.registry.record.RecordForms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a revision wrote. */
@Repository
class Written {

    private final JdbcClient jdbc;
    private final RecordForms records;

    Written(JdbcClient jdbc, RecordForms records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** The records that a revision wrote, or of which it wrote a row. */
    Set<Ref> by(long revision) {
        return read(
                Stream.of(RecordKind.values())
                        .flatMap(kind -> Stream.concat(
                                Stream.of("select '%1$s' as kind, id from %1$s_aud where rev = :revision"
                                        .formatted(kind.code())),
                                records.tables(kind).stream()
                                        .map(rows ->
                                                "select '%1$s', %1$s_id from %2$s_aud where rev = :revision and %1$s_id is not null"
                                                        .formatted(kind.code(), rows)))),
                revision);
    }

    /** The records that a revision withdrew and that have not stood since. */
    Set<Ref> withdrawn(long revision) {
        return read(Stream.of(RecordKind.values()).map(kind -> """
                        select '%1$s' as kind, id from %1$s_aud where rev = :revision and withdrawn_on is not null
                            and id in (select id from %1$s where withdrawn_on is not null)
                        """.formatted(kind.code())), revision);
    }

    /** Those that stood before a revision. */
    Set<Ref> standingBefore(Set<Ref> refs, long revision) {
        Set<Ref> standing = new LinkedHashSet<>();
        for (RecordKind kind : RecordKind.values()) {
            jdbc.sql("""
                            select id from %s_aud where id = any(:ids) and rev < :revision and coalesce(revend, :revision) >= :revision
                                and revtype <> 2 and withdrawn_on is null
                            """.formatted(kind.code()))
                    .param(
                            "ids",
                            refs.stream()
                                    .filter(ref -> ref.kind() == kind)
                                    .map(Ref::id)
                                    .toArray(Long[]::new))
                    .param("revision", revision)
                    .query((row, n) -> standing.add(new Ref(kind, row.getLong("id"))))
                    .list();
        }
        return standing;
    }

    private Set<Ref> read(Stream<String> selects, long revision) {
        return new LinkedHashSet<>(jdbc.sql(selects.collect(Collectors.joining(" union ")))
                .param("revision", revision)
                .query((row, n) -> new Ref(RecordKind.of(row.getString("kind")), row.getLong("id")))
                .list());
    }
}
