package org.pacta.desk.correction;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pacta.desk.correction.Companions.Companion;
import org.pacta.desk.correction.CorrectionService.Base;
import org.pacta.desk.draft.Draft.State;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.reader.revision.RevisionQueries;
import org.pacta.reader.revision.RevisionQueries.Revision;
import org.pacta.registry.record.FormTexts;
import org.pacta.registry.record.RecordForms;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a published correction back: by another correction, of all its records, that has each field it changed say what it said before. What
 * others have changed since stays.
 */
@Service
@Transactional
class Reversals {

    private final Corrections corrections;
    private final Companions companions;
    private final CorrectionService service;
    private final CorrectionQueries queries;
    private final RevisionQueries revisions;
    private final RecordForms forms;
    private final FormTexts texts;
    private final MessageSource messages;

    Reversals(
            Corrections corrections,
            Companions companions,
            CorrectionService service,
            CorrectionQueries queries,
            RevisionQueries revisions,
            RecordForms forms,
            FormTexts texts,
            MessageSource messages) {
        this.corrections = corrections;
        this.companions = companions;
        this.service = service;
        this.queries = queries;
        this.revisions = revisions;
        this.forms = forms;
        this.texts = texts;
        this.messages = messages;
    }

    /**
     * Begins the correction that takes another back.
     *
     * @return its number; nothing where none of what was changed stands any more
     */
    Optional<Long> begin(long id, String why, SignedIn person) {
        person.needs(Role.EDITOR);
        Correction published = corrections
                .findById(id)
                .filter(each -> each.state() == State.PUBLISHED && each.record() != null)
                .orElseThrow(() -> new NotFoundException("correction", id));
        List<Companion> before = changed(published).flatMap(this::before).toList();
        String reason =
                messages.getMessage("correction.taking_back", new Object[] {why}, LocaleContextHolder.getLocale());
        return service.keep(before, reason, person);
    }

    private Stream<Companion> changed(Correction correction) {
        Base base = new Base(
                Objects.requireNonNull(correction.record()),
                Objects.requireNonNull(correction.baseVersion()),
                Objects.requireNonNull(correction.baseRevision()));
        return Stream.concat(
                Stream.of(new Companion(correction.kind(), base, correction.typed())),
                companions.of(Objects.requireNonNull(correction.getId())).stream());
    }

    /** The record as it would stand without the change; nothing of one that was withdrawn since, or where that makes no difference. */
    private Stream<Companion> before(Companion changed) {
        RecordKind kind = changed.kind();
        long record = changed.base().record();
        Optional<Long> published = revisions.of(kind, record).stream()
                .map(Revision::number)
                .filter(number -> number > changed.base().revision())
                .min(Long::compare);
        if (published.isEmpty()
                || revisions.subject(kind, Long.toString(record)).withdrawnOn() != null) {
            return Stream.empty();
        }
        Companion now = queries.standing(kind, record);
        Conflict conflict = Conflict.of(
                forms.fields(kind),
                asOf(kind, record, published.get()),
                now.typed(),
                asOf(kind, record, changed.base().revision()),
                now.base().version(),
                now.base().revision());
        Map<String, String> without = texts.tidy(kind, conflict.resolved(now.typed()));
        return without.equals(now.typed()) ? Stream.empty() : Stream.of(new Companion(kind, now.base(), without));
    }

    private Map<String, String> asOf(RecordKind kind, long record, long revision) {
        return forms.asOf(kind, record, revision)
                .map(form -> texts.write(kind, form))
                .orElse(Map.of());
    }
}
