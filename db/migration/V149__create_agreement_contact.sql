-- Who is responsible for an agreement on each side. It is for staff alone: no part of the registry, without history, and in no file for readers.
create table agreement_contact (
    agreement_id bigint constraint agreement_contact_pk primary key
        constraint agreement_contact_agreement_fk references agreement on delete cascade,
    version integer not null default 1,
    unit text,
    contact text,
    other_unit text,
    other_contact text,
    changed_by bigint not null constraint agreement_contact_changed_by_fk references account,
    changed_at timestamptz not null default now(),
    constraint agreement_contact_ck check (num_nonnulls(unit, contact, other_unit, other_contact) > 0)
);

call index_foreign_keys();
