package org.pacta.desk.reversal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.Draft;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.reversal.Rests.Ref;
import org.pacta.desk.reversal.Reversal.AtWork;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.Columns;
import org.pacta.registry.record.References;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what is at work on records: drafts and corrections that change them, belong to them, or name them. */
@Repository
class Works {

    /** A draft of these councils or meetings, one with a line of these records, or one in which a name stands, or may, for these. */
    private static final String DRAFTS = """
            select 'draft' as what, draft.id, display_name as author, council.name, council.local_name,
                case when draft.ordinal ~ '^[0-9]{1,6}$' then draft.ordinal::int end as ordinal,
                draft.council_id = any(:councils) or meeting_id = any(:meetings)
                or exists (select from draft_line line where line.draft_id = draft.id and line.state <> 'removed'
                    and case section when 'basics' then 'meeting' else section end || '-' || record_id = any(:codes))
                or exists (select from draft_name where draft_id = draft.id and organisation_id = any(:organisations))
                or exists (select from draft_line line join source on source.url = typed ->> 'url' where line.draft_id = draft.id
                    and section = 'source' and line.state <> 'removed' and source.id = any(:sources))
                or exists (select from draft_line line, person where line.draft_id = draft.id and section = 'chair' and line.state <> 'removed'
                    and person.id = any(:people) and typed ->> 'person' in (person.name, person.local_name)) as sure,
                exists (select from draft_line line, jsonb_each_text(typed) each, organisation
                    where line.draft_id = draft.id and line.state <> 'removed' and organisation.id = any(:organisations)
                    and (strpos(lower(each.value), lower(name)) > 0 or strpos(lower(each.value), lower(local_name)) > 0)) as maybe
            from draft_head draft join account on account.id = author_id join council on council.id = draft.council_id
            where draft.id is distinct from :draft and state in %s
            """.formatted(Draft.State.AT_WORK);

    private static final String CORRECTIONS = """
            select 'correction' as what, correction.id, display_name as author, coalesce(subject.name, typed ->> 'title', typed ->> 'name', typed ->> 'statement',
                case when subject.local_name is null then correction.kind end) as name, subject.local_name, ordinal
            from correction join account on account.id = author_id
            left join subject on subject.kind = correction.kind and subject.id = record_id
            where state in %s and (correction.kind || '-' || record_id = any(:codes)
                or exists (select from correction_record beside where correction_id = correction.id and beside.kind || '-' || beside.record_id = any(:codes))
                or exists (select from jsonb_each_text(typed) each, unnest(:texts) named where strpos(each.value || ';', named || ';') > 0)
                or exists (select from correction_record beside, jsonb_each_text(beside.typed) each, unnest(:texts) named
                    where correction_id = correction.id and strpos(each.value || ';', named || ';') > 0))
            """.formatted(Draft.State.AT_WORK);

    private final JdbcClient jdbc;
    private final DraftQueries drafts;
    private final References references;

    Works(JdbcClient jdbc, DraftQueries drafts, References references) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.references = references;
    }

    private record Found(AtWork work, boolean isSure) {}

    /**
     * What is at work on these records.
     *
     * @param own the draft that is not asked about; null where there is none
     */
    List<AtWork> on(Collection<Ref> refs, @Nullable Long own) {
        Set<Long> organisations = Set.copyOf(List.of(ids(refs, RecordKind.ORGANISATION)));
        Stream<AtWork> found = jdbc
                .sql("select * from (%s) found where sure or maybe order by id".formatted(DRAFTS))
                .param("councils", ids(refs, RecordKind.COUNCIL))
                .param("meetings", ids(refs, RecordKind.MEETING))
                .param("people", ids(refs, RecordKind.PERSON))
                .param("organisations", ids(refs, RecordKind.ORGANISATION))
                .param("sources", ids(refs, RecordKind.SOURCE))
                .param("codes", codes(refs))
                .param("draft", own, Types.BIGINT)
                .query((row, n) -> new Found(work(row), row.getBoolean("sure")))
                .list()
                .stream()
                .filter(each -> each.isSure || names(each.work.id(), organisations))
                .map(Found::work);
        return Stream.concat(found, corrections(refs).stream()).toList();
    }

    private boolean names(long draft, Set<Long> organisations) {
        return drafts.get(draft).names().stream()
                .anyMatch(name -> name.organisation() != null && organisations.contains(name.organisation()));
    }

    private List<AtWork> corrections(Collection<Ref> refs) {
        String[] texts = Stream.of(RecordKind.values())
                .flatMap(kind -> references.texts(kind.code(), List.of(ids(refs, kind))).values().stream())
                .toArray(String[]::new);
        return jdbc.sql(CORRECTIONS)
                .param("codes", codes(refs))
                .param("texts", texts)
                .query((row, n) -> work(row))
                .list();
    }

    private static AtWork work(ResultSet row) throws SQLException {
        return new AtWork(
                row.getString("what"),
                row.getLong("id"),
                Columns.name(row, ""),
                Columns.number(row, "ordinal"),
                row.getString("author"));
    }

    private static String[] codes(Collection<Ref> refs) {
        return refs.stream().map(Ref::code).toArray(String[]::new);
    }

    private static Long[] ids(Collection<Ref> refs, RecordKind kind) {
        return refs.stream().filter(ref -> ref.kind() == kind).map(Ref::id).toArray(Long[]::new);
    }
}
