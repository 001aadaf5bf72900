-- Each published record as its form has it: what is entered of it, other records by their numbers, rows in their order. The fields are
-- called as in the form; a test holds the two against each other. One view for each kind, as a plan takes a lock on every table of a view,
-- needed or not.

drop view if exists place_form, source_form, person_form, organisation_form, council_form, meeting_form, agreement_form, project_form,
    commitment_form, figure_form, indicator_form;
drop view if exists place_cited, person_cited, organisation_cited, council_cited, meeting_cited, agreement_cited, project_cited,
    commitment_cited, figure_cited, indicator_cited;

do
$$
declare
    cited text;
begin
    foreach cited in array array['place', 'person', 'organisation', 'council', 'meeting', 'agreement', 'project', 'commitment', 'figure', 'indicator']
    loop
        execute format('
            create view %1$s_cited as
            select %1$s_id, json_agg(json_build_object(
                ''source'', source_id, ''field'', field, ''value'', value, ''preferenceReason'', preference_reason, ''saidBy'', said_by,
                ''quote'', quote, ''locator'', locator, ''note'', note) order by id) as citations
            from %1$s_citation
            group by %1$s_id', cited);
    end loop;
end
$$;

create view place_form as
select id, json_build_object(
    'slug', slug, 'name', name, 'localName', local_name, 'kind', kind, 'parent', parent_id, 'isoCode', iso_code, 'note', note,
    'citations', (select citations from place_cited where place_id = place.id)) as form
from place where withdrawn_on is null;

create view source_form as
select id, json_build_object(
    'title', title, 'localTitle', local_title, 'publisher', publisher, 'url', url, 'language', language, 'kind', kind, 'form', form,
    'publishedOn', published_on, 'publishedOnInferred', published_on_inferred, 'retrievedOn', retrieved_on,
    'readInFull', read_in_full, 'annexMissing', annex_missing, 'note', note) as form
from source where withdrawn_on is null;

create view person_form as
select id, json_build_object(
    'name', name, 'localName', local_name, 'note', note,
    'otherNames', (
        select json_agg(json_build_object('name', other.name, 'kind', other.kind) order by other.id)
        from person_name other where other.person_id = person.id),
    'citations', (select citations from person_cited where person_id = person.id)) as form
from person where withdrawn_on is null;

create view organisation_form as
select id, json_build_object(
    'name', name, 'localName', local_name, 'kind', kind, 'place', place_id, 'parent', parent_id, 'toComplete', to_complete, 'note', note,
    'otherNames', (
        select json_agg(json_build_object('name', other.name, 'kind', other.kind) order by other.id)
        from organisation_name other where other.organisation_id = organisation.id),
    'identifiers', (
        select json_agg(json_build_object('scheme', scheme, 'value', value) order by identifier.id)
        from organisation_identifier identifier where identifier.organisation_id = organisation.id),
    'citations', (select citations from organisation_cited where organisation_id = organisation.id)) as form
from organisation where withdrawn_on is null and merged_into_id is null;

create view council_form as
select id, json_build_object(
    'slug', slug, 'name', name, 'localName', local_name, 'acronym', acronym, 'kind', kind, 'parent', parent_id,
    'countsTowardsParent', counts_towards_parent, 'foundedOn', founded_on, 'summary', summary, 'localSummary', local_summary, 'note', note,
    'oneSeries', json_build_object('word', series_word, 'measure', series_measure, 'reason', series_reason),
    'otherNames', (
        select json_agg(json_build_object('name', other.name, 'kind', other.kind) order by other.id)
        from council_name other where other.council_id = council.id),
    'sides', array(select place_id from council_side side where side.council_id = council.id order by side.position),
    'pillars', (
        select json_agg(json_build_object('name', pillar.name, 'localName', pillar.local_name, 'focusAreas', array(
            select focus_area_id from pillar_focus_area where pillar_id = pillar.id order by focus_area_id)) order by pillar.position)
        from pillar where pillar.council_id = council.id),
    'roles', (
        select json_agg(json_build_object('role', role, 'person', person_id, 'organisation', organisation_id, 'office', office,
            'side', side_id, 'term', term) order by council_role.position)
        from council_role where council_role.council_id = council.id),
    'citations', (select citations from council_cited where council_id = council.id)) as form
from council where withdrawn_on is null;

create view meeting_form as
select id, json_build_object(
    'council', council_id, 'kind', kind, 'ordinal', ordinal, 'status', status, 'heldOn', held_on, 'heldOnInferred', held_on_inferred,
    'host', host_id, 'place', place_id, 'venue', venue, 'mode', mode, 'outcomesCount', outcomes_count,
    'summary', summary, 'localSummary', local_summary, 'note', note,
    'roles', (
        select json_agg(json_build_object('role', role, 'person', person_id, 'asPrinted', as_printed, 'office', office,
            'localOffice', local_office, 'side', side_id, 'note', meeting_role.note) order by meeting_role.position)
        from meeting_role where meeting_role.meeting_id = meeting.id),
    'organisations', (
        select json_agg(json_build_object('organisation', organisation_id, 'side', side_id, 'asPrinted', as_printed) order by named.position)
        from meeting_organisation named where named.meeting_id = meeting.id),
    'citations', (select citations from meeting_cited where meeting_id = meeting.id)) as form
from meeting where withdrawn_on is null;

create view agreement_form as
select id, json_build_object(
    'kind', kind, 'kindAsPrinted', kind_as_printed, 'title', title, 'localTitle', local_title, 'summary', summary,
    'localSummary', local_summary, 'council', council_id, 'meeting', meeting_id, 'position', position,
    'signedOn', signed_on, 'signedOnInferred', signed_on_inferred, 'status', status, 'counting', counting,
    'countingNote', counting_note, 'parties', parties, 'foundsCouncil', founds_council_id, 'note', note,
    'signatories', (
        select json_agg(json_build_object('role', role, 'organisation', organisation_id, 'asPrinted', as_printed, 'sides', array(
            select place_id from signatory_side where signatory_id = signatory.id order by place_id),
            'person', person_id, 'office', office) order by signatory.position)
        from signatory where signatory.agreement_id = agreement.id),
    'relations', (
        select json_agg(json_build_object('related', related_id, 'kind', relation.kind) order by relation.id)
        from agreement_relation relation where relation.agreement_id = agreement.id),
    'focusAreas', array(select focus_area_id from agreement_focus_area where agreement_id = agreement.id order by focus_area_id),
    'citations', (select citations from agreement_cited where agreement_id = agreement.id)) as form
from agreement where withdrawn_on is null;

create view project_form as
select id, json_build_object(
    'title', title, 'localTitle', local_title, 'summary', summary, 'localSummary', local_summary, 'council', council_id,
    'meeting', meeting_id, 'position', position, 'launchedOn', launched_on, 'launchedOnInferred', launched_on_inferred,
    'status', status, 'counting', counting, 'countingNote', counting_note, 'parties', parties, 'note', note,
    'participants', (
        select json_agg(json_build_object('organisation', organisation_id, 'asPrinted', as_printed, 'sides', array(
            select place_id from participant_side where participant_id = participant.id order by place_id)) order by participant.position)
        from participant where participant.project_id = project.id),
    'agreements', array(select agreement_id from project_agreement where project_id = project.id order by agreement_id),
    'focusAreas', array(select focus_area_id from project_focus_area where project_id = project.id order by focus_area_id),
    'citations', (select citations from project_cited where project_id = project.id)) as form
from project where withdrawn_on is null;

create view commitment_form as
select id, json_build_object(
    'statement', statement, 'localStatement', local_statement, 'council', council_id, 'meeting', meeting_id, 'agreement', agreement_id,
    'project', project_id, 'organisation', organisation_id, 'quantity', quantity, 'unit', unit, 'comparator', comparator,
    'due', due, 'outcome', outcome, 'evidence', evidence,
    'citations', (select citations from commitment_cited where commitment_id = commitment.id)) as form
from commitment where withdrawn_on is null;

create view figure_form as
select id, json_build_object(
    'council', council_id, 'meeting', meeting_id, 'ordinal', ordinal, 'throughOrdinal', through_ordinal, 'series', series,
    'measure', measure, 'measureAsPrinted', measure_as_printed, 'scope', scope, 'value', value, 'relationFactor', relation_factor,
    'relationOrdinal', relation_ordinal, 'comparator', comparator, 'asOf', as_of, 'standing', standing, 'partOf', part_of_id,
    'preferred', preferred, 'preferenceReason', preference_reason, 'note', note,
    'citations', (select citations from figure_cited where figure_id = figure.id)) as form
from figure where withdrawn_on is null;

create view indicator_form as
select id, json_build_object(
    'name', name, 'localName', local_name, 'place', place_id, 'otherPlace', other_place_id, 'organisation', organisation_id,
    'council', council_id, 'meeting', meeting_id, 'agreement', agreement_id, 'project', project_id, 'nature', nature,
    'value', value, 'unit', unit, 'comparator', comparator, 'secondValue', second_value, 'secondUnit', second_unit,
    'period', period, 'note', note,
    'citations', (select citations from indicator_cited where indicator_id = indicator.id)) as form
from indicator where withdrawn_on is null;
