package org.pacta.desk.moving;

import java.util.Map;
import java.util.Set;
import org.pacta.desk.importing.ImportView;
import org.pacta.desk.importing.Imports;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.registry.record.RecordForms;
import org.pacta.rules.table.ColumnTarget;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides about the values of a list, and has its rows tried. */
@Service
@Transactional
class Moves {

    private final Imports imports;
    private final RecordForms records;
    private final JdbcClient jdbc;

    Moves(Imports imports, RecordForms records, JdbcClient jdbc) {
        this.imports = imports;
        this.records = records;
        this.jdbc = jdbc;
    }

    /** Decides about values, each by its number: {@code match-12}, {@code new}, {@code none}, {@code choice-mou}, or open again where it is empty. */
    void decide(long id, Map<Long, String> decisions, String newKind, SignedIn person) {
        imports.take(id, person, ImportView::isOpen);
        decisions.forEach((value, decision) -> decide(id, value, decision, newKind));
        stale(id);
    }

    private void decide(long id, long value, String said, String newKind) {
        String decision = said.replaceFirst("-.*", "");
        String what = said.substring(Math.min(said.length(), decision.length() + 1));
        if (!Set.of("", "match", "new", "none", "choice").contains(decision)
                || decision.equals("match") && !what.matches("\\d{1,18}")) {
            throw new BadParameterException("value");
        }
        jdbc.sql("""
                        update import_value set decision = nullif(:decision, ''), record_id = :record,
                            choice = case when :decision = 'new' and target = 'party_place' then 'country' when :decision = 'new' then :kind else nullif(:choice, '') end
                        where id = :value and import_id = :id
                        """)
                .param("decision", decision)
                .param("record", decision.equals("match") ? Long.valueOf(what) : null)
                .param("kind", kind(newKind))
                .param("choice", decision.equals("choice") ? what : "")
                .param("value", value)
                .param("id", id)
                .update();
    }

    /**
     * Decides about all open values of a target at once.
     *
     * @param how exact for those that are exactly on record or in our words, new or none
     * @param like what stands in the values that are meant
     */
    void decideAll(long id, ColumnTarget target, String how, String like, String newKind, SignedIn person) {
        imports.take(id, person, ImportView::isOpen);
        String set =
                switch (how) {
                    case "exact" ->
                        "decision = case when proposed_id is null then 'choice' else 'match' end, record_id = proposed_id, choice = proposed_choice";
                    case "new" ->
                        "decision = 'new', record_id = null, choice = case when target = 'party_place' then 'country' else :kind end";
                    case "none" -> "decision = 'none', record_id = null, choice = null";
                    default -> throw new BadParameterException("all");
                };
        JdbcClient.StatementSpec update = jdbc.sql("""
                        update import_value set %s where import_id = :id and target = :target and decision is null and uses > 0
                            and position(lower(:like) in lower(printed)) > 0 %s
                        """.formatted(
                        set, how.equals("exact") ? "and (proposed_id is not null or proposed_choice is not null)" : ""))
                .param("id", id)
                .param("target", target.code())
                .param("like", like);
        (how.equals("new") ? update.param("kind", kind(newKind)) : update).update();
        stale(id);
    }

    /** Has every row be tried. */
    void attempt(long id, SignedIn person) {
        imports.take(id, person, ImportView::isOpen);
        imports.begins(id, "try");
    }

    /** Takes in the rows that are only to be looked at for one reason. */
    void accept(long id, String reason, SignedIn person) {
        if (!DryRun.ACCEPTABLE.contains(reason)) {
            throw new BadParameterException("reason");
        }
        imports.accept(id, reason, person);
        imports.begins(id, "try");
    }

    private void stale(long id) {
        jdbc.sql("update import set tried_at = null where id = :id")
                .param("id", id)
                .update();
    }

    private String kind(String code) {
        return kinds(RecordKind.ORGANISATION).choices().contains(code) ? code : "other";
    }

    /** The field that says of which kind a record is, or how it stands. */
    FormField kinds(RecordKind kind) {
        return field(kind, "kind");
    }

    FormField field(RecordKind kind, String name) {
        return records.fields(kind).stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
