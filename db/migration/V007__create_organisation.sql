create table organisation (
    id bigint constraint organisation_pk primary key,
    version integer not null default 0,
    name text,
    local_name text,
    kind text not null,
    place_id bigint constraint organisation_place_fk references place,
    parent_id bigint constraint organisation_parent_fk references organisation,
    to_complete boolean not null default false,
    note text,
    merged_into_id bigint constraint organisation_merged_into_fk references organisation,
    withdrawn_on timestamptz,
    withdrawal_reason text,
    constraint organisation_name_ck check (num_nonnulls(name, local_name) > 0),
    constraint organisation_kind_ck check (kind in ('company', 'ministry', 'agency', 'government', 'court', 'bank', 'hospital',
        'university', 'research_institute', 'association', 'zone', 'fund', 'other')),
    constraint organisation_parent_ck check (parent_id <> id),
    constraint organisation_merged_into_ck check (merged_into_id <> id),
    constraint organisation_withdrawal_ck check ((withdrawn_on is null) = (withdrawal_reason is null))
);

create sequence organisation_seq increment by 50;

create table organisation_name (
    id bigint constraint organisation_name_pk primary key,
    version integer not null default 0,
    organisation_id bigint not null constraint organisation_name_organisation_fk references organisation,
    name text not null,
    kind text not null,
    constraint organisation_name_uk unique (organisation_id, name),
    constraint organisation_name_kind_ck check (kind in ('alias', 'acronym', 'former', 'as_printed'))
);

create sequence organisation_name_seq increment by 50;

create table organisation_identifier (
    id bigint constraint organisation_identifier_pk primary key,
    version integer not null default 0,
    organisation_id bigint not null constraint organisation_identifier_organisation_fk references organisation,
    scheme text not null,
    value text not null,
    constraint organisation_identifier_uk unique (scheme, value),
    constraint organisation_identifier_scheme_ck check (scheme in ('uen', 'uscc', 'lei', 'ror', 'wikidata'))
);

create sequence organisation_identifier_seq increment by 50;

call create_audit_table('organisation');
call create_audit_table('organisation_name');
call create_audit_table('organisation_identifier');
call create_citation_table('organisation');
call index_foreign_keys();
