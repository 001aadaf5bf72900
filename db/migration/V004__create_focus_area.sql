create table focus_area (
    id bigint constraint focus_area_pk primary key,
    version integer not null default 0,
    slug text not null,
    name text not null,
    local_name text not null,
    description text,
    constraint focus_area_slug_uk unique (slug),
    constraint focus_area_slug_ck check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);

create sequence focus_area_seq increment by 50;

call create_audit_table('focus_area');
