-- What was done, in a chain: each row carries a digest of itself and of the digest before it, so that no row can be changed, taken out or put in
-- without all after it. Who does something leaves a row that waits, in the transaction that does it, and queues for nobody; one instance puts
-- those that are committed into the chain.

create table audit_waiting (
    id bigint constraint audit_waiting_pk primary key,
    happened_at timestamptz not null,
    what text not null,
    account_id bigint,
    about text,
    detail text,
    constraint audit_waiting_what_ck check (what ~ '^[a-z_]+$')
);

create sequence audit_waiting_seq;

create table audit_entry (
    position bigint constraint audit_entry_pk primary key,
    happened_at timestamptz not null,
    what text not null,
    account_id bigint,
    about text,
    detail text,
    digest text not null,
    constraint audit_entry_position_ck check (position > 0),
    constraint audit_entry_digest_ck check (digest ~ '^[0-9a-f]{64}$')
);

create function refuse_to_change_audit() returns trigger
    language plpgsql as
$$
begin
    raise exception 'The audit chain is only added to' using errcode = 'insufficient_privilege';
end;
$$;

create trigger audit_entry_stays before update or delete or truncate on audit_entry
    for each statement execute function refuse_to_change_audit();

create function note_revision() returns trigger
    language plpgsql as
$$
begin
    insert into audit_waiting (id, happened_at, what, account_id, about)
    values (nextval('audit_waiting_seq'), new.made_at, 'revision', new.made_by_id, new.id::text);
    return null;
end;
$$;

create trigger revision_is_noted after insert on revision
    for each row execute function note_revision();

create function note_account_event() returns trigger
    language plpgsql as
$$
begin
    insert into audit_waiting (id, happened_at, what, account_id, about, detail)
    values (nextval('audit_waiting_seq'), new.happened_at, 'account_' || new.what, new.made_by_id, 'account ' || new.account_id, new.role);
    return null;
end;
$$;

create trigger account_event_is_noted after insert on account_event
    for each row execute function note_account_event();

insert into audit_waiting (id, happened_at, what, account_id, about, detail)
select nextval('audit_waiting_seq'), *
from (
    select happened_at, 'account_' || what, made_by_id, 'account ' || account_id, role from account_event
    union all
    select made_at, 'revision', made_by_id, id::text, null from revision
    order by 1
) before;
