-- Who may sign in. An account is disabled and never deleted, since what somebody did keeps their name.

create table account (
    id bigint constraint account_pk primary key,
    version integer not null default 0,
    name text not null constraint account_name_uk unique,
    display_name text not null,
    email text constraint account_email_uk unique,
    role text not null,
    password_hash text not null,
    password_set_at timestamptz not null,
    must_change_password boolean not null,
    last_signed_in_at timestamptz,
    disabled_since timestamptz,
    constraint account_name_ck check (name = lower(name) and name !~ '\s' and length(name) between 2 and 60),
    constraint account_display_name_ck check (display_name = btrim(display_name) and length(display_name) between 1 and 100),
    constraint account_email_ck check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
    constraint account_role_ck check (role in ('editor', 'reviewer', 'admin'))
);

create sequence account_seq;

-- What was done with an account. Who did it is empty where it was done at the server itself: at the first start or by the command.
create table account_event (
    id bigint constraint account_event_pk primary key,
    account_id bigint not null constraint account_event_account_fk references account,
    happened_at timestamptz not null,
    made_by_id bigint constraint account_event_made_by_fk references account,
    what text not null,
    role text,
    constraint account_event_what_ck check (what in ('added', 'revised', 'role_changed', 'disabled', 'enabled', 'password_reset', 'password_changed')),
    constraint account_event_role_ck check (case when what in ('added', 'role_changed') then role in ('editor', 'reviewer', 'admin') else role is null end)
);

create sequence account_event_seq;

call index_foreign_keys();
