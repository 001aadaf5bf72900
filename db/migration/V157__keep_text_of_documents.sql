-- The text of kept files, page by page, so that it can be searched. It is read once, when a file is handed in.
alter table document_file
    add column pages integer,
    add column unread text,
    add constraint document_file_pages_ck check (pages > 0);

create table document_page (
    sha256 text not null constraint document_page_file_fk references document_file on delete cascade,
    page integer not null,
    words text not null,
    -- As it is searched: without capitals, on one line, and without the ends of lines that fall between Chinese characters.
    folded text generated always as (lower(regexp_replace(regexp_replace(normalize(words, nfkc),
        '(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])', '', 'g'), '\s+', ' ', 'g'))) stored,
    constraint document_page_pk primary key (sha256, page),
    constraint document_page_page_ck check (page > 0)
);

create index document_page_folded_idx on document_page using gin (folded gin_trgm_ops);

comment on column document_file.pages is 'How many pages it has; empty where it has none, such as a picture, or could not be read.';
comment on column document_file.unread is 'Why its text could not be read; empty where it was, or has not been tried.';
comment on table document_page is 'The text of the pages of kept files, as far as it could be read.';
comment on column document_page.sha256 is 'The file, by its SHA-256.';
comment on column document_page.page is 'Number of the page in the file, from 1. A file without pages has one.';
comment on column document_page.words is 'The text of the page.';
comment on column document_page.folded is 'The same as it is searched: in small letters and on one line.';
