package org.pacta.desk.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.importing.ImportProgress;
import org.pacta.desk.importing.ImportWork;
import org.pacta.desk.reversal.Rests;
import org.pacta.desk.reversal.Rests.Ref;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.Change;
import org.pacta.platform.shared.Name;
import org.pacta.reader.revision.RevisionQueries;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.pacta.registry.record.RecordForms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes an import back as one: everything it recorded is withdrawn, unless others have built on it since. */
@Component
class TakeBackWork implements ImportWork {

    /** Agreements first, since they name the others. */
    private static final List<RecordKind> ORDER =
            List.of(RecordKind.AGREEMENT, RecordKind.ORGANISATION, RecordKind.PLACE, RecordKind.SOURCE);

    private static final int BATCH = 200;
    private static final int NAMED = 50;

    private final ImportProgress progress;
    private final RecordForms records;
    private final Rests rests;
    private final RevisionQueries revisions;
    private final JdbcClient jdbc;

    TakeBackWork(
            ImportProgress progress, RecordForms records, Rests rests, RevisionQueries revisions, JdbcClient jdbc) {
        this.progress = progress;
        this.records = records;
        this.rests = rests;
        this.revisions = revisions;
        this.jdbc = jdbc;
    }

    /** A record that stands in the way. */
    record InTheWay(String kind, Name name, String path) {}

    private record Reason(long account, String name, String reason) {}

    @Override
    public String code() {
        return "undo";
    }

    @Override
    public void run(long id) {
        boolean isMore = true;
        while (isMore) {
            isMore = progress.alone(id, code(), () -> batch(id));
        }
    }

    private void batch(long id) {
        List<Ref> standing = standing(id);
        if (standing.isEmpty()) {
            jdbc.sql(
                            "update import set work = null, trouble = null, state = 'undone', changed_at = now() where id = :id")
                    .param("id", id)
                    .update();
            return;
        }
        Reason why = jdbc.sql(
                        "select reviewer_id as account, display_name as name, comment as reason from import join account on account.id = reviewer_id where import.id = :id")
                .param("id", id)
                .query(Reason.class)
                .single();
        String reason = "%s (import %d)".formatted(why.reason, id);
        Change.of("import " + id, "Taken back: " + reason, why.account, why.name);
        List<Ref> batch = standing.subList(0, Math.min(BATCH, standing.size()));
        for (Ref ref : batch) {
            records.withdraw(
                    ref.kind(), ref.id(), records.standing(ref.kind(), ref.id()).version(), reason);
        }
        records.flush();
        progress.goes(id, batch.size(), standing.size());
    }

    /** What the import recorded and stands still, in the order in which it is withdrawn. */
    private List<Ref> standing(long id) {
        List<Ref> standing = new ArrayList<>();
        for (RecordKind kind : ORDER) {
            String recorded =
                    switch (kind) {
                        case AGREEMENT ->
                            "select record_id from import_row where import_id = :id and record_id is not null and reason <> 'corrected'";
                        case SOURCE -> """
                        select source_id from import where id = :id and source_id is not null
                            and not exists (select from import_row where import_id = :id and reason = 'corrected')
                        """;
                        default ->
                            "select record_id from import_value where import_id = :id and decision = 'new' and record_id is not null and target = '%s'"
                                    .formatted(kind == RecordKind.PLACE ? "party_place" : "party");
                    };
            jdbc.sql("select id from %s where withdrawn_on is null and id in (%s) order by id"
                            .formatted(kind.code(), recorded))
                    .param("id", id)
                    .query(Long.class)
                    .list()
                    .forEach(record -> standing.add(new Ref(kind, record)));
        }
        return standing;
    }

    /** What others have changed of it since, or built on it; the first fifty. */
    List<InTheWay> inTheWay(long id) {
        List<Ref> standing = standing(id);
        Stream<Ref> changed = ORDER.stream().flatMap(kind -> changed(id, kind, standing).stream());
        Stream<Ref> built = rests.on(standing).stream().map(Rests.Rest::record).filter(ref -> !standing.contains(ref));
        return Stream.concat(changed, built)
                .distinct()
                .limit(NAMED)
                .map(this::named)
                .toList();
    }

    private List<Ref> changed(long id, RecordKind kind, List<Ref> standing) {
        Long[] ids =
                standing.stream().filter(ref -> ref.kind() == kind).map(Ref::id).toArray(Long[]::new);
        String written = Stream.concat(
                        Stream.of("select id as record, rev from %s_aud where id = any(:ids)".formatted(kind.code())),
                        records.tables(kind).stream()
                                .map(rows -> "select %1$s_id, rev from %2$s_aud where %1$s_id = any(:ids)"
                                        .formatted(kind.code(), rows)))
                .collect(Collectors.joining(" union all "));
        return jdbc
                .sql("""
                        select distinct record from (%s) written join revision on revision.id = rev
                        where origin is distinct from :origin order by record limit :most
                        """.formatted(written))
                .param("ids", ids)
                .param("origin", "import " + id)
                .param("most", NAMED)
                .query(Long.class)
                .list()
                .stream()
                .map(record -> new Ref(kind, record))
                .toList();
    }

    private InTheWay named(Ref ref) {
        Subject subject = revisions.subject(ref.kind(), Long.toString(ref.id()));
        @Nullable String path = subject.path();
        return new InTheWay(ref.kind().code(), subject.name(), path == null ? subject.root() + "/history" : path);
    }
}
