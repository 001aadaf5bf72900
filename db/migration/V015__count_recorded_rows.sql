-- How many agreements and projects are recorded, kept by the statements that change them, so that no page has to count rows.
-- Readers sum it: what a page counts is some of its cells, never a number of its own.
create table recorded_count (
    council_id bigint,
    meeting_id bigint,
    record text not null,
    kind text,
    status text not null,
    counting text not null,
    founding boolean not null,
    day date,
    rows bigint not null,
    constraint recorded_count_uk unique nulls not distinct (council_id, meeting_id, record, kind, status, counting, founding, day),
    constraint recorded_count_record_ck check (record in ('agreement', 'project'))
);

comment on table recorded_count is 'Numbers of published agreements and projects, one row for each combination of what they are counted by. Kept by triggers.';
comment on column recorded_count.council_id is 'The council the records belong to; empty for those of no council.';
comment on column recorded_count.meeting_id is 'The meeting they were signed or launched at; empty for those of no meeting. It may be another council''s.';
comment on column recorded_count.record is 'What is counted: agreement or project.';
comment on column recorded_count.kind is 'Kind of the agreements; empty for projects.';
comment on column recorded_count.status is 'Status of the records.';
comment on column recorded_count.counting is 'Whether they are in the council''s count: in_count, outside or not_stated.';
comment on column recorded_count.founding is 'Whether the agreements founded a council.';
comment on column recorded_count.day is 'Day by which they are sorted: signed or launched; empty when no date is known.';
comment on column recorded_count.rows is 'How many there are. Zero where there once were some.';

-- Counts what is recorded in a table now, and has each statement that inserts, deletes, updates or truncates there count what it changed.
-- Cells are taken in one order by everybody, so that two transactions wait for each other instead of failing.
create procedure keep_count(record text, kind text, founding text, day text)
    language plpgsql as
$$
declare
    cell constant text := 'council_id, meeting_id, kind, status, counting, founding, day';
    rows constant text := format('select council_id, meeting_id, %s as kind, status, counting, %s as founding, %s as day, %%s as change
        from %%s where withdrawn_on is null', kind, founding, day);
    changes text;
    event text;
    tables text;
begin
    foreach event in array array ['now', 'insert', 'delete', 'update'] loop
        tables := case event when 'insert' then 'new table as come' when 'delete' then 'old table as gone'
            else 'old table as gone new table as come' end;
        changes := case event when 'now' then format(rows, 1, record) when 'insert' then format(rows, 1, 'come')
            when 'delete' then format(rows, -1, 'gone')
            else format(rows, 1, 'come') || ' union all ' || format(rows, -1, 'gone') end;
        changes := format('
            insert into recorded_count (record, %1$s, rows)
            select %2$L, %1$s, sum(change) from (%3$s) changed group by %1$s having sum(change) <> 0 order by %1$s
            on conflict on constraint recorded_count_uk do update set rows = recorded_count.rows + excluded.rows',
            cell, record, changes);
        if event = 'now' then
            execute changes;
        else
            execute format('create function %1$I() returns trigger language plpgsql as $body$ begin %2$s; return null; end $body$',
                record || '_count_' || event, changes);
            execute format('create trigger %1$I after %2$s on %3$I referencing %4$s for each statement execute function %1$I()',
                record || '_count_' || event, event, record, tables);
        end if;
    end loop;
    execute format('create function %1$I() returns trigger language plpgsql as
        $body$ begin delete from recorded_count where record = %2$L; return null; end $body$', record || '_count_truncate', record);
    execute format('create trigger %1$I after truncate on %2$I for each statement execute function %1$I()',
        record || '_count_truncate', record);
end;
$$;

call keep_count('agreement', 'kind', 'founds_council_id is not null', 'signed_sort');
call keep_count('project', 'null::text', 'false', 'launched_sort');
drop procedure keep_count;
