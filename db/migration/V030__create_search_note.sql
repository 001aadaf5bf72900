-- How far a search index that several instances share has come for good, and the code that wrote it. A local index keeps its note beside it.

create table search_note (
    mapping text constraint search_note_pk primary key,
    revision bigint not null
);
