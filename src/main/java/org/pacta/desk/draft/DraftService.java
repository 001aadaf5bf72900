package org.pacta.desk.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftView.Typing;
import org.pacta.desk.matching.SettledNames;
import org.pacta.desk.matching.SettledNames.Settled;
import org.pacta.platform.form.FormField;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.registry.record.TypedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps drafts: their lines as they are typed, the texts they come from, and what the names in them stand for. */
@Service
@Transactional
public class DraftService {

    private final Drafts drafts;
    private final DraftLines lines;
    private final DraftQueries queries;
    private final Beginnings beginnings;
    private final SettledNames settled;
    private final JdbcClient jdbc;

    DraftService(
            Drafts drafts,
            DraftLines lines,
            DraftQueries queries,
            Beginnings beginnings,
            SettledNames settled,
            JdbcClient jdbc) {
        this.drafts = drafts;
        this.lines = lines;
        this.queries = queries;
        this.beginnings = beginnings;
        this.settled = settled;
        this.jdbc = jdbc;
    }

    /**
     * A line that was found in a text.
     *
     * @param start its first code point in the text
     * @param end the code point behind it
     * @param doubt why somebody should look, as told back by {@link DraftView.Line#doubt}
     */
    public record Proposal(
            Section section,
            Map<String, String> typed,
            int start,
            int end,
            @Nullable String doubt) {}

    /**
     * What became of a line.
     *
     * @param id null when a new line was empty and is not kept
     * @param theirs what somebody else has typed there meanwhile; the line was not saved then
     * @param kept by field, where what is kept is spelt otherwise than it was typed, as a date
     * @param faults by field, as keys of messages
     */
    public record Saved(
            String entry,
            @Nullable Long id,
            int version,
            @Nullable Map<String, String> theirs,
            Map<String, String> kept,
            Map<String, String> faults) {}

    /** The draft was submitted, published or discarded meanwhile, and takes no more lines. */
    public static class ClosedException extends RuntimeException {

        private final Draft.State state;

        public ClosedException(Draft.State state) {
            super("The draft is " + state);
            this.state = state;
        }

        public Draft.State state() {
            return state;
        }
    }

    /**
     * Begins a meeting of a council with what is usual for it, or opens the one that is on record.
     *
     * @param slug of the council
     * @param ordinal of the meeting; null for the next
     */
    public long begin(String slug, @Nullable Integer ordinal, SignedIn author) {
        long council = beginnings.council(slug);
        Optional<Long> recorded = ordinal == null ? Optional.empty() : beginnings.meeting(council, ordinal);
        return recorded.map(meeting -> openRecorded(meeting, author)).orElseGet(() -> {
            Draft draft = drafts.save(new Draft(council, null, author.id()));
            fill(draft, beginnings.ofCouncil(council, ordinal));
            return draft.getId();
        });
    }

    /** Opens a meeting with its rows in place: in the draft that is open for it already, where there is one. */
    private long openRecorded(long meeting, SignedIn author) {
        beginnings.alone(meeting);
        return queries.openFor(meeting).orElseGet(() -> {
            Draft draft = drafts.save(new Draft(beginnings.councilOf(meeting), meeting, author.id()));
            fill(draft, beginnings.ofMeeting(meeting));
            return draft.getId();
        });
    }

    private void fill(Draft draft, List<Beginnings.Row> rows) {
        for (int position = 1; position <= rows.size(); position++) {
            Beginnings.Row row = rows.get(position - 1);
            DraftLine line = new DraftLine(draft.getId(), "b" + position, row.section(), position, row.typed());
            if (row.record() != null) {
                line.correct(row.record(), Objects.requireNonNull(row.version()));
            }
            lines.save(line);
        }
    }

    /** Saves lines under their own versions; a line that somebody else has saved meanwhile is left as it is, and told. */
    public List<Saved> save(long draft, List<Typing> typings) {
        // First of all, so that two who save lines of one draft in another order do not wait for each other for ever.
        drafts.touch(draft);
        Draft open = open(draft);
        return typings.stream()
                .map(typing -> typing.version() == null ? add(open, typing) : revise(open, typing))
                .toList();
    }

    private Saved add(Draft draft, Typing typing) {
        Section section = Optional.ofNullable(typing.section())
                .orElseThrow(() -> new NotFoundException("section", typing.entry()));
        Map<String, String> typed = tidy(section, typing.typed());
        Optional<Long> sentBefore = queries.line(draft.getId(), typing.entry());
        if (sentBefore.isPresent()) {
            DraftLine line = line(draft, sentBefore.get());
            note(draft.getId());
            line.type(typed);
            return saved(typing, line);
        }
        if (section.usual().entrySet().containsAll(typed.entrySet())) {
            return new Saved(typing.entry(), null, 0, null, Map.of(), Map.of());
        }
        note(draft.getId());
        return saved(
                typing,
                lines.save(new DraftLine(
                        draft.getId(), typing.entry(), section, queries.nextPosition(draft.getId()), typed)));
    }

    private Saved revise(Draft draft, Typing typing) {
        DraftLine line = line(draft, Long.parseLong(typing.entry()));
        Map<String, String> typed = tidy(line.section(), typing.typed());
        if (typed.equals(line.typed())) {
            return saved(typing, line);
        }
        if (!Objects.equals(line.version(), typing.version())) {
            return new Saved(typing.entry(), line.getId(), line.version(), line.typed(), Map.of(), Map.of());
        }
        note(draft.getId());
        line.type(typed);
        return saved(typing, line);
    }

    /** Whoever types is remembered, since somebody else publishes it; before any line is, so that nobody waits for one another. */
    private void note(long draft) {
        Optional.ofNullable(SignedIn.now()).ifPresent(person -> drafts.note(draft, person.id()));
    }

    private Saved saved(Typing typing, DraftLine line) {
        lines.flush();
        Map<String, String> kept = new LinkedHashMap<>(line.typed());
        kept.keySet().removeIf(field -> line.section().field(field).input() != FormField.Input.DATE);
        kept.entrySet().removeAll(typing.typed().entrySet());
        return new Saved(
                typing.entry(),
                line.getId(),
                line.version(),
                null,
                kept,
                line.section().faults(line.typed()));
    }

    /** What was typed, without the fields that are empty. */
    private static Map<String, String> tidy(Section section, Map<String, String> typed) {
        Map<String, String> tidy = new LinkedHashMap<>();
        typed.forEach((name, words) -> {
            if (!section.has(name)) {
                throw new BadParameterException(name);
            }
            String text = TypedText.tidy(section.field(name), words);
            if (!text.isEmpty()) {
                tidy.put(name, text);
            }
        });
        return tidy;
    }

    /** Takes a line out; it can be brought back. */
    public void remove(long draft, long line) {
        line(writable(draft), line).remove();
    }

    /** Brings back a line that was taken out, or accepts one that was proposed. */
    public void accept(long draft, long line) {
        line(writable(draft), line).accept();
    }

    /** Puts a line that was found in a text back among those that wait to be looked at. */
    public void offer(long draft, long line) {
        line(writable(draft), line).offer();
    }

    /** Deletes a line that waits, as if it had not been found. */
    public void forget(long draft, long line) {
        lines.delete(line(writable(draft), line));
    }

    /** Keeps a text with the draft as evidence; nothing when the draft has the same text already. */
    public Optional<Long> keep(long draft, String name, String words, SignedIn person) {
        writable(draft);
        drafts.touch(draft);
        return jdbc.sql("""
                        insert into draft_text (id, draft_id, name, words, added_at, added_by_id)
                        select nextval('draft_text_seq'), :draft, :name, :words, now(), :person
                        where not exists (select from draft_text where draft_id = :draft and words = :words)
                        returning id
                        """)
                .param("draft", draft)
                .param("name", name)
                .param("words", words)
                .param("person", person.id())
                .query(Long.class)
                .optional();
    }

    /** Adds what was found in a text, at the end. */
    public List<Long> propose(long draft, long text, List<Proposal> found) {
        open(draft);
        int position = queries.nextPosition(draft);
        List<Long> ids = new ArrayList<>();
        for (Proposal each : found) {
            ids.add(propose(draft, text, each, position));
            position++;
        }
        return ids;
    }

    /** Adds what was found in a text right behind another line. */
    public long proposeBehind(long draft, long line, long text, Proposal found) {
        return propose(draft, text, found, line(open(draft), line).position());
    }

    private long propose(long draft, long text, Proposal found, int position) {
        DraftLine line = new DraftLine(
                draft, "found-" + UUID.randomUUID(), found.section(), position, tidy(found.section(), found.typed()));
        line.propose(text, found.start(), found.end(), found.doubt());
        return Objects.requireNonNull(lines.save(line).getId());
    }

    /** Settles what names stand for in the whole draft. */
    public void settle(long draft, Map<String, Settled> meant) {
        writable(draft);
        meant.forEach((printed, said) -> {
            if (said.organisation() != null && !queries.stands(said.organisation())) {
                throw new NotFoundException("organisation", said.organisation());
            }
            settled.settle(draft, printed, said);
        });
    }

    /** Has everybody else wait until the transaction ends; answers where the draft is published already. */
    public Optional<String> lockForPublication(long draft) {
        return Optional.ofNullable(locked(draft).publishedPath());
    }

    /** Has whoever publishes it wait until the transaction ends, but not who types in it; answers where it is published already. */
    public Optional<String> lockForTrial(long draft) {
        return Optional.ofNullable(found(draft, drafts.findForTrialById(draft)).publishedPath());
    }

    /** Refuses with {@link ClosedException} once the draft is published or discarded, which it is not until the transaction ends. */
    public void requireNotEnded(long draft) {
        Draft.State state = shared(draft).state();
        if (state.isEnd()) {
            throw new ClosedException(state);
        }
    }

    /** Notes where a draft was published that was locked before, and the new records by the lines that became them. */
    public void publish(long draft, SignedIn reviewer, String path, Map<Long, Long> became) {
        found(draft, drafts.findById(draft)).publish(reviewer.id(), path);
        lines.findAllById(became.keySet())
                .forEach(line -> line.become(Objects.requireNonNull(became.get(line.getId()))));
    }

    /** Returns a published draft that was taken back to its author, for its meeting where that stays; each line stands for what it had become. */
    public void retract(long draft, @Nullable Long meeting, SignedIn reviewer) {
        locked(draft).retract(meeting, reviewer.id());
        lines.flush();
        lines.keepReturned(draft);
        beginnings.again(draft, null);
    }

    /** Has a line change its record as that is now, where somebody has compared the two. */
    public void compare(long draft, long line) {
        beginnings.again(writable(draft).getId(), line);
    }

    /** Sends a draft to a reviewer, in the name of all who have typed in it. */
    public void submit(long draft, SignedIn person) {
        person.needs(Role.EDITOR);
        Draft written = locked(draft);
        if (!queries.hasWritten(draft, person)) {
            throw new AccessDeniedException("A draft is sent to a reviewer by somebody who wrote it");
        }
        written.submit();
    }

    /** Has its author go on with a draft that was sent to a reviewer, or discarded; one of a meeting that has another at work stays discarded. */
    public void takeBack(long draft, SignedIn person) {
        Draft taken = endable(draft, person);
        Long meeting = taken.meeting();
        if (meeting != null && taken.state() == Draft.State.DISCARDED) {
            beginnings.alone(meeting);
            if (queries.openFor(meeting).isPresent()) {
                throw new BrokenRuleException("draft_meeting");
            }
        }
        taken.takeBack();
    }

    /** Returns a draft to its author, and keeps what its reviewer has seen. */
    public void giveBack(long draft, SignedIn reviewer) {
        reviewer.needs(Role.REVIEWER);
        locked(draft).giveBack(reviewer.id());
        lines.keepReturned(draft);
    }

    public void discard(long draft, SignedIn person) {
        endable(draft, person).discard();
    }

    private Draft endable(long draft, SignedIn person) {
        Draft found = locked(draft);
        if (!person.mayEnd(found.author())) {
            throw new AccessDeniedException("Its author or a reviewer decides what becomes of a draft");
        }
        return found;
    }

    private Draft writable(long draft) {
        Draft found = open(draft);
        note(draft);
        return found;
    }

    private Draft open(long draft) {
        Draft found = shared(draft);
        if (!found.state().isOpen()) {
            throw new ClosedException(found.state());
        }
        return found;
    }

    private Draft shared(long draft) {
        return found(draft, drafts.findSharedById(draft));
    }

    private Draft locked(long draft) {
        return found(draft, drafts.findLockedById(draft));
    }

    private static Draft found(long id, Optional<Draft> draft) {
        return draft.orElseThrow(() -> new NotFoundException("draft", id));
    }

    private DraftLine line(Draft draft, long id) {
        return lines.findById(id)
                .filter(line -> line.draft() == draft.getId())
                .orElseThrow(() -> new NotFoundException("line", id));
    }
}
