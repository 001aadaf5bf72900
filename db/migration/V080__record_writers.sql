-- Who has typed anything of a draft or a correction: somebody else publishes it. Of those from before, only the author is known.
create table draft_writer (
    draft_id bigint not null constraint draft_writer_draft_fk references draft on delete cascade,
    account_id bigint not null constraint draft_writer_account_fk references account,
    since timestamptz not null,
    constraint draft_writer_pk primary key (draft_id, account_id)
);

insert into draft_writer (draft_id, account_id, since) select id, author_id, made_at from draft;

create table correction_writer (
    correction_id bigint not null constraint correction_writer_correction_fk references correction on delete cascade,
    account_id bigint not null constraint correction_writer_account_fk references account,
    since timestamptz not null,
    constraint correction_writer_pk primary key (correction_id, account_id)
);

insert into correction_writer (correction_id, account_id, since) select id, author_id, made_at from correction;

call index_foreign_keys();
