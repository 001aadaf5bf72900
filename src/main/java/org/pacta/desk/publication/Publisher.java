package org.pacta.desk.publication;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.DraftView.NameRow;
import org.pacta.desk.draft.PartyText;
import org.pacta.desk.draft.Section;
import org.pacta.platform.history.Change;
import org.pacta.platform.history.Records;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.Name;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.organisation.OrganisationForm;
import org.pacta.reference.organisation.OrganisationName;
import org.pacta.reference.organisation.OrganisationService;
import org.pacta.reference.person.PersonForm;
import org.pacta.reference.person.PersonService;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.source.SourceForm;
import org.pacta.reference.source.SourceService;
import org.pacta.registry.agreement.AgreementForm;
import org.pacta.registry.agreement.AgreementService;
import org.pacta.registry.commitment.CommitmentForm;
import org.pacta.registry.commitment.CommitmentService;
import org.pacta.registry.figure.FigureForm;
import org.pacta.registry.figure.FigureService;
import org.pacta.registry.meeting.MeetingForm;
import org.pacta.registry.meeting.MeetingService;
import org.pacta.registry.project.ProjectForm;
import org.pacta.registry.project.ProjectService;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
    private final SourceService sources;
    private final PersonService people;
    private final OrganisationService organisations;
    private final MeetingService meetings;
    private final FigureService figures;
    private final AgreementService agreements;
    private final ProjectService projects;
    private final CommitmentService commitments;
    private final Obstacles obstacles;
    private final Rules rules;
    private final Records records;
    private final MessageSource messages;

    Publisher(
            JdbcClient jdbc,
            DraftQueries queries,
            DraftService drafts,
            SourceService sources,
            PersonService people,
            OrganisationService organisations,
            MeetingService meetings,
            FigureService figures,
            AgreementService agreements,
            ProjectService projects,
            CommitmentService commitments,
            Obstacles obstacles,
            Rules rules,
            Records records,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.drafts = drafts;
        this.sources = sources;
        this.people = people;
        this.organisations = organisations;
        this.meetings = meetings;
        this.figures = figures;
        this.agreements = agreements;
        this.projects = projects;
        this.commitments = commitments;
        this.obstacles = obstacles;
        this.rules = rules;
        this.records = records;
        this.messages = messages;
    }

    /**
     * Publishes a draft; one that is published already is left as it is.
     *
     * @return the address of its page
     */
    String publish(long id, SignedIn reviewer) {
        Optional<String> before = drafts.lock(id);
        if (before.isPresent()) {
            return before.get();
        }
        DraftView draft = queries.get(id);
        obstacles.of(draft).stream().findFirst().ifPresent(obstacle -> {
            throw new Refusal(obstacle);
        });
        Change.because(reason(draft, reviewer));
        Writing writing = new Writing(draft, Known.of(draft.council(), jdbc));
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
        drafts.publish(id, reviewer, path);
        return path;
    }

    /** Publishes a draft, unless another reviewer has returned it meanwhile: then its author goes first. */
    String publishReviewed(long id, SignedIn reviewer) {
        drafts.lock(id);
        DraftView draft = queries.get(id);
        if (draft.state().code().equals("returned") && draft.authorId() != reviewer.id()) {
            throw new Refusal(Problem.grave(
                    null,
                    null,
                    Objects.requireNonNull(
                            messages.getMessage("desk.problem.returned", null, LocaleContextHolder.getLocale()))));
        }
        return publish(id, reviewer);
    }

    private static String reason(DraftView draft, SignedIn reviewer) {
        String council = Objects.requireNonNullElse(
                draft.councilName().text(), draft.councilName().local());
        String meeting = draft.ordinal().isEmpty() ? "a meeting" : "meeting " + draft.ordinal();
        String alone = draft.authorId() == reviewer.id() ? ", published by its author alone" : "";
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

        Writing(DraftView draft, Known known) {
            this.draft = draft;
            this.known = known;
            this.forms = new Forms(known, jdbc);
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
                        known.quote(row.getLong("id"), firstWords(row.getString("words")), row.getString("place"));
                        return true;
                    })
                    .list();
        }

        /** A source with an address that is on record is that source. */
        void sources() {
            for (Line line : draft.lines(Section.SOURCE)) {
                if (line.record() != null) {
                    ObjectNode form =
                            forms.of(line, sources.standing(line.record()).form());
                    sources.revise(line.record(), version(line), read(line, form, SourceForm.class));
                    known.source(line.record(), line.text());
                } else {
                    ObjectNode form = forms.of(line, null).put("readInFull", true);
                    long source = onRecord(line.get("url"))
                            .orElseGet(() -> sources.record(read(line, form, SourceForm.class)));
                    known.source(source, line.text());
                }
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
                            .orElseGet(() -> people.record(new PersonForm(name, null, null, List.of(), citations())));
                    known.person(name, id);
                }
            }
        }

        void organisations() {
            for (NameRow name : draft.names()) {
                if (name.organisation() == null) {
                    known.organisation(name.printed(), organisations.record(stub(name.printed())));
                    continue;
                }
                if (name.isDecided()) {
                    organisations.addName(name.organisation(), name.printed(), OrganisationName.Kind.AS_PRINTED);
                }
                known.organisation(name.printed(), name.organisation());
            }
        }

        /** An organisation of which no more than the name is known, marked to be completed. */
        private OrganisationForm stub(String printed) {
            boolean isLocal = "zh-Hans".equals(Name.language(printed));
            Long place = draft.lines().stream()
                    .flatMap(Line::parties)
                    .filter(party -> party.name().equals(printed) && party.place() != null)
                    .map(PartyText.Party::place)
                    .findFirst()
                    .flatMap(known::place)
                    .orElse(null);
            return new OrganisationForm(
                    isLocal ? null : printed,
                    isLocal ? printed : null,
                    Organisation.Kind.OTHER,
                    place,
                    null,
                    true,
                    null,
                    List.of(),
                    List.of(),
                    citations());
        }

        private List<CitationForm> citations() {
            return known.sources().stream()
                    .limit(1)
                    .map(source -> new CitationForm(source, null, null, null, null, null, null, null))
                    .toList();
        }

        long meeting() {
            Line basics = draft.lines(Section.BASICS).get(0);
            MeetingForm standing = basics.record() == null
                    ? null
                    : meetings.standing(basics.record()).form();
            ObjectNode form = forms.of(basics, standing);
            form.put("council", draft.council());
            form.set("roles", roles());
            forms.cite(form, basics, known.sources());
            MeetingForm meeting = read(basics, form, MeetingForm.class);
            if (basics.record() == null) {
                return meetings.record(meeting);
            }
            meetings.revise(basics.record(), version(basics), meeting);
            return basics.record();
        }

        private ArrayNode roles() {
            ArrayNode roles = json.createArrayNode();
            for (Line line : draft.lines(Section.CHAIR)) {
                Long person = known.person(line.get("person")).orElse(null);
                ObjectNode role = forms.of(line, null);
                role.put("person", person);
                roles.add(role);
            }
            return roles;
        }

        void outcomes(long meeting) {
            draft.lines(Section.FIGURE)
                    .forEach(line -> write(
                            line,
                            meeting,
                            FigureForm.class,
                            figures::record,
                            id -> figures.standing(id).form(),
                            form -> figures.revise(line.record(), version(line), form),
                            this::figure));
            draft.lines(Section.AGREEMENT)
                    .forEach(line -> write(
                            line,
                            meeting,
                            AgreementForm.class,
                            agreements::record,
                            id -> agreements.standing(id).form(),
                            form -> agreements.revise(line.record(), version(line), form),
                            this::agreement));
            draft.lines(Section.PROJECT)
                    .forEach(line -> write(
                            line,
                            meeting,
                            ProjectForm.class,
                            projects::record,
                            id -> projects.standing(id).form(),
                            form -> projects.revise(line.record(), version(line), form),
                            this::project));
            draft.lines(Section.COMMITMENT)
                    .forEach(line -> write(
                            line,
                            meeting,
                            CommitmentForm.class,
                            commitments::record,
                            id -> commitments.standing(id).form(),
                            form -> commitments.revise(line.record(), version(line), form),
                            this::commitment));
        }

        private <F> void write(
                Line line,
                long meeting,
                Class<F> type,
                Function<F, Long> record,
                Function<Long, F> standing,
                Consumer<F> revise,
                BiFunction<Line, ObjectNode, ObjectNode> fill) {
            F before = line.record() == null ? null : standing.apply(line.record());
            ObjectNode form = fill.apply(line, forms.of(line, before));
            form.put("meeting", meeting);
            if (before == null) {
                form.put("council", draft.council());
                forms.cite(form, line, known.sources(line.text()));
                record.apply(read(line, form, type));
            } else if (!json.treeToValue(form, type).equals(before)) {
                forms.cite(form, line, known.sources());
                revise.accept(read(line, form, type));
            }
        }

        private <F> F read(Line line, ObjectNode form, Class<F> type) {
            F read = json.treeToValue(form, type);
            rules.problem(line, read).ifPresent(problem -> {
                throw new Refusal(problem);
            });
            return read;
        }

        private ObjectNode figure(Line line, ObjectNode form) {
            if (line.get("measureAsPrinted").isEmpty()) {
                form.put("measureAsPrinted", line.get("measure"));
            }
            return form;
        }

        private ObjectNode agreement(Line line, ObjectNode form) {
            forms.parties(form, "signatories", line.get("signatories"), Map.of("role", "signs"));
            return onTheDayOfTheMeeting(line, form, "signedOn");
        }

        private ObjectNode project(Line line, ObjectNode form) {
            forms.parties(form, "participants", line.get("participants"), Map.of());
            return onTheDayOfTheMeeting(line, form, "launchedOn");
        }

        private ObjectNode commitment(Line line, ObjectNode form) {
            Long whose = PartyText.read(line.get("organisation")).stream()
                    .findFirst()
                    .flatMap(party -> known.organisation(party.name()))
                    .orElse(null);
            return form.put("organisation", whose);
        }

        /** Where no day was typed a new row has that of the meeting, marked as inferred. */
        private ObjectNode onTheDayOfTheMeeting(Line line, ObjectNode form, String field) {
            String held = draft.lines(Section.BASICS).get(0).get("heldOn");
            if (line.record() == null && line.get(field).isEmpty() && !held.isEmpty()) {
                form.put(field, held).put(field + "Inferred", "date");
            }
            return form;
        }

        private int version(Line line) {
            return Objects.requireNonNull(line.recordVersion());
        }
    }

    /** At most twelve words and 160 characters, as a quotation may have. */
    static @Nullable String firstWords(String text) {
        String[] words = text.strip().split("\\s+");
        String first = String.join(" ", List.of(words).subList(0, Math.min(12, words.length)));
        return first.isEmpty() ? null : first.substring(0, Math.min(160, first.length()));
    }
}
