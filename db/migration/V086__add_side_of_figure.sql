-- A source may count for one side of a council only. Such a figure is never added to the other side's, nor held against what is said of both.
alter table figure add column side_id bigint constraint figure_side_fk references place;
alter table figure_aud add column side_id bigint;

call index_foreign_keys();

comment on column figure.side_id is 'The side of the council whose agreements or projects alone are counted; empty where both are, as in nearly all.';
