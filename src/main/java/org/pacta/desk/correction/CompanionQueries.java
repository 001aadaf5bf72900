package org.pacta.desk.correction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.correction.Companions.Companion;
import org.pacta.desk.correction.CorrectionService.Base;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.FormSql;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.reader.revision.RevisionQueries;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.pacta.registry.record.Comparison;
import org.pacta.registry.record.Comparison.Difference;
import org.pacta.registry.record.FormTexts;
import org.pacta.registry.record.FormWording;
import org.pacta.registry.record.RecordForms;
import org.pacta.registry.record.References;
import org.pacta.registry.record.TypedText.Finder;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a correction changes besides the record it was begun with. */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class CompanionQueries {

    private static final JsonMapper json = new JsonMapper();

    private final Companions companions;
    private final CorrectionQueries queries;
    private final RevisionQueries revisions;
    private final RecordForms forms;
    private final FormTexts texts;
    private final FormWording wording;
    private final References references;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    CompanionQueries(
            Companions companions,
            CorrectionQueries queries,
            RevisionQueries revisions,
            RecordForms forms,
            FormTexts texts,
            FormWording wording,
            References references,
            MessageSource messages,
            JdbcClient jdbc) {
        this.companions = companions;
        this.queries = queries;
        this.revisions = revisions;
        this.forms = forms;
        this.texts = texts;
        this.wording = wording;
        this.references = references;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /**
     * A record that is changed too.
     *
     * @param faults what stands in its way, in words, by path in its form
     * @param isStale whether it was changed since
     */
    public record View(Subject subject, List<Difference> differences, Map<String, String> faults, boolean isStale) {

        /** Whether the correction cannot be published for it. */
        public boolean isBlocked() {
            return isStale || !faults.isEmpty();
        }
    }

    /**
     * All of them, in the order they were put in.
     *
     * @param isAtWork whether the correction is yet to be published
     */
    List<View> views(long correction, boolean isAtWork) {
        List<Companion> all = companions.of(correction);
        Map<RecordKind, Standing> standing = new EnumMap<>(RecordKind.class);
        all.stream().collect(Collectors.groupingBy(Companion::kind)).forEach((kind, some) -> {
            List<Long> records = some.stream().map(each -> each.base().record()).toList();
            standing.put(kind, new Standing(revisions.subjects(kind, records), standing(kind, records)));
        });
        Finder finder = remembering(references::read);
        return all.stream()
                .map(each -> view(each, Objects.requireNonNull(standing.get(each.kind())), finder, isAtWork))
                .toList();
    }

    /** Records of one kind as they stand, by their numbers. */
    private record Standing(Map<Long, Subject> subjects, Map<Long, Companion> records) {

        private boolean isAt(Base base) {
            Companion now = records.get(base.record());
            return now != null && now.base().version() == base.version();
        }

        private Map<String, String> typed(Base base) {
            return Objects.requireNonNull(records.get(base.record())).typed();
        }
    }

    /** Many records name the same ones. */
    private static Finder remembering(Finder finder) {
        Map<String, Optional<Long>> found = new HashMap<>();
        return (field, text) -> found.computeIfAbsent(field.target() + ':' + text, any -> finder.find(field, text));
    }

    /** Records of one kind that stand, by their numbers, as companions that change nothing. */
    Map<Long, Companion> standing(RecordKind kind, List<Long> records) {
        Map<Long, Long> newest = revisions.newest(kind, records);
        List<Base> bases = new ArrayList<>();
        List<Form> read = new ArrayList<>();
        jdbc.sql("select id, version, form from (%s) recorded where id = any(:ids)"
                        .formatted(FormSql.of(kind, forms.fields(kind))))
                .param("ids", records.toArray(Long[]::new))
                .query(row -> {
                    long id = row.getLong("id");
                    bases.add(new Base(id, row.getInt("version"), newest.getOrDefault(id, 0L)));
                    read.add(json.treeToValue(RecordForms.read(row.getString("form")), forms.type(kind)));
                });
        List<Map<String, String>> typed = texts.write(kind, read);
        Map<Long, Companion> standing = new HashMap<>();
        for (int i = 0; i < bases.size(); i++) {
            standing.put(bases.get(i).record(), new Companion(kind, bases.get(i), typed.get(i)));
        }
        return standing;
    }

    /** The corrections of records on file that somebody may go on with, to put more into. */
    List<CorrectionView.Row> openOf(SignedIn author) {
        return queries.rows(
                "state in ('open', 'returned') and record_id is not null and author_id = :author",
                Map.of("author", author.id()));
    }

    private View view(Companion companion, Standing standing, Finder finder, boolean isAtWork) {
        RecordKind kind = companion.kind();
        Base base = companion.base();
        Map<String, String> before = standing.isAt(base) ? standing.typed(base) : before(companion);
        Map<String, String> faults =
                wording.labelled(texts.read(kind, companion.typed(), finder).faults());
        return new View(
                Objects.requireNonNull(standing.subjects().get(base.record())),
                Comparison.of(wording.say(kind, before), wording.say(kind, companion.typed())),
                isAtWork ? faults : Map.of(),
                isAtWork && !standing.isAt(base));
    }

    private Map<String, String> before(Companion companion) {
        return forms.asOf(
                        companion.kind(),
                        companion.base().record(),
                        companion.base().revision())
                .map(form -> texts.write(companion.kind(), form))
                .orElse(Map.of());
    }

    /**
     * The form of one of them, brought together with the record where that was changed since: a field that both changed is as typed here, and
     * beside it stands what it says now.
     */
    EditForm form(long correction, RecordKind kind, long record) {
        Companion mine =
                companions.find(correction, kind, record).orElseThrow(() -> new NotFoundException("record", record));
        Companion theirs = queries.standing(kind, record);
        Conflict conflict = Conflict.of(
                forms.fields(kind),
                before(mine),
                theirs.typed(),
                mine.typed(),
                theirs.base().version(),
                theirs.base().revision());
        Map<String, String> faults =
                new LinkedHashMap<>(texts.read(kind, conflict.merged()).faults());
        conflict.clashes()
                .forEach(field -> faults.put(
                        field.name(),
                        say(
                                "correction.clash",
                                wording.value(field, theirs.typed().getOrDefault(field.name(), "")))));
        return new EditForm(
                kind,
                revisions.subject(kind, Long.toString(record)),
                theirs.base(),
                null,
                0,
                "",
                forms.fields(kind),
                conflict.merged(),
                "",
                faults,
                queries.few(),
                List.of(),
                Set.of());
    }

    private String say(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
