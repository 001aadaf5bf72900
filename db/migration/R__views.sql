-- What pages, lists and files read. Each view shows published records only, but for the last. Parties are put together as json, which takes half as long as
-- jsonb.

drop view if exists document_line, draft_head, participation, source_line, person_line, organisation_line, meeting_line, person_appearance, figure_line, commitment_line, indicator_line, appearance, citation, record, subject, agreement_line, project_line, place_within;

-- A place and every place it lies in, itself included.
create view place_within as
with recursive within (place_id, ancestor_id) as (
    select id, id from place
    union all
    select within.place_id, place.parent_id
    from within join place on place.id = within.ancestor_id
    where place.parent_id is not null
)
select within.place_id, within.ancestor_id, place.slug as ancestor_slug
from within join place on place.id = within.ancestor_id;

create view agreement_line as
select agreement.id, agreement.kind, agreement.kind_as_printed, agreement.title, agreement.local_title, agreement.position,
    agreement.signed_on as day, agreement.signed_on_inferred as day_inferred, agreement.signed_sort as day_sort,
    agreement.signed_earliest as earliest, agreement.signed_latest as latest,
    coalesce(agreement.signed_latest, agreement.signed_sort) as day_latest,
    agreement.status, agreement.counting, agreement.counting_note, agreement.parties,
    agreement.ends_latest,
    case when agreement.renewal = 'automatic' then null when agreement.valid_until is not null then agreement.valid_until
        when agreement.ends_earliest = agreement.ends_latest then agreement.ends_latest::text
        when agreement.ends_latest is not null then '[' || coalesce(agreement.ends_earliest::text, '') || '..' || agreement.ends_latest || ']' end as ends,
    -- Its last day by its own dates, of one that is under way and does not renew itself.
    case when agreement.renewal is distinct from 'automatic' and agreement.status in ('signed', 'provisionally_applied', 'in_force', 'extended')
        then agreement.ends_latest end as ends_by,
    agreement.council_id, council.slug as council_slug, council.acronym as council_acronym,
    council.name as council_name, council.local_name as council_local_name,
    agreement.meeting_id, meeting.ordinal as meeting_ordinal, meeting.kind as meeting_kind,
    meeting_council.name as meeting_council_name, meeting_council.local_name as meeting_council_local_name,
    coalesce('/councils/' || meeting_council.slug || '/meetings/' || meeting.ordinal, '/meetings/' || meeting.id) as meeting_path,
    (
        select json_agg(json_build_object(
            'id', organisation.id, 'name', organisation.name, 'localName', organisation.local_name,
            'asPrinted', signatory.as_printed, 'role', signatory.role,
            'personId', person.id, 'personName', person.name, 'personLocalName', person.local_name, 'office', signatory.office)
            order by signatory.position)
        from signatory
        left join organisation on organisation.id = signatory.organisation_id
        left join person on person.id = signatory.person_id
        where signatory.agreement_id = agreement.id
    ) as party_list
from agreement
left join council on council.id = agreement.council_id
left join meeting on meeting.id = agreement.meeting_id
left join council meeting_council on meeting_council.id = meeting.council_id
where agreement.withdrawn_on is null;

create view project_line as
select project.id, null::text as kind, null::text as kind_as_printed, project.title, project.local_title, project.position,
    project.launched_on as day, project.launched_on_inferred as day_inferred, project.launched_sort as day_sort,
    project.launched_earliest as earliest, project.launched_latest as latest,
    coalesce(project.launched_latest, project.launched_sort) as day_latest,
    project.status, project.counting, project.counting_note, project.parties,
    null::text as ends,
    project.council_id, council.slug as council_slug, council.acronym as council_acronym,
    council.name as council_name, council.local_name as council_local_name,
    project.meeting_id, meeting.ordinal as meeting_ordinal, meeting.kind as meeting_kind,
    meeting_council.name as meeting_council_name, meeting_council.local_name as meeting_council_local_name,
    coalesce('/councils/' || meeting_council.slug || '/meetings/' || meeting.ordinal, '/meetings/' || meeting.id) as meeting_path,
    (
        select json_agg(json_build_object(
            'id', organisation.id, 'name', organisation.name, 'localName', organisation.local_name,
            'asPrinted', participant.as_printed)
            order by participant.position)
        from participant
        join organisation on organisation.id = participant.organisation_id
        where participant.project_id = project.id
    ) as party_list
from project
left join council on council.id = project.council_id
left join meeting on meeting.id = project.meeting_id
left join council meeting_council on meeting_council.id = meeting.council_id
where project.withdrawn_on is null;

-- Every record there ever was: what it is called, by its forms as well, and what else finds it there; the address that shows it, and where
-- those of its history begin; whether it stands, and the record that it was merged into.
create view subject as
select 'place' as kind, id, slug, name, local_name, coalesce(name, local_name) as called, local_name as also_called, '/places/' || slug as page,
    '/places/' || slug as root, null::integer as ordinal, withdrawn_on, withdrawal_reason, withdrawn_on is null as stands, null::text as moved_to
from place
union all
select 'person', id, null, name, local_name, coalesce(name, local_name), local_name, '/people/' || id,
    '/people/' || id, null, withdrawn_on, withdrawal_reason, withdrawn_on is null, null
from person
union all
select 'organisation', id, null, name, local_name, coalesce(name, local_name), local_name, '/organisations/' || id,
    '/organisations/' || id, null, withdrawn_on, withdrawal_reason, withdrawn_on is null and merged_into_id is null,
    '/organisations/' || merged_into_id
from organisation
union all
select 'source', id, null, title, local_title, coalesce(title, local_title), coalesce(url, local_title), '/sources/' || id,
    '/sources/' || id, null, withdrawn_on, withdrawal_reason, withdrawn_on is null, null
from source
union all
select 'council', id, slug, name, local_name, coalesce(name, local_name), local_name, '/councils/' || slug,
    '/councils/' || slug, null, withdrawn_on, withdrawal_reason, withdrawn_on is null, null
from council
union all
select 'meeting', meeting.id, named.path, council.name, council.local_name, concat_ws(', ', named.words, meeting.held_on), named.words, named.path,
    coalesce('/councils/' || council.slug || '/meetings/' || case when meeting.withdrawn_on is null then meeting.ordinal end,
        '/meetings/' || meeting.id), meeting.ordinal, meeting.withdrawn_on, meeting.withdrawal_reason, meeting.withdrawn_on is null, null
from meeting
join council on council.id = meeting.council_id
cross join lateral (select
    coalesce('/councils/' || council.slug || '/meetings/' || meeting.ordinal, '/meetings/' || meeting.id) as path,
    concat_ws(', ', coalesce(council.name, council.local_name), coalesce('no. ' || meeting.ordinal, '/meetings/' || meeting.id)) as words) named
union all
select 'agreement', id, null, title, local_title, coalesce(title, local_title), local_title, '/agreements/' || id,
    '/agreements/' || id, null, withdrawn_on, withdrawal_reason, withdrawn_on is null, null
from agreement
union all
select 'project', id, null, title, local_title, coalesce(title, local_title), local_title, '/projects/' || id,
    '/projects/' || id, null, withdrawn_on, withdrawal_reason, withdrawn_on is null, null
from project
union all
select 'commitment', commitment.id, null, statement, local_statement, coalesce(statement, local_statement), local_statement,
    coalesce(
        '/projects/' || commitment.project_id,
        '/agreements/' || commitment.agreement_id,
        '/councils/' || meeting_council.slug || '/meetings/' || meeting.ordinal,
        '/meetings/' || meeting.id,
        '/councils/' || council.slug) || '#commitments',
    '/commitments/' || commitment.id, null, commitment.withdrawn_on, commitment.withdrawal_reason, commitment.withdrawn_on is null, null
from commitment
left join meeting on meeting.id = commitment.meeting_id
left join council meeting_council on meeting_council.id = meeting.council_id
left join council on council.id = commitment.council_id
union all
select 'figure', figure.id, null, stated.words, stated.local_words, stated.words, stated.local_words,
    coalesce(
        '/councils/' || meeting_council.slug || '/meetings/' || meeting.ordinal,
        '/meetings/' || meeting.id,
        '/councils/' || council.slug) || '#figures',
    '/figures/' || figure.id, null, figure.withdrawn_on, figure.withdrawal_reason, figure.withdrawn_on is null, null
from figure
join council on council.id = figure.council_id
left join meeting on meeting.id = figure.meeting_id
left join council meeting_council on meeting_council.id = meeting.council_id
left join place side on side.id = figure.side_id
-- As pages say it: how exact it is, of which side, of a total or a plan.
cross join lateral (select coalesce(figure.value::text, figure.value_as_printed) as number,
    case when figure.value = 1 then coalesce(case figure.measure when 'mous' then 'MOU' when 'agreements' then 'agreement' when 'projects' then 'project' end,
        figure.measure_as_printed) else figure.measure_as_printed end as noun,
    case figure.measure when 'mous' then '份' when 'agreements' then '份' when 'projects' then '个' end as local_unit,
    coalesce(case figure.measure when 'mous' then '谅解备忘录' when 'agreements' then '协议' when 'projects' then '项目' end,
        figure.measure_as_printed) as local_noun,
    coalesce(meeting.ordinal, figure.ordinal) as ordinal) said
cross join lateral (select
    concat(
        case figure.comparator when 'at_least' then 'at least ' when 'more_than' then 'more than ' when 'nearly' then 'nearly '
            when 'about' then 'about ' when 'up_to' then 'up to ' end,
        coalesce(said.number || ' ' || said.noun,
            trim_scale(figure.relation_factor) || ' times the ' || said.noun || ' of meeting no. ' || figure.relation_ordinal),
        ' of ' || coalesce(side.name, side.local_name) || ' alone',
        case figure.series when 'after' then ' to date'
            when 'before' then ' to date before ' || coalesce('meeting no. ' || said.ordinal, 'the meeting') end,
        case when figure.standing = 'planned' then ', planned' end,
        case when figure.set_aside_reason is not null then ', set aside' end) as words,
    ltrim(concat(
        case when figure.standing = 'planned' then '计划' end,
        case figure.series when 'after' then '累计'
            when 'before' then coalesce('第 ' || said.ordinal || ' 次', '该次') || '会议前累计' end,
        '仅' || coalesce(side.local_name, side.name) || '一方的',
        case figure.comparator when 'at_least' then '至少' when 'more_than' then '超过' when 'nearly' then '近'
            when 'about' then '约' when 'up_to' then '最多' end,
        coalesce(' ' || said.number || ' ' || said.local_unit || said.local_noun, ' ' || said.number || ' ' || said.local_noun,
            '第 ' || figure.relation_ordinal || ' 次会议' || said.local_noun || '数的 ' || trim_scale(figure.relation_factor) || ' 倍'),
        case when figure.set_aside_reason is not null then '（已搁置）' end)) as local_words) stated
union all
select 'indicator', indicator.id, null, indicator.name, indicator.local_name, coalesce(indicator.name, indicator.local_name),
    indicator.local_name,
    coalesce(
        '/projects/' || indicator.project_id,
        '/agreements/' || indicator.agreement_id,
        '/councils/' || meeting_council.slug || '/meetings/' || meeting.ordinal,
        '/meetings/' || meeting.id,
        '/councils/' || council.slug,
        '/organisations/' || indicator.organisation_id,
        '/places/' || place.slug) || '#indicators',
    '/indicators/' || indicator.id, null, indicator.withdrawn_on, indicator.withdrawal_reason, indicator.withdrawn_on is null, null
from indicator
left join meeting on meeting.id = indicator.meeting_id
left join council meeting_council on meeting_council.id = meeting.council_id
left join council on council.id = indicator.council_id
left join place on place.id = indicator.place_id
union all
select 'target', target.id, null, target.value || ' ' || target.measure_as_printed || ', ' || target.due, null,
    target.value || ' ' || target.measure_as_printed || ', ' || target.due, null, '/councils/' || council.slug || '#targets',
    '/targets/' || target.id, null, target.withdrawn_on, target.withdrawal_reason, target.withdrawn_on is null, null
from target join council on council.id = target.council_id
union all
select 'document', document.id, null, document.name, null, document.name, null, '/documents/' || document.id, '/documents/' || document.id, null,
    gone.on, gone.reason, gone.on is null, null
from document
left join source on source.id = document.source_id
left join agreement on agreement.id = document.agreement_id
-- It goes with all that it belongs to.
cross join lateral (select
    coalesce(source.withdrawn_on is null and source.id is not null or agreement.withdrawn_on is null and agreement.id is not null, false) as kept) belongs
cross join lateral (select
    coalesce(document.withdrawn_on, case when not kept then coalesce(source.withdrawn_on, agreement.withdrawn_on) end) as on,
    coalesce(document.withdrawal_reason, case when not kept then coalesce(source.withdrawal_reason, agreement.withdrawal_reason) end) as reason) gone
union all
select kind, record_id, null, kind || ' ' || record_id, null, kind || ' ' || record_id, null, named.page, named.page, null, withdrawn_on, reason, false, null
from withdrawn
cross join lateral (select case kind when 'person' then '/people/' else '/' || kind || 's/' end || record_id as page) named;

-- Every record that is published, with the address where it is shown.
create view record as
select kind, id, name, local_name, page as path, ordinal from subject where stands;

-- All citations, of whatever kind of record.
create view citation as
select 'place' as kind, place_id as record_id, id, source_id, field, value, preferred, preference_reason, said_by, quote, locator, note
from place_citation
union all
select 'person', person_id, id, source_id, field, value, preferred, preference_reason, said_by, quote, locator, note
from person_citation
union all
select 'organisation', organisation_id, id, source_id, field, value, preferred, preference_reason, said_by, quote, locator, note
from organisation_citation
union all
select 'council', council_id, id, source_id, field, value, preferred, preference_reason, said_by, quote, locator, note
from council_citation
union all
select 'meeting', meeting_id, id, source_id, field, value, preferred, preference_reason, said_by, quote, locator, note
from meeting_citation
union all
select 'agreement', agreement_id, id, source_id, field, value, preferred, preference_reason, said_by, quote, locator, note
from agreement_citation
union all
select 'project', project_id, id, source_id, field, value, preferred, preference_reason, said_by, quote, locator, note
from project_citation
union all
select 'commitment', commitment_id, id, source_id, field, value, preferred, preference_reason, said_by, quote, locator, note
from commitment_citation
union all
select 'figure', figure_id, id, source_id, field, value, preferred, preference_reason, said_by, quote, locator, note
from figure_citation
union all
select 'indicator', indicator_id, id, source_id, field, value, preferred, preference_reason, said_by, quote, locator, note
from indicator_citation
union all
select 'target', target_id, id, source_id, field, value, preferred, preference_reason, said_by, quote, locator, note
from target_citation;

-- Where an organisation appears: in agreements, in projects, and among those named as taking part in a meeting's outcomes.
create view appearance as
select signatory.organisation_id, 'agreement' as kind, line.id as record_id, line.title, line.local_title, signatory.role,
    signatory.as_printed, line.council_id, line.council_slug, line.council_acronym, line.council_name, line.council_local_name,
    line.meeting_path, line.meeting_ordinal, line.meeting_kind, line.day, line.day_inferred, line.day_sort
from signatory join agreement_line line on line.id = signatory.agreement_id
where signatory.organisation_id is not null
union all
select participant.organisation_id, 'project', line.id, line.title, line.local_title, 'takes_part',
    participant.as_printed, line.council_id, line.council_slug, line.council_acronym, line.council_name, line.council_local_name,
    line.meeting_path, line.meeting_ordinal, line.meeting_kind, line.day, line.day_inferred, line.day_sort
from participant join project_line line on line.id = participant.project_id
union all
select named.organisation_id, 'meeting', meeting.id, council.name, council.local_name, 'named',
    named.as_printed, council.id, council.slug, council.acronym, council.name, council.local_name,
    coalesce('/councils/' || council.slug || '/meetings/' || meeting.ordinal, '/meetings/' || meeting.id), meeting.ordinal, meeting.kind,
    meeting.held_on, meeting.held_on_inferred, meeting.held_sort
from meeting_organisation named
join meeting on meeting.id = named.meeting_id and meeting.withdrawn_on is null
join council on council.id = meeting.council_id;

-- An organisation in an agreement or a project, as counting needs it.
create view participation as
select signatory.organisation_id, agreement.council_id, agreement.meeting_id, agreement.status, agreement.signed_sort as day_sort
from signatory join agreement on agreement.id = signatory.agreement_id
where signatory.organisation_id is not null and agreement.withdrawn_on is null
union all
select participant.organisation_id, project.council_id, project.meeting_id, project.status, project.launched_sort
from participant join project on project.id = participant.project_id
where participant.organisation_id is not null and project.withdrawn_on is null;

create view figure_line as
select figure.id, figure.council_id, council.slug as council_slug, council.name as council_name,
    council.local_name as council_local_name, figure.meeting_id, coalesce(meeting.ordinal, figure.ordinal) as ordinal, figure.through_ordinal,
    figure.series, figure.measure, figure.measure_as_printed, figure.scope, figure.value, figure.relation_factor,
    figure.relation_ordinal, figure.comparator, figure.as_of, figure.standing, figure.part_of_id, figure.preferred,
    meeting.kind as meeting_kind, meeting.held_on as meeting_day,
    figure.preference_reason, figure.set_aside_reason, figure.note, figure.value_as_printed, side.name as side_name,
    side.local_name as side_local_name,
    coalesce(meeting.held_sort, edtf_sort(figure.as_of)) as day_sort, cited.sources
from figure
join council on council.id = figure.council_id
left join meeting on meeting.id = figure.meeting_id
left join place side on side.id = figure.side_id
left join lateral (
    select jsonb_agg(to_jsonb(citation) || jsonb_build_object(
        'title', source.title, 'localTitle', source.local_title, 'publisher', source.publisher) order by citation.id) as sources
    from figure_citation citation join source on source.id = citation.source_id and source.withdrawn_on is null
    where citation.figure_id = figure.id
) cited on true
where figure.withdrawn_on is null;

create view commitment_line as
select commitment.id, commitment.statement, commitment.local_statement, commitment.council_id, commitment.meeting_id,
    commitment.agreement_id, commitment.project_id, organisation.id as organisation_id, organisation.name as organisation_name,
    organisation.local_name as organisation_local_name, commitment.quantity, commitment.unit, commitment.comparator,
    commitment.due, commitment.due_latest, commitment.outcome, commitment.evidence, cited.said_sort, cited.sources
from commitment
left join organisation on organisation.id = commitment.organisation_id
left join lateral (
    select min(edtf_sort(source.published_on)) as said_sort, jsonb_agg(to_jsonb(citation) || jsonb_build_object(
        'title', source.title, 'localTitle', source.local_title, 'publisher', source.publisher) order by citation.id) as sources
    from commitment_citation citation join source on source.id = citation.source_id and source.withdrawn_on is null
    where citation.commitment_id = commitment.id
) cited on true
where commitment.withdrawn_on is null;

create view indicator_line as
select indicator.id, indicator.name, indicator.local_name, indicator.place_id, place.name as place_name,
    place.local_name as place_local_name, indicator.other_place_id, other_place.name as other_place_name,
    other_place.local_name as other_place_local_name, indicator.organisation_id, indicator.council_id, indicator.meeting_id,
    indicator.agreement_id, indicator.project_id, indicator.nature, indicator.value, indicator.unit, indicator.comparator,
    indicator.second_value, indicator.second_unit, indicator.period, edtf_sort(indicator.period) as period_sort, indicator.note,
    cited.sources
from indicator
left join place on place.id = indicator.place_id
left join place other_place on other_place.id = indicator.other_place_id
left join lateral (
    select jsonb_agg(to_jsonb(citation) || jsonb_build_object(
        'title', source.title, 'localTitle', source.local_title, 'publisher', source.publisher) order by citation.id) as sources
    from indicator_citation citation join source on source.id = citation.source_id and source.withdrawn_on is null
    where citation.indicator_id = indicator.id
) cited on true
where indicator.withdrawn_on is null;

-- What a person did, with the office held: on the day of a meeting, through a term in a council, or in an agreement.
create view person_appearance as
select meeting_role.person_id, meeting_role.role, meeting_role.office, meeting_role.local_office,
    meeting.held_on as day, meeting.held_sort as day_sort, side.name as side_name, side.local_name as side_local_name,
    record.kind, record.path, record.name as title, record.local_name as local_title, record.ordinal
from meeting_role
join meeting on meeting.id = meeting_role.meeting_id
join record on record.kind = 'meeting' and record.id = meeting.id
left join place side on side.id = meeting_role.side_id
where meeting_role.person_id is not null
union all
select council_role.person_id, council_role.role, council_role.office, null,
    council_role.term, edtf_sort(council_role.term), side.name, side.local_name,
    record.kind, record.path, record.name, record.local_name, record.ordinal
from council_role
join record on record.kind = 'council' and record.id = council_role.council_id
left join place side on side.id = council_role.side_id
where council_role.person_id is not null
union all
select signatory.person_id, signatory.role, signatory.office, null,
    agreement.signed_on, agreement.signed_sort, null, null,
    'agreement', '/agreements/' || agreement.id, agreement.title, agreement.local_title, null
from signatory
join agreement on agreement.id = signatory.agreement_id and agreement.withdrawn_on is null
where signatory.person_id is not null;

create view organisation_line as
select organisation.id, organisation.name, organisation.local_name, organisation.kind, organisation.place_id, organisation.parent_id,
    organisation.note, place.name as place_name, place.local_name as place_local_name,
    (
        select count(distinct agreement_id) from signatory join agreement on agreement.id = agreement_id
        where organisation_id = organisation.id and agreement.withdrawn_on is null
    ) as agreements,
    (
        select count(distinct project_id) from participant join project on project.id = project_id
        where organisation_id = organisation.id and project.withdrawn_on is null
    ) as projects,
    (select count(distinct council_id) from participation where organisation_id = organisation.id) as councils
from organisation
left join place on place.id = organisation.place_id
where organisation.withdrawn_on is null and organisation.merged_into_id is null;

create view meeting_line as
select meeting.id, meeting.kind, meeting.ordinal, meeting.status, meeting.held_on as day, meeting.held_on_inferred as day_inferred,
    meeting.held_sort as day_sort,
    coalesce(meeting.held_latest, meeting.held_sort) as day_latest,
    meeting.host_id, host.name as host_name, host.local_name as host_local_name,
    meeting.place_id, place.slug as place_slug, place.name as place_name, place.local_name as place_local_name, meeting.venue, meeting.mode,
    meeting.outcomes_count, meeting.summary, meeting.local_summary, meeting.summary_translated, meeting.note,
    meeting.council_id, council.slug as council_slug, council.acronym as council_acronym, council.name as council_name,
    council.local_name as council_local_name,
    (select count(*) from agreement where meeting_id = meeting.id and withdrawn_on is null) as agreements,
    (select count(*) from project where meeting_id = meeting.id and withdrawn_on is null) as projects
from meeting
join council on council.id = meeting.council_id
left join place on place.id = meeting.place_id
left join place host on host.id = meeting.host_id
where meeting.withdrawn_on is null and council.withdrawn_on is null;

create view source_line as
select source.id, source.title, source.local_title, source.publisher, source.kind, source.language, source.published_on as day,
    source.published_sort as day_sort, coalesce(edtf_latest(source.published_on), source.published_sort) as day_latest,
    source.annex_missing, (select count(*) from citation where citation.source_id = source.id) as citations
from source
where source.withdrawn_on is null;

create view document_line as
select document.id, document.sha256, document.size, document.media_type, document.name, document.kind, document.language, document.retrieved_on,
    document.note, document_file.pages, document_file.unread, source.id as source_id, source.title as source_title, source.local_title as source_local_title,
    agreement.id as agreement_id, agreement.title as agreement_title, agreement.local_title as agreement_local_title
from document
left join document_file on document_file.sha256 = document.sha256
left join source on source.id = document.source_id and source.withdrawn_on is null
left join agreement on agreement.id = document.agreement_id and agreement.withdrawn_on is null
where document.withdrawn_on is null and (source.id is not null or agreement.id is not null);

create view person_line as
select person.id, person.name, person.local_name,
    (select office from person_appearance where person_id = person.id order by day_sort desc nulls last limit 1) as office,
    (select local_office from person_appearance where person_id = person.id order by day_sort desc nulls last limit 1) as local_office,
    (select count(*) from person_appearance where person_id = person.id) as appearances
from person
where person.withdrawn_on is null;

-- The one of these views that is of no published record: which meeting a draft is of and when it is held, as typed, and how many lines it has.
create view draft_head as
select draft.id, draft.council_id, draft.meeting_id, draft.state, draft.author_id, draft.changed_at, basics.typed ->> 'ordinal' as ordinal,
    basics.typed ->> 'heldOn' as held_on,
    (select count(*) from draft_line line where line.draft_id = draft.id and line.state <> 'removed' and line.section <> 'basics') as lines
from draft
left join lateral (
    select typed from draft_line line where line.draft_id = draft.id and line.section = 'basics' and line.state = 'entered'
    order by position, id limit 1
) basics on true;

-- The organisations that names are spelt like, each once for a name with the likest of its own names. Of a few hundred names in a small registry the
-- planner would compare every pair, which takes twenty times as long as asking the indexes on trigrams.
create or replace function names_like(names text[]) returns table (printed text, organisation_id bigint, called text, likeness float8)
language sql stable set enable_seqscan = off as $$
    select distinct on (typed.name, known.id) typed.name, known.id, known.called,
        greatest(similarity(known.called, typed.name), word_similarity(typed.name, known.called))::float8
    from unnest(names) typed (name)
    cross join lateral (
        select id, organisation.name as called from organisation
        where (organisation.name % typed.name or typed.name <% organisation.name) and withdrawn_on is null and merged_into_id is null
        union all
        select id, local_name from organisation
        where (local_name % typed.name or typed.name <% local_name) and withdrawn_on is null and merged_into_id is null
        union all
        select organisation.id, other.name from organisation_name other join organisation on organisation.id = organisation_id
        where (other.name % typed.name or typed.name <% other.name) and withdrawn_on is null and merged_into_id is null
    ) known
    order by typed.name, known.id, 4 desc, known.called
$$;
