-- How far a search index that several instances share has come for good, and the code that wrote it. A local index keeps its note beside it.

create table search_note (
    mapping text constraint search_note_pk primary key,
    revision bigint not null
);

comment on table search_note is 'How far a search index that several instances share has come. A local index keeps its note beside it.';
comment on column search_note.mapping is 'Hash of the code that wrote the index.';
comment on column search_note.revision is 'Newest revision that is in the index for good.';
