-- Who is signed in where, so that a restart signs nobody out: the tables of Spring Session JDBC 4.1, under the names it looks for.

create table spring_session (
    primary_id text constraint spring_session_pk primary key,
    session_id text not null constraint spring_session_session_id_uk unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name text
);

create index spring_session_expiry_time_idx on spring_session (expiry_time);
create index spring_session_principal_name_idx on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id text not null constraint spring_session_attributes_session_fk references spring_session on delete cascade,
    attribute_name text not null,
    attribute_bytes bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name)
);
