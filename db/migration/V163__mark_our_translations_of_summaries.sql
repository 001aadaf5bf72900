-- A summary in two scripts may have been written in one of them and translated for the other, as a title may.
alter table agreement add column summary_translated text;
alter table agreement add constraint agreement_summary_translated_ck check (summary_translated in ('english', 'local'));
alter table agreement_aud add column summary_translated text;
alter table project add column summary_translated text;
alter table project add constraint project_summary_translated_ck check (summary_translated in ('english', 'local'));
alter table project_aud add column summary_translated text;
alter table meeting add column summary_translated text;
alter table meeting add constraint meeting_summary_translated_ck check (summary_translated in ('english', 'local'));
alter table meeting_aud add column summary_translated text;
alter table council add column summary_translated text;
alter table council add constraint council_summary_translated_ck check (summary_translated in ('english', 'local'));
alter table council_aud add column summary_translated text;

comment on column agreement.summary_translated is 'The summary that is a translation of the editors: english or local; empty where neither is, or there is one.';
comment on column project.summary_translated is 'The summary that is a translation of the editors: english or local; empty where neither is, or there is one.';
comment on column meeting.summary_translated is 'The summary that is a translation of the editors: english or local; empty where neither is, or there is one.';
comment on column council.summary_translated is 'The summary that is a translation of the editors: english or local; empty where neither is, or there is one.';
