create table council (
    id bigint constraint council_pk primary key,
    version integer not null default 0,
    slug text not null,
    name text not null,
    local_name text,
    acronym text,
    kind text not null,
    parent_id bigint constraint council_parent_fk references council,
    counts_towards_parent boolean not null default false,
    founded_on text,
    summary text,
    local_summary text,
    note text,
    withdrawn_on timestamptz,
    withdrawal_reason text,
    constraint council_slug_uk unique (slug),
    constraint council_slug_ck check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    constraint council_kind_ck check (kind in ('council', 'initiative', 'committee', 'work_group', 'zone')),
    constraint council_parent_ck check (parent_id <> id),
    constraint council_counts_towards_parent_ck check (parent_id is not null or not counts_towards_parent),
    constraint council_founded_on_ck check (edtf_is_valid(founded_on)),
    constraint council_withdrawal_ck check ((withdrawn_on is null) = (withdrawal_reason is null))
);

create sequence council_seq increment by 50;

-- Other names: acronyms, the same council with its places in the other order, its committee's name.
create table council_name (
    id bigint constraint council_name_pk primary key,
    version integer not null default 0,
    council_id bigint not null constraint council_name_council_fk references council,
    name text not null,
    kind text not null,
    constraint council_name_uk unique (council_id, name),
    constraint council_name_kind_ck check (kind in ('alias', 'acronym', 'former', 'as_printed'))
);

create sequence council_name_seq increment by 50;

create table council_side (
    id bigint constraint council_side_pk primary key,
    version integer not null default 0,
    council_id bigint not null constraint council_side_council_fk references council,
    place_id bigint not null constraint council_side_place_fk references place,
    position integer not null,
    constraint council_side_uk unique (council_id, place_id),
    constraint council_side_position_uk unique (council_id, position),
    constraint council_side_position_ck check (position > 0)
);

create sequence council_side_seq increment by 50;

-- A pillar keeps the council's wording and maps to our common focus areas.
create table pillar (
    id bigint constraint pillar_pk primary key,
    version integer not null default 0,
    council_id bigint not null constraint pillar_council_fk references council,
    name text not null,
    local_name text,
    position integer not null,
    constraint pillar_uk unique (council_id, name),
    constraint pillar_position_ck check (position > 0)
);

create sequence pillar_seq increment by 50;

create table pillar_focus_area (
    pillar_id bigint not null constraint pillar_focus_area_pillar_fk references pillar,
    focus_area_id bigint not null constraint pillar_focus_area_focus_area_fk references focus_area,
    constraint pillar_focus_area_pk primary key (pillar_id, focus_area_id)
);

-- Standing roles of the council itself, with their term; the roles of one day are meeting_role.
create table council_role (
    id bigint constraint council_role_pk primary key,
    version integer not null default 0,
    council_id bigint not null constraint council_role_council_fk references council,
    role text not null,
    person_id bigint constraint council_role_person_fk references person,
    organisation_id bigint constraint council_role_organisation_fk references organisation,
    office text,
    side_id bigint constraint council_role_side_fk references place,
    term text,
    position integer not null,
    constraint council_role_role_ck check (role in ('co_chair', 'vice_co_chair', 'adviser', 'secretariat')),
    constraint council_role_holder_ck check (num_nonnulls(person_id, organisation_id) = 1),
    constraint council_role_term_ck check (edtf_is_valid(term)),
    constraint council_role_position_ck check (position > 0)
);

create sequence council_role_seq increment by 50;

call create_audit_table('council');
call create_audit_table('council_name');
call create_audit_table('council_side');
call create_audit_table('pillar');
call create_audit_table('pillar_focus_area');
call create_audit_table('council_role');
call create_citation_table('council');
call index_foreign_keys();
