-- A title in two scripts may be in the sources in one of them only: then the other is marked as ours.
alter table agreement add column translated text;
alter table agreement add constraint agreement_translated_ck check (translated in ('english', 'local'));
alter table agreement_aud add column translated text;
alter table project add column translated text;
alter table project add constraint project_translated_ck check (translated in ('english', 'local'));
alter table project_aud add column translated text;

comment on column agreement.translated is 'The title that is a translation of the editors, which no source has: english or local; empty where the sources have both, or there is one.';
comment on column project.translated is 'The title that is a translation of the editors, which no source has: english or local; empty where the sources have both, or there is one.';
