-- Files that are kept as documents. They lie outside the database under the SHA-256 of their bytes, each once; what this table says of them is so
-- whatever names them. A document is what the editors say of such a file, and which source or agreement it belongs to.

create table document_file (
    sha256 text constraint document_file_pk primary key,
    size bigint not null,
    media_type text not null,
    kept_at timestamptz not null default now(),
    kept_by_id bigint constraint document_file_kept_by_fk references account,
    constraint document_file_sha256_ck check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint document_file_size_ck check (size > 0)
);

create table document (
    id bigint constraint document_pk primary key,
    version integer not null default 0,
    sha256 text not null,
    size bigint not null,
    media_type text not null,
    name text not null,
    kind text not null,
    language text,
    retrieved_on text,
    source_id bigint constraint document_source_fk references source,
    agreement_id bigint constraint document_agreement_fk references agreement,
    note text,
    withdrawn_on timestamptz,
    withdrawal_reason text,
    constraint document_sha256_ck check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint document_size_ck check (size > 0),
    constraint document_name_ck check (name <> ''),
    constraint document_kind_ck check (kind in ('authentic_text', 'translation', 'annex', 'press_release', 'photograph')),
    constraint document_language_ck check (language ~ '^[a-z]{2,3}(-[A-Za-z]+)?$'),
    constraint document_retrieved_on_ck check (edtf_is_valid(retrieved_on)),
    constraint document_owner_ck check (source_id is not null or agreement_id is not null),
    constraint document_withdrawal_ck check ((withdrawn_on is null) = (withdrawal_reason is null))
);

create sequence document_seq increment by 50;

call create_audit_table('document');
call index_foreign_keys();
create index document_sha256_idx on document (sha256);

alter table correction drop constraint correction_kind_ck;
alter table correction add constraint correction_kind_ck check (kind in ('place', 'source', 'person', 'organisation', 'council', 'meeting',
    'agreement', 'project', 'commitment', 'figure', 'indicator', 'target', 'document'));
alter table withdrawn drop constraint withdrawn_kind_ck;
alter table withdrawn add constraint withdrawn_kind_ck check (kind in ('place', 'source', 'person', 'organisation', 'council', 'meeting', 'agreement',
    'project', 'commitment', 'figure', 'indicator', 'target', 'document'));

comment on table document is 'Files that are kept: the authentic text of an agreement, a translation, an annex, a press release, a photograph. The file itself is found by its SHA-256.';
comment on column document.sha256 is 'SHA-256 of the bytes of the file, in hexadecimal.';
comment on column document.size is 'Bytes of the file.';
comment on column document.media_type is 'Media type of the file, told by what is in it.';
comment on column document.name is 'Name of the file, without a path and without marks of direction.';
comment on column document.kind is 'What it is: the authentic text, a translation of it, an annex, a press release or a photograph.';
comment on column document.language is 'Language of the text as a BCP 47 tag, such as en or zh; empty where it has none or that is not noted.';
comment on column document.retrieved_on is 'When the file was taken from where it was found, in the Extended Date/Time Format; empty where that is not noted.';
comment on column document.source_id is 'The source whose text it is, or to which it belongs; empty where it belongs to an agreement alone.';
comment on column document.agreement_id is 'The agreement to which it belongs; empty where it belongs to a source alone.';
comment on table document_file is 'Files that somebody kept, each once, whether a document names them by now or not. Their bytes lie outside the database.';
comment on column document_file.sha256 is 'SHA-256 of the bytes, in hexadecimal; the file is found by it.';
comment on column document_file.size is 'How many bytes it has.';
comment on column document_file.media_type is 'Media type, told by what is in it.';
comment on column document_file.kept_at is 'When it was kept first.';
comment on column document_file.kept_by_id is 'Account of the person who kept it first; empty where it came with a Data Package.';
