-- Each step somebody takes in looking through what was found in a text, with the lines as they were before, so that it can be undone.
create table review_step (
    id bigint constraint review_step_pk primary key,
    draft_id bigint not null constraint review_step_draft_fk references draft,
    taken_at timestamptz not null,
    before jsonb not null
);

create sequence review_step_seq;

call index_foreign_keys();
