-- An editor may set a figure aside: it stays in view with the reason, and nothing follows from it.
alter table figure add column set_aside_reason text;
alter table figure_aud add column set_aside_reason text;

alter table figure add constraint figure_set_aside_ck check (not preferred or set_aside_reason is null);

comment on column figure.set_aside_reason is 'Why the editors set the figure aside: it stays in view, and no other number rests on it. Empty where it counts.';
