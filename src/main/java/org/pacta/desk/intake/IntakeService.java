package org.pacta.desk.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftService.Proposal;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.Section;
import org.pacta.desk.matching.KnowledgeQueries;
import org.pacta.desk.matching.KnownNames;
import org.pacta.desk.sheet.FilledSheet;
import org.pacta.platform.form.PrivateUse;
import org.pacta.platform.security.SignedIn;
import org.pacta.rules.annex.Annex;
import org.pacta.rules.naming.Knowledge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a text into a draft: keeps it, reads it and proposes what it says as lines. */
@Service
@Transactional
class IntakeService {

    /** Bytes of a text in UTF-8. */
    static final int LONGEST = 200_000;

    private final DraftService drafts;
    private final DraftQueries queries;
    private final KnowledgeQueries knowledge;
    private final KnownNames names;
    private final FilledSheet sheets;
    private final JdbcClient jdbc;

    IntakeService(
            DraftService drafts,
            DraftQueries queries,
            KnowledgeQueries knowledge,
            KnownNames names,
            FilledSheet sheets,
            JdbcClient jdbc) {
        this.drafts = drafts;
        this.queries = queries;
        this.knowledge = knowledge;
        this.names = names;
        this.sheets = sheets;
        this.jdbc = jdbc;
    }

    /**
     * Adds a text to a draft, and proposes what was found in it; nothing when the draft has the same text already.
     *
     * @param name of the file; empty for a text that was pasted
     * @return the number of the text
     * @throws RefusedException when it is empty or too long
     */
    public Optional<Long> add(long draft, String name, String text, SignedIn person) {
        String words = tidy(text);
        DraftView view = queries.get(draft);
        Knowledge known = knowledge.ofCouncil(view.councilSlug());
        Optional<Long> kept = drafts.keep(draft, name, words, person);
        kept.ifPresent(id -> drafts.propose(draft, id, proposals(view, known, words)));
        return kept;
    }

    private static String tidy(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
        String words = PrivateUse.without(lines).strip();
        if (words.isEmpty()) {
            throw new RefusedException("empty");
        }
        if (words.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new RefusedException("long");
        }
        return words;
    }

    private List<Proposal> proposals(DraftView draft, Knowledge known, String words) {
        Proposals proposals = new Proposals(names::exactly);
        draft.lines().stream()
                .filter(line -> !line.isRemoved())
                .forEach(line -> proposals.stands(line.section(), line.typed()));
        published(draft, proposals);
        List<FilledSheet.Row> rows = sheets.read(words);
        if (!rows.isEmpty()) {
            return proposals.ofSheet(rows, words);
        }
        List<Proposal> found = new ArrayList<>();
        Header.of(words, known.places()).ifPresent(header -> found.addAll(basics(draft, header, words)));
        source(draft, words).ifPresent(found::add);
        found.addAll(chairs(draft, words));
        found.addAll(proposals.of(Annex.parse(words, known)));
        return found;
    }

    /** What the header says of the fields that nobody has filled in, and the number of the meeting where it is another. */
    private List<Proposal> basics(DraftView draft, Header header, String words) {
        Map<String, String> typed = header.typed();
        String ordinal = typed.get("ordinal");
        entered(draft, Section.BASICS)
                .forEach(line -> typed.keySet().removeAll(line.typed().keySet()));
        List<Proposal> found = new ArrayList<>();
        if (!typed.isEmpty() || asked(draft, header) != null) {
            boolean isGuess = header.isDateGuessed() && typed.containsKey("heldOn");
            Doubt doubt = isGuess ? Doubt.look("only_date", String.valueOf(header.heldOn())) : asked(draft, header);
            found.add(proposal(Section.BASICS, typed, words, header.start(), header.end(), doubt));
        }
        boolean isSaid = entered(draft, Section.BASICS).stream()
                .anyMatch(line -> line.get("ordinal").equals(ordinal));
        if (ordinal != null && !draft.ordinal().isEmpty() && !isSaid) {
            Doubt doubt = Doubt.look(isRecorded(draft, ordinal) ? "recorded_ordinal" : "other_ordinal", ordinal);
            found.add(proposal(Section.BASICS, Map.of("ordinal", ordinal), words, header.start(), header.end(), doubt));
        }
        return found;
    }

    /** Dates in the text that nobody can place without asking, where the draft has none. */
    private static @Nullable Doubt asked(DraftView draft, Header header) {
        boolean isDated = entered(draft, Section.BASICS).stream()
                .anyMatch(line -> !line.get("heldOn").isEmpty());
        return isDated || header.asked().isEmpty()
                ? null
                : Doubt.look("date_asked", header.asked().toArray(String[]::new));
    }

    private boolean isRecorded(DraftView draft, String ordinal) {
        return jdbc.sql("""
                        select exists (select from meeting where council_id = :council and ordinal::text = :ordinal and withdrawn_on is null
                            and id is distinct from :meeting)
                        """)
                .param("council", draft.council())
                .param("ordinal", ordinal)
                .param("meeting", draft.meeting())
                .query(Boolean.class)
                .single();
    }

    /** The text itself as the source, unless the draft has one that says when it was published or under the same title. */
    private static Optional<Proposal> source(DraftView draft, String words) {
        Masthead head = Masthead.of(words);
        Map<String, String> typed = head.typed();
        boolean isThere = entered(draft, Section.SOURCE).stream()
                .anyMatch(line -> draft.meeting() == null && line.text() == null
                        || !line.get("title").isEmpty() && line.get("title").equals(typed.get("title"))
                        || !line.get("localTitle").isEmpty()
                                && line.get("localTitle").equals(typed.get("localTitle")));
        return isThere
                ? Optional.empty()
                : Optional.of(proposal(Section.SOURCE, typed, words, 0, head.end(), Doubt.look("source_of_text")));
    }

    private List<Proposal> chairs(DraftView draft, String words) {
        List<String> named = entered(draft, Section.CHAIR).stream()
                .map(line -> line.get("person").isEmpty() ? line.get("asPrinted") : line.get("person"))
                .toList();
        List<String> people = jdbc.sql(
                        "select name from person where name is not null and withdrawn_on is null and strpos(:words, name) > 0")
                .param("words", words)
                .query(String.class)
                .list();
        return Chairs.of(words, people).stream()
                .filter(chair -> chair.typed().values().stream().noneMatch(named::contains))
                .map(chair -> proposal(
                        Section.CHAIR, chair.typed(), words, chair.start(), chair.end(), Doubt.look("chair_of_text")))
                .toList();
    }

    private static List<Line> entered(DraftView draft, Section section) {
        return draft.lines().stream()
                .filter(line -> line.section() == section && !line.isRemoved())
                .toList();
    }

    private static Proposal proposal(
            Section section, Map<String, String> typed, String words, int start, int end, @Nullable Doubt doubt) {
        return new Proposal(
                section,
                typed,
                words.codePointCount(0, start),
                words.codePointCount(0, end),
                doubt == null ? null : doubt.written());
    }

    /** The rows of the meeting on record, which a draft of it may have been begun without. */
    private void published(DraftView draft, Proposals proposals) {
        jdbc.sql("""
                        with at as (
                            select id from meeting where withdrawn_on is null and (id = :meeting or council_id = :council and ordinal::text = :ordinal)
                        )
                        select 'agreement' as what, title, local_title,
                            (select string_agg(coalesce(as_printed, organisation.name, organisation.local_name), '; ') from signatory
                            join organisation on organisation.id = organisation_id where agreement_id = agreement.id) as names
                        from agreement where meeting_id in (select id from at) and withdrawn_on is null
                        union all
                        select 'project', title, local_title,
                            (select string_agg(coalesce(as_printed, organisation.name, organisation.local_name), '; ') from participant
                            join organisation on organisation.id = organisation_id where project_id = project.id)
                        from project where meeting_id in (select id from at) and withdrawn_on is null
                        """)
                .param("meeting", draft.meeting())
                .param("council", draft.council())
                .param("ordinal", draft.ordinal())
                .query((row, n) -> Map.entry(
                        row.getString("what").equals("project") ? Section.PROJECT : Section.AGREEMENT,
                        Map.of(
                                "participants",
                                        Optional.ofNullable(row.getString("names"))
                                                .orElse(""),
                                "title",
                                        Optional.ofNullable(row.getString("title"))
                                                .orElse(""),
                                "localTitle",
                                        Optional.ofNullable(row.getString("local_title"))
                                                .orElse(""))))
                .list()
                .forEach(row -> proposals.stands(row.getKey(), row.getValue()));
    }
}
