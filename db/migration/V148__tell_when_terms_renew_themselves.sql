-- When a term that renews itself by its own length comes to its end next, on a day or after it; nothing where the end is past and no length is known.
create function term_turn(last_day date, period text, today date) returns date
    language sql immutable parallel safe
return case when last_day >= today then last_day else (
    select min(turn)
    from (
        select greatest(case right(period, 1)
            when 'D' then (today - last_day) / count
            when 'M' then months / count
            else months / (12 * count) end - 1, 0) as least
        from (
            select substr(period, 2, length(period) - 2)::integer as count,
                (12 * (extract(year from today) - extract(year from last_day)) + extract(month from today) - extract(month from last_day))::integer as months
        ) measured
    ) estimated
    cross join lateral (select (last_day + n * term_length(period))::date as turn from generate_series(least, least + 3) n) turns
    where turn >= today) end;
