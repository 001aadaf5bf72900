-- The values of a list that are settled once each, and what a row is like.

create table import_value (
    id bigint constraint import_value_pk primary key,
    import_id bigint not null constraint import_value_import_fk references import on delete cascade,
    target text not null,
    key text not null,
    place text not null,
    printed text not null,
    place_printed text,
    uses integer not null,
    proposed_id bigint,
    proposed_choice text,
    decision text,
    record_id bigint,
    choice text,
    constraint import_value_uk unique (import_id, target, key, place),
    constraint import_value_target_ck check (target in ('party', 'party_place', 'kind', 'status', 'council')),
    constraint import_value_decision_ck check (decision in ('match', 'new', 'none', 'choice')),
    constraint import_value_match_ck check (decision is distinct from 'match' or record_id is not null),
    constraint import_value_choice_ck check (decision is distinct from 'choice' or choice is not null)
);

create sequence import_value_seq;

-- The organisations on record that a row names, but for those that most rows name; -1 stands for one that is not on record.
alter table import_row add column party_ids bigint[];

-- What the list says of itself, for the source that its agreements cite.
alter table import add column about jsonb;

create index agreement_standing_title_idx on agreement (title_key(coalesce(title, local_title))) where withdrawn_on is null;

call index_foreign_keys();
