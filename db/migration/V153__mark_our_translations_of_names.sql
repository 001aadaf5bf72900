-- A name in two scripts may be in the sources in one of them only, as a title may: then the other is marked as ours.
alter table place add column translated text;
alter table place add constraint place_translated_ck check (translated in ('english', 'local'));
alter table place_aud add column translated text;
alter table person add column translated text;
alter table person add constraint person_translated_ck check (translated in ('english', 'local'));
alter table person_aud add column translated text;
alter table organisation add column translated text;
alter table organisation add constraint organisation_translated_ck check (translated in ('english', 'local'));
alter table organisation_aud add column translated text;
alter table council add column translated text;
alter table council add constraint council_translated_ck check (translated in ('english', 'local'));
alter table council_aud add column translated text;

comment on column place.translated is 'The name that is a translation of the editors, which no source has: english or local; empty where the sources have both, or there is one.';
comment on column person.translated is 'The name that is a translation of the editors, which no source has: english or local; empty where the sources have both, or there is one.';
comment on column organisation.translated is 'The name that is a translation of the editors, which no source has: english or local; empty where the sources have both, or there is one.';
comment on column council.translated is 'The name that is a translation of the editors, which no source has: english or local; empty where the sources have both, or there is one.';
