-- A note of the first sample said that none of eight MOUs is named, which their records may contradict by now. It says what its source names.
do $$
declare
    stale constant text := 'Signed on the sidelines of the meeting; none of them is named.';
    made bigint;
begin
    if exists (select from figure where note = stale) then
        insert into revision (id, made_at, made_by, reason)
        values (nextval('revision_seq'), now(), 'Pacta', 'The note says what its source names, whatever is recorded by now.')
        returning id into made;
        update figure_aud set revend = made where note = stale and revend is null;
        update figure set version = version + 1, note = 'Signed on the sidelines of the meeting; the source names none of them.'
        where note = stale;
        insert into figure_aud
        select (jsonb_populate_record(null::figure_aud, to_jsonb(figure) || jsonb_build_object('rev', made, 'revtype', 1))).*
        from figure where id in (select id from figure_aud where revend = made);
    end if;
end;
$$;
