-- A server of another version of ICU may sort otherwise: then what is kept in that order is put into order again, once.
do
$$
begin
    if exists (select from pg_collation where collname in ('reader_en', 'reader_zh') and collversion is distinct from pg_collation_actual_version(oid)) then
        reindex index agreement_title_idx;
        reindex index agreement_local_title_idx;
        reindex index project_title_idx;
        reindex index project_local_title_idx;
        alter collation reader_en refresh version;
        alter collation reader_zh refresh version;
    end if;
end
$$;
