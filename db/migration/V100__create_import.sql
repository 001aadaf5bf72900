-- A list of somebody's own that moves in: the file as it came, its rows, and what its columns hold.

create table import_file (
    sha256 text constraint import_file_pk primary key,
    size bigint not null,
    kept_at timestamptz not null,
    constraint import_file_sha256_ck check (sha256 ~ '^[0-9a-f]{64}$')
);

create table import_file_part (
    sha256 text not null constraint import_file_part_file_fk references import_file on delete cascade,
    position integer not null,
    content bytea not null,
    constraint import_file_part_pk primary key (sha256, position)
);

create table import (
    id bigint constraint import_pk primary key,
    name text not null,
    sha256 text not null constraint import_file_fk references import_file,
    author_id bigint not null constraint import_author_fk references account,
    made_at timestamptz not null,
    changed_at timestamptz not null,
    state text not null,
    work text,
    done integer not null default 0,
    due integer not null default 0,
    trouble text,
    kind text,
    sheets jsonb not null default '[]',
    sheet integer not null default 0,
    charset text,
    separator text,
    heading_row integer not null default 0,
    headings jsonb not null default '[]',
    mapping jsonb,
    tried_at timestamptz,
    reviewer_id bigint constraint import_reviewer_fk references account,
    comment text,
    source_id bigint constraint import_source_fk references source,
    constraint import_state_ck check (state in ('unread', 'open', 'submitted', 'returned', 'published', 'undone', 'discarded')),
    constraint import_work_ck check (work in ('read', 'try', 'publish', 'undo')),
    constraint import_kind_ck check (kind in ('csv', 'xlsx'))
);

create sequence import_seq;
create index import_work_idx on import (id) where work is not null;

create table import_writer (
    import_id bigint not null constraint import_writer_import_fk references import on delete cascade,
    account_id bigint not null constraint import_writer_account_fk references account,
    constraint import_writer_pk primary key (import_id, account_id)
);

create table import_row (
    import_id bigint not null constraint import_row_import_fk references import on delete cascade,
    number integer not null,
    cells jsonb not null,
    state text,
    reason text,
    reason_column integer,
    about text,
    key text,
    title text,
    signed_on text,
    like_id bigint,
    record_id bigint constraint import_row_record_fk references agreement,
    constraint import_row_pk primary key (import_id, number),
    constraint import_row_state_ck check (state in ('ready', 'look', 'refused', 'there'))
);

create index import_row_state_idx on import_row (import_id, state, number);
create index import_row_key_idx on import_row (key) where record_id is not null;

create table import_mapping (
    name text constraint import_mapping_pk primary key,
    headings text not null,
    mapping jsonb not null,
    author_id bigint not null constraint import_mapping_author_fk references account,
    saved_at timestamptz not null,
    constraint import_mapping_name_ck check (name <> '' and length(name) <= 100)
);

create index import_mapping_headings_idx on import_mapping (headings);

call index_foreign_keys();
