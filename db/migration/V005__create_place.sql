create table place (
    id bigint constraint place_pk primary key,
    version integer not null default 0,
    slug text not null,
    name text not null,
    local_name text,
    kind text not null,
    parent_id bigint constraint place_parent_fk references place,
    iso_code text,
    note text,
    withdrawn_on timestamptz,
    withdrawal_reason text,
    constraint place_slug_uk unique (slug),
    constraint place_iso_code_uk unique (iso_code),
    constraint place_slug_ck check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    constraint place_kind_ck check (kind in ('country', 'province', 'municipality', 'city', 'district', 'zone')),
    constraint place_iso_code_ck check (iso_code ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
    constraint place_parent_ck check (parent_id <> id),
    constraint place_withdrawal_ck check ((withdrawn_on is null) = (withdrawal_reason is null))
);

create sequence place_seq increment by 50;

call create_audit_table('place');
call create_citation_table('place');
call index_foreign_keys();
