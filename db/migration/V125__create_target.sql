-- A number that somebody set for a day to come, such as 50 joint projects by 2027. It is compared with what is announced and never counted.
create table target (
    id bigint constraint target_pk primary key,
    version integer not null default 0,
    council_id bigint not null constraint target_council_fk references council,
    meeting_id bigint constraint target_meeting_fk references meeting,
    set_on text,
    measure text,
    measure_as_printed text not null,
    comparator text not null,
    value integer not null,
    counted_from text,
    due text not null,
    note text,
    withdrawn_on timestamptz,
    withdrawal_reason text,
    due_latest date generated always as (edtf_latest(due)) stored,
    constraint target_set_on_ck check (edtf_is_valid(set_on)),
    constraint target_measure_ck check (measure in ('mous', 'agreements', 'projects')),
    constraint target_comparator_ck check (comparator in ('exactly', 'at_least', 'more_than', 'nearly', 'about', 'up_to')),
    constraint target_value_ck check (value >= 0),
    constraint target_counted_from_ck check (edtf_is_valid(counted_from) and edtf_earliest(counted_from) <= edtf_latest(due)),
    constraint target_due_ck check (edtf_is_valid(due) and edtf_latest(due) is not null),
    constraint target_to_come_ck check (edtf_earliest(set_on) <= edtf_latest(due)),
    constraint target_withdrawal_ck check ((withdrawn_on is null) = (withdrawal_reason is null))
);

create sequence target_seq increment by 50;

call create_audit_table('target');
call create_citation_table('target');
call index_foreign_keys();
create index target_citation_aud_target_idx on target_citation_aud (target_id);

alter table draft_line drop constraint draft_line_section_ck;
alter table draft_line add constraint draft_line_section_ck
    check (section in ('basics', 'chair', 'source', 'figure', 'target', 'agreement', 'project', 'commitment'));
alter table correction drop constraint correction_kind_ck;
alter table correction add constraint correction_kind_ck check (kind in ('place', 'source', 'person', 'organisation', 'council', 'meeting',
    'agreement', 'project', 'commitment', 'figure', 'indicator', 'target'));

comment on table target is 'Numbers that somebody set for a day to come, such as 50 joint projects by 2027. They are compared with what is announced, and never counted.';
comment on column target.council_id is 'The council whose agreements or projects are to be so many.';
comment on column target.meeting_id is 'The recorded meeting at which it was set; empty where it was set elsewhere.';
comment on column target.set_on is 'The day it was set, in the Extended Date/Time Format; empty where that is the day of its meeting, or not published.';
comment on column target.measure is 'What is counted, as the editors read the printed word: MOUs, all agreements or projects; empty where it is none of these.';
comment on column target.measure_as_printed is 'The word the source uses for what it counts.';
comment on column target.value is 'The number to be reached.';
comment on column target.counted_from is 'The day from which what is new is counted, in the Extended Date/Time Format; empty where all that there ever was is.';
comment on column target.due is 'The day or time by which it is to be reached, in the Extended Date/Time Format.';
comment on column target.due_latest is 'Last day that due can mean.';
