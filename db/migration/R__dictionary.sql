-- What each table and column holds, in words for the readers of the data: the page /data shows them and each Data Package carries them.
-- The Chinese is in dictionary_zh.properties. "The Extended Date/Time Format" is that of V001.

-- Columns that mean the same in every table of the registry.
do $$
declare
    named record;
begin
    for named in
        select relname, attname, meaning
        from (values
            ('id', 'Permanent number of the row. It is never given to another.'),
            ('version', 'How often the row has been changed, so that of two editors at once the second notices.'),
            ('slug', 'Name of the record in addresses of pages.'),
            ('title', 'Title in English; empty where only a local one is known.'),
            ('local_title', 'Title in the local script; empty where none is known.'),
            ('summary', 'What it is about, in English and in words of the editors; empty where the sources say no more than the title.'),
            ('local_summary', 'The same in the local script; empty where there is none.'),
            ('note', 'Remark of the editors, such as a doubt about what a source means; empty where there is none.'),
            ('withdrawn_on', 'When the record was withdrawn; empty while it is published. What was withdrawn counts nowhere, and is read by staff alone.'),
            ('withdrawal_reason', 'Why the record was withdrawn; empty while it is published.'),
            ('position', 'Place in the order of the list, from 1.'),
            ('as_printed', 'The name exactly as the source prints it.'),
            ('counting', 'Whether it is among those its council counts: in_count, outside the count, or not_stated in the sources.'),
            ('counting_note', 'Why it is outside the count, or may be; empty where nothing needs saying.'),
            ('parties', 'Whether the sources name all of those taking part, some of them or none.'),
            ('comparator', 'How exact the number is, as the source words it: exactly, at least, more than, nearly, about or up to.')
        ) as common (name, meaning)
        join pg_attribute on attname = name and attnum > 0 and not attisdropped
        join pg_class on pg_class.oid = attrelid and relkind = 'r' and relnamespace = current_schema()::regnamespace
        where to_regclass(quote_ident(relname || '_aud')) is not null
    loop
        execute format('comment on column %I.%I is %L', named.relname, named.attname, named.meaning);
    end loop;
end;
$$;

-- The citations, one table for each kind of record.
do $$
declare
    cited record;
    meaning record;
begin
    for cited in
        select * from (values
            ('place', 'places'), ('person', 'people'), ('organisation', 'organisations'), ('council', 'councils'),
            ('meeting', 'meetings'), ('agreement', 'agreements'), ('project', 'projects'), ('commitment', 'commitments'),
            ('figure', 'figures'), ('indicator', 'indicators'), ('target', 'targets')
        ) as kinds (one, many)
    loop
        execute format('comment on table %I is %L', cited.one || '_citation',
            format('Which source supports which of the %s, or one value of it, and where in the text.', cited.many));
        for meaning in
            select * from (values
                (cited.one || '_id', format('The %s that is supported.', cited.one)),
                ('source_id', 'The source that supports it.'),
                ('field', 'The column that the source supports; empty where it supports the record as a whole.'),
                ('value', 'What the source gives for that column, where it differs from the record; empty where it agrees.'),
                ('preferred', 'Whether the editors follow this source where others differ.'),
                ('preference_reason', 'Why they follow it; empty where it is not preferred.'),
                ('said_by', 'Who said it, where the source quotes somebody.'),
                ('quote', 'The words of the source, twelve at most, exactly as printed; empty where none are kept.'),
                ('locator', 'Where in the source, such as a paragraph or an item of an annex; empty where that is not noted.')
            ) as meanings (name, text)
        loop
            execute format('comment on column %I.%I is %L', cited.one || '_citation', meaning.name, meaning.text);
        end loop;
    end loop;
end;
$$;

comment on table source is 'Documents that say something: press releases, articles, official pages. Every statement in the registry comes from one of them.';
comment on column source.title is 'Title in English, or a description in English of a document in another language; empty where only the original title is kept.';
comment on column source.local_title is 'Title in the local script, as printed; empty where none is known.';
comment on column source.publisher is 'Who published it; empty where that is not certain.';
comment on column source.url is 'Address at which it was found; empty where it has no lasting one.';
comment on column source.language is 'Language of the text as a BCP 47 tag, such as en or zh.';
comment on column source.kind is 'What kind of document it is. An instrument is the text of an agreement itself.';
comment on column source.form is 'The form in which it was read, in words: a news article, a copy of one, a machine translation; empty where that is not noted.';
comment on column source.published_on is 'Date of publication in the Extended Date/Time Format; empty where none is known.';
comment on column source.published_on_inferred is 'The part of that date that the editors inferred: the year, the day or all of it; empty where the source states it.';
comment on column source.retrieved_on is 'Day on which it was read, in the Extended Date/Time Format; empty where that is not noted.';
comment on column source.read_in_full is 'Whether the whole text was read. Where not, more may be in it than the registry took from it.';
comment on column source.annex_missing is 'Whether it refers to an annex that is missing from the copy read.';
comment on column source.published_sort is 'Day by which sources are sorted: the first that published_on can mean, or its last where the first is open.';

comment on table focus_area is 'Topics of cooperation, one list for all councils.';
comment on column focus_area.name is 'Name in English.';
comment on column focus_area.local_name is 'Name in simplified Chinese.';
comment on column focus_area.description is 'What belongs to the topic; empty where the name says it.';

comment on table place is 'Countries, provinces, municipalities, cities, districts and zones.';
comment on column place.name is 'Name in English.';
comment on column place.local_name is 'Name in the local script; empty where none is known.';
comment on column place.kind is 'What kind of place it is.';
comment on column place.parent_id is 'The place it lies in; empty for a country.';
comment on column place.iso_code is 'Code of ISO 3166-1 or 3166-2; empty where it has none.';

comment on table person is 'People who chaired, signed, spoke or took part. Their office is kept with each occasion, as held on that day.';
comment on column person.name is 'Name in English or romanised.';
comment on column person.local_name is 'The person''s name in the local script; empty where none is known.';

comment on table person_name is 'Other names of a person.';
comment on column person_name.person_id is 'The person who has this name.';
comment on column person_name.name is 'The other name, in any script.';
comment on column person_name.kind is 'Whether it is an alias, a former name or a spelling found in a source.';

comment on table organisation is 'Companies, ministries, hospitals, universities and other bodies.';
comment on column organisation.name is 'Official name in English; empty where only a local one is known.';
comment on column organisation.local_name is 'Official name in the local script; empty where none is known.';
comment on column organisation.kind is 'What kind of body it is.';
comment on column organisation.place_id is 'The place it belongs to; empty where that is not known.';
comment on column organisation.parent_id is 'The organisation it is part of; empty where it is part of none, or none is known.';
comment on column organisation.to_complete is 'Whether it was entered in passing and an editor still has to look after it.';
comment on column organisation.merged_into_id is 'The organisation that this one turned out to be, to which its page leads; empty where it stands for itself.';

comment on table organisation_name is 'Other names of an organisation.';
comment on column organisation_name.organisation_id is 'The organisation that has this name.';
comment on column organisation_name.name is 'The other name, in any script.';
comment on column organisation_name.kind is 'Whether it is an alias, an acronym, a former name or a spelling found in a source.';

comment on table organisation_identifier is 'Numbers of organisations in public registers.';
comment on column organisation_identifier.organisation_id is 'The organisation that has this number.';
comment on column organisation_identifier.scheme is 'The register: UEN of Singapore, Unified Social Credit Code of China, LEI, ROR or Wikidata.';
comment on column organisation_identifier.value is 'The number in that register.';

comment on table council is 'Standing bodies between two or more places, and the work groups, committees and zones under them.';
comment on column council.name is 'Name in English.';
comment on column council.local_name is 'Name in the local script; empty where none is known.';
comment on column council.acronym is 'Acronym in common use; empty where there is none.';
comment on column council.kind is 'What kind of body it is.';
comment on column council.parent_id is 'The council it works under; empty where there is none.';
comment on column council.counts_towards_parent is 'Whether its agreements and projects count among those of the council above it.';
comment on column council.founded_on is 'When it was founded, in the Extended Date/Time Format; empty where that is not known.';

comment on table council_name is 'Other names of a council: an acronym, its places in the other order, the name of its committee.';
comment on column council_name.council_id is 'The council that has this name.';
comment on column council_name.name is 'The other name, in any script.';
comment on column council_name.kind is 'Whether it is an alias, an acronym, a former name or a spelling found in a source.';

comment on table council_side is 'The places that a council joins.';
comment on column council_side.council_id is 'The council.';
comment on column council_side.place_id is 'The place on this side of it.';
comment on column council_side.position is 'Order in which the sides are shown, from 1.';

comment on table pillar is 'Fields of work in the words of the council itself.';
comment on column pillar.council_id is 'The council.';
comment on column pillar.name is 'Wording in English.';
comment on column pillar.local_name is 'Wording in the local script; empty where none is known.';

comment on table pillar_focus_area is 'Which of the common topics a pillar covers.';
comment on column pillar_focus_area.pillar_id is 'The pillar.';
comment on column pillar_focus_area.focus_area_id is 'A topic it covers.';

comment on table council_role is 'Who chairs, advises or runs a council, and for how long. What somebody did on one day is a role at a meeting.';
comment on column council_role.council_id is 'The council.';
comment on column council_role.role is 'What the holder is in the council.';
comment on column council_role.person_id is 'The person who holds the role; empty where an organisation does.';
comment on column council_role.organisation_id is 'The organisation that holds the role; empty where a person does.';
comment on column council_role.office is 'Office held elsewhere at the time, as the source gives it; empty where it gives none.';
comment on column council_role.side_id is 'The place whose side the holder represents; empty where that is not known.';
comment on column council_role.term is 'From when to when, in the Extended Date/Time Format. A single date is one on which the role was held; empty where no date is known.';

comment on table meeting is 'Sessions of councils, with roundtables and conferences beside them.';
comment on column meeting.council_id is 'The council that met.';
comment on column meeting.kind is 'Whether it is a session of the series, a roundtable or a conference.';
comment on column meeting.ordinal is 'Its number in the series of the council; empty where it is not known or has none. Numbers may be missing.';
comment on column meeting.status is 'Whether it is planned, was held, was postponed or was cancelled.';
comment on column meeting.held_on is 'When it was held or is planned, in the Extended Date/Time Format; empty where that is not known.';
comment on column meeting.held_on_inferred is 'The part of that date that the editors inferred: the year, the day or all of it; empty where the source states it.';
comment on column meeting.host_id is 'The place that received the other side; empty where that is not published.';
comment on column meeting.place_id is 'The place where it was held; empty where that is not published.';
comment on column meeting.venue is 'The building; empty where that is not published.';
comment on column meeting.mode is 'Whether those present met in person, by video or both; empty where that is not published.';
comment on column meeting.outcomes_count is 'Whether what was signed there counts in the totals of the council.';
comment on column meeting.held_sort is 'Day by which meetings are sorted: the first that held_on can mean, or its last where the first is open.';
comment on column meeting.held_earliest is 'First day that held_on can mean; empty where that is open.';
comment on column meeting.held_latest is 'Last day that held_on can mean; empty where that is open.';

comment on table meeting_role is 'Who chaired, spoke, witnessed or attended, with the office held on that day.';
comment on column meeting_role.meeting_id is 'The meeting.';
comment on column meeting_role.role is 'What the person did at the meeting.';
comment on column meeting_role.person_id is 'The person; empty where the source names nobody.';
comment on column meeting_role.as_printed is 'The person as the source prints it, where it gives no name or another spelling.';
comment on column meeting_role.office is 'Office held on that day, in English; empty where it is not published.';
comment on column meeting_role.local_office is 'Office held on that day, in the local script; empty where it is not published.';
comment on column meeting_role.side_id is 'The place whose side the person was on; empty where that is not known.';

comment on table meeting_organisation is 'Organisations named in the outcomes of a meeting without the agreement they were in.';
comment on column meeting_organisation.meeting_id is 'The meeting.';
comment on column meeting_organisation.organisation_id is 'The organisation.';
comment on column meeting_organisation.side_id is 'The place whose side it was on; empty where that is not known.';

comment on table agreement is 'Memoranda, contracts, joint statements and other instruments, named one by one.';
comment on column agreement.kind is 'What kind of instrument it is, as the editors read it.';
comment on column agreement.kind_as_printed is 'The word the source uses for it; empty where that is not noted.';
comment on column agreement.council_id is 'The council it belongs to; empty where there is none.';
comment on column agreement.meeting_id is 'The meeting at which it was signed, which may be another council''s; empty where there is none.';
comment on column agreement.position is 'Its number in the published list of the meeting, from 1; empty where it stands in no list.';
comment on column agreement.signed_on is 'When it was signed or is to be, in the Extended Date/Time Format; empty where that is not known.';
comment on column agreement.signed_on_inferred is 'The part of that date that the editors inferred: the year, the day or all of it; empty where the source states it.';
comment on column agreement.status is 'How far it has come, as far as published.';
comment on column agreement.founds_council_id is 'The council that it founded; empty for nearly all.';
comment on column agreement.signed_sort is 'Day by which agreements are sorted: the first that signed_on can mean, or its last where the first is open.';
comment on column agreement.signed_earliest is 'First day that signed_on can mean; empty where that is open.';
comment on column agreement.signed_latest is 'Last day that signed_on can mean; empty where that is open.';

comment on table signatory is 'Organisations and people in an agreement: none published, one or many.';
comment on column signatory.agreement_id is 'The agreement.';
comment on column signatory.organisation_id is 'The organisation; empty where only a person is published.';
comment on column signatory.role is 'Whether it signs, witnesses or implements the agreement.';
comment on column signatory.as_printed is 'The name exactly as the source prints it; empty where only a person is published.';
comment on column signatory.person_id is 'The person who signed or witnessed; empty where nobody is published.';
comment on column signatory.office is 'Office the person held on that day; empty where it is not published.';
comment on column signatory.position is 'Order within the agreement, from 1.';

comment on table signatory_side is 'The side a signatory stands for, or several for a body of both. None where it is not published.';
comment on column signatory_side.signatory_id is 'The signatory.';
comment on column signatory_side.place_id is 'The place of that side.';

comment on table agreement_focus_area is 'What agreements are about.';
comment on column agreement_focus_area.agreement_id is 'The agreement.';
comment on column agreement_focus_area.focus_area_id is 'A topic of the agreement.';

comment on table agreement_relation is 'Agreements that renew, amend, supersede or implement others.';
comment on column agreement_relation.agreement_id is 'The agreement that does so.';
comment on column agreement_relation.related_id is 'The agreement it does so to.';
comment on column agreement_relation.kind is 'What the first does to the second.';

comment on table project is 'Joint projects of both sides, named one by one. Investments are none of them.';
comment on column project.council_id is 'The council it belongs to; empty where there is none.';
comment on column project.meeting_id is 'The meeting that launched it, which may be another council''s; empty where there is none.';
comment on column project.position is 'Its number in the published list of the meeting, from 1; empty where it stands in no list.';
comment on column project.launched_on is 'When it was launched or is to be, in the Extended Date/Time Format; empty where that is not known.';
comment on column project.launched_on_inferred is 'The part of that date that the editors inferred: the year, the day or all of it; empty where the source states it.';
comment on column project.status is 'How far it has come, as far as published.';
comment on column project.launched_sort is 'Day by which projects are sorted: the first that launched_on can mean, or its last where the first is open.';
comment on column project.launched_earliest is 'First day that launched_on can mean; empty where that is open.';
comment on column project.launched_latest is 'Last day that launched_on can mean; empty where that is open.';

comment on table participant is 'Organisations in a project: none published, one or many.';
comment on column participant.project_id is 'The project.';
comment on column participant.organisation_id is 'The organisation.';
comment on column participant.position is 'Order within the project, from 1.';

comment on table participant_side is 'The side a participant stands for, or several for a body of both. None where it is not published.';
comment on column participant_side.participant_id is 'The participant.';
comment on column participant_side.place_id is 'The place of that side.';

comment on table project_focus_area is 'What projects are about.';
comment on column project_focus_area.project_id is 'The project.';
comment on column project_focus_area.focus_area_id is 'A topic of the project.';

comment on table project_agreement is 'The agreements that projects follow from.';
comment on column project_agreement.project_id is 'The project.';
comment on column project_agreement.agreement_id is 'An agreement it follows from.';

comment on table commitment is 'What somebody said would be done, and what became of it.';
comment on column commitment.statement is 'What was said, in English and in words of the editors; empty where it is kept in the local script only.';
comment on column commitment.local_statement is 'What was said, in the local script; empty where it is kept in English only.';
comment on column commitment.council_id is 'The council it is about; empty where it is about none.';
comment on column commitment.meeting_id is 'The meeting it is about; empty where it is about none.';
comment on column commitment.agreement_id is 'The agreement it is about; empty where it is about none.';
comment on column commitment.project_id is 'The project it is about; empty where it is about none.';
comment on column commitment.organisation_id is 'The organisation whose commitment it is; empty where the sources name none.';
comment on column commitment.quantity is 'How much was promised; empty where no number was given.';
comment on column commitment.unit is 'What the number counts, in words; empty where no number was given.';
comment on column commitment.comparator is 'How exact the number is, as the source words it; empty where no number was given.';
comment on column commitment.due is 'By when, in the Extended Date/Time Format; empty where no time was given.';
comment on column commitment.outcome is 'What became of it, as far as published: kept in time, late, in part, not at all, or not_published.';
comment on column commitment.evidence is 'What shows the outcome; empty where none is published.';
comment on column commitment.due_latest is 'Last day that due can mean; empty where that is open.';

comment on table figure is 'Numbers of agreements and projects that somebody announced. Each stands as stated, even where two differ.';
comment on column figure.council_id is 'The council whose agreements or projects are counted.';
comment on column figure.meeting_id is 'The recorded meeting that the number belongs to; empty where it belongs to none.';
comment on column figure.ordinal is 'Number of the meeting it belongs to, where that meeting is not recorded; empty otherwise.';
comment on column figure.through_ordinal is 'Number of the last meeting, where the figure covers several from ordinal on; empty otherwise.';
comment on column figure.series is 'What the number takes in: at this meeting alone, all up to and after it, or all before it.';
comment on column figure.measure is 'What is counted, as the editors read the printed word: MOUs, all agreements or projects; empty where that is not clear.';
comment on column figure.measure_as_printed is 'The word the source uses for what it counts.';
comment on column figure.scope is 'What the source says the number takes in: what was signed at meetings, all under the council, also the founding agreement or the bodies under it, or not_stated.';
comment on column figure.value is 'The number; empty where it is only stated relative to another meeting, or digits of it are lost.';
comment on column figure.relation_factor is 'How many times the number of another meeting it is, such as 2 for "doubled"; empty where there is a value.';
comment on column figure.relation_ordinal is 'Number of that other meeting in the series; empty where there is a value.';
comment on column figure.as_of is 'The day for which the number is given, in the Extended Date/Time Format. Needed where it belongs to no meeting.';
comment on column figure.standing is 'Whether the number reports what happened or what was planned.';
comment on column figure.part_of_id is 'The figure that includes this one, as 16 agreements include 12 MOUs; empty where there is none.';
comment on column figure.preferred is 'Whether the editors reckon with this figure where others differ.';
comment on column figure.preference_reason is 'Why they do; empty where it is not preferred.';

comment on table indicator is 'Other statistics from the sources. They never enter a count of agreements or projects.';
comment on column indicator.name is 'What is measured, in English; empty where it is kept in the local script only.';
comment on column indicator.local_name is 'What is measured, in the local script; empty where it is kept in English only.';
comment on column indicator.place_id is 'The place it is about, or the first of a pair; empty where it is about none.';
comment on column indicator.other_place_id is 'The second place of a pair, such as a partner in trade; empty where there is none.';
comment on column indicator.organisation_id is 'The organisation it is about; empty where it is about none.';
comment on column indicator.council_id is 'The council it is about; empty where it is about none.';
comment on column indicator.meeting_id is 'The meeting it is about; empty where it is about none.';
comment on column indicator.agreement_id is 'The agreement it is about; empty where it is about none.';
comment on column indicator.project_id is 'The project it is about; empty where it is about none.';
comment on column indicator.nature is 'Whether it is a stock on a day, a flow over a period, a growth rate or a rank.';
comment on column indicator.value is 'The number, in the unit of the next column.';
comment on column indicator.unit is 'Unit in words, such as USD million or per cent.';
comment on column indicator.second_value is 'The same in another unit, where the source prints both; empty otherwise.';
comment on column indicator.second_unit is 'That other unit in words; empty where there is none.';
comment on column indicator.period is 'The day or time it is about, in the Extended Date/Time Format; empty where the source gives none.';

comment on table revision is 'Every change of the registry: all that was written at once.';
comment on column revision.id is 'Number of the revision, rising with time.';
comment on column revision.made_at is 'When it was made.';
comment on column revision.made_by is 'Who made it: a user, or Pacta itself.';
comment on column revision.made_by_id is 'Account of the person who made it; empty where Pacta did.';
comment on column revision.origin is 'What it was made from, such as a draft by its number; empty where nothing was prepared for it.';
comment on column revision.reason is 'Why, in words for the readers of the history.';

comment on table account is 'Somebody who may sign in. Accounts are disabled and never deleted.';
comment on column account.id is 'Number of the account.';
comment on column account.version is 'How often the account has been changed, so that of two admins at once the second notices.';
comment on column account.name is 'What the person types to sign in, in lower case.';
comment on column account.display_name is 'Name shown to others, and in the history of what the person changes.';
comment on column account.email is 'Address in lower case, by which another service may vouch for the person; empty where none is given.';
comment on column account.role is 'What the person may do: editor, reviewer or admin, each including the one before.';
comment on column account.password_hash is 'Hash of the password, with the way it was made.';
comment on column account.password_set_at is 'When the password was set. Who signed in with an earlier one is signed out.';
comment on column account.must_change_password is 'Whether the password was given by somebody else, so that the person has to choose another before going on.';
comment on column account.last_signed_in_at is 'When the person last signed in; empty where that has not happened.';
comment on column account.disabled_since is 'Since when the person may not sign in; empty while the account is in use.';

comment on table account_event is 'What was done with an account, by whom and when.';
comment on column account_event.id is 'Number of the event, rising with time.';
comment on column account_event.account_id is 'The account it was done with.';
comment on column account_event.happened_at is 'When it was done.';
comment on column account_event.made_by_id is 'Account of the person who did it; empty where it was done at the server itself.';
comment on column account_event.what is 'What was done.';
comment on column account_event.role is 'The role that was given; empty where none was.';

comment on table draft is 'Outcomes of a meeting that somebody prepares. Only publishing writes into the tables of the registry.';
comment on column draft.id is 'Number of the draft.';
comment on column draft.version is 'How often the draft itself has been changed.';
comment on column draft.council_id is 'The council.';
comment on column draft.meeting_id is 'The published meeting that is filled in; empty for a new one.';
comment on column draft.author_id is 'Account of the person who began it.';
comment on column draft.state is 'Whether it is being written, waits for review, was returned, published or discarded.';
comment on column draft.made_at is 'When it was begun.';
comment on column draft.changed_at is 'When a line was last saved.';
comment on column draft.reviewer_id is 'Account of the person who returned it last; who published it where it never was returned.';
comment on column draft.returned_at is 'When it was last returned to its author; empty while it never was.';
comment on column draft.ended_at is 'When it was published or discarded.';
comment on column draft.published_path is 'Address of the page that came of it.';

comment on table draft_text is 'Text that was pasted or read from a file, as evidence of the lines found in it.';
comment on column draft_text.id is 'Number of the text.';
comment on column draft_text.draft_id is 'The draft.';
comment on column draft_text.name is 'Name of the file, or how the text came.';
comment on column draft_text.words is 'The text itself.';
comment on column draft_text.added_at is 'When it was added.';
comment on column draft_text.added_by_id is 'Account of the person who added it.';

comment on table draft_line is 'A line of a draft as it was typed.';
comment on column draft_line.id is 'Number of the line.';
comment on column draft_line.version is 'How often the line has been changed, so that of two windows the second notices.';
comment on column draft_line.draft_id is 'The draft.';
comment on column draft_line.entry is 'What the page called the line when it was new, so that a line sent twice is one.';
comment on column draft_line.section is 'Part of the page it stands in.';
comment on column draft_line.position is 'Place in the draft.';
comment on column draft_line.state is 'Whether it was entered, is proposed from a text, or was taken out.';
comment on column draft_line.typed is 'What was typed, by field.';
comment on column draft_line.record_id is 'The published record it stands for; empty for a new one.';
comment on column draft_line.record_version is 'The version of that record when the line was made.';
comment on column draft_line.text_id is 'The text it was found in; empty when it was typed.';
comment on column draft_line.start_at is 'Where it begins in the text, in code points.';
comment on column draft_line.end_at is 'Where it ends in the text, in code points.';
comment on column draft_line.doubt is 'Why somebody should look at it; empty where nothing is in doubt.';
comment on column draft_line.became_id is 'The record that was made of it when the draft was published; empty where none was.';
comment on column draft_line.returned is 'What was typed, by field, when the draft was last returned; empty for a line that came after.';

comment on table draft_remark is 'What somebody says of a draft or of one of its lines, between those who prepare it and those who review it.';
comment on column draft_remark.id is 'Number of the remark.';
comment on column draft_remark.draft_id is 'The draft.';
comment on column draft_remark.line_id is 'The line it is about; empty for the draft as a whole.';
comment on column draft_remark.words is 'What is said.';
comment on column draft_remark.said_at is 'When it was said.';
comment on column draft_remark.said_by_id is 'Account of the person who says so.';

comment on table review_step is 'A step somebody took in looking through what was found in the texts of a draft, so that it can be undone.';
comment on column review_step.id is 'Number of the step.';
comment on column review_step.draft_id is 'The draft.';
comment on column review_step.taken_at is 'When it was taken.';
comment on column review_step.before is 'The lines it changed, as they were before.';

comment on table draft_name is 'What a name in a draft stands for.';
comment on column draft_name.id is 'Number of the decision.';
comment on column draft_name.draft_id is 'The draft.';
comment on column draft_name.name_key is 'The name folded for comparison.';
comment on column draft_name.printed is 'The name as printed.';
comment on column draft_name.organisation_id is 'The organisation on record; empty for a new one.';

comment on table draft_kept is 'A warning of a draft that somebody keeps, with the reason.';
comment on column draft_kept.id is 'Number of the decision.';
comment on column draft_kept.draft_id is 'The draft.';
comment on column draft_kept.warning is 'What tells the warning from others, and from itself once it says something else.';
comment on column draft_kept.reason is 'Why it may stay.';
comment on column draft_kept.kept_at is 'When that was said.';
comment on column draft_kept.kept_by_id is 'Account of the person who said so.';

comment on table publishing_alone is 'A council whose reviewers may publish what they have drafted themselves.';
comment on column publishing_alone.council_id is 'The council.';
comment on column publishing_alone.since is 'When it was allowed.';
comment on column publishing_alone.allowed_by_id is 'Account of the person who allowed it.';

comment on table organisation_merge is 'A merge of two organisations that are one.';
comment on column organisation_merge.id is 'Number of the merge.';
comment on column organisation_merge.from_id is 'The organisation that was given up.';
comment on column organisation_merge.into_id is 'The one that stands for it.';
comment on column organisation_merge.reason is 'Why they are the same.';
comment on column organisation_merge.merged_at is 'When it was done.';
comment on column organisation_merge.merged_by_id is 'Account of the person who did it.';
comment on column organisation_merge.undone_at is 'When it was taken back; empty while it stands.';
comment on column organisation_merge.undone_by_id is 'Account of the person who took it back.';
comment on column organisation_merge.undone_reason is 'Why it was taken back.';

comment on table organisation_merge_move is 'A record that a merge changed.';
comment on column organisation_merge_move.id is 'Number of the move; they were made in this order.';
comment on column organisation_merge_move.merge_id is 'The merge.';
comment on column organisation_merge_move.kind is 'Kind of the record.';
comment on column organisation_merge_move.record_id is 'Number of the record.';
comment on column organisation_merge_move.before is 'The record as it was.';
comment on column organisation_merge_move.after is 'The record as the merge left it.';

comment on table organisation_distinct is 'Two organisations that look like one and are not.';
comment on column organisation_distinct.one_id is 'The one with the lower number.';
comment on column organisation_distinct.other_id is 'The other.';
comment on column organisation_distinct.said_at is 'When that was said.';
comment on column organisation_distinct.said_by_id is 'Account of the person who said so.';

comment on table spring_session is 'Who is signed in, one row for each browser. Kept by Spring Session.';
comment on column spring_session.primary_id is 'Key of the row, which stays when the session gets another identifier.';
comment on column spring_session.session_id is 'Identifier that the cookie of the browser holds.';
comment on column spring_session.creation_time is 'When it began, in milliseconds since 1970.';
comment on column spring_session.last_access_time is 'When it was last used, in milliseconds since 1970.';
comment on column spring_session.max_inactive_interval is 'How long it lasts unused, in seconds.';
comment on column spring_session.expiry_time is 'When it ends unless it is used before, in milliseconds since 1970.';
comment on column spring_session.principal_name is 'Number of the account; empty where nobody has signed in yet.';
comment on table spring_session_attributes is 'What is kept for each session. Kept by Spring Session.';
comment on column spring_session_attributes.session_primary_id is 'The session.';
comment on column spring_session_attributes.attribute_name is 'Name of what is kept.';
comment on column spring_session_attributes.attribute_bytes is 'What is kept.';

-- The history of each table of the registry. Its columns mean what they mean there.
do $$
declare
    twin record;
    copied record;
begin
    for twin in
        select history.oid as history, history.relname as name, audited.oid as audited, audited.relname as audited_name
        from pg_class history join pg_class audited
            on history.relname = audited.relname || '_aud' and audited.relnamespace = history.relnamespace and audited.relkind = 'r'
        where history.relnamespace = current_schema()::regnamespace and history.relkind = 'r'
    loop
        execute format('comment on table %I is %L', twin.name,
            format('History of %s: each row as it stood after each revision that touched it.', twin.audited_name));
        execute format('comment on column %I.rev is %L', twin.name, 'The revision that wrote this state of the row.');
        execute format('comment on column %I.revtype is %L', twin.name, 'What that revision did with the row: 0 added, 1 changed, 2 removed.');
        execute format('comment on column %I.revend is %L', twin.name, 'The revision that ended this state; empty while it stands.');
        for copied in
            select past.attname as name, col_description(twin.audited, present.attnum) as meaning
            from pg_attribute past join pg_attribute present on present.attname = past.attname
            where past.attrelid = twin.history and present.attrelid = twin.audited and past.attnum > 0 and not past.attisdropped
        loop
            execute format('comment on column %I.%I is %L', twin.name, copied.name, copied.meaning);
        end loop;
    end loop;
end;
$$;

comment on table search_note is 'How far a search index that several instances share has come, and the wish to have the index built anew. A local index keeps its note beside it.';
comment on column search_note.mapping is 'Hash of the code that wrote the index; rebuild in a row that asks for a new one.';
comment on column search_note.revision is 'Newest revision that is in the index for good; 0 in a row that asks for a new one.';

-- Flyway's own table is there before the first migration, except where tests make tables by hand.
do $$
begin
    if to_regclass('flyway_schema_history') is not null then
        comment on table flyway_schema_history is 'The changes of the schema itself that this database has seen. Kept by Flyway.';
        comment on column flyway_schema_history.installed_rank is 'Order in which they were made.';
        comment on column flyway_schema_history.version is 'Version of the schema; empty for what is made anew whenever it changes.';
        comment on column flyway_schema_history.description is 'What the change does.';
        comment on column flyway_schema_history.type is 'Kind of the change.';
        comment on column flyway_schema_history.script is 'File that makes it.';
        comment on column flyway_schema_history.checksum is 'Check sum of that file.';
        comment on column flyway_schema_history.installed_by is 'Role in the database that made it.';
        comment on column flyway_schema_history.installed_on is 'When it was made.';
        comment on column flyway_schema_history.execution_time is 'How long it took, in milliseconds.';
        comment on column flyway_schema_history.success is 'Whether it succeeded.';
    end if;
end;
$$;

comment on table correction is 'A record that somebody changes or adds, as it was typed, until it is published.';
comment on column correction.id is 'Number of the correction.';
comment on column correction.version is 'How often it has been changed, so that of two windows the second notices.';
comment on column correction.entry is 'What the form called it when it was new, so that a form sent twice is one.';
comment on column correction.kind is 'Kind of the record.';
comment on column correction.record_id is 'The record it changes; empty for a new one.';
comment on column correction.base_version is 'The version of that record when it was begun.';
comment on column correction.base_revision is 'The revision that record stood at when it was begun.';
comment on column correction.typed is 'What was typed, by field.';
comment on column correction.reason is 'Why, for the readers of the history.';
comment on column correction.author_id is 'The account of whoever wrote it.';
comment on column correction.state is 'Where it stands between its author and a reviewer.';
comment on column correction.made_at is 'When it was begun.';
comment on column correction.changed_at is 'When it was last changed.';
comment on column correction.reviewer_id is 'Account of the person who returned or published it.';
comment on column correction.review_comment is 'What the reviewer says should be changed.';
comment on column correction.ended_at is 'When it was published or discarded.';
comment on column correction.published_path is 'Address of the page it was published on.';

comment on table draft_writer is 'Who has typed anything of a draft, which somebody else publishes.';
comment on column draft_writer.draft_id is 'The draft.';
comment on column draft_writer.account_id is 'Account of the person.';
comment on column draft_writer.since is 'When they first typed something.';

comment on table correction_writer is 'Who has typed anything of a correction, which somebody else publishes.';
comment on column correction_writer.correction_id is 'The correction.';
comment on column correction_writer.account_id is 'Account of the person.';
comment on column correction_writer.since is 'When they began it or took it over.';

comment on table correction_record is 'The records that a correction changes besides the one it was begun with; they are published as one.';
comment on column correction_record.correction_id is 'The correction.';
comment on column correction_record.kind is 'Kind of the record.';
comment on column correction_record.record_id is 'Number of the record.';
comment on column correction_record.position is 'Place in the order in which they were put in, from 1.';
comment on column correction_record.base_version is 'Version of the record that the change was begun with.';
comment on column correction_record.base_revision is 'Revision of the record that the change was begun with.';
comment on column correction_record.typed is 'The fields of the record as they shall be, as text, by their paths.';

comment on table posted_form is 'A form that made something new, so that the same form sent again makes nothing more.';
comment on column posted_form.form is 'What tells the form from every other one.';
comment on column posted_form.sent_at is 'When it was first sent.';
comment on column posted_form.made is 'Address of what it made, or the page that says it was made; empty while that is being made.';

comment on table import is 'A list of somebody’s own on its way into the registry.';
comment on column import.id is 'Number of the import.';
comment on column import.name is 'Name of the file.';
comment on column import.sha256 is 'The file, by the SHA-256 of its bytes.';
comment on column import.author_id is 'Account of the person who handed it in.';
comment on column import.made_at is 'When it was handed in.';
comment on column import.changed_at is 'When somebody last decided something about it.';
comment on column import.state is 'Whether it is unread, at work, waits for review, was returned, published, taken back or put aside.';
comment on column import.work is 'The step that is under way beside the pages; empty while none is.';
comment on column import.done is 'Rows that this step has done.';
comment on column import.due is 'Rows that this step has to do; 0 where that is not known.';
comment on column import.trouble is 'What the last step ended with; empty where it ended well.';
comment on column import.kind is 'Whether the file is a workbook or a text.';
comment on column import.sheets is 'Names of the sheets of a workbook.';
comment on column import.sheet is 'The sheet that is read, from 0.';
comment on column import.charset is 'Character set of a text.';
comment on column import.separator is 'What stands between the cells of a text.';
comment on column import.heading_row is 'Number of the row with the headings; 0 where there is none.';
comment on column import.headings is 'The headings of the columns.';
comment on column import.mapping is 'What the columns hold, what holds for all rows, and what was accepted after a look.';
comment on column import.tried_at is 'When the last dry run ended; empty where the columns were changed since.';
comment on column import.reviewer_id is 'Account of the person who returned or published it.';
comment on column import.comment is 'What the reviewer asked to change.';
comment on column import.source_id is 'The list itself, as the source of what came of it.';

comment on table agreement_contact is 'Who is responsible for an agreement on each side, for staff alone.';
comment on column agreement_contact.agreement_id is 'The agreement.';
comment on column agreement_contact.version is 'Counts the changes, so that two people who change it at once notice.';
comment on column agreement_contact.unit is 'Unit responsible on our side.';
comment on column agreement_contact.contact is 'Person to ask on our side, as somebody typed it.';
comment on column agreement_contact.other_unit is 'Unit responsible on the other side.';
comment on column agreement_contact.other_contact is 'Person to ask on the other side, as somebody typed it.';
comment on column agreement_contact.changed_by is 'Account of the person who last changed it.';
comment on column agreement_contact.changed_at is 'When it was last changed.';

comment on table import_file is 'Files of imports as they came, each once.';
comment on column import_file.sha256 is 'SHA-256 of the bytes, in hexadecimal.';
comment on column import_file.size is 'Number of bytes.';
comment on column import_file.kept_at is 'When it was first handed in.';

comment on table import_file_part is 'The bytes of a kept file, in parts.';
comment on column import_file_part.sha256 is 'The file.';
comment on column import_file_part.position is 'Place of the part in the file, from 0.';
comment on column import_file_part.content is 'The bytes.';

comment on table import_writer is 'Whoever has worked on an import, and does not publish it.';
comment on column import_writer.import_id is 'The import.';
comment on column import_writer.account_id is 'The account.';

comment on table import_row is 'The rows of an import, and what would become or has become of each.';
comment on column import_row.import_id is 'The import.';
comment on column import_row.number is 'Number of the row as a spreadsheet program counts it.';
comment on column import_row.cells is 'The cells as they stand in the file.';
comment on column import_row.state is 'Whether it is ready, to be looked at, refused or on record already; empty before the dry run.';
comment on column import_row.reason is 'Why it is not ready.';
comment on column import_row.reason_column is 'The column that this is about, from 0.';
comment on column import_row.about is 'The value that this is about.';
comment on column import_row.key is 'What the row is known by when the list comes again.';
comment on column import_row.title is 'Title as it was read.';
comment on column import_row.signed_on is 'Day of signing as it was read.';
comment on column import_row.like_id is 'Agreement on record that it is like.';
comment on column import_row.record_id is 'Agreement that came of it.';

comment on table import_mapping is 'What the columns of a list hold, kept by name for the next list of the same headings.';
comment on column import_mapping.name is 'Name that somebody gave it.';
comment on column import_mapping.headings is 'Key of the headings that it was made for.';
comment on column import_mapping.mapping is 'What the columns hold and what holds for all rows.';
comment on column import_mapping.author_id is 'Account of the person who saved it last.';
comment on column import_mapping.saved_at is 'When it was saved last.';

comment on table import_value is 'The different values of an import that are settled once each.';
comment on column import_value.id is 'Number of the value.';
comment on column import_value.import_id is 'The import.';
comment on column import_value.target is 'What the column holds.';
comment on column import_value.key is 'The value, folded as names are.';
comment on column import_value.place is 'Where a party is, folded; empty where the list does not say.';
comment on column import_value.printed is 'The value as it was printed first.';
comment on column import_value.place_printed is 'Where a party is, as printed.';
comment on column import_value.uses is 'Number of rows that have it.';
comment on column import_value.proposed_id is 'What on record has exactly this name.';
comment on column import_value.proposed_choice is 'The kind or status that it says.';
comment on column import_value.decision is 'What was decided: on record, new, left out, or a choice; empty while nothing was.';
comment on column import_value.record_id is 'What it is on record, or what came of it.';
comment on column import_value.choice is 'The kind or status chosen, or the kind of what is new.';
comment on column import_row.party_ids is 'The organisations on record that it names, but for those that most rows name; -1 where none of them is on record.';
comment on column import.about is 'What the list says of itself, for the source to come.';
comment on column import_row.content is 'Hash of what the row said when it was tried, by which a change is seen.';

comment on table withdrawn is 'Records that were withdrawn and of which no more than this is here.';
comment on column withdrawn.kind is 'What kind of record it was, as the table of its kind is called.';
comment on column withdrawn.record_id is 'Its number, which no other record of its kind gets.';
comment on column withdrawn.withdrawn_on is 'When it was withdrawn.';
comment on column withdrawn.reason is 'Why it was withdrawn.';

comment on table audit_waiting is 'What was done and is not in the audit chain yet, for a second at most.';
comment on column audit_waiting.id is 'Number by which it comes into the chain.';
comment on table audit_entry is 'What was done, in a chain that is only added to: each row carries a digest of itself and of the one before.';
comment on column audit_entry.position is 'Place in the chain, from 1 and without gaps.';
comment on column audit_entry.digest is 'SHA-256 of the digest before and of all this, in hexadecimal.';
do $$
declare
    meaning record;
begin
    for meaning in
        select * from (values ('audit_waiting'), ('audit_entry')) as tables (name) cross join (values
            ('happened_at', 'When it was done.'),
            ('what', 'What was done, such as signed_in, refused, denied, exported or revision.'),
            ('account_id', 'Account of the person who did it; empty where nobody was signed in.'),
            ('about', 'What it was done to, such as an account; of a revision its number.'),
            ('detail', 'What else there is to say of it; of a revision the digest of the rows that it wrote.')
        ) as meanings (column_name, words)
    loop
        execute format('comment on column %I.%I is %L', meaning.name, meaning.column_name, meaning.words);
    end loop;
end;
$$;
