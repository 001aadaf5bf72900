-- A check that is unknown lets a row pass, so an event could lack the role it gave.
alter table account_event
    add constraint account_event_role_given_ck check ((role is not null) = (what in ('added', 'role_changed')));
