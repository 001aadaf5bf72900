-- A figure speaks of meetings by the numbers that meetings can have. Rows of before are looked at when they are next changed.

alter table figure
    add constraint figure_ordinal_ck check (ordinal between 1 and 999) not valid,
    add constraint figure_through_ordinal_range_ck check (through_ordinal between 1 and 999) not valid,
    add constraint figure_relation_ordinal_ck check (relation_ordinal between 1 and 999) not valid;
