-- Any other statistic. It never enters a total or a chart together with figures.
create table indicator (
    id bigint constraint indicator_pk primary key,
    version integer not null default 0,
    name text,
    local_name text,
    place_id bigint constraint indicator_place_fk references place,
    other_place_id bigint constraint indicator_other_place_fk references place,
    organisation_id bigint constraint indicator_organisation_fk references organisation,
    council_id bigint constraint indicator_council_fk references council,
    meeting_id bigint constraint indicator_meeting_fk references meeting,
    agreement_id bigint constraint indicator_agreement_fk references agreement,
    project_id bigint constraint indicator_project_fk references project,
    nature text not null,
    value numeric not null,
    unit text not null,
    comparator text not null,
    second_value numeric,
    second_unit text,
    period text,
    note text,
    withdrawn_on timestamptz,
    withdrawal_reason text,
    constraint indicator_name_ck check (num_nonnulls(name, local_name) > 0),
    constraint indicator_subject_ck
        check (num_nonnulls(place_id, organisation_id, council_id, meeting_id, agreement_id, project_id) > 0),
    constraint indicator_pair_ck check (other_place_id is null or place_id is not null),
    constraint indicator_nature_ck check (nature in ('stock', 'flow', 'growth', 'rank')),
    constraint indicator_comparator_ck check (comparator in ('exactly', 'at_least', 'more_than', 'nearly', 'about', 'up_to')),
    constraint indicator_second_value_ck check ((second_value is null) = (second_unit is null)),
    constraint indicator_period_ck check (edtf_is_valid(period)),
    constraint indicator_withdrawal_ck check ((withdrawn_on is null) = (withdrawal_reason is null))
);

create sequence indicator_seq increment by 50;

call create_audit_table('indicator');
call create_citation_table('indicator');
call index_foreign_keys();
