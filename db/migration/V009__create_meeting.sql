create table meeting (
    id bigint constraint meeting_pk primary key,
    version integer not null default 0,
    council_id bigint not null constraint meeting_council_fk references council,
    kind text not null,
    ordinal integer,
    status text not null,
    held_on text,
    held_on_inferred text,
    host_id bigint constraint meeting_host_fk references place,
    place_id bigint constraint meeting_place_fk references place,
    venue text,
    mode text,
    outcomes_count boolean not null default true,
    summary text,
    local_summary text,
    note text,
    withdrawn_on timestamptz,
    withdrawal_reason text,
    held_sort date generated always as (edtf_sort(held_on)) stored,
    held_earliest date generated always as (edtf_earliest(held_on)) stored,
    held_latest date generated always as (edtf_latest(held_on)) stored,
    constraint meeting_ordinal_uk unique (council_id, ordinal),
    constraint meeting_ordinal_ck check (ordinal between 1 and 999),
    constraint meeting_kind_ck check (kind in ('session', 'roundtable', 'conference')),
    constraint meeting_status_ck check (status in ('planned', 'held', 'postponed')),
    constraint meeting_mode_ck check (mode in ('in_person', 'virtual', 'hybrid')),
    constraint meeting_held_on_ck check (edtf_is_valid(held_on)),
    constraint meeting_held_on_inferred_ck check (held_on_inferred in ('year', 'day', 'date')),
    constraint meeting_withdrawal_ck check ((withdrawn_on is null) = (withdrawal_reason is null))
);

create sequence meeting_seq increment by 50;
create index meeting_held_idx on meeting (held_sort desc nulls last, id desc);

-- Who did what at the meeting, with the office held on that day. A person may be unnamed: then only as_printed is known.
create table meeting_role (
    id bigint constraint meeting_role_pk primary key,
    version integer not null default 0,
    meeting_id bigint not null constraint meeting_role_meeting_fk references meeting,
    role text not null,
    person_id bigint constraint meeting_role_person_fk references person,
    as_printed text,
    office text,
    local_office text,
    side_id bigint constraint meeting_role_side_fk references place,
    position integer not null,
    note text,
    constraint meeting_role_role_ck check (role in ('co_chair', 'vice_co_chair', 'speaker', 'witness', 'moderator', 'attendee')),
    constraint meeting_role_person_ck check (num_nonnulls(person_id, as_printed) > 0),
    constraint meeting_role_position_ck check (position > 0)
);

create sequence meeting_role_seq increment by 50;

-- Organisations named as taking part in the outcomes, without their agreement being named.
create table meeting_organisation (
    id bigint constraint meeting_organisation_pk primary key,
    version integer not null default 0,
    meeting_id bigint not null constraint meeting_organisation_meeting_fk references meeting,
    organisation_id bigint not null constraint meeting_organisation_organisation_fk references organisation,
    side_id bigint constraint meeting_organisation_side_fk references place,
    as_printed text not null,
    position integer not null,
    constraint meeting_organisation_uk unique (meeting_id, organisation_id),
    constraint meeting_organisation_position_ck check (position > 0)
);

create sequence meeting_organisation_seq increment by 50;

call create_audit_table('meeting');
call create_audit_table('meeting_role');
call create_audit_table('meeting_organisation');
call create_citation_table('meeting');
call index_foreign_keys();
