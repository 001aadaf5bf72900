alter table import add column wanted_mapping text;

comment on column import.wanted_mapping is 'Name of the mapping by which all rows are tried once the list is read; empty where none was asked for.';
