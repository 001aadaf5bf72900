-- What became of an agreement or a project is told by statements, each of a day and with its source, so that the status of any day follows and none is
-- overwritten. The status of the record is the one last told; planned and signed, planned and launched need no statement.
alter table agreement
    drop constraint agreement_status_ck,
    add constraint agreement_status_ck check (status in ('planned', 'signed', 'provisionally_applied', 'in_force', 'extended', 'suspended', 'expired',
        'terminated', 'superseded'));

create table agreement_statement (
    id bigint constraint agreement_statement_pk primary key,
    version integer not null default 0,
    agreement_id bigint not null constraint agreement_statement_agreement_fk references agreement,
    position integer not null,
    status text not null,
    day text,
    source_id bigint constraint agreement_statement_source_fk references source,
    reason text,
    constraint agreement_statement_status_ck check (status in ('planned', 'signed', 'provisionally_applied', 'in_force', 'extended', 'suspended',
        'expired', 'terminated', 'superseded')),
    constraint agreement_statement_day_ck check (edtf_is_valid(day)),
    constraint agreement_statement_position_uk unique (agreement_id, position) deferrable initially deferred,
    constraint agreement_statement_position_ck check (position > 0)
);

create table project_statement (
    id bigint constraint project_statement_pk primary key,
    version integer not null default 0,
    project_id bigint not null constraint project_statement_project_fk references project,
    position integer not null,
    status text not null,
    day text,
    source_id bigint constraint project_statement_source_fk references source,
    reason text,
    constraint project_statement_status_ck check (status in ('planned', 'launched', 'completed', 'stopped')),
    constraint project_statement_day_ck check (edtf_is_valid(day)),
    constraint project_statement_position_uk unique (project_id, position) deferrable initially deferred,
    constraint project_statement_position_ck check (position > 0)
);

create sequence agreement_statement_seq increment by 50;
create sequence project_statement_seq increment by 50;
call create_audit_table('agreement_statement');
call create_audit_table('project_statement');
call index_foreign_keys();
create index agreement_statement_aud_agreement_idx on agreement_statement_aud (agreement_id);
create index project_statement_aud_project_idx on project_statement_aud (project_id);

-- What is known already beyond signing or launching stays, as a statement without a day.
do $$
declare
    made bigint;
begin
    if exists (select from agreement where status not in ('planned', 'signed'))
            or exists (select from project where status not in ('planned', 'launched')) then
        insert into revision (id, made_at, made_by, reason)
        values (nextval('revision_seq'), now(), 'Pacta', 'The status known so far is kept as a statement without a day.')
        returning id into made;
        insert into agreement_statement (id, agreement_id, position, status)
        select row_number() over (order by id), id, 1, status from agreement where status not in ('planned', 'signed');
        insert into project_statement (id, project_id, position, status)
        select row_number() over (order by id), id, 1, status from project where status not in ('planned', 'launched');
        perform setval('agreement_statement_seq', (select 50 + count(*) from agreement_statement));
        perform setval('project_statement_seq', (select 50 + count(*) from project_statement));
        insert into agreement_statement_aud
        select (jsonb_populate_record(null::agreement_statement_aud, to_jsonb(told) || jsonb_build_object('rev', made, 'revtype', 0))).*
        from agreement_statement told;
        insert into project_statement_aud
        select (jsonb_populate_record(null::project_statement_aud, to_jsonb(told) || jsonb_build_object('rev', made, 'revtype', 0))).*
        from project_statement told;
    end if;
end;
$$;

comment on table agreement_statement is 'What became of an agreement: one statement for each day that a source tells of, in their order.';
comment on column agreement_statement.id is 'Permanent number of the row. It is never given to another.';
comment on column agreement_statement.version is 'How often the row has been changed, so that of two editors at once the second notices.';
comment on column agreement_statement.agreement_id is 'The agreement.';
comment on column agreement_statement.position is 'Place in the order of the list, from 1.';
comment on column agreement_statement.status is 'What it was from that day on.';
comment on column agreement_statement.day is 'The day, in the Extended Date/Time Format; empty where no source tells it.';
comment on column agreement_statement.source_id is 'The source that says so; empty where it is one of those of the agreement.';
comment on column agreement_statement.reason is 'Why it stands though it does not follow from the statement before; empty where it does.';
comment on table project_statement is 'What became of a project: one statement for each day that a source tells of, in their order.';
comment on column project_statement.id is 'Permanent number of the row. It is never given to another.';
comment on column project_statement.version is 'How often the row has been changed, so that of two editors at once the second notices.';
comment on column project_statement.project_id is 'The project.';
comment on column project_statement.position is 'Place in the order of the list, from 1.';
comment on column project_statement.status is 'What it was from that day on.';
comment on column project_statement.day is 'The day, in the Extended Date/Time Format; empty where no source tells it.';
comment on column project_statement.source_id is 'The source that says so; empty where it is one of those of the project.';
comment on column project_statement.reason is 'Why it stands though it does not follow from the statement before; empty where it does.';
