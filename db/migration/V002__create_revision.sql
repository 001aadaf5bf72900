-- Every change is a revision: who, when, why. Each audited table has a twin that Envers writes.

create table revision (
    id bigint constraint revision_pk primary key,
    made_at timestamptz not null,
    made_by text not null,
    reason text not null
);

-- One by one: with blocks reserved in advance, the later of two changes by two instances could get the lower number.
create sequence revision_seq;

-- Creates the audit twin of a table: its columns but for the optimistic lock and generated ones, all nullable, and
-- rev, revtype (0 added, 1 changed, 2 removed) and revend, the revision that ended the row.
create procedure create_audit_table(audited text)
    language plpgsql as
$$
declare
    columns text;
    keys text;
begin
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute
    where attrelid = audited::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'version';
    select string_agg(quote_ident(attname), ', ' order by array_position(conkey, attnum)) into keys
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any (conkey)
    where conrelid = audited::regclass and contype = 'p';
    execute format('create table %I as select %s, null::bigint as rev, null::smallint as revtype, null::bigint as revend
                    from %I where false', audited || '_aud', columns, audited);
    execute format('alter table %1$I
        add constraint %2$I primary key (%4$s, rev),
        add constraint %3$I foreign key (rev) references revision',
        audited || '_aud', audited || '_aud_pk', audited || '_aud_rev_fk', keys);
end;
$$;

-- Gives each foreign key that no index starts with an index of its own.
create procedure index_foreign_keys()
    language plpgsql as
$$
declare
    key record;
begin
    for key in
        select conrelid::regclass as owner, regexp_replace(conname, '_fk$', '_idx') as name, attname as target
        from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
        where contype = 'f' and connamespace = current_schema()::regnamespace
          and not exists (select from pg_index where indrelid = conrelid and indkey[0] = conkey[1] and indpred is null)
    loop
        execute format('create index %I on %s (%I)', key.name, key.owner, key.target);
    end loop;
end;
$$;
