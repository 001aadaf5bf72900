-- An announced number. It belongs to a recorded meeting, to the bare ordinal of one that is not recorded (or a span of them), or,
-- with neither, to the day in as_of. A relation ("double") states it relative to another meeting in place of a value.
create table figure (
    id bigint constraint figure_pk primary key,
    version integer not null default 0,
    council_id bigint not null constraint figure_council_fk references council,
    meeting_id bigint constraint figure_meeting_fk references meeting,
    ordinal integer,
    through_ordinal integer,
    series text not null,
    measure text,
    measure_as_printed text not null,
    scope text not null,
    value integer,
    relation_factor numeric,
    relation_ordinal integer,
    comparator text not null,
    as_of text,
    standing text not null,
    part_of_id bigint constraint figure_part_of_fk references figure,
    preferred boolean not null default false,
    preference_reason text,
    note text,
    withdrawn_on timestamptz,
    withdrawal_reason text,
    constraint figure_place_ck check (num_nonnulls(meeting_id, ordinal) <= 1 and num_nonnulls(meeting_id, ordinal, as_of) > 0),
    constraint figure_through_ordinal_ck check (through_ordinal is null or coalesce(through_ordinal > ordinal, false)),
    constraint figure_series_ck check (series in ('at', 'after', 'before')),
    constraint figure_measure_ck check (measure in ('mous', 'agreements', 'projects')),
    constraint figure_scope_ck check (scope in ('at_meetings', 'under_council', 'founding_included', 'sub_councils_included', 'not_stated')),
    constraint figure_value_ck check (value >= 0),
    constraint figure_relation_ck check ((value is null) = (relation_factor is not null)
        and (relation_factor is null) = (relation_ordinal is null) and relation_factor > 0),
    constraint figure_comparator_ck check (comparator in ('exactly', 'at_least', 'more_than', 'nearly', 'about', 'up_to')),
    constraint figure_as_of_ck check (edtf_is_valid(as_of)),
    constraint figure_standing_ck check (standing in ('reported', 'planned')),
    constraint figure_part_of_ck check (part_of_id <> id),
    constraint figure_preference_ck check (preferred = (preference_reason is not null)),
    constraint figure_withdrawal_ck check ((withdrawn_on is null) = (withdrawal_reason is null))
);

create sequence figure_seq increment by 50;

call create_audit_table('figure');
call create_citation_table('figure');
call index_foreign_keys();
