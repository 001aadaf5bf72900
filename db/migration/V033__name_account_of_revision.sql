-- A revision keeps the name it was made under, and the account where somebody was signed in.
alter table revision
    add column made_by_id bigint constraint revision_made_by_fk references account;

call index_foreign_keys();
