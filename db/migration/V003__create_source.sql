create table source (
    id bigint constraint source_pk primary key,
    version integer not null default 0,
    title text,
    local_title text,
    publisher text,
    url text,
    language text not null,
    kind text not null,
    form text,
    published_on text,
    published_on_inferred text,
    retrieved_on text,
    read_in_full boolean not null,
    annex_missing boolean not null default false,
    note text,
    withdrawn_on timestamptz,
    withdrawal_reason text,
    published_sort date generated always as (edtf_sort(published_on)) stored,
    constraint source_url_uk unique (url),
    constraint source_title_ck check (num_nonnulls(title, local_title) > 0),
    constraint source_kind_ck check (kind in ('press_release', 'news_article', 'official_page', 'parliamentary_reply',
        'professional_note', 'instrument', 'other')),
    constraint source_language_ck check (language ~ '^[a-z]{2,3}(-[A-Za-z]+)?$'),
    constraint source_published_on_ck check (edtf_is_valid(published_on)),
    constraint source_published_on_inferred_ck check (published_on_inferred in ('year', 'day', 'date')),
    constraint source_retrieved_on_ck check (edtf_is_valid(retrieved_on)),
    constraint source_withdrawal_ck check ((withdrawn_on is null) = (withdrawal_reason is null))
);

create sequence source_seq increment by 50;

call create_audit_table('source');

-- Creates the table of citations of one kind of record, and its audit twin. A citation says which source supports a record, or
-- one field of it; the value the source gives where it differs from ours; and where in the text it stands.
create procedure create_citation_table(cited text)
    language plpgsql as
$$
begin
    execute format($ddl$
        create table %1$s_citation (
            id bigint constraint %1$s_citation_pk primary key,
            version integer not null default 0,
            %1$s_id bigint not null constraint %1$s_citation_%1$s_fk references %1$s,
            source_id bigint not null constraint %1$s_citation_source_fk references source,
            field text,
            value text,
            preferred boolean not null default false,
            preference_reason text,
            said_by text,
            quote text,
            locator text,
            note text,
            constraint %1$s_citation_field_ck check (value is null or field is not null),
            constraint %1$s_citation_preference_ck check (preferred = (preference_reason is not null)),
            constraint %1$s_citation_quote_ck
                check (array_length(regexp_split_to_array(trim(quote), '\s+'), 1) <= 12 and length(quote) <= 160)
        );
        create sequence %1$s_citation_seq increment by 50;
    $ddl$, cited);
    call create_audit_table(cited || '_citation');
end;
$$;
