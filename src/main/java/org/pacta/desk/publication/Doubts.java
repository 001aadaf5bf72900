package org.pacta.desk.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.discussion.Answers;
import org.pacta.desk.discussion.Answers.Kept;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftQueries.Text;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.PartyText;
import org.pacta.desk.draft.Section;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.WallClock;
import org.pacta.platform.shared.Wording;
import org.pacta.rules.language.NameKey;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what is worth a look before a draft is published. Somebody has to say of each why it may stay. */
@Component
class Doubts {

    /** So many meetings may be missing from the texts one has without anybody wondering. */
    private static final int USUAL_GAP = 5;

    private static final Set<Section> OUTCOMES = EnumSet.of(Section.AGREEMENT, Section.PROJECT);

    private final DraftQueries queries;
    private final Answers answers;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final WallClock clock;
    private final Wording wording;

    Doubts(
            DraftQueries queries,
            Answers answers,
            JdbcClient jdbc,
            MessageSource messages,
            WallClock clock,
            Wording wording) {
        this.queries = queries;
        this.answers = answers;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
        this.wording = wording;
    }

    /** Each of them, in words. */
    List<Problem> of(DraftView draft) {
        Warnings warnings = new Warnings(answers.of(draft.id()));
        numbers(draft, warnings);
        gap(draft, warnings);
        lines(draft, warnings);
        doubles(draft, warnings);
        return warnings.found;
    }

    private void numbers(DraftView draft, Warnings warnings) {
        draft.reconciliation().forEach(row -> {
            String figure = figure(draft, row.measure().code());
            if (row.announced() != null && !row.isMatched()) {
                String measure = row.measure().code();
                warnings.addAt(
                        figure,
                        measure,
                        "desk.problem.numbers",
                        say("measure." + measure),
                        row.announced(),
                        row.entered());
            }
            if (Boolean.FALSE.equals(row.addsUp())) {
                warnings.addAt(
                        figure, row.measure().code(), "desk.problem.sum", row.toDate(), row.before(), row.announced());
            }
        });
        draft.proposed().stream()
                .findFirst()
                .ifPresent(line -> warnings.addAt(
                        "review?text=%d&line=%d#row-%d".formatted(line.text(), line.id(), line.id()),
                        "",
                        "desk.problem.proposed",
                        draft.proposed().size()));
    }

    /** Where a number of a measure is typed, that of the meeting itself before totals. */
    private static String figure(DraftView draft, String measure) {
        return draft.lines(Section.FIGURE).stream()
                .filter(line -> line.value("measure").equals(measure))
                .sorted(Comparator.comparing(line ->
                        !line.value("series").equals(Section.FIGURE.usual().get("series"))))
                .map(line -> line.id() + ".value")
                .findFirst()
                .orElse("section-figure");
    }

    /** A number far beyond the newest meeting is more often mistyped than true, and every ledger has a row for each meeting between. */
    private void gap(DraftView draft, Warnings warnings) {
        int newest = jdbc.sql("""
                        select coalesce(max(ordinal), 0) from meeting
                        where council_id = :council and withdrawn_on is null and id is distinct from :meeting
                        """)
                .param("council", draft.council())
                .param("meeting", draft.meeting())
                .query(Integer.class)
                .single();
        if (draft.ordinal().matches("\\d{1,9}") && Integer.parseInt(draft.ordinal()) > newest + USUAL_GAP) {
            int ordinal = Integer.parseInt(draft.ordinal());
            String field = draft.lines(Section.BASICS).get(0).id() + ".ordinal";
            warnings.addAt(field, "", "desk.problem.gap", ordinal, newest, ordinal - newest - 1);
        }
    }

    private void lines(DraftView draft, Warnings warnings) {
        LocalDate today = clock.today();
        for (Section section : OUTCOMES) {
            for (Line line : draft.lines(section)) {
                life(line, today, warnings);
            }
        }
        for (Line line : draft.lines(Section.AGREEMENT)) {
            if (line.record() == null && line.get("signatories").isEmpty()) {
                warnings.add(line, line.get("title"), "desk.problem.no_party", line.get("title"));
            }
        }
        draft.lines(Section.BASICS).stream()
                .filter(line -> line.get("status").equals("cancelled"))
                .filter(line -> Section.OUTCOMES.stream()
                        .anyMatch(section -> !draft.lines(section).isEmpty()))
                .forEach(line -> warnings.add(line, "", "desk.problem.cancelled"));
        draft.lines(Section.BASICS).stream()
                .filter(line -> line.value("status").equals("held") && isAhead(line, "heldOn", today))
                .forEach(line ->
                        warnings.add(line, line.get("heldOn"), "desk.problem.to_come", said(line.get("heldOn"))));
        standing(draft, warnings);
        List<Text> texts = queries.texts(draft.id());
        for (Line line : draft.lines(Section.CHAIR)) {
            String person = line.get("person");
            boolean isNamed =
                    texts.stream().anyMatch(text -> NameKey.of(text.words()).contains(NameKey.of(person)));
            if (draft.meeting() == null && !person.isEmpty() && !texts.isEmpty() && !isNamed) {
                warnings.add(line, person, "desk.problem.chair", person);
            }
        }
    }

    /** A day to come of what is not only planned, and a party that is named twice. */
    private void life(Line line, LocalDate today, Warnings warnings) {
        String field = line.section() == Section.AGREEMENT ? "signedOn" : "launchedOn";
        String day = line.get(field);
        if (!line.get("status").equals("planned") && isAhead(line, field, today)) {
            warnings.add(line, day, "desk.problem.ahead", line.get("title"), said(day));
        }
        Set<String> seen = new HashSet<>();
        line.parties()
                .filter(party -> !seen.add(NameKey.of(party.name())))
                .forEach(party ->
                        warnings.add(line, party.name(), "desk.problem.party_twice", line.get("title"), party.name()));
    }

    private static boolean isAhead(Line line, String field, LocalDate today) {
        String day = line.get(field);
        return !day.isEmpty()
                && line.section().faults(Map.of(field, day)).isEmpty()
                && PartialDate.parse(day).isAfter(today);
    }

    private String said(String day) {
        return wording.date(PartialDate.parse(day));
    }

    /** What is typed of a record that stands already and that a line does not change. */
    private void standing(DraftView draft, Warnings warnings) {
        for (Line line : draft.lines(Section.SOURCE)) {
            if (line.record() == null && !line.get("url").isEmpty()) {
                jdbc.sql(
                                "select coalesce(title, local_title) from source where url = :url and withdrawn_on is null order by id limit 1")
                        .param("url", line.get("url"))
                        .query(String.class)
                        .optional()
                        .ifPresent(title -> warnings.add(line, title, "desk.problem.source_known", title));
            }
        }
        for (Line line : draft.lines(Section.COMMITMENT)) {
            for (PartyText.Party party : PartyText.read(line.get("organisation"))) {
                draft.names().stream()
                        .filter(name -> party.place() != null
                                && name.organisation() != null
                                && NameKey.of(name.printed()).equals(NameKey.of(party.name())))
                        .findFirst()
                        .ifPresent(name -> warnings.add(
                                line, party.place(), "desk.problem.place_kept", party.name(), party.place()));
            }
        }
    }

    /** Lines with the same title as another line, or as a record of the council that the draft does not hold. */
    private void doubles(DraftView draft, Warnings warnings) {
        List<Line> outcomes = draft.lines().stream()
                .filter(line -> line.isEntered() && OUTCOMES.contains(line.section()))
                .filter(line -> !NameKey.of(line.get("title")).isEmpty())
                .toList();
        Set<String> onRecord = onRecord(draft, outcomes);
        Map<String, Line> seen = new HashMap<>();
        for (Line line : outcomes) {
            String key = NameKey.of(line.get("title"));
            boolean isTwice = seen.put(line.section() + key + NameKey.of(parties(line)), line) != null;
            if (isTwice || line.record() == null && onRecord.contains(line.get("title"))) {
                warnings.add(line, line.get("title"), "desk.problem.double", line.get("title"));
            }
        }
    }

    /** Those of the titles of new lines that a record of the council has as well, however it is spelt. */
    private Set<String> onRecord(DraftView draft, List<Line> outcomes) {
        String[] titles = outcomes.stream()
                .filter(line -> line.record() == null)
                .map(line -> line.get("title"))
                .toArray(String[]::new);
        return Set.copyOf(jdbc.sql("""
                        select distinct typed.title from unnest(:titles) typed (title)
                        where exists (select from agreement where council_id = :council and withdrawn_on is null
                                and title_key(coalesce(agreement.title, local_title)) = title_key(typed.title)
                                and meeting_id is distinct from :meeting)
                            or exists (select from project where council_id = :council and withdrawn_on is null
                                and title_key(coalesce(project.title, local_title)) = title_key(typed.title)
                                and meeting_id is distinct from :meeting)
                        """)
                .param("titles", titles)
                .param("council", draft.council())
                .param("meeting", draft.meeting())
                .query(String.class)
                .list());
    }

    private static String parties(Line line) {
        return line.parties().map(party -> NameKey.of(party.name())).sorted().collect(Collectors.joining());
    }

    /** Warnings as they are found, each with what somebody has said to it. */
    private final class Warnings {

        private final Map<String, Kept> kept;
        private final List<Problem> found = new ArrayList<>();

        Warnings(Map<String, Kept> kept) {
            this.kept = kept;
        }

        /**
         * Adds a warning.
         *
         * @param about what it is about, in no language; it is another warning when this or one of the numbers changes
         */
        void add(@Nullable Line line, @Nullable String about, String key, @Nullable Object... arguments) {
            add(line, null, about, key, arguments);
        }

        /** Adds one of the draft as a whole that is put right at a place of it. */
        void addAt(String anchor, String about, String key, @Nullable Object... arguments) {
            add(null, anchor, about, key, arguments);
        }

        private void add(
                @Nullable Line line,
                @Nullable String anchor,
                @Nullable String about,
                String key,
                @Nullable Object[] arguments) {
            String numbers = Stream.of(arguments)
                    .filter(Number.class::isInstance)
                    .map(String::valueOf)
                    .collect(Collectors.joining(" "));
            String mark = String.join("\t", key, line == null ? "" : String.valueOf(line.id()), about, numbers);
            if (found.stream().noneMatch(problem -> problem.mark().equals(mark))) {
                found.add(Problem.doubtful(
                        line == null ? null : line.id(), anchor, say(key, arguments), mark, kept.get(mark)));
            }
        }
    }

    private String say(String key, @Nullable Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }
}
