-- One record that somebody changes or adds: its form as it was typed, until it is published.

create table correction (
    id bigint constraint correction_pk primary key,
    version integer not null default 0,
    entry text not null constraint correction_entry_uk unique,
    kind text not null,
    record_id bigint,
    base_version integer,
    base_revision bigint constraint correction_base_revision_fk references revision,
    typed jsonb not null,
    reason text not null,
    author_id bigint not null constraint correction_author_fk references account,
    state text not null,
    made_at timestamptz not null,
    changed_at timestamptz not null,
    reviewer_id bigint constraint correction_reviewer_fk references account,
    review_comment text,
    ended_at timestamptz,
    published_path text,
    constraint correction_kind_ck check (kind in ('place', 'source', 'person', 'organisation', 'council', 'meeting',
        'agreement', 'project', 'commitment', 'figure', 'indicator')),
    constraint correction_base_ck check (num_nonnulls(record_id, base_version, base_revision) in (0, 3)),
    constraint correction_state_ck check (state in ('open', 'submitted', 'returned', 'published', 'discarded')),
    constraint correction_ended_ck check ((ended_at is not null) = (state in ('published', 'discarded')))
);

create sequence correction_seq;
create index correction_state_idx on correction (state) where state in ('open', 'submitted', 'returned');

call index_foreign_keys();
