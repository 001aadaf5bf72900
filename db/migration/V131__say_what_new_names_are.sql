-- What is known of a name that stands for a new organisation, and with which other name of the draft it is one.
alter table draft_name add column kind text;
alter table draft_name add column place_id bigint constraint draft_name_place_fk references place;
alter table draft_name add column same_as text;
alter table draft_name add constraint draft_name_new_ck check (organisation_id is null or kind is null and place_id is null and same_as is null);

comment on column draft_name.kind is 'Kind of the new organisation that it stands for; empty where nobody said, or it stands for one on record.';
comment on column draft_name.place_id is 'Place of the new organisation that it stands for; empty where nobody said, or it stands for one on record.';
comment on column draft_name.same_as is 'The key of another name in the draft that stands for the same new organisation and names it; empty where it does so itself.';

call index_foreign_keys();
