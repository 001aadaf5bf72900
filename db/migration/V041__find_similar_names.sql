-- Names that are spelt alike are found by the groups of three letters they share.
create extension if not exists pg_trgm;

create index organisation_name_trgm_idx on organisation using gin (name gin_trgm_ops);
create index organisation_local_name_trgm_idx on organisation using gin (local_name gin_trgm_ops);
create index organisation_other_name_trgm_idx on organisation_name using gin (name gin_trgm_ops);
