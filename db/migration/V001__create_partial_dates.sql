-- A date in the Extended Date/Time Format of ISO 8601-2, as org.pacta.platform.shared.PartialDate reads it:
--   2020-06-17   2022-11   2022   2024-33 (quarters 33 to 36)   2024-41 (halves 40 and 41)
--   [..2023-12-15]   [2024-07-08..2024-07-12]      one day, known only between bounds
--   2019-01-07/2019-01-08   2019-08/..   ../2017-07   a span of days, open at either end
-- These functions give its first and last possible day, null for an open end, and fail on anything else.

create function edtf_part_earliest(part text) returns date
    language sql immutable strict parallel safe
return case
    when part ~ '^\d{4}-\d\d-\d\d$' then make_date(left(part, 4)::int, substr(part, 6, 2)::int, right(part, 2)::int)
    when part ~ '^\d{4}-(0[1-9]|1[0-2])$' then make_date(left(part, 4)::int, right(part, 2)::int, 1)
    when part ~ '^\d{4}-3[3-6]$' then make_date(left(part, 4)::int, (right(part, 2)::int - 33) * 3 + 1, 1)
    when part ~ '^\d{4}-4[01]$' then make_date(left(part, 4)::int, (right(part, 2)::int - 40) * 6 + 1, 1)
    when part ~ '^\d{4}$' then make_date(part::int, 1, 1)
end;

create function edtf_part_latest(part text) returns date
    language sql immutable strict parallel safe
return case
    when part ~ '^\d{4}-\d\d-\d\d$' then edtf_part_earliest(part)
    when part ~ '^\d{4}-(0[1-9]|1[0-2])$' then (edtf_part_earliest(part) + interval '1 month - 1 day')::date
    when part ~ '^\d{4}-3[3-6]$' then (edtf_part_earliest(part) + interval '3 months - 1 day')::date
    when part ~ '^\d{4}-4[01]$' then (edtf_part_earliest(part) + interval '6 months - 1 day')::date
    when part ~ '^\d{4}$' then (edtf_part_earliest(part) + interval '1 year - 1 day')::date
end;

create function edtf_earliest(value text) returns date
    language sql immutable strict parallel safe
return case
    when value like '[%..%]' then edtf_part_earliest(split_part(trim(value, '[]'), '..', 1))
    when value like '%/%' then edtf_part_earliest(split_part(value, '/', 1))
    else edtf_part_earliest(value)
end;

create function edtf_latest(value text) returns date
    language sql immutable strict parallel safe
return case
    when value like '[%..%]' then edtf_part_latest(split_part(trim(value, '[]'), '..', 2))
    when value like '%/%' then edtf_part_latest(split_part(value, '/', 2))
    else edtf_part_latest(value)
end;

-- The day a date is sorted by: its earliest, or with an open start its latest.
create function edtf_sort(value text) returns date
    language sql immutable strict parallel safe
return coalesce(edtf_earliest(value), edtf_latest(value));

create function edtf_is_valid(value text) returns boolean
    language sql immutable strict parallel safe
return case
    when value ~ '^\[\.\.[\d-]+\]$' then edtf_latest(value) is not null
    when value ~ '^\[[\d-]+\.\.[\d-]+\]$' then coalesce(edtf_earliest(value) <= edtf_latest(value), false)
    when value ~ '^\.\./[\d-]+$' then edtf_latest(value) is not null
    when value ~ '^[\d-]+/\.\.$' then edtf_earliest(value) is not null
    when value ~ '^[\d-]+/[\d-]+$' then coalesce(edtf_earliest(value) <= edtf_latest(value), false)
    when value ~ '^[\d-]+$' then edtf_earliest(value) is not null
    else false
end;
