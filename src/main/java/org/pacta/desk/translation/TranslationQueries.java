package org.pacta.desk.translation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.translation.TranslationView.Pair;
import org.pacta.desk.translation.TranslationView.Row;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.FormField.Input;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.registry.record.RecordForms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what records say in both languages, by the fields of their forms. */
@Repository
@Transactional(readOnly = true)
class TranslationQueries {

    /** What records are called, whose mark needs no name of its own. */
    private static final Set<String> NAMES = Set.of("name", "title");

    private static final int SIZE = 20;

    private final JdbcClient jdbc;
    private final RecordForms forms;
    private final DraftQueries drafts;

    TranslationQueries(JdbcClient jdbc, RecordForms forms, DraftQueries drafts) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.drafts = drafts;
    }

    /** A field, the one that says the same in the local script, and the one that says which of the two is ours. */
    private record Both(
            FormField text, FormField local, @Nullable FormField mark) {

        private String isMissing() {
            return "(said.%s is null) <> (said.%s is null)".formatted(text.column(), local.column());
        }
    }

    /** One page of what is looked at; no such page when there is not. */
    TranslationView show(TranslationFilter filter) {
        RecordKind kind = filter.of();
        Map<RecordKind, Long> missing = new LinkedHashMap<>();
        for (RecordKind each : TranslationFilter.KINDS) {
            missing.put(each, count(each, new TranslationFilter(each.plural(), filter.council(), false, null)));
        }
        long total = filter.showsAll() ? count(kind, filter) : Objects.requireNonNull(missing.get(kind));
        Slice<Row> slice = new Slice<>(rows(kind, filter), filter.number(), SIZE, total);
        if (filter.number() > slice.pages()) {
            throw new NotFoundException("page", filter.number());
        }
        return new TranslationView(filter, kind, missing, slice, drafts.councils());
    }

    /** The fields of a kind that can be translated, and those that mark what was. */
    List<String> fields(RecordKind kind) {
        return both(kind).stream()
                .flatMap(each -> Stream.of(each.text, each.local, each.mark))
                .filter(Objects::nonNull)
                .map(FormField::name)
                .toList();
    }

    private List<Both> both(RecordKind kind) {
        Map<String, FormField> byName =
                forms.fields(kind).stream().collect(Collectors.toMap(FormField::name, field -> field));
        List<Both> both = new ArrayList<>();
        for (FormField field : forms.fields(kind)) {
            String local = "local" + Character.toUpperCase(field.name().charAt(0))
                    + field.name().substring(1);
            if (byName.containsKey(local)) {
                both.add(new Both(
                        field,
                        Objects.requireNonNull(byName.get(local)),
                        byName.get(NAMES.contains(field.name()) ? "translated" : field.name() + "Translated")));
            }
        }
        return both;
    }

    private long count(RecordKind kind, TranslationFilter filter) {
        return asked("select count(*)" + from(kind, filter), filter)
                .query(Long.class)
                .single();
    }

    private List<Row> rows(RecordKind kind, TranslationFilter filter) {
        List<Both> both = both(kind);
        return asked("""
                        select said.*, record.path, record.ordinal as record_ordinal, record.name as record_name, record.local_name as record_local_name
                        """ + from(kind, filter) + " order by said.id limit :size offset :from", filter)
                .param("size", SIZE)
                .param("from", (filter.number() - 1L) * SIZE)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        Columns.name(row, "record_"),
                        row.getString("path"),
                        Columns.number(row, "record_ordinal"),
                        pairs(both, row)))
                .list();
    }

    private static List<Pair> pairs(List<Both> both, ResultSet row) throws SQLException {
        List<Pair> pairs = new ArrayList<>();
        for (Both each : both) {
            pairs.add(new Pair(
                    each.text.name(),
                    Objects.requireNonNullElse(row.getString(each.text.column()), ""),
                    each.local.name(),
                    Objects.requireNonNullElse(row.getString(each.local.column()), ""),
                    each.text.input() == Input.TEXT,
                    each.mark == null ? null : each.mark.name(),
                    each.mark == null ? null : row.getString(each.mark.column())));
        }
        return pairs;
    }

    private String from(RecordKind kind, TranslationFilter filter) {
        return " from %s said join record on record.kind = '%s' and record.id = said.id where %s and (%s)"
                .formatted(
                        kind.code(),
                        kind.code(),
                        filter.condition(),
                        filter.showsAll()
                                ? "true"
                                : both(kind).stream().map(Both::isMissing).collect(Collectors.joining(" or ")));
    }

    private JdbcClient.StatementSpec asked(String sql, TranslationFilter filter) {
        return jdbc.sql(sql).param("council", filter.council());
    }
}
