package org.pacta.desk.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.matching.KnownNames;
import org.pacta.desk.matching.KnownNames.Candidate;
import org.pacta.desk.matching.NamesToSettle.NameRow;
import org.pacta.desk.matching.SettledNames;
import org.pacta.desk.matching.SettledNames.Settled;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NameOrder;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.rules.language.NameKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads drafts as the desk shows them. */
@Repository
@Transactional(readOnly = true)
public class DraftQueries {

    private static final int CANDIDATES = 4;
    private static final JsonMapper json = new JsonMapper();

    private final JdbcClient jdbc;
    private final KnownNames known;
    private final SettledNames settled;
    private final Options options;
    private final Reconciliations reconciliations;

    DraftQueries(
            JdbcClient jdbc, KnownNames known, SettledNames settled, Options options, Reconciliations reconciliations) {
        this.jdbc = jdbc;
        this.known = known;
        this.settled = settled;
        this.options = options;
        this.reconciliations = reconciliations;
    }

    /** A draft in a list. */
    public record Row(long id, Name council, @Nullable String ordinal, String author, Instant changedAt) {}

    /**
     * A text that lines were found in.
     *
     * @param name of the file; empty for a text that was pasted
     */
    public record Text(long id, String name, String words) {}

    /** A council for which a meeting can be drafted. */
    public record Choice(String slug, Name name) {}

    /** The drafts that were discarded in the last month, the latest first. */
    public List<Row> discarded() {
        return jdbc.sql("""
                        select draft.id, council.name as council_name, council.local_name as council_local_name, display_name as author, changed_at, ordinal
                        from draft_head draft join council on council.id = council_id join account on account.id = author_id
                        where draft.state = 'discarded' and changed_at > now() - interval '1 month' order by changed_at desc
                        """).query((row, n) -> Columns.read(row, Row.class)).list();
    }

    /** Whether somebody began a draft or has typed anything of it. */
    public boolean hasWritten(long draft, SignedIn person) {
        return jdbc.sql("""
                        select exists (select from draft where id = :draft and author_id = :person)
                            or exists (select from draft_writer where draft_id = :draft and account_id = :person)
                        """)
                .param("draft", draft)
                .param("person", person.id())
                .query(Boolean.class)
                .single();
    }

    /** The author of a draft, then those who have typed anything of it. */
    public List<String> writers(long draft) {
        return jdbc.sql("""
                        select display_name from account left join draft_writer on account_id = account.id and draft_id = :draft
                        where since is not null or account.id = (select author_id from draft where id = :draft)
                        order by account.id <> (select author_id from draft where id = :draft), since
                        """).param("draft", draft).query(String.class).list();
    }

    /** Who published a draft; nothing where nobody did. */
    public Optional<String> publisher(long draft) {
        return jdbc.sql("""
                        select made_by from revision join draft on origin = 'draft ' || draft.id
                        where draft.id = :draft and state = 'published' order by revision.id desc limit 1
                        """).param("draft", draft).query(String.class).optional();
    }

    /** The councils that stand, by name. */
    public List<Choice> councils() {
        return jdbc.sql(NameOrder.in(
                        "select slug, name, local_name from council where withdrawn_on is null order by {name}"))
                .query((row, n) -> Columns.read(row, Choice.class))
                .list();
    }

    /** The draft that is open for a meeting on record. */
    Optional<Long> openFor(long meeting) {
        return jdbc.sql("select id from draft where meeting_id = :meeting and state in %s order by id limit 1"
                        .formatted(Draft.State.AT_WORK))
                .param("meeting", meeting)
                .query(Long.class)
                .optional();
    }

    /** The line that the page called by this name when it was new. */
    Optional<Long> line(long draft, String entry) {
        return jdbc.sql("select id from draft_line where draft_id = :draft and entry = :entry")
                .param("draft", draft)
                .param("entry", entry)
                .query(Long.class)
                .optional();
    }

    /** Whether an organisation is on record, neither withdrawn nor merged. */
    boolean stands(long organisation) {
        return jdbc.sql("""
                        select exists (select from organisation where id = :id and withdrawn_on is null and merged_into_id is null)
                        """).param("id", organisation).query(Boolean.class).single();
    }

    /** The one organisation on record that has a name. */
    Optional<Long> organisation(String name) {
        return known.exactly(List.of(name)).values().stream().findFirst();
    }

    int nextPosition(long draft) {
        return jdbc.sql("select coalesce(max(position), 0) + 1 from draft_line where draft_id = :draft")
                .param("draft", draft)
                .query(Integer.class)
                .single();
    }

    /** A draft with all its lines. */
    public DraftView get(long id) {
        List<Line> lines = lines(id);
        return jdbc.sql("""
                        select draft.*, council.name, council.local_name, council.slug, author.display_name as author, reviewer.display_name as reviewer
                        from draft join council on council.id = council_id join account author on author.id = author_id
                        left join account reviewer on reviewer.id = reviewer_id where draft.id = :id
                        """)
                .param("id", id)
                .query((row, n) -> {
                    long council = row.getLong("council_id");
                    return new DraftView(
                            id,
                            council,
                            row.getString("slug"),
                            Columns.name(row, ""),
                            Columns.id(row, "meeting_id"),
                            Draft.State.of(row.getString("state")),
                            row.getLong("author_id"),
                            row.getString("author"),
                            row.getString("reviewer"),
                            Optional.ofNullable(row.getTimestamp("returned_at"))
                                    .map(Timestamp::toInstant)
                                    .orElse(null),
                            row.getString("published_path"),
                            lines,
                            names(id, lines),
                            options.places(council),
                            options.focusAreas(),
                            reconciliations.of(council, lines));
                })
                .optional()
                .orElseThrow(() -> new NotFoundException("draft", id));
    }

    /** Whether a draft is published. */
    public boolean isPublished(long draft) {
        return jdbc.sql("select published_path is not null from draft where id = :draft")
                .param("draft", draft)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("draft", draft));
    }

    /** The texts of a draft, the latest first. */
    public List<Text> texts(long draft) {
        return jdbc.sql("select id, name, words from draft_text where draft_id = :draft order by id desc")
                .param("draft", draft)
                .query(Text.class)
                .list();
    }

    /** The lines of a draft in their order, those that were taken out too. */
    public List<Line> lines(long draft) {
        return jdbc.sql("select * from draft_line where draft_id = :draft order by position, id")
                .param("draft", draft)
                .query(DraftQueries::line)
                .list();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        Section section = Section.of(row.getString("section"));
        Map<String, String> typed = json.readValue(row.getString("typed"), new TypeReference<>() {});
        String returned = row.getString("returned");
        return new Line(
                row.getLong("id"),
                row.getInt("version"),
                section,
                row.getString("state"),
                typed,
                section.faults(typed),
                Columns.id(row, "record_id"),
                Columns.number(row, "record_version"),
                Columns.id(row, "text_id"),
                Columns.number(row, "start_at"),
                Columns.number(row, "end_at"),
                row.getString("doubt"),
                returned == null ? null : json.readValue(returned, new TypeReference<>() {}));
    }

    /** Each name in the draft once, with what it stands for. */
    private List<NameRow> names(long draft, List<Line> lines) {
        Map<String, Settled> decided = settled.of(draft);
        Map<String, Long> found = new HashMap<>(recorded(draft));
        Map<String, String> printed = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> !line.isRemoved())
                .flatMap(Line::parties)
                .forEach(party -> printed.putIfAbsent(NameKey.of(party.name()), party.name()));
        Map<String, String> open = new LinkedHashMap<>(printed);
        open.keySet().removeAll(decided.keySet());
        open.keySet().removeAll(found.keySet());
        known.exactly(open.values()).forEach((name, organisation) -> found.put(NameKey.of(name), organisation));
        open.keySet().removeAll(found.keySet());
        Map<String, List<Candidate>> like = known.like(open.values(), CANDIDATES);
        return printed.entrySet().stream()
                .map(each -> {
                    Settled said = decided.get(each.getKey());
                    return said != null
                            ? NameRow.decided(each.getValue(), said)
                            : NameRow.found(
                                    each.getValue(),
                                    found.get(each.getKey()),
                                    like.getOrDefault(each.getValue(), List.of()));
                })
                .sorted(Comparator.comparing(NameRow::isSettled))
                .toList();
    }

    /** What names stand for in the published records that the draft corrects. */
    private Map<String, Long> recorded(long draft) {
        return jdbc
                .sql("""
                        select coalesce(as_printed, name, local_name) as printed, organisation.id
                        from (
                            select as_printed, organisation_id from signatory join draft_line line on section = 'agreement' and record_id = agreement_id
                            where draft_id = :draft
                            union
                            select as_printed, organisation_id from participant join draft_line line on section = 'project' and record_id = project_id
                            where draft_id = :draft
                        ) party join organisation on organisation.id = organisation_id and withdrawn_on is null
                        """)
                .param("draft", draft)
                .query((row, n) -> Map.entry(NameKey.of(row.getString("printed")), row.getLong("id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }
}
