-- Organisations that were merged, and each record that was changed by it as it stood before and after, so that it can be moved back.
create table organisation_merge (
    id bigint constraint organisation_merge_pk primary key,
    from_id bigint not null constraint organisation_merge_from_fk references organisation,
    into_id bigint not null constraint organisation_merge_into_fk references organisation,
    reason text not null,
    merged_at timestamptz not null,
    merged_by_id bigint not null constraint organisation_merge_merged_by_fk references account,
    undone_at timestamptz,
    undone_by_id bigint constraint organisation_merge_undone_by_fk references account,
    undone_reason text,
    constraint organisation_merge_into_ck check (from_id <> into_id),
    constraint organisation_merge_undone_ck check (num_nonnulls(undone_at, undone_by_id, undone_reason) in (0, 3))
);

create sequence organisation_merge_seq;

create table organisation_merge_move (
    id bigint constraint organisation_merge_move_pk primary key,
    merge_id bigint not null constraint organisation_merge_move_merge_fk references organisation_merge,
    kind text not null,
    record_id bigint not null,
    before jsonb not null,
    after jsonb not null,
    constraint organisation_merge_move_uk unique (merge_id, kind, record_id),
    constraint organisation_merge_move_kind_ck check (kind in ('organisation', 'council', 'meeting', 'agreement', 'project', 'commitment', 'indicator'))
);

create sequence organisation_merge_move_seq;

-- Two organisations that look like one and are not.
create table organisation_distinct (
    one_id bigint constraint organisation_distinct_one_fk references organisation,
    other_id bigint constraint organisation_distinct_other_fk references organisation,
    said_at timestamptz not null,
    said_by_id bigint not null constraint organisation_distinct_said_by_fk references account,
    constraint organisation_distinct_pk primary key (one_id, other_id),
    constraint organisation_distinct_order_ck check (one_id < other_id)
);

call index_foreign_keys();
