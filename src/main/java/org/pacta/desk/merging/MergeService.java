package org.pacta.desk.merging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pacta.desk.merging.Duplicates.Merge;
import org.pacta.desk.merging.Touched.Row;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.history.Change;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.reference.organisation.OrganisationService;
import org.pacta.registry.record.RecordForms;
import org.pacta.registry.record.Undoing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Merges organisations that are one, parts them again, and remembers which are not one. */
@Service
@Transactional
class MergeService {

    private static final JsonMapper json = JsonMapper.shared();

    private final OrganisationService organisations;
    private final Duplicates duplicates;
    private final Touched touched;
    private final RecordForms records;
    private final JdbcClient jdbc;

    MergeService(
            OrganisationService organisations,
            Duplicates duplicates,
            Touched touched,
            RecordForms records,
            JdbcClient jdbc) {
        this.organisations = organisations;
        this.duplicates = duplicates;
        this.touched = touched;
        this.records = records;
        this.jdbc = jdbc;
    }

    /** Records that the merge changed have been changed since in the same fields, so that it cannot be taken back. */
    static class ConflictException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Row> rows;

        ConflictException(List<Row> rows) {
            super("%d records were changed since".formatted(rows.size()));
            this.rows = rows;
        }

        List<Row> rows() {
            return rows;
        }
    }

    /** A record as it stands, as JSON. */
    private record State(int version, JsonNode form) {}

    private record Move(RecordKind kind, long id, JsonNode before, JsonNode after) {}

    /** Says that two organisations only look like one. */
    public void distinguish(long one, long other, SignedIn person) {
        person.needs(Role.EDITOR);
        standing(one);
        standing(other);
        if (one == other) {
            throw new BadParameterException("other");
        }
        jdbc.sql("""
                        insert into organisation_distinct (one_id, other_id, said_at, said_by_id)
                        values (least(:one, :other), greatest(:one, :other), now(), :person) on conflict do nothing
                        """)
                .param("one", one)
                .param("other", other)
                .param("person", person.id())
                .update();
    }

    /**
     * Has the second organisation stand for the first from now on.
     *
     * @return the number of the merge
     */
    public long merge(long from, long into, String reason, SignedIn person) {
        person.needs(Role.ADMIN);
        needsAReason(reason);
        if (from == into) {
            throw new BadParameterException("other");
        }
        lock(from, into);
        Name gone = standing(from);
        Name kept = standing(into);
        Map<Row, JsonNode> before = new LinkedHashMap<>();
        Stream.of(touched.row(RecordKind.ORGANISATION, into), touched.row(RecordKind.ORGANISATION, from))
                .forEach(row -> before.put(row, form(row)));
        touched.by(from).forEach(row -> before.putIfAbsent(row, form(row)));
        Change.because("Merged “%s” into “%s”: %s".formatted(gone.in(Locale.ENGLISH), kept.in(Locale.ENGLISH), reason));
        passIdentifiers(from, into);
        organisations.merge(from, into);
        records.flush();
        return remember(from, into, reason, person, before);
    }

    private static void needsAReason(String reason) {
        if (reason.isBlank()) {
            throw new BadParameterException("reason");
        }
    }

    /** No two merges of the same organisation at once. */
    private void lock(long one, long other) {
        jdbc.sql("select id from organisation where id in (:one, :other) order by id for update")
                .param("one", one)
                .param("other", other)
                .query()
                .listOfRows();
    }

    private Name standing(long id) {
        return duplicates
                .find(id)
                .map(Duplicates.Each::name)
                .orElseThrow(() -> new NotFoundException("organisation", id));
    }

    private JsonNode form(Row row) {
        return read(row.what(), row.id()).form();
    }

    /** A number stands for one organisation only, so the first gives its numbers away before the second gets them. */
    private void passIdentifiers(long from, long into) {
        State giver = read(RecordKind.ORGANISATION, from);
        ObjectNode bare = (ObjectNode) giver.form();
        ArrayNode passed = (ArrayNode) bare.get("identifiers");
        if (!passed.isEmpty()) {
            bare.putArray("identifiers");
            write(RecordKind.ORGANISATION, from, giver.version(), bare);
            records.flush();
            State taker = read(RecordKind.ORGANISATION, into);
            passed.forEach(((ArrayNode) taker.form().get("identifiers"))::add);
            write(RecordKind.ORGANISATION, into, taker.version(), taker.form());
            records.flush();
        }
    }

    private long remember(long from, long into, String reason, SignedIn person, Map<Row, JsonNode> before) {
        long merge = jdbc.sql("""
                        insert into organisation_merge (id, from_id, into_id, reason, merged_at, merged_by_id)
                        values (nextval('organisation_merge_seq'), :from, :into, :reason, now(), :person) returning id
                        """)
                .param("from", from)
                .param("into", into)
                .param("reason", reason)
                .param("person", person.id())
                .query(Long.class)
                .single();
        before.forEach((row, form) -> jdbc.sql("""
                        insert into organisation_merge_move (id, merge_id, kind, record_id, before, after)
                        values (nextval('organisation_merge_move_seq'), :merge, :kind, :record, cast(:before as jsonb), cast(:after as jsonb))
                        """)
                .param("merge", merge)
                .param("kind", row.kind())
                .param("record", row.id())
                .param("before", json.writeValueAsString(form))
                .param("after", json.writeValueAsString(form(row)))
                .update());
        return merge;
    }

    /**
     * Takes a merge back: moves exactly what it moved.
     *
     * @throws ConflictException when one of the records was changed since in the same field
     */
    public void part(long id, String reason, SignedIn person) {
        person.needs(Role.ADMIN);
        needsAReason(reason);
        Merge merge = duplicates.merge(id).orElseThrow(() -> new NotFoundException("merge", id));
        lock(merge.from(), merge.into());
        boolean isOpen = jdbc.sql("select undone_at is null from organisation_merge where id = :id for update")
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (isOpen) {
            Change.because("Parted “%s” from “%s” again: %s"
                    .formatted(
                            merge.fromName().in(Locale.ENGLISH),
                            merge.intoName().in(Locale.ENGLISH),
                            reason));
            organisations.part(merge.from(), merge.into());
            records.flush();
            moveBack(moves(id));
            jdbc.sql(
                            "update organisation_merge set undone_at = now(), undone_by_id = :person, undone_reason = :reason where id = :id")
                    .param("id", id)
                    .param("person", person.id())
                    .param("reason", reason)
                    .update();
        }
    }

    private void moveBack(List<Move> moves) {
        List<Row> conflicts = new ArrayList<>();
        for (Move move : moves) {
            State now = read(move.kind, move.id);
            Optional<JsonNode> parted = Undoing.of(records.fields(move.kind), move.before, move.after, now.form());
            if (parted.isEmpty()) {
                conflicts.add(touched.row(move.kind, move.id));
            } else if (!parted.get().equals(now.form())) {
                write(move.kind, move.id, now.version(), parted.get());
                records.flush();
            }
        }
        if (!conflicts.isEmpty()) {
            throw new ConflictException(conflicts);
        }
    }

    /** In the order in which they were made: the survivor gives names and numbers back before the other takes them. */
    private List<Move> moves(long merge) {
        return jdbc.sql(
                        "select kind, record_id, before, after from organisation_merge_move where merge_id = :merge order by id")
                .param("merge", merge)
                .query((row, n) -> new Move(
                        RecordKind.of(row.getString("kind")),
                        row.getLong("record_id"),
                        RecordForms.read(row.getString("before")),
                        RecordForms.read(row.getString("after"))))
                .list();
    }

    /** Written and read again, so that it compares with what is kept. */
    private State read(RecordKind kind, long id) {
        Standing<?> standing = records.standing(kind, id);
        return new State(standing.version(), RecordForms.read(json.writeValueAsString(standing.form())));
    }

    private void write(RecordKind kind, long id, int version, JsonNode form) {
        records.revise(id, version, json.treeToValue(form, records.type(kind)));
    }
}
