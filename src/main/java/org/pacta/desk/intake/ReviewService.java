package org.pacta.desk.intake;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftService.Proposal;
import org.pacta.desk.draft.DraftService.Saved;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.DraftView.Typing;
import org.pacta.desk.draft.PartyText;
import org.pacta.desk.draft.Section;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Looks through what was found in texts, step by step; the last step can always be undone. */
@Service
@Transactional
class ReviewService {

    private static final JsonMapper json = new JsonMapper();

    private final DraftService drafts;
    private final DraftQueries queries;
    private final JdbcClient jdbc;

    ReviewService(DraftService drafts, DraftQueries queries, JdbcClient jdbc) {
        this.drafts = drafts;
        this.queries = queries;
        this.jdbc = jdbc;
    }

    /**
     * A line as it was before a step.
     *
     * @param typed what the step changed; null where it left the fields alone
     */
    record Before(long line, Was was, @Nullable Map<String, String> typed) {

        /** What the line was before the step. */
        enum Was {
            /** It came into being by the step. */
            NOTHING,
            PROPOSED,
            ENTERED
        }
    }

    /**
     * A line that somebody has ticked.
     *
     * @param version the line had on their page
     */
    record Ticked(long line, int version) {

        /** Reads {@code 12.3}, the number of the line and its version. */
        static Ticked read(String sent) {
            if (!sent.matches("\\d{1,18}\\.\\d{1,9}")) {
                throw new BadParameterException("chosen");
            }
            int dot = sent.indexOf('.');
            return new Ticked(Long.parseLong(sent.substring(0, dot)), Integer.parseInt(sent.substring(dot + 1)));
        }
    }

    /**
     * What became of several lines at once.
     *
     * @param step what was done with them, as the end of the key of a message
     * @param overtaken how many were left because somebody has changed or decided them meanwhile
     * @param isAsked whether there were any to do it with
     */
    public record Taken(String step, int done, int overtaken, boolean isAsked) implements Serializable {}

    /**
     * Accepts a line as it stands on the page.
     *
     * @return the line, with what somebody else has typed meanwhile; then it is not accepted
     */
    public List<Saved> accept(long draft, long line, List<Typing> typings) {
        List<Saved> saved = drafts.save(draft, typings);
        if (saved.stream().allMatch(each -> each.theirs() == null)) {
            take(draft, List.of(proposed(draft, line)), true);
        }
        return saved;
    }

    /** Accepts the lines that were ticked, doubtful ones too, as one step. */
    public Taken acceptTicked(long draft, long text, List<Ticked> ticked) {
        List<Line> lines = standing(draft, text, ticked);
        take(draft, lines, true);
        return new Taken("accepted", lines.size(), Set.copyOf(ticked).size() - lines.size(), !ticked.isEmpty());
    }

    /** Leaves the lines out that were ticked, as one step. */
    public Taken skipTicked(long draft, long text, List<Ticked> ticked) {
        List<Line> lines = standing(draft, text, ticked);
        leaveOut(draft, lines);
        return new Taken("skipped", lines.size(), Set.copyOf(ticked).size() - lines.size(), !ticked.isEmpty());
    }

    /** Those of the lines that still wait as they were seen; refuses a line that was not found in the text. */
    private List<Line> standing(long draft, long text, List<Ticked> ticked) {
        Map<Long, Line> found = queries.lines(draft).stream()
                .filter(line -> isFrom(line, text))
                .collect(Collectors.toMap(Line::id, line -> line));
        List<Line> standing = new ArrayList<>();
        for (Ticked each : new LinkedHashSet<>(ticked)) {
            Line line = Optional.ofNullable(found.get(each.line()))
                    .orElseThrow(() -> new NotFoundException("line", each.line()));
            if (line.isProposed() && line.version() == each.version()) {
                standing.add(line);
            }
        }
        return standing;
    }

    /** Accepts every line that nothing is in doubt about, as one step. */
    public Taken acceptReady(long draft, long text) {
        List<Line> ready = queries.lines(draft).stream()
                .filter(line -> line.isProposed() && line.doubt() == null && isFrom(line, text))
                .toList();
        take(draft, ready, false);
        return new Taken("accepted", ready.size(), 0, true);
    }

    /** Leaves a line out as it stands on the page; answers as {@link #accept} does. */
    public List<Saved> skip(long draft, long line, List<Typing> typings) {
        List<Saved> saved = drafts.save(draft, typings);
        if (saved.stream().allMatch(each -> each.theirs() == null)) {
            leaveOut(draft, List.of(proposed(draft, line)));
        }
        return saved;
    }

    /** Leaves out every passage that was not read, as one step. */
    public Taken skipUnread(long draft, long text) {
        List<Line> unread = queries.lines(draft).stream()
                .filter(line -> line.isProposed() && isFrom(line, text) && Doubt.isNotRead(line.doubt()))
                .toList();
        leaveOut(draft, unread);
        return new Taken("skipped", unread.size(), 0, true);
    }

    private void leaveOut(long draft, List<Line> lines) {
        lines.forEach(line -> drafts.remove(draft, line.id()));
        remember(
                draft,
                lines.stream()
                        .map(line -> new Before(line.id(), Before.Was.PROPOSED, null))
                        .toList());
    }

    /**
     * Makes two lines of one, each with the passage of the first.
     *
     * @param at where in the field it divides; in the participants this divides the names, else the title
     */
    public List<Saved> split(long draft, long line, List<Typing> typings, @Nullable String field, int at) {
        List<Saved> saved = drafts.save(draft, typings);
        if (saved.stream().allMatch(each -> each.theirs() == null)) {
            Line found = proposed(draft, line);
            if (field != null && !found.section().has(field)) {
                throw new BadParameterException("field");
            }
            Halves halves = Halves.of(found, field, at);
            write(draft, line, halves.first());
            long second = drafts.proposeBehind(draft, line, text(found), proposal(found, halves.second(), end(found)));
            remember(
                    draft,
                    List.of(
                            new Before(line, Before.Was.PROPOSED, found.typed()),
                            new Before(second, Before.Was.NOTHING, null)));
        }
        return saved;
    }

    /** Makes one line of a line and the next that waits in the same part; nothing when it is the last. */
    public List<Saved> merge(long draft, long line, List<Typing> typings) {
        List<Saved> saved = drafts.save(draft, typings);
        Line found = proposed(draft, line);
        Optional<Line> next = queries.lines(draft).stream()
                .filter(each -> each.isProposed() && each.section() == found.section() && isFrom(each, text(found)))
                .dropWhile(each -> each.id() != line)
                .skip(1)
                .findFirst();
        if (next.isPresent() && saved.stream().allMatch(each -> each.theirs() == null)) {
            int end = Math.max(end(found), end(next.get()));
            Proposal whole = proposal(found, joined(found, next.get()), end);
            long merged = drafts.proposeBehind(draft, next.get().id(), text(found), whole);
            drafts.remove(draft, line);
            drafts.remove(draft, next.get().id());
            remember(
                    draft,
                    List.of(
                            new Before(line, Before.Was.PROPOSED, null),
                            new Before(next.get().id(), Before.Was.PROPOSED, null),
                            new Before(merged, Before.Was.NOTHING, null)));
        }
        return saved;
    }

    /** Takes the last step back; nothing when none was taken. */
    public void undo(long draft) {
        Optional<List<Before>> last = jdbc.sql("""
                        delete from review_step where id = (select max(id) from review_step where draft_id = :draft) returning before
                        """)
                .param("draft", draft)
                .query((row, n) -> json.readValue(row.getString("before"), new TypeReference<List<Before>>() {}))
                .optional();
        last.ifPresent(step -> step.forEach(before -> restore(draft, before)));
    }

    private void restore(long draft, Before before) {
        if (before.was() == Before.Was.NOTHING) {
            drafts.forget(draft, before.line());
            return;
        }
        if (before.was() == Before.Was.PROPOSED) {
            drafts.offer(draft, before.line());
        }
        if (before.typed() != null) {
            write(draft, before.line(), before.typed());
        }
    }

    /**
     * What is said of the meeting goes into the line that is there.
     *
     * @param wins whether somebody has seen the line, so that it replaces what was typed; else it fills what is still empty
     */
    private void take(long draft, List<Line> lines, boolean wins) {
        List<Before> step = new ArrayList<>();
        for (Line line : lines) {
            step.add(new Before(line.id(), Before.Was.PROPOSED, null));
            Optional<Line> basics = line.section() == Section.BASICS ? basics(draft) : Optional.empty();
            if (basics.isPresent()) {
                step.add(new Before(
                        basics.get().id(), Before.Was.ENTERED, basics.get().typed()));
                Line standing = basics.get();
                Map<String, String> filled = new LinkedHashMap<>(wins ? standing.typed() : line.typed());
                filled.putAll(wins ? line.typed() : standing.typed());
                write(draft, basics.get().id(), filled);
                drafts.remove(draft, line.id());
            } else {
                drafts.accept(draft, line.id());
            }
        }
        remember(draft, step);
    }

    private Optional<Line> basics(long draft) {
        return queries.lines(draft).stream()
                .filter(line -> line.section() == Section.BASICS && line.isEntered())
                .findFirst();
    }

    private void write(long draft, long line, Map<String, String> typed) {
        int version = line(draft, line).version();
        drafts.save(draft, List.of(new Typing(String.valueOf(line), null, version, typed)));
    }

    private void remember(long draft, List<Before> step) {
        if (!step.isEmpty()) {
            jdbc.sql("""
                            insert into review_step (id, draft_id, taken_at, before)
                            values (nextval('review_step_seq'), :draft, now(), cast(:before as jsonb))
                            """)
                    .param("draft", draft)
                    .param("before", json.writeValueAsString(step))
                    .update();
        }
    }

    /** The line, which must still wait: two windows may show it. */
    private Line proposed(long draft, long line) {
        Line found = line(draft, line);
        if (!found.isProposed()) {
            throw new NotFoundException("proposal", line);
        }
        return found;
    }

    private Line line(long draft, long line) {
        return queries.lines(draft).stream()
                .filter(each -> each.id() == line)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("line", line));
    }

    private static boolean isFrom(Line line, long text) {
        return line.text() != null && line.text() == text;
    }

    private static long text(Line line) {
        return Objects.requireNonNull(line.text());
    }

    private static int end(Line line) {
        return Objects.requireNonNull(line.end());
    }

    private static Proposal proposal(Line line, Map<String, String> typed, int end) {
        int start = Objects.requireNonNull(line.start());
        return new Proposal(
                line.section(), typed, start, end, Doubt.look("by_hand").written());
    }

    private static Map<String, String> joined(Line one, Line other) {
        Map<String, String> typed = new LinkedHashMap<>(one.typed());
        other.typed()
                .forEach((field, words) -> typed.merge(field, words, (first, second) -> join(field, first, second)));
        return typed;
    }

    private static String join(String field, String first, String second) {
        if (Halves.NAMES.contains(field)) {
            Set<PartyText.Party> parties = new LinkedHashSet<>(PartyText.read(first));
            parties.addAll(PartyText.read(second));
            return PartyText.write(List.copyOf(parties));
        }
        boolean isText = field.equals("title") || field.equals("localTitle");
        return isText && !first.equals(second) ? first + " " + second : first;
    }

    /** What becomes of the fields of a line that is divided. */
    private record Halves(Map<String, String> first, Map<String, String> second) {

        static final Set<String> NAMES = Set.of("signatories", "participants");

        static Halves of(Line line, @Nullable String field, int at) {
            Map<String, String> first = new LinkedHashMap<>(line.typed());
            Map<String, String> second = new LinkedHashMap<>(line.typed());
            String divided = field != null && NAMES.contains(field)
                    ? field
                    : line.get("title").isEmpty() ? "localTitle" : "title";
            String words = line.get(divided);
            int place = field != null && field.equals(divided) && at > 0 && at < words.length()
                    ? behindWord(words, at)
                    : middle(words);
            if (place > 0) {
                first.put(divided, words.substring(0, place).replaceAll("[;；,，\\s]+$", ""));
                second.put(divided, words.substring(place).replaceAll("^[;；,，\\s]+", ""));
            }
            return new Halves(first, second);
        }

        /** Never within a word that is written with letters. */
        private static int behindWord(String words, int at) {
            int place = at;
            while (place < words.length()
                    && Character.isAlphabetic(words.charAt(place))
                    && !Character.isIdeographic(words.charAt(place))
                    && Character.isAlphabetic(words.charAt(place - 1))) {
                place++;
            }
            return place;
        }

        /** Behind the first semicolon; 0 when there is none. */
        private static int middle(String words) {
            int at = Math.max(words.indexOf(';'), words.indexOf('；'));
            return at + 1 < words.length() ? at + 1 : 0;
        }
    }
}
