-- The records that a correction changes besides the one it was begun with, each as it shall be, published as one.
create table correction_record (
    correction_id bigint not null constraint correction_record_correction_fk references correction on delete cascade,
    kind text not null,
    record_id bigint not null,
    position integer not null,
    base_version integer not null,
    base_revision bigint not null,
    typed jsonb not null,
    constraint correction_record_pk primary key (correction_id, kind, record_id)
);

call index_foreign_keys();
