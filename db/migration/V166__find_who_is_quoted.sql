-- Who is quoted is looked for by the name that a source begins with, whatever the locale of the server.
do
$$
declare
    kind text;
begin
    foreach kind in array array ['place', 'person', 'organisation', 'council', 'meeting', 'agreement', 'project', 'commitment', 'figure', 'indicator', 'target'] loop
        execute format('create index %I on %I (said_by collate "C") where said_by is not null', kind || '_citation_said_by_idx', kind || '_citation');
    end loop;
end
$$;
