package org.pacta.desk.correction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.correction.Companions.Companion;
import org.pacta.desk.correction.CorrectionService.Base;
import org.pacta.desk.correction.CorrectionService.Typing;
import org.pacta.desk.correction.CorrectionTexts.Beside;
import org.pacta.desk.correction.CorrectionTexts.Reading;
import org.pacta.desk.correction.EditForm.Group;
import org.pacta.desk.draft.Draft.State;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.WallClock;
import org.pacta.reader.revision.RevisionQueries;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.pacta.registry.record.Comparison;
import org.pacta.registry.record.FormTexts;
import org.pacta.registry.record.FormWording;
import org.pacta.registry.record.RecordForms;
import org.pacta.registry.record.References;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads corrections and the forms they are typed in, each answer in one snapshot: a form goes out with the revision that its words are of. */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class CorrectionQueries {

    /** The fields that a correction is called by, in whatever kind of record they are, the most telling first. */
    private static final List<String> NAMING =
            List.of("title", "name", "statement", "localTitle", "localName", "measureAsPrinted", "council");

    private final Corrections corrections;
    private final RecordForms forms;
    private final FormTexts texts;
    private final CorrectionTexts typings;
    private final FormWording wording;
    private final References references;
    private final RevisionQueries revisions;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final WallClock clock;

    CorrectionQueries(
            Corrections corrections,
            RecordForms forms,
            FormTexts texts,
            CorrectionTexts typings,
            FormWording wording,
            References references,
            RevisionQueries revisions,
            JdbcClient jdbc,
            MessageSource messages,
            WallClock clock) {
        this.corrections = corrections;
        this.forms = forms;
        this.texts = texts;
        this.typings = typings;
        this.wording = wording;
        this.references = references;
        this.revisions = revisions;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whether somebody has typed anything of a correction. */
    boolean hasWritten(long correction, SignedIn person) {
        return jdbc.sql("""
                        select exists (select from correction where id = :correction and author_id = :person)
                            or exists (select from correction_writer where correction_id = :correction and account_id = :person)
                        """)
                .param("correction", correction)
                .param("person", person.id())
                .query(Boolean.class)
                .single();
    }

    /** Those who have typed anything of a correction, the first of them first. */
    List<String> writers(long correction) {
        return jdbc.sql("""
                        select display_name from correction_writer join account on account.id = account_id
                        where correction_id = :correction order by since
                        """).param("correction", correction).query(String.class).list();
    }

    /** The correction of a record that somebody has at work. */
    Optional<Long> openFor(Subject subject, SignedIn author) {
        return jdbc.sql("""
                        select id from correction where kind = :kind and record_id = :record and author_id = :author
                            and state in %s order by id desc limit 1
                        """.formatted(State.AT_WORK))
                .param("kind", subject.kind().code())
                .param("record", subject.id())
                .param("author", author.id())
                .query(Long.class)
                .optional();
    }

    /** Whether its author may go on with a correction. */
    boolean isOpen(long id) {
        return get(id).state().isOpen();
    }

    /** The form of a new record. */
    EditForm blank(RecordKind kind) {
        return form(kind, null, null, texts.usual(kind), "");
    }

    /**
     * The form of a record as it stands, or filled with what it once said.
     *
     * @param from the revision to restore; null to go on from what it says now
     */
    EditForm of(Subject subject, @Nullable Long from) {
        if (subject.withdrawnOn() != null) {
            throw new GoneException(subject.withdrawnOn(), String.valueOf(subject.withdrawalReason()));
        }
        Standing<?> standing = forms.standing(subject.kind(), subject.id());
        long revision = newest(subject.kind(), subject.id());
        Form form = from == null
                ? standing.form()
                : forms.asOf(subject.kind(), subject.id(), from)
                        .orElseThrow(() -> new NotFoundException("revision", from));
        return form(
                subject.kind(),
                subject,
                new Base(subject.id(), standing.version(), revision),
                texts.write(subject.kind(), form),
                from == null ? "" : say("correction.restored", Long.toString(from)));
    }

    /** A record that stands, as text, with what it stands at. */
    Companion standing(RecordKind kind, long record) {
        Standing<?> standing = forms.standing(kind, record);
        return new Companion(
                kind, new Base(record, standing.version(), newest(kind, record)), texts.write(kind, standing.form()));
    }

    private EditForm form(
            RecordKind kind, @Nullable Subject subject, @Nullable Base base, Map<String, String> typed, String reason) {
        return new EditForm(
                kind,
                subject,
                base,
                null,
                0,
                UUID.randomUUID().toString(),
                forms.fields(kind),
                typed,
                reason,
                Map.of(),
                few(),
                List.of(),
                Set.of());
    }

    Map<String, List<String>> few() {
        return FormField.FEW.stream().collect(Collectors.toMap(target -> target, references::all));
    }

    /** The form of a correction as it was typed. */
    EditForm typed(long id) {
        Correction correction = get(id);
        Reading reading = read(correction);
        return new EditForm(
                correction.kind(),
                subject(correction),
                base(correction),
                id,
                correction.version(),
                "",
                forms.fields(correction.kind()),
                correction.typed(),
                correction.reason(),
                reading.faults(),
                few(),
                groups(correction.typed()),
                reading.offers());
    }

    private List<Group> groups(Map<String, String> typed) {
        return typings.beside(typed).stream()
                .map(each -> new Group(each.kind(), each.path(), forms.fields(each.kind())))
                .toList();
    }

    private Reading read(Correction correction) {
        boolean isNew = correction.record() == null && correction.publishedPath() == null;
        return typings.read(correction.kind(), correction.typed(), isNew);
    }

    /** The form of a correction with what was typed too late to be kept. */
    EditForm typed(long id, Typing late) {
        EditForm kept = typed(id);
        Map<String, String> tidy = typings.tidy(kept.kind(), late.typed(), kept.subject() == null, late.beside());
        return kept.with(tidy, late.reason(), groups(tidy), kept.version());
    }

    /**
     * The form of a correction brought together with the record as it stands now.
     *
     * @param settled what was typed to settle another conflict, before the record was changed once more; null at first
     */
    EditForm compared(long id, Conflict conflict, @Nullable Map<String, String> settled) {
        EditForm mine = typed(id);
        Map<String, String> all =
                settled == null ? conflict.merged() : conflict.resolved(texts.tidy(mine.kind(), settled));
        return mine.with(all, mine.reason(), List.of(), 0);
    }

    /** A correction, to be checked. */
    CorrectionView view(long id) {
        Correction correction = get(id);
        Reading reading = read(correction);
        Map<String, String> main = typings.main(correction.typed());
        return jdbc.sql("""
                        select author.display_name as author, reviewer.display_name as reviewer, review_comment
                        from correction join account author on author.id = author_id left join account reviewer on reviewer.id = reviewer_id
                        where correction.id = :id
                        """)
                .param("id", id)
                .query((row, n) -> new CorrectionView(
                        id,
                        correction.version(),
                        correction.kind(),
                        subject(correction),
                        title(correction.typed()),
                        correction.state(),
                        correction.author(),
                        row.getString("author"),
                        row.getString("reviewer"),
                        row.getString("review_comment"),
                        correction.reason(),
                        correction.publishedPath(),
                        Comparison.of(
                                wording.say(correction.kind(), before(correction)),
                                wording.say(correction.kind(), main)),
                        typings.beside(correction.typed()).stream()
                                .map(this::addition)
                                .toList(),
                        obstacles(correction, reading),
                        warnings(reading.form()),
                        isStale(correction)))
                .single();
    }

    private CorrectionView.Addition addition(Beside beside) {
        return new CorrectionView.Addition(
                beside.kind(),
                beside.name(),
                Comparison.of(wording.say(beside.kind(), Map.of()), wording.say(beside.kind(), beside.typed())));
    }

    private Map<String, String> obstacles(Correction correction, Reading reading) {
        Map<String, String> obstacles = new LinkedHashMap<>();
        if (correction.reason().isEmpty()) {
            obstacles.put("correction.reason", say("correction.no_reason"));
        }
        obstacles.putAll(wording.labelled(reading.faults()));
        return obstacles;
    }

    private List<String> warnings(@Nullable Form form) {
        return form == null
                ? List.of()
                : form.doubts(clock.today()).stream()
                        .map(doubt -> messages.getMessage(doubt, LocaleContextHolder.getLocale()))
                        .toList();
    }

    /** What the record said that a correction began with, as text; nothing of a new one. */
    private Map<String, String> before(Correction correction) {
        return correction.record() == null
                ? Map.of()
                : forms.asOf(correction.kind(), correction.record(), Objects.requireNonNull(correction.baseRevision()))
                        .map(form -> texts.write(correction.kind(), form))
                        .orElse(Map.of());
    }

    /** Whether the record that a correction was begun with was changed since. */
    boolean isStale(long id) {
        return isStale(get(id));
    }

    private boolean isStale(Correction correction) {
        return correction.record() != null
                && correction.publishedPath() == null
                && forms.standing(correction.kind(), correction.record()).version()
                        != Objects.requireNonNull(correction.baseVersion());
    }

    /** The correction beside the record as it stands now. */
    Conflict conflict(long id) {
        Correction correction = get(id);
        long record = Optional.ofNullable(correction.record()).orElseThrow(() -> new NotFoundException("conflict", id));
        Standing<?> standing = forms.standing(correction.kind(), record);
        return Conflict.of(
                forms.fields(correction.kind()),
                before(correction),
                texts.write(correction.kind(), standing.form()),
                typings.main(correction.typed()),
                standing.version(),
                newest(correction.kind(), record));
    }

    /** The fields that clash, as they stand now and as the correction has them. */
    List<Comparison.Difference> clashes(long id, Conflict conflict) {
        Correction correction = get(id);
        Standing<?> standing = forms.standing(correction.kind(), Objects.requireNonNull(correction.record()));
        return Comparison.of(
                        wording.say(correction.kind(), texts.write(correction.kind(), standing.form())),
                        wording.say(correction.kind(), typings.main(correction.typed())))
                .stream()
                .filter(difference -> conflict.isIn(difference.name()))
                .toList();
    }

    /** The corrections at work, the latest first. */
    List<CorrectionView.Row> atWork() {
        return rows("state in " + State.AT_WORK, Map.of());
    }

    /** The corrections that were discarded in the last month, the latest first. */
    List<CorrectionView.Row> discarded() {
        return rows("state = 'discarded' and changed_at > now() - interval '1 month'", Map.of());
    }

    List<CorrectionView.Row> rows(String which, Map<String, Object> parameters) {
        return jdbc.sql("""
                        select correction.id, correction.kind, coalesce(%s, '') as title,
                            1 + (select count(*) from correction_record where correction_id = correction.id) as records, state, display_name as author, changed_at
                        from correction join account on account.id = author_id
                        where %s order by changed_at desc
                        """.formatted(
                        NAMING.stream().map("typed ->> '%s'"::formatted).collect(Collectors.joining(", ")), which))
                .params(parameters)
                .query((row, n) -> Columns.read(row, CorrectionView.Row.class))
                .list();
    }

    private @Nullable Subject subject(Correction correction) {
        return correction.record() == null
                ? null
                : revisions.subject(correction.kind(), correction.record().toString());
    }

    private static @Nullable Base base(Correction correction) {
        return correction.record() == null
                ? null
                : new Base(
                        correction.record(),
                        Objects.requireNonNull(correction.baseVersion()),
                        Objects.requireNonNull(correction.baseRevision()));
    }

    private static String title(Map<String, String> typed) {
        return NAMING.stream()
                .map(field -> typed.getOrDefault(field, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private long newest(RecordKind kind, long id) {
        return revisions.of(kind, id).get(0).number();
    }

    private Correction get(long id) {
        return corrections.findById(id).orElseThrow(() -> new NotFoundException("correction", id));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
