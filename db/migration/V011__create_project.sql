create table project (
    id bigint constraint project_pk primary key,
    version integer not null default 0,
    title text,
    local_title text,
    summary text,
    local_summary text,
    council_id bigint constraint project_council_fk references council,
    meeting_id bigint constraint project_meeting_fk references meeting,
    position integer,
    launched_on text,
    launched_on_inferred text,
    status text not null,
    counting text not null,
    counting_note text,
    parties text not null,
    note text,
    withdrawn_on timestamptz,
    withdrawal_reason text,
    launched_sort date generated always as (edtf_sort(launched_on)) stored,
    launched_earliest date generated always as (edtf_earliest(launched_on)) stored,
    launched_latest date generated always as (edtf_latest(launched_on)) stored,
    constraint project_title_ck check (num_nonnulls(title, local_title) > 0),
    constraint project_status_ck check (status in ('planned', 'launched', 'completed', 'stopped')),
    constraint project_counting_ck check (counting in ('in_count', 'outside', 'not_stated')),
    constraint project_parties_ck check (parties in ('all_published', 'some_published', 'not_published')),
    constraint project_launched_on_ck check (edtf_is_valid(launched_on)),
    constraint project_launched_on_inferred_ck check (launched_on_inferred in ('year', 'day', 'date')),
    constraint project_position_ck check (position > 0),
    constraint project_withdrawal_ck check ((withdrawn_on is null) = (withdrawal_reason is null))
);

create sequence project_seq increment by 50;
create index project_launched_idx on project (launched_sort desc nulls last, id desc);
create index project_title_idx on project (coalesce(title, local_title), id desc);
create index project_count_idx on project (council_id, counting) where withdrawn_on is null;
-- Holds all that a list is narrowed by, so that its rows are counted without reading them.
create index project_filter_idx on project (launched_sort)
    include (id, council_id, status, launched_earliest, launched_latest) where withdrawn_on is null;
create index project_meeting_count_idx on project (meeting_id) where withdrawn_on is null;
create index project_council_launched_idx on project (council_id, launched_sort desc nulls last, id desc);

create table participant (
    id bigint constraint participant_pk primary key,
    version integer not null default 0,
    project_id bigint not null constraint participant_project_fk references project,
    organisation_id bigint not null constraint participant_organisation_fk references organisation,
    as_printed text not null,
    position integer not null,
    constraint participant_uk unique (project_id, organisation_id),
    constraint participant_position_uk unique (project_id, position),
    constraint participant_position_ck check (position > 0)
);

create sequence participant_seq increment by 50;

create table participant_side (
    participant_id bigint not null constraint participant_side_participant_fk references participant,
    place_id bigint not null constraint participant_side_place_fk references place,
    constraint participant_side_pk primary key (participant_id, place_id)
);

create table project_focus_area (
    project_id bigint not null constraint project_focus_area_project_fk references project,
    focus_area_id bigint not null constraint project_focus_area_focus_area_fk references focus_area,
    constraint project_focus_area_pk primary key (project_id, focus_area_id)
);

-- The agreements a project follows from.
create table project_agreement (
    project_id bigint not null constraint project_agreement_project_fk references project,
    agreement_id bigint not null constraint project_agreement_agreement_fk references agreement,
    constraint project_agreement_pk primary key (project_id, agreement_id)
);

call create_audit_table('project');
call create_audit_table('participant');
call create_audit_table('participant_side');
call create_audit_table('project_focus_area');
call create_audit_table('project_agreement');
call create_citation_table('project');
call index_foreign_keys();
