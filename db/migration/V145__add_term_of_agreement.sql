-- How long an agreement runs, as far as its sources say. Its last day follows: the stated one, or the end of the stated length. A length is counted
-- from the entry into force, else from the signature; its first day is not counted, and it ends on the corresponding day of the last month, or on the
-- last day of a month that has none (Civil Code of China, articles 201 and 202).
create function term_length(period text) returns interval
    language sql immutable strict parallel safe
return case right(period, 1)
    when 'Y' then make_interval(years => substr(period, 2, length(period) - 2)::integer)
    when 'M' then make_interval(months => substr(period, 2, length(period) - 2)::integer)
    else make_interval(days => substr(period, 2, length(period) - 2)::integer)
end;

create function term_last_day(period text, first_day date) returns date
    language sql immutable strict parallel safe
return (first_day + term_length(period))::date;

-- The last day that can be the last of a term.
create function term_latest(valid_until text, runs_for text, counted_from text) returns date
    language sql immutable parallel safe
return case when valid_until is not null then edtf_latest(valid_until) else term_last_day(runs_for, edtf_latest(counted_from)) end;

alter table agreement
    add column in_force_from text,
    add column valid_until text,
    add column runs_for text,
    add column until_ended boolean not null default false,
    add column renewal text,
    add column notice_period text;

alter table agreement
    add column ends_earliest date generated always as (case when valid_until is not null then edtf_earliest(valid_until)
        else term_last_day(runs_for, edtf_earliest(coalesce(in_force_from, signed_on))) end) stored,
    add column ends_latest date generated always as (term_latest(valid_until, runs_for, coalesce(in_force_from, signed_on))) stored,
    add constraint agreement_in_force_from_ck check (edtf_is_valid(in_force_from)),
    add constraint agreement_valid_until_ck check (edtf_is_valid(valid_until)),
    add constraint agreement_runs_for_ck check (runs_for ~ '^P[1-9]\d{0,2}[YMD]$'),
    add constraint agreement_notice_period_ck check (notice_period ~ '^P[1-9]\d{0,2}[YMD]$'),
    add constraint agreement_renewal_ck check (renewal in ('automatic', 'by_agreement', 'none')),
    add constraint agreement_term_ck check (not (until_ended and num_nonnulls(valid_until, runs_for) > 0)),
    add constraint agreement_term_order_ck check (not coalesce(edtf_latest(valid_until) < edtf_earliest(in_force_from), false));

alter table agreement_aud
    add column in_force_from text,
    add column valid_until text,
    add column runs_for text,
    add column until_ended boolean default false,
    add column renewal text,
    add column notice_period text;

create index agreement_ends_idx on agreement (ends_latest) where ends_latest is not null and withdrawn_on is null;

comment on column agreement.in_force_from is 'When it entered into force or is to, in the Extended Date/Time Format; empty where no source says.';
comment on column agreement.valid_until is 'The last day it runs, as last extended, in the Extended Date/Time Format; empty where no source states one.';
comment on column agreement.runs_for is 'How long it runs, as a duration of ISO 8601 such as P5Y; empty where no source states a length.';
comment on column agreement.until_ended is 'Whether a source says that it runs until somebody ends it.';
comment on column agreement.renewal is 'How it is renewed: automatic, by_agreement, or none where a source says that it is not; empty where no source says.';
comment on column agreement.notice_period is 'How long before its end one has to give notice, as a duration of ISO 8601 such as P6M; empty where no source says.';
comment on column agreement.ends_earliest is 'First day that can be its last by its own dates: valid_until, or else runs_for from in_force_from or signed_on; empty where that is open.';
comment on column agreement.ends_latest is 'Last day that can be its last by its own dates; empty where that is open.';
