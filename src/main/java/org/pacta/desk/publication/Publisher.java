package org.pacta.desk.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.LineTexts;
import org.pacta.desk.draft.PartyText;
import org.pacta.desk.draft.Section;
import org.pacta.desk.matching.NamesToSettle.NameRow;
import org.pacta.desk.publication.Refusals.Refusal;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.Change;
import org.pacta.platform.security.SignedIn;
import org.pacta.reference.organisation.OrganisationService;
import org.pacta.reference.person.PersonForm;
import org.pacta.registry.record.RecordForms;
import org.pacta.registry.record.References;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a draft into the registry: everything in one transaction, or nothing. */
@Service
@Transactional
class Publisher {

    private static final JsonMapper json = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final DraftQueries queries;
    private final DraftService drafts;
    private final OrganisationService organisations;
    private final Obstacles obstacles;
    private final Reviewing reviewing;
    private final RecordForms records;
    private final References references;
    private final LineTexts texts;

    Publisher(
            JdbcClient jdbc,
            DraftQueries queries,
            DraftService drafts,
            OrganisationService organisations,
            Obstacles obstacles,
            Reviewing reviewing,
            RecordForms records,
            References references,
            LineTexts texts) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.drafts = drafts;
        this.organisations = organisations;
        this.obstacles = obstacles;
        this.reviewing = reviewing;
        this.records = records;
        this.references = references;
        this.texts = texts;
    }

    /**
     * Publishes a draft, whoever asks, so that it is seen what that would do; one that is published already is left as it is.
     *
     * @return the address of its page
     */
    String publish(long id, SignedIn reviewer) {
        Optional<String> before = drafts.lockForTrial(id);
        if (before.isPresent()) {
            return before.get();
        }
        DraftView draft = queries.get(id);
        obstacles.refuse(draft);
        return publish(draft, reviewer);
    }

    /** Publishes a draft that is locked and that nothing stands in the way of. */
    String publish(DraftView draft, SignedIn reviewer) {
        Change.of("draft " + draft.id(), reason(draft, reviewer));
        Writing writing = new Writing(draft, Known.of(draft.council(), jdbc, references));
        writing.alone();
        writing.restore();
        writing.sources();
        writing.people();
        writing.organisations();
        long meeting = writing.meeting();
        writing.outcomes(meeting);
        records.flush();
        jdbc.sql("set constraints all immediate").update();
        String path = jdbc.sql("""
                        select coalesce('/councils/' || slug || '/meetings/' || ordinal, '/meetings/' || meeting.id)
                        from meeting join council on council.id = council_id where meeting.id = :id
                        """).param("id", meeting).query(String.class).single();
        drafts.publish(draft.id(), reviewer, path, writing.became);
        return path;
    }

    private String reason(DraftView draft, SignedIn reviewer) {
        String council = Objects.requireNonNullElse(
                draft.councilName().text(), draft.councilName().local());
        String meeting = draft.ordinal().isEmpty() ? "a meeting" : "meeting " + draft.ordinal();
        String alone = reviewing.hasWritten(draft, reviewer) ? ", published by one who wrote it" : "";
        return "%s of %s, %s (draft %d%s)"
                .formatted(
                        draft.meeting() == null ? "Outcomes" : "More of the outcomes",
                        council,
                        meeting,
                        draft.id(),
                        alone);
    }

    /** One draft on its way. */
    private final class Writing {

        private final DraftView draft;
        private final Known known;
        private final Forms forms;
        private final Map<Long, Long> became = new HashMap<>();
        private final Map<Long, Integer> restored = new HashMap<>();

        Writing(DraftView draft, Known known) {
            this.draft = draft;
            this.known = known;
            this.forms = new Forms(known, texts, jdbc);
            quotes();
        }

        private void quotes() {
            jdbc.sql("""
                            select line.id, substring(words from start_at + 1 for least(end_at - start_at, 400)) as words,
                                'line ' || (1 + length(left(words, start_at)) - length(replace(left(words, start_at), chr(10), ''))) as place
                            from draft_line line join draft_text on draft_text.id = text_id where line.draft_id = :draft
                            """)
                    .param("draft", draft.id())
                    .query((row, n) -> {
                        known.quote(row.getLong("id"), row.getString("words"), row.getString("place"));
                        return true;
                    })
                    .list();
        }

        /** Whoever else publishes the same newcomers waits here, and finds them on record then. */
        void alone() {
            String[] newcomers = Stream.of(
                            draft.names().stream()
                                    .filter(name -> name.organisation() == null)
                                    .map(NameRow::printed),
                            draft.lines(Section.CHAIR).stream().map(line -> line.get("person")),
                            draft.lines(Section.SOURCE).stream().map(line -> line.get("url")))
                    .flatMap(each -> each)
                    .filter(each -> !each.isEmpty())
                    .toArray(String[]::new);
            jdbc.sql("""
                            select pg_advisory_xact_lock(hash)
                            from (select distinct hashtextextended(name, 0) as hash from unnest(:names) name order by hash) each""").param("names", newcomers).query((row, n) -> true).list();
        }

        /** Has the records stand again that were withdrawn when an earlier publication of this draft was taken back. */
        void restore() {
            for (Section section : Section.values()) {
                List<Line> lines = draft.lines(section).stream()
                        .filter(line -> line.record() != null)
                        .toList();
                Set<Long> withdrawn = lines.isEmpty() ? Set.of() : withdrawn(section.kind(), lines);
                lines.stream()
                        .filter(line -> withdrawn.contains(line.record()))
                        .forEach(line -> restored.put(
                                line.id(),
                                restore(section.kind(), Objects.requireNonNull(line.record()), version(line))));
            }
        }

        private Set<Long> withdrawn(RecordKind kind, List<Line> lines) {
            return Set.copyOf(
                    jdbc.sql("select id from %s where id in (:ids) and withdrawn_on is not null".formatted(kind.code()))
                            .param("ids", lines.stream().map(Line::record).toList())
                            .query(Long.class)
                            .list());
        }

        private int restore(RecordKind kind, long record, int version) {
            records.restore(kind, record, version);
            records.flush();
            return records.standing(kind, record).version();
        }

        /** An organisation or a person of this name that was withdrawn when an earlier publication of this draft was taken back. */
        private Optional<Long> again(RecordKind kind, String name) {
            return jdbc.sql("""
                            select id, version from %s where (name = :name or local_name = :name) and withdrawal_reason like :draft
                            order by id limit 1
                            """.formatted(kind.code()))
                    .param("name", name)
                    .param("draft", "%% (draft %d)".formatted(draft.id()))
                    .query((row, n) -> Map.entry(row.getLong("id"), row.getInt("version")))
                    .optional()
                    .map(found -> {
                        restore(kind, found.getKey(), found.getValue());
                        return found.getKey();
                    });
        }

        /** A source with an address that is on record is that source. */
        void sources() {
            for (Line line : draft.lines(Section.SOURCE)) {
                ObjectNode form = forms.of(line, standing(line));
                Long source = line.record();
                if (source != null) {
                    revise(line, form);
                } else {
                    form.put("readInFull", true);
                    source = onRecord(line.get("url")).orElseGet(() -> record(line, form));
                }
                known.source(source, line.text());
            }
        }

        private Optional<Long> onRecord(String url) {
            return jdbc.sql("select id from source where url = :url and withdrawn_on is null order by id limit 1")
                    .param("url", url)
                    .query(Long.class)
                    .optional();
        }

        void people() {
            for (Line line : draft.lines(Section.CHAIR)) {
                String name = line.get("person");
                if (!name.isEmpty()) {
                    long id = jdbc.sql("""
                                    select id from person where withdrawn_on is null and (name = :name or local_name = :name
                                        or id in (select person_id from person_name where person_name.name = :name)) order by id limit 1
                                    """)
                            .param("name", name)
                            .query(Long.class)
                            .optional()
                            .or(() -> again(RecordKind.PERSON, name))
                            .orElseGet(() -> records.record(
                                    new PersonForm(name, null, null, null, List.of(), known.citations())));
                    known.person(name, id);
                }
            }
        }

        void organisations() {
            for (NameRow name : draft.names()) {
                if (name.organisation() != null) {
                    named(name, name.organisation(), name.isDecided());
                } else if (name.meant().sameAs() == null) {
                    recorded(name);
                }
            }
            draft.names().stream()
                    .filter(name -> name.meant().sameAs() != null)
                    .forEach(name -> known.organisation(
                                    String.valueOf(name.meant().sameAs()))
                            .ifPresentOrElse(first -> named(name, first, true), () -> recorded(name)));
        }

        private void named(NameRow name, long organisation, boolean isRemembered) {
            if (isRemembered) {
                organisations.addName(organisation, name.printed());
            }
            known.organisation(name.printed(), organisation);
        }

        private void recorded(NameRow name) {
            known.organisation(
                    name.printed(),
                    organisation(name)
                            .or(() -> again(RecordKind.ORGANISATION, name.printed()))
                            .orElseGet(() -> records.record(known.recorded(name, placeOf(name)))));
        }

        /** One that somebody else has recorded since it was settled that this one is new. */
        private Optional<Long> organisation(NameRow name) {
            return jdbc.sql("""
                            select id from organisation where withdrawn_on is null and merged_into_id is null
                                and (name = :name or local_name = :name) order by id limit 1""")
                    .param("name", name.printed())
                    .query(Long.class)
                    .optional()
                    .filter(id -> !name.mayBe(id));
        }

        /** Where the draft says that an organisation is. */
        private Optional<Long> placeOf(NameRow name) {
            return draft.lines().stream()
                    .flatMap(Line::parties)
                    .filter(party -> party.name().equals(name.printed()) && party.place() != null)
                    .map(PartyText.Party::place)
                    .findFirst()
                    .flatMap(known::place);
        }

        long meeting() {
            Line basics = draft.lines(Section.BASICS).get(0);
            ObjectNode form = forms.of(basics, standing(basics));
            form.put("council", draft.council());
            form.set("roles", roles());
            forms.cite(form, basics, known.sources());
            if (basics.record() == null) {
                return record(basics, form);
            }
            revise(basics, form);
            return basics.record();
        }

        private ArrayNode roles() {
            ArrayNode roles = json.createArrayNode();
            draft.lines(Section.CHAIR).forEach(line -> roles.add(forms.of(line, null)));
            return roles;
        }

        void outcomes(long meeting) {
            Section.OUTCOMES.stream()
                    .flatMap(section -> draft.lines(section).stream())
                    .forEach(line -> write(line, meeting));
        }

        private void write(Line line, long meeting) {
            Form before = standing(line);
            ObjectNode form = forms.of(line, before).put("meeting", meeting);
            onTheDayOfTheMeeting(line, form);
            if (line.section().has("measureAsPrinted")
                    && line.get("measureAsPrinted").isEmpty()) {
                form.put("measureAsPrinted", line.get("measure"));
            }
            if (before == null) {
                form.put("council", draft.council());
                forms.cite(form, line, known.sources(line.text()));
                record(line, form);
            } else if (!isSame(line, form)) {
                forms.cite(form, line, known.sources());
                revise(line, form);
            }
        }

        /** Leaves alone what others may have changed meanwhile, where the line says nothing else. */
        private void revise(Line line, ObjectNode form) {
            if (!isSame(line, form)) {
                records.revise(Objects.requireNonNull(line.record()), version(line), read(line, form));
            }
        }

        private boolean isSame(Line line, ObjectNode form) {
            Form before = Objects.requireNonNull(standing(line));
            return json.treeToValue(form, before.getClass()).equals(before);
        }

        private long record(Line line, ObjectNode form) {
            long id = records.record(read(line, form));
            became.put(line.id(), id);
            return id;
        }

        private @Nullable Form standing(Line line) {
            return line.record() == null
                    ? null
                    : records.standing(line.section().kind(), line.record()).form();
        }

        /** The form of a line; refused where a rule is broken. */
        private Form read(Line line, ObjectNode form) {
            Form read = json.treeToValue(form, records.type(line.section().kind()));
            obstacles.broken(line, read).ifPresent(problem -> {
                throw new Refusal(problem);
            });
            return read;
        }

        /** Where no day was typed a row that is new, or stands again, has that of the meeting, marked as inferred. */
        private void onTheDayOfTheMeeting(Line line, ObjectNode form) {
            boolean isKept = line.record() != null && !restored.containsKey(line.id());
            String held = isKept ? "" : draft.lines(Section.BASICS).get(0).get("heldOn");
            line.section()
                    .fields()
                    .map(FormField::name)
                    .filter(name -> line.get(name).isEmpty() && !held.isEmpty())
                    .filter(name -> records.fields(line.section().kind()).stream()
                            .anyMatch(field -> field.name().equals(name + "Inferred")))
                    .forEach(name -> form.put(name, held).put(name + "Inferred", "date"));
        }

        private int version(Line line) {
            return restored.getOrDefault(line.id(), Objects.requireNonNull(line.recordVersion()));
        }
    }
}
