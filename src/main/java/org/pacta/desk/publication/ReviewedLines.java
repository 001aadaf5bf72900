package org.pacta.desk.publication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.discussion.Remarks;
import org.pacta.desk.discussion.Remarks.Strands;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftQueries.Text;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.LineTexts;
import org.pacta.desk.draft.PartyText;
import org.pacta.desk.draft.Section;
import org.pacta.desk.draft.Section.Control;
import org.pacta.desk.matching.KnownNames;
import org.pacta.desk.matching.NamesToSettle.NameRow;
import org.pacta.desk.matching.SettledNames.Settled;
import org.pacta.platform.form.FormSql;
import org.pacta.platform.shared.Name;
import org.pacta.registry.record.Comparison;
import org.pacta.registry.record.Comparison.Difference;
import org.pacta.registry.record.FormWording;
import org.pacta.registry.record.FormWording.Said;
import org.pacta.registry.record.RecordForms;
import org.pacta.rules.language.NameKey;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Reads the lines of a draft as a reviewer sees them: what each says, the passage it was read from, and what it does to the registry. */
@Repository
@Transactional(readOnly = true)
class ReviewedLines {

    private final DraftQueries drafts;
    private final RecordForms records;
    private final LineTexts texts;
    private final FormWording wording;
    private final Remarks remarks;
    private final KnownNames known;
    private final JdbcClient jdbc;

    ReviewedLines(
            DraftQueries drafts,
            RecordForms records,
            LineTexts texts,
            FormWording wording,
            Remarks remarks,
            KnownNames known,
            JdbcClient jdbc) {
        this.drafts = drafts;
        this.records = records;
        this.texts = texts;
        this.wording = wording;
        this.remarks = remarks;
        this.known = known;
        this.jdbc = jdbc;
    }

    /** What a line does to the registry. */
    enum Kind {
        NEW,
        CHANGED,
        /** It stands there as it is. */
        SAME,
        /** It stands for a record that is there and is not changed. */
        LINKED,
        /** It was in the draft when that was last returned. */
        TAKEN_OUT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A line, to be reviewed.
     *
     * @param said its fields in words, but for organisations
     * @param changes of the record that it stands for
     * @param isOvertaken whether somebody else has changed the record since the line began with it
     * @param isLater whether it came after the draft was last returned
     * @param since what was changed in it since the draft was last returned
     * @param passage null where no text of the draft has it
     * @param isQuiet whether it only says again what is on record, and nobody has said anything of it
     */
    public record Reviewed(
            Line line,
            Kind kind,
            List<Said> said,
            List<Party> parties,
            List<Difference> changes,
            boolean isOvertaken,
            boolean isLater,
            List<Difference> since,
            @Nullable Passage passage,
            boolean isQuiet) {}

    /**
     * An organisation that a line names.
     *
     * @param place of a new one, else what was typed
     * @param organisation on record; null for a new one, or while it is not settled
     * @param called what the organisation on record is called
     * @param kind of a new one; null while nobody has said
     */
    public record Party(
            String printed,
            @Nullable String place,
            boolean isSettled,
            @Nullable Long organisation,
            @Nullable Name called,
            @Nullable String kind) {}

    /** The lines of each section. */
    public record Lines(Map<Section, List<Reviewed>> bySection) {

        public List<Reviewed> get(Section section) {
            return bySection.getOrDefault(section, List.of());
        }

        /** Those that are to be looked at. */
        public List<Reviewed> loud(Section section) {
            return get(section).stream().filter(each -> !each.isQuiet).toList();
        }

        /** Those that only say again what is on record. */
        public List<Reviewed> quiet(Section section) {
            return get(section).stream().filter(Reviewed::isQuiet).toList();
        }

        /** How many records a section brings, those among them that stand again. */
        public long fresh(Section section) {
            return fresh(section, any -> true);
        }

        /** How many of the new agreements are memoranda of understanding. */
        public long freshMous() {
            return fresh(Section.AGREEMENT, line -> line.value("kind").equals("mou"));
        }

        /** How many of the new agreements are others. */
        public long freshOthers() {
            return fresh(Section.AGREEMENT) - freshMous();
        }

        public long freshProjects() {
            return fresh(Section.PROJECT);
        }

        private long fresh(Section section, Predicate<Line> which) {
            return get(section).stream()
                    .filter(each -> each.kind == Kind.NEW && which.test(each.line))
                    .count();
        }

        /** The place of a line among those of its section, from 1; 0 where it is not shown. */
        public int place(Section section, long line) {
            return 1
                    + get(section).stream().map(each -> each.line.id()).toList().indexOf(line);
        }

        /** Whether one of these problems is of a line that only says again what is on record. */
        public boolean isDoubted(Section section, List<Problem> problems) {
            return quiet(section).stream()
                    .anyMatch(each ->
                            problems.stream().anyMatch(problem -> Objects.equals(problem.line(), each.line.id())));
        }

        /** Where a problem of a draft is seen or put right: on this page, or on that of the draft while it is written. */
        public String href(Problem problem, DraftView draft) {
            Optional<Long> overtaken = bySection.values().stream()
                    .flatMap(List::stream)
                    .filter(each -> problem.isOfOthers() && each.isOvertaken)
                    .map(each -> each.line.id())
                    .findFirst();
            Long line = overtaken.orElse(problem.line());
            return draft.state().isOpen() && !problem.isOfTheDecision() && overtaken.isEmpty()
                    ? problem.path(draft.id())
                    : "#" + (line == null ? "decision" : "line-" + line);
        }

        /** The section that a line belongs to; null where it is not shown. */
        public @Nullable Section section(long line) {
            return bySection.keySet().stream()
                    .filter(section -> place(section, line) > 0)
                    .findFirst()
                    .orElse(null);
        }
    }

    Lines of(DraftView draft) {
        Reading reading = new Reading(draft);
        Map<Section, List<Reviewed>> lines = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            lines.put(
                    section,
                    Stream.concat(
                                    draft.lines(section).stream().map(reading::entered),
                                    draft.removed().stream()
                                            .filter(line -> line.section() == section && line.returned() != null)
                                            .map(line -> reading.reviewed(line, Kind.TAKEN_OUT, List.of())))
                            .toList());
        }
        return new Lines(lines);
    }

    /** One draft, with all that its lines are held against. */
    private final class Reading {

        private final DraftView draft;
        private final List<Text> kept;
        private final Strands strands;
        private final Map<String, NameRow> names = new HashMap<>();
        private final Map<Long, Map<String, String>> standing = new HashMap<>();
        private final Set<Long> overtaken = new HashSet<>();
        private final Set<String> sources;
        private final Map<Long, Name> called;

        Reading(DraftView draft) {
            this.draft = draft;
            this.kept = drafts.texts(draft.id());
            this.strands = remarks.of(draft.id());
            draft.names().forEach(name -> names.putIfAbsent(NameKey.of(name.printed()), name));
            Stream.of(Section.values()).forEach(this::stand);
            this.sources = Set.copyOf(jdbc.sql("select url from source where url = any(:urls) and withdrawn_on is null")
                    .param(
                            "urls",
                            draft.lines(Section.SOURCE).stream()
                                    .map(line -> line.get("url"))
                                    .toArray(String[]::new))
                    .query(String.class)
                    .list());
            this.called = known.called(draft.names().stream()
                    .map(NameRow::organisation)
                    .filter(Objects::nonNull)
                    .toList());
        }

        /** Reads what is on record of the lines of a section; the chairs are rows of the meeting, told by the person. */
        private void stand(Section section) {
            Map<Long, JsonNode> forms = new HashMap<>();
            List<Line> lines = draft.lines(section == Section.CHAIR ? Section.BASICS : section);
            Map<Long, Integer> versions = new HashMap<>();
            jdbc.sql("select id, version, form from (%s) recorded where id = any(:ids)"
                            .formatted(FormSql.of(section.kind(), records.fields(section.kind()))))
                    .param(
                            "ids",
                            lines.stream()
                                    .map(Line::record)
                                    .filter(Objects::nonNull)
                                    .toArray(Long[]::new))
                    .query(row -> {
                        forms.put(row.getLong("id"), RecordForms.read(row.getString("form")));
                        versions.put(row.getLong("id"), row.getInt("version"));
                    });
            lines.stream()
                    .filter(line -> versions.containsKey(line.record())
                            && !Objects.equals(versions.get(line.record()), line.recordVersion()))
                    .forEach(line -> overtaken.add(line.id()));
            if (section == Section.CHAIR) {
                forms.values().stream()
                        .flatMap(meeting -> meeting.path("roles").valueStream())
                        .map(role -> texts.of(Section.CHAIR, role))
                        .forEach(this::seat);
            } else {
                lines.forEach(line -> {
                    JsonNode form = forms.get(line.record());
                    if (form != null) {
                        standing.put(line.id(), texts.of(section, form));
                    }
                });
            }
        }

        private void seat(Map<String, String> role) {
            draft.lines(Section.CHAIR).stream()
                    .filter(line -> NameKey.of(line.get("person")).equals(NameKey.of(role.getOrDefault("person", ""))))
                    .filter(line -> line.get("role").equals(role.getOrDefault("role", "")))
                    .findFirst()
                    .ifPresent(line -> standing.putIfAbsent(line.id(), role));
        }

        Reviewed entered(Line line) {
            List<Difference> changes = changes(line);
            return reviewed(line, kind(line, standing.get(line.id()), changes), changes);
        }

        private List<Difference> changes(Line line) {
            Map<String, String> before = standing.get(line.id());
            return before == null || draft.publishedPath() != null
                    ? List.of()
                    : differences(line.section(), before, meant(line));
        }

        /** Whether others have changed the record that it changes too; the chairs are rows of the meeting. */
        private boolean isOvertaken(Line line) {
            return overtaken.contains(line.id())
                    && Stream.concat(
                                    Stream.of(line),
                                    draft.lines(Section.CHAIR).stream()
                                            .filter(chair -> line.section() == Section.BASICS))
                            .anyMatch(each -> !standing.containsKey(each.id())
                                    || !changes(each).isEmpty());
        }

        private Kind kind(Line line, @Nullable Map<String, String> before, List<Difference> changes) {
            if (before != null) {
                return changes.isEmpty() ? Kind.SAME : Kind.CHANGED;
            }
            return line.section() == Section.SOURCE && sources.contains(line.get("url")) ? Kind.LINKED : Kind.NEW;
        }

        /** What is typed, and what is usual where nothing is. */
        private Map<String, String> meant(Line line) {
            Map<String, String> meant = new HashMap<>(line.section().usual());
            line.typed().forEach((field, text) -> {
                if (!text.isEmpty()) {
                    meant.put(field, text);
                }
            });
            return meant;
        }

        private Reviewed reviewed(Line line, Kind kind, List<Difference> changes) {
            Map<String, String> returned = line.returned();
            boolean isLater = draft.returnedAt() != null && returned == null;
            List<Difference> since = returned == null ? List.of() : differences(line.section(), returned, line.typed());
            return new Reviewed(
                    line,
                    kind,
                    said(line.section(), line.typed()).stream()
                            .filter(said -> !said.lines().isEmpty()
                                    && Control.of(line.section()
                                                    .find(said.name())
                                                    .orElseThrow())
                                            != Control.ORGANISATIONS)
                            .toList(),
                    line.parties().map(this::party).toList(),
                    changes,
                    isOvertaken(line),
                    isLater,
                    since,
                    Passage.of(draft.read(line), kept),
                    kind == Kind.SAME
                            && draft.publishedPath() == null
                            && !isLater
                            && since.isEmpty()
                            && strands.of(line.id()).count() == 0);
        }

        private Party party(PartyText.Party party) {
            Optional<NameRow> name = Optional.ofNullable(names.get(NameKey.of(party.name())));
            Optional<Settled> meant = name.map(
                    row -> names.getOrDefault(row.meant().sameAs(), row).meant());
            Long organisation = meant.map(Settled::organisation).orElse(null);
            String place = meant.map(Settled::place).orElse(party.place());
            return new Party(
                    party.name(),
                    place == null ? null : draft.placeName(place, LocaleContextHolder.getLocale()),
                    name.filter(NameRow::isSettled).isPresent(),
                    organisation,
                    called.get(organisation),
                    meant.map(Settled::kind).orElse(null));
        }

        private List<Difference> differences(Section section, Map<String, String> before, Map<String, String> after) {
            return Comparison.of(said(section, before), said(section, after));
        }

        /** Every field of a line in words, those without a value too. */
        private List<Said> said(Section section, Map<String, String> typed) {
            List<Said> said = new ArrayList<>();
            section.fields().forEach(field -> {
                String text = typed.getOrDefault(field.name(), "");
                said.add(new Said(
                        field.name(),
                        wording.label(field.name()),
                        text.isEmpty()
                                ? List.of()
                                : List.of(wording.value(
                                        field, draft.named(field, text, LocaleContextHolder.getLocale())))));
            });
            return said;
        }
    }
}
