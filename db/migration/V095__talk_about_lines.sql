-- What is said of a draft and of its lines between those who prepare it and those who review it. It stays, whatever becomes of the draft.
create table draft_remark (
    id bigint constraint draft_remark_pk primary key,
    draft_id bigint not null constraint draft_remark_draft_fk references draft on delete cascade,
    line_id bigint constraint draft_remark_line_fk references draft_line on delete cascade,
    words text not null,
    said_at timestamptz not null,
    said_by_id bigint not null constraint draft_remark_said_by_fk references account,
    constraint draft_remark_words_ck check (words <> '' and length(words) <= 2000)
);

create sequence draft_remark_seq;
create index draft_remark_place_idx on draft_remark (draft_id, line_id, id);

insert into draft_remark (id, draft_id, line_id, words, said_at, said_by_id)
select nextval('draft_remark_seq'), said.*
from (
    select draft.id as draft, null::bigint as line, review_comment, changed_at, reviewer_id
    from draft where review_comment <> '' and reviewer_id is not null
    union all
    select draft.id, line.id, comment, changed_at, reviewer_id
    from draft_line line join draft on draft.id = draft_id where comment <> '' and reviewer_id is not null
    order by draft, line nulls first
) said;

alter table draft drop column review_comment;
alter table draft_line drop column comment;

-- What a reviewer has seen when the draft was last returned, so that it is seen what was changed since.
alter table draft add column returned_at timestamptz;
alter table draft_line add column returned jsonb;

-- Every page of the desk says how many wait.
create index draft_state_idx on draft (state) where state in ('open', 'submitted', 'returned');

call index_foreign_keys();
