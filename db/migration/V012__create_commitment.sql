create table commitment (
    id bigint constraint commitment_pk primary key,
    version integer not null default 0,
    statement text,
    local_statement text,
    council_id bigint constraint commitment_council_fk references council,
    meeting_id bigint constraint commitment_meeting_fk references meeting,
    agreement_id bigint constraint commitment_agreement_fk references agreement,
    project_id bigint constraint commitment_project_fk references project,
    organisation_id bigint constraint commitment_organisation_fk references organisation,
    quantity numeric,
    unit text,
    comparator text,
    due text,
    outcome text not null,
    evidence text,
    withdrawn_on timestamptz,
    withdrawal_reason text,
    due_latest date generated always as (edtf_latest(due)) stored,
    constraint commitment_statement_ck check (num_nonnulls(statement, local_statement) > 0),
    constraint commitment_about_ck check (num_nonnulls(council_id, meeting_id, agreement_id, project_id) > 0),
    constraint commitment_comparator_ck check (comparator in ('exactly', 'at_least', 'more_than', 'nearly', 'about', 'up_to')),
    constraint commitment_quantity_ck check ((quantity is null) = (unit is null) and (quantity is null) = (comparator is null)),
    constraint commitment_due_ck check (edtf_is_valid(due)),
    constraint commitment_outcome_ck check (outcome in ('not_published', 'kept', 'kept_late', 'partly_kept', 'not_kept')),
    constraint commitment_withdrawal_ck check ((withdrawn_on is null) = (withdrawal_reason is null))
);

create sequence commitment_seq increment by 50;

call create_audit_table('commitment');
call create_citation_table('commitment');
call index_foreign_keys();
