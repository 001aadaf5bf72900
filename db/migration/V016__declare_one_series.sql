-- Where the sources of a council use two words for one series of numbers, an editor may say so, with the reason.
alter table council
    add column series_word text,
    add column series_measure text,
    add column series_reason text,
    add constraint council_series_word_ck check (series_word in ('mous', 'agreements', 'projects')),
    add constraint council_series_measure_ck check (series_measure in ('mous', 'agreements', 'projects') and series_measure <> series_word),
    add constraint council_series_ck check (num_nonnulls(series_word, series_measure, series_reason) in (0, 3));
alter table council_aud
    add column series_word text,
    add column series_measure text,
    add column series_reason text;

comment on column council.series_word is 'A measure that in the sources of this council is only another word for series_measure; empty when no editor says so.';
comment on column council.series_measure is 'The measure whose announced numbers it belongs to.';
comment on column council.series_reason is 'Why an editor says so.';
