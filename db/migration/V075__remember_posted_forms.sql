-- What came of a form that makes something new, so that the same form sent again makes nothing more.
create table posted_form (
    form text constraint posted_form_pk primary key,
    sent_at timestamptz not null,
    made text
);
