alter table agreement
    add column series_number text,
    add column approval text,
    add column authentic_languages text;
alter table agreement_aud
    add column series_number text,
    add column approval text,
    add column authentic_languages text;

comment on column agreement.series_number is 'The number it goes by, with the series that counts it, such as a treaty series; empty where no source gives one.';
comment on column agreement.approval is 'What approved it, such as a law with its day, as the sources say; empty where they do not.';
comment on column agreement.authentic_languages is 'The languages of its text that are authentic, as the sources say; empty where they do not.';
