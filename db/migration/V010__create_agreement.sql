create table agreement (
    id bigint constraint agreement_pk primary key,
    version integer not null default 0,
    kind text not null,
    kind_as_printed text,
    title text,
    local_title text,
    summary text,
    local_summary text,
    council_id bigint constraint agreement_council_fk references council,
    meeting_id bigint constraint agreement_meeting_fk references meeting,
    position integer,
    signed_on text,
    signed_on_inferred text,
    status text not null,
    counting text not null,
    counting_note text,
    parties text not null,
    founds_council_id bigint constraint agreement_founds_council_fk references council,
    note text,
    withdrawn_on timestamptz,
    withdrawal_reason text,
    signed_sort date generated always as (edtf_sort(signed_on)) stored,
    signed_earliest date generated always as (edtf_earliest(signed_on)) stored,
    signed_latest date generated always as (edtf_latest(signed_on)) stored,
    constraint agreement_title_ck check (num_nonnulls(title, local_title) > 0),
    constraint agreement_kind_ck check (kind in ('mou', 'agreement', 'framework_agreement', 'commercial_contract',
        'letter_of_intent', 'joint_statement', 'action_plan', 'protocol', 'other')),
    constraint agreement_status_ck check (status in ('planned', 'signed', 'in_force', 'expired', 'terminated')),
    constraint agreement_counting_ck check (counting in ('in_count', 'outside', 'not_stated')),
    constraint agreement_parties_ck check (parties in ('all_published', 'some_published', 'not_published')),
    constraint agreement_signed_on_ck check (edtf_is_valid(signed_on)),
    constraint agreement_signed_on_inferred_ck check (signed_on_inferred in ('year', 'day', 'date')),
    constraint agreement_position_ck check (position > 0),
    constraint agreement_withdrawal_ck check ((withdrawn_on is null) = (withdrawal_reason is null))
);

create sequence agreement_seq increment by 50;
create index agreement_signed_idx on agreement (signed_sort desc nulls last, id desc);
create index agreement_title_idx on agreement (coalesce(title, local_title), id desc);
create index agreement_count_idx on agreement (council_id, kind, counting) where withdrawn_on is null;
-- Holds all that a list is narrowed by, so that its rows are counted without reading them.
create index agreement_filter_idx on agreement (kind, signed_sort)
    include (id, council_id, status, signed_earliest, signed_latest) where withdrawn_on is null;
create index agreement_meeting_count_idx on agreement (meeting_id, kind) where withdrawn_on is null;
create index agreement_council_signed_idx on agreement (council_id, signed_sort desc nulls last, id desc);

-- An organisation in an agreement, never "party A" and "party B". Where only the person is published, the organisation is absent.
create table signatory (
    id bigint constraint signatory_pk primary key,
    version integer not null default 0,
    agreement_id bigint not null constraint signatory_agreement_fk references agreement,
    organisation_id bigint constraint signatory_organisation_fk references organisation,
    role text not null,
    as_printed text,
    person_id bigint constraint signatory_person_fk references person,
    office text,
    position integer not null,
    constraint signatory_role_ck check (role in ('signs', 'witnesses', 'implements')),
    constraint signatory_holder_ck check (num_nonnulls(organisation_id, person_id) > 0),
    constraint signatory_position_uk unique (agreement_id, position),
    constraint signatory_position_ck check (position > 0)
);

create sequence signatory_seq increment by 50;

-- The sides a signatory stands for: one, or several for a body of both sides; none where it is not published.
create table signatory_side (
    signatory_id bigint not null constraint signatory_side_signatory_fk references signatory,
    place_id bigint not null constraint signatory_side_place_fk references place,
    constraint signatory_side_pk primary key (signatory_id, place_id)
);

create table agreement_focus_area (
    agreement_id bigint not null constraint agreement_focus_area_agreement_fk references agreement,
    focus_area_id bigint not null constraint agreement_focus_area_focus_area_fk references focus_area,
    constraint agreement_focus_area_pk primary key (agreement_id, focus_area_id)
);

create table agreement_relation (
    id bigint constraint agreement_relation_pk primary key,
    version integer not null default 0,
    agreement_id bigint not null constraint agreement_relation_agreement_fk references agreement,
    related_id bigint not null constraint agreement_relation_related_fk references agreement,
    kind text not null,
    constraint agreement_relation_uk unique (agreement_id, related_id, kind),
    constraint agreement_relation_kind_ck check (kind in ('renews', 'amends', 'supersedes', 'implements')),
    constraint agreement_relation_related_ck check (related_id <> agreement_id)
);

create sequence agreement_relation_seq increment by 50;

call create_audit_table('agreement');
call create_audit_table('signatory');
call create_audit_table('signatory_side');
call create_audit_table('agreement_focus_area');
call create_audit_table('agreement_relation');
call create_citation_table('agreement');
call index_foreign_keys();
