alter table agreement add column place_of_signing text;
alter table agreement_aud add column place_of_signing text;

comment on column agreement.place_of_signing is 'Where it was signed, as far as the sources say, in their words; empty where they do not.';
