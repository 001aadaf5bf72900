-- The key under which spellings of a title that differ in width, case, marks or blanks are the same, whatever the locale of the server.
create function title_key(title text) returns text language sql immutable strict parallel safe as
$$
    select btrim(regexp_replace(replace(lower(normalize(title, nfkc)), '’', ''''),
        '[\u0001-\u0025\u0028-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'))
$$;

create index agreement_title_key_idx on agreement (council_id, title_key(coalesce(title, local_title)));
create index project_title_key_idx on project (council_id, title_key(coalesce(title, local_title)));
