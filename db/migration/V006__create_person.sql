create table person (
    id bigint constraint person_pk primary key,
    version integer not null default 0,
    name text not null,
    local_name text,
    note text,
    withdrawn_on timestamptz,
    withdrawal_reason text,
    constraint person_withdrawal_ck check ((withdrawn_on is null) = (withdrawal_reason is null))
);

create sequence person_seq increment by 50;

create table person_name (
    id bigint constraint person_name_pk primary key,
    version integer not null default 0,
    person_id bigint not null constraint person_name_person_fk references person,
    name text not null,
    kind text not null,
    constraint person_name_uk unique (person_id, name),
    constraint person_name_kind_ck check (kind in ('alias', 'former', 'as_printed'))
);

create sequence person_name_seq increment by 50;

call create_audit_table('person');
call create_audit_table('person_name');
call create_citation_table('person');
call index_foreign_keys();
