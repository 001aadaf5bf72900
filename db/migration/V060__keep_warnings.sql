-- A warning of a draft that somebody has answered by a reason; it stands as long as the warning stays the same.
create table draft_kept (
    id bigint constraint draft_kept_pk primary key,
    draft_id bigint not null constraint draft_kept_draft_fk references draft,
    warning text not null,
    reason text not null,
    kept_at timestamptz not null,
    kept_by_id bigint not null constraint draft_kept_kept_by_fk references account,
    constraint draft_kept_uk unique (draft_id, warning),
    constraint draft_kept_reason_ck check (reason <> '')
);

create sequence draft_kept_seq;

-- The councils whose reviewers may publish what they have drafted themselves.
create table publishing_alone (
    council_id bigint constraint publishing_alone_pk primary key constraint publishing_alone_council_fk references council,
    since timestamptz not null,
    allowed_by_id bigint not null constraint publishing_alone_allowed_by_fk references account
);

call index_foreign_keys();
