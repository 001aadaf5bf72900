-- A record that was withdrawn elsewhere, or whose content must not be kept, leaves its number and why: nobody else gets the number, and its page
-- says what became of it.

create table withdrawn (
    kind text not null,
    record_id bigint not null,
    withdrawn_on timestamptz not null,
    reason text not null,
    constraint withdrawn_pk primary key (kind, record_id),
    constraint withdrawn_kind_ck check (kind in ('place', 'source', 'person', 'organisation', 'council', 'meeting', 'agreement', 'project',
        'commitment', 'figure', 'indicator', 'target'))
);
