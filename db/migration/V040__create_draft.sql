-- What staff prepare. Only publishing writes into the tables of the registry, so those never hold half a meeting.

create table draft (
    id bigint constraint draft_pk primary key,
    version integer not null default 0,
    council_id bigint not null constraint draft_council_fk references council,
    meeting_id bigint constraint draft_meeting_fk references meeting,
    author_id bigint not null constraint draft_author_fk references account,
    state text not null,
    made_at timestamptz not null,
    changed_at timestamptz not null,
    reviewer_id bigint constraint draft_reviewer_fk references account,
    review_comment text,
    ended_at timestamptz,
    published_path text,
    constraint draft_state_ck check (state in ('open', 'submitted', 'returned', 'published', 'discarded')),
    constraint draft_ended_ck check ((ended_at is not null) = (state in ('published', 'discarded')))
);

create sequence draft_seq;

-- Raw text as it was pasted or read from a file: the evidence of the lines that were found in it.
create table draft_text (
    id bigint constraint draft_text_pk primary key,
    draft_id bigint not null constraint draft_text_draft_fk references draft,
    name text not null,
    words text not null,
    added_at timestamptz not null,
    added_by_id bigint not null constraint draft_text_added_by_fk references account
);

create sequence draft_text_seq;

-- One line of the page: what was typed, as it was typed, whether or not it can be read yet.
create table draft_line (
    id bigint constraint draft_line_pk primary key,
    version integer not null default 0,
    draft_id bigint not null constraint draft_line_draft_fk references draft,
    entry text not null,
    section text not null,
    position integer not null,
    state text not null,
    typed jsonb not null,
    record_id bigint,
    record_version integer,
    text_id bigint constraint draft_line_text_fk references draft_text,
    start_at integer,
    end_at integer,
    doubt text,
    comment text,
    constraint draft_line_section_ck check (section in ('basics', 'chair', 'source', 'figure', 'agreement', 'project', 'commitment')),
    constraint draft_line_state_ck check (state in ('entered', 'proposed', 'removed')),
    constraint draft_line_entry_uk unique (draft_id, entry),
    constraint draft_line_record_ck check ((record_id is null) = (record_version is null)),
    constraint draft_line_text_ck check (num_nonnulls(text_id, start_at, end_at) in (0, 3) and start_at <= end_at)
);

create sequence draft_line_seq;
create index draft_line_place_idx on draft_line (draft_id, section, position);

-- What a name in the draft stands for: an organisation on record, or a new one.
create table draft_name (
    id bigint constraint draft_name_pk primary key,
    draft_id bigint not null constraint draft_name_draft_fk references draft,
    name_key text not null,
    printed text not null,
    organisation_id bigint constraint draft_name_organisation_fk references organisation,
    constraint draft_name_uk unique (draft_id, name_key)
);

create sequence draft_name_seq;

call index_foreign_keys();
