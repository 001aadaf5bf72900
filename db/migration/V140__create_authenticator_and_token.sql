-- What a person holds besides a password: an app that makes codes, codes for the day on which it is lost, and tokens for programs.

create table authenticator (
    account_id bigint constraint authenticator_pk primary key constraint authenticator_account_fk references account on delete cascade,
    secret bytea not null,
    since timestamptz,
    last_step bigint,
    constraint authenticator_secret_ck check (length(secret) = 20)
);

create table recovery_code (
    account_id bigint constraint recovery_code_account_fk references account on delete cascade,
    digest text,
    used_at timestamptz,
    constraint recovery_code_pk primary key (account_id, digest),
    constraint recovery_code_digest_ck check (digest ~ '^[0-9a-f]{64}$')
);

create table token (
    id bigint constraint token_pk primary key,
    account_id bigint not null constraint token_account_fk references account on delete cascade,
    name text not null,
    digest text not null constraint token_digest_uk unique,
    created_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    constraint token_name_ck check (name = btrim(name) and length(name) between 1 and 100),
    constraint token_digest_ck check (digest ~ '^[0-9a-f]{64}$')
);

create sequence token_seq;

alter table account_event
    drop constraint account_event_what_ck,
    add constraint account_event_what_ck check (what in ('added', 'revised', 'role_changed', 'disabled', 'enabled', 'password_reset', 'password_changed',
        'authenticator_added', 'authenticator_removed', 'recovery_code_used', 'token_added', 'token_revoked'));

comment on table authenticator is 'The app that makes codes for somebody who signs in with a password.';
comment on column authenticator.account_id is 'Account of the person.';
comment on column authenticator.secret is 'Twenty bytes that Pacta and the app share, from which a code follows every 30 seconds (RFC 6238, SHA-1, six digits).';
comment on column authenticator.since is 'When the first code was given; empty until then, when no code is asked for.';
comment on column authenticator.last_step is 'Half minutes since 1970 of the newest code that was taken; no code of it or before is taken again.';
comment on table recovery_code is 'A code that signs somebody in once without the app.';
comment on column recovery_code.account_id is 'Account of the person.';
comment on column recovery_code.digest is 'SHA-256 of the code, which is shown once and kept nowhere.';
comment on column recovery_code.used_at is 'When it was used; empty while it can be.';
comment on table token is 'With which a program asks in the name of a person.';
comment on column token.id is 'Number of the token.';
comment on column token.account_id is 'The account in whose name it asks.';
comment on column token.name is 'What the person calls it.';
comment on column token.digest is 'SHA-256 of the token, which is shown once and kept nowhere.';
comment on column token.created_at is 'When it was made.';
comment on column token.last_used_at is 'When it was last used, to the minute; empty before.';
comment on column token.revoked_at is 'Since when it opens nothing any more; empty while it does.';

call index_foreign_keys();
