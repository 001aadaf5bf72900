package org.pacta.reader.revision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.FormFields;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NameOrder;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.WallClock;
import org.pacta.registry.record.RecordForms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads from the audit tables who changed what, when and why. */
@Repository
@Transactional(readOnly = true)
public class RevisionQueries {

    private static final int PAGE = 50;

    private static final String SUBJECT = "select * from subject where ";

    /** Records named with one revision in the log. */
    private static final int NAMED = 6;

    private final JdbcClient jdbc;
    private final RecordForms records;
    private final WallClock clock;
    private final Absences absences;

    RevisionQueries(JdbcClient jdbc, RecordForms records, WallClock clock, Absences absences) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
        this.absences = absences;
    }

    /**
     * A record that has a history.
     *
     * @param ordinal of a meeting that has one
     * @param path of its page; null when it has none any more
     * @param root where the addresses of its history begin
     * @param withdrawnOn null while it stands
     */
    public record Subject(
            RecordKind kind,
            long id,
            Name name,
            @Nullable Integer ordinal,
            @Nullable String path,
            String root,
            @Nullable Instant withdrawnOn,
            @Nullable String withdrawalReason) {}

    /**
     * One revision of a record.
     *
     * @param origin what was prepared for it at the desk, such as {@code draft 12}; null where nothing was
     */
    public record Revision(
            long number,
            Instant madeAt,
            String madeBy,
            String reason,
            @Nullable String origin) {

        private static final Pattern AT_DESK = Pattern.compile("(draft|correction|import) (\\d+)");

        /** Where staff find what was prepared for it; null where nothing was. */
        public @Nullable String deskPath() {
            Matcher prepared = AT_DESK.matcher(String.valueOf(origin));
            return prepared.matches()
                    ? "/desk/%ss/%s%s"
                            .formatted(
                                    prepared.group(1),
                                    prepared.group(2),
                                    prepared.group(1).equals("draft") ? "/check" : "")
                    : null;
        }
    }

    /**
     * One change of the registry.
     *
     * @param records that were changed, at most six of them
     * @param isMore whether there are others
     */
    public record Change(Revision revision, List<Touched> records, boolean isMore) {}

    /** A record in a change; its name as it is today. */
    public record Touched(RecordKind kind, long id, Name name, String history, boolean isWithdrawn) {}

    /** A council to choose. */
    public record Council(String slug, Name name) {}

    /** The record of this kind that addresses know by this key, a number or the last part of its address. */
    public Subject subject(RecordKind kind, String key) {
        boolean isNumber = key.matches("\\d{1,18}");
        return jdbc.sql(SUBJECT + "kind = :kind and " + (isNumber ? "id" : "slug") + " = :key")
                .param("kind", kind.code())
                .param("key", isNumber ? Long.valueOf(key) : key)
                .query(RevisionQueries::subject)
                .optional()
                .orElseThrow(() -> absences.of(kind.code(), isNumber ? Long.valueOf(key) : key));
    }

    /** Records of a kind, withdrawn or not, by their numbers. */
    public Map<Long, Subject> subjects(RecordKind kind, Collection<Long> ids) {
        return jdbc
                .sql(SUBJECT + "kind = :kind and id = any(:ids)")
                .param("kind", kind.code())
                .param("ids", ids.toArray(Long[]::new))
                .query(RevisionQueries::subject)
                .list()
                .stream()
                .collect(Collectors.toMap(Subject::id, subject -> subject));
    }

    /** The meeting of this number of a council; where one was withdrawn, the one that stands. */
    public Subject meeting(String council, int ordinal) {
        return jdbc.sql(SUBJECT + """
                        kind = 'meeting' and ordinal = :ordinal
                        and id in (select meeting.id from meeting join council on council.id = council_id where slug = :council)
                        order by withdrawn_on nulls first limit 1
                        """)
                .param("council", council)
                .param("ordinal", ordinal)
                .query(RevisionQueries::subject)
                .optional()
                .orElseThrow(() -> absences.ofMeeting(council, ordinal));
    }

    private static Subject subject(ResultSet row, int n) throws SQLException {
        return new Subject(
                RecordKind.of(row.getString("kind")),
                row.getLong("id"),
                Columns.name(row, ""),
                Columns.number(row, "ordinal"),
                row.getBoolean("stands") ? row.getString("page") : null,
                row.getString("root"),
                row.getTimestamp("withdrawn_on") == null
                        ? null
                        : row.getTimestamp("withdrawn_on").toInstant(),
                row.getString("withdrawal_reason"));
    }

    /** The revisions of a record, the latest first. */
    public List<Revision> of(RecordKind kind, long id) {
        return jdbc.sql("select revision.* from revision where id in (%s) order by id desc".formatted(revisions(kind)))
                .param("id", id)
                .query(RevisionQueries::revision)
                .list();
    }

    /** Whether there is a revision of this number, of whatever record. */
    boolean exists(long number) {
        return jdbc.sql("select exists (select from revision where id = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** The latest revision of each of these records. */
    public Map<Long, Long> newest(RecordKind kind, Collection<Long> ids) {
        String touched = Stream.concat(
                        Stream.of("select id, rev from %s_aud".formatted(kind.code())),
                        records.tables(kind).stream()
                                .map(rows -> "select %2$s_id, rev from %1$s_aud".formatted(rows, kind.code())))
                .collect(Collectors.joining(" union all "));
        Map<Long, Long> newest = new HashMap<>();
        jdbc.sql("select id, max(rev) as rev from (%s) touched where id = any(:ids) group by id".formatted(touched))
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    newest.put(row.getLong("id"), row.getLong("rev"));
                });
        return newest;
    }

    private String revisions(RecordKind kind) {
        return Stream.concat(
                        Stream.of("select rev from %s_aud where id = :id".formatted(kind.code())),
                        records.tables(kind).stream()
                                .map(rows -> "select rev from %s_aud where %s_id = :id".formatted(rows, kind.code())))
                .collect(Collectors.joining(" union "));
    }

    private static Revision revision(ResultSet row, int n) throws SQLException {
        return new Revision(
                row.getLong("id"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                row.getString("reason"),
                row.getString("origin"));
    }

    /** A page of the changes that are asked for, the latest first. */
    Slice<Change> log(ChangesFilter filter) {
        String asked = asked(filter);
        long total = jdbc.sql("select count(*) from revision where " + asked)
                .params(parameters(filter))
                .query(Long.class)
                .single();
        int page = filter.number();
        List<Revision> revisions = jdbc.sql(
                        "select * from revision where %s order by id desc offset :skip limit :size".formatted(asked))
                .params(parameters(filter))
                .param("skip", (page - 1L) * PAGE)
                .param("size", PAGE)
                .query(RevisionQueries::revision)
                .list();
        if (revisions.isEmpty() && page > 1) {
            throw new NotFoundException("page", page);
        }
        Map<Long, List<Touched>> touched = revisions.isEmpty() ? Map.of() : touched(revisions);
        List<Change> changes = revisions.stream()
                .map(revision -> change(revision, touched.getOrDefault(revision.number(), List.of())))
                .toList();
        return new Slice<>(changes, page, PAGE, total);
    }

    private String asked(ChangesFilter filter) {
        List<String> all = new ArrayList<>(List.of("true"));
        if (filter.from() != null) {
            all.add("made_at >= :from");
        }
        if (filter.to() != null) {
            all.add("made_at < :to");
        }
        if (filter.kind() != null || filter.council() != null) {
            all.add(Stream.of(RecordKind.values())
                    .filter(kind -> filter.kind() == null || filter.kind() == kind)
                    .flatMap(kind -> touches(kind, filter.council() != null))
                    .collect(Collectors.joining(" or ", "(false or ", ")")));
        }
        return String.join(" and ", all);
    }

    /** Conditions one of which a revision fulfils that touched a record of this kind, or one of this kind and a council. */
    private Stream<String> touches(RecordKind kind, boolean ofCouncil) {
        String table = kind.code();
        String own = "own.council_id";
        if (kind == RecordKind.COUNCIL) {
            own = "own.id";
        } else if (ofCouncil && FormFields.at(records.type(kind), "council").isEmpty()) {
            return Stream.empty();
        }
        String among = ofCouncil ? " and %s = (select id from council where slug = :council)".formatted(own) : "";
        return Stream.concat(
                Stream.of("exists (select from %s_aud own where own.rev = revision.id%s)".formatted(table, among)),
                records.tables(kind).stream()
                        .map(part ->
                                "exists (select from %1$s_aud part join %2$s own on own.id = part.%2$s_id where part.rev = revision.id%3$s)"
                                        .formatted(part, table, among)));
    }

    private Map<String, Object> parameters(ChangesFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        if (filter.from() != null) {
            parameters.put("from", Timestamp.from(clock.endOf(filter.from().minusDays(1))));
        }
        if (filter.to() != null) {
            parameters.put("to", Timestamp.from(clock.endOf(filter.to())));
        }
        if (filter.council() != null) {
            parameters.put("council", filter.council());
        }
        return parameters;
    }

    /** Councils by their names, to narrow changes to one of them. */
    List<Council> councils() {
        return jdbc.sql(NameOrder.in(
                        "select slug, name, local_name from council where withdrawn_on is null order by {name}"))
                .query((row, n) -> new Council(row.getString("slug"), Columns.name(row, "")))
                .list();
    }

    /** The records that revisions touched, a few of each revision. */
    private Map<Long, List<Touched>> touched(List<Revision> revisions) {
        String touched = Arrays.stream(RecordKind.values())
                .flatMap(kind -> Stream.concat(
                        Stream.of(touched(kind, kind.code(), "id")),
                        records.tables(kind).stream().map(rows -> touched(kind, rows, kind.code() + "_id"))))
                .collect(Collectors.joining(" union "));
        Map<RecordKind, Map<Long, Set<Long>>> found = new EnumMap<>(RecordKind.class);
        jdbc.sql("select revision.id as rev, touched.* from revision, lateral (%s) touched where revision.id in (:revs)"
                        .formatted(touched))
                .param("revs", revisions.stream().map(Revision::number).toList())
                .query(row -> {
                    found.computeIfAbsent(RecordKind.valueOf(row.getString("kind")), kind -> new TreeMap<>())
                            .computeIfAbsent(row.getLong("id"), id -> new TreeSet<>())
                            .add(row.getLong("rev"));
                });
        Map<Long, List<Touched>> byRevision = new HashMap<>();
        found.forEach((kind, revisionsOf) -> subjects(kind, revisionsOf.keySet())
                .values()
                .forEach(subject -> revisionsOf
                        .getOrDefault(subject.id(), Set.of())
                        .forEach(revision -> byRevision
                                .computeIfAbsent(revision, number -> new ArrayList<>())
                                .add(new Touched(
                                        kind,
                                        subject.id(),
                                        subject.name(),
                                        subject.root() + "/history",
                                        subject.withdrawnOn() != null)))));
        return byRevision;
    }

    private static String touched(RecordKind kind, String table, String column) {
        return "(select '%s' as kind, %s as id from %s_aud where rev = revision.id and %s is not null limit %d)"
                .formatted(kind.name(), column, table, column, NAMED + 1);
    }

    private static Change change(Revision revision, List<Touched> touched) {
        return new Change(revision, touched.subList(0, Math.min(NAMED, touched.size())), touched.size() > NAMED);
    }
}
