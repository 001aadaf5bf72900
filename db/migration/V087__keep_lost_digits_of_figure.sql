-- Of a number in a damaged or badly copied source some digits may be lost: "4?" is 40 to 49, and stands as printed in place of a value.
alter table figure add column value_as_printed text;
alter table figure_aud add column value_as_printed text;

alter table figure drop constraint figure_relation_ck;
alter table figure add constraint figure_relation_ck check (num_nonnulls(value, relation_factor, value_as_printed) = 1
    and (relation_factor is null) = (relation_ordinal is null) and relation_factor > 0);
alter table figure add constraint figure_value_as_printed_ck check (value_as_printed ~ '^(?=.*\?)[0-9?]{1,9}$');

comment on column figure.value_as_printed is 'The number as printed, with a question mark for each digit that is lost, such as 4? for 40 to 49; empty where it can be read.';
