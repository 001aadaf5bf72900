-- The key under which names are looked up, whatever the locale of the server: the letters and digits of the common scripts alone. Names that
-- are the same for readers have the same key; others may share one, so whoever looks a name up compares what is found.
create function name_key(name text) returns text language sql immutable strict parallel safe as
$$
    select left(regexp_replace(translate(lower(normalize(name, nfkc) collate pg_catalog."pg_c_utf8"), 'ς', 'σ'),
        '[^a-z0-9\u00df-\u00f6\u00f8-\u00ff\u0101-\u024f\u0391-\u03a1\u03a3-\u03c9\u0430-\u045f\u05d0-\u05ea\u0621-\u063a\u0904-\u0939\u0e01-\u0e30\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+',
        '', 'g'), 100)
$$;

create index organisation_name_key_idx on organisation (name_key(name));
create index organisation_local_name_key_idx on organisation (name_key(local_name));
create index organisation_other_name_key_idx on organisation_name (name_key(name));
