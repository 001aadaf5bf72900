package org.pacta.desk.correction;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.correction.Companions.Companion;
import org.pacta.desk.correction.CorrectionTexts.Reading;
import org.pacta.desk.draft.DraftService.ClosedException;
import org.pacta.desk.publication.Reviewing;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.Change;
import org.pacta.platform.history.Records;
import org.pacta.platform.reading.SentFields;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.reader.revision.RevisionQueries;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.pacta.registry.record.RecordForms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps corrections as they are typed, and publishes them: a record is changed by one transaction, or not at all. */
@Service
@Transactional
public class CorrectionService {

    /** Records that one correction changes. */
    public static final int MOST = 200;

    private final Corrections corrections;
    private final CorrectionQueries queries;
    private final Companions companions;
    private final CompanionQueries standingRecords;
    private final Reviewing reviewing;
    private final RecordForms forms;
    private final CorrectionTexts texts;
    private final RevisionQueries revisions;
    private final Records records;
    private final JdbcClient jdbc;

    CorrectionService(
            Corrections corrections,
            CorrectionQueries queries,
            Companions companions,
            CompanionQueries standingRecords,
            Reviewing reviewing,
            RecordForms forms,
            CorrectionTexts texts,
            RevisionQueries revisions,
            Records records,
            JdbcClient jdbc) {
        this.corrections = corrections;
        this.queries = queries;
        this.companions = companions;
        this.standingRecords = standingRecords;
        this.reviewing = reviewing;
        this.forms = forms;
        this.texts = texts;
        this.revisions = revisions;
        this.records = records;
        this.jdbc = jdbc;
    }

    /** The record a correction is of, as the form was given it. */
    record Base(long record, int version, long revision) {}

    /**
     * What somebody sends of a form.
     *
     * @param beside names of new records that come with it, as {@link CorrectionTexts.Offer#code}
     */
    record Typing(Map<String, String> typed, List<String> beside, String reason) {}

    /** The form cannot be published: a value cannot be read or breaks a rule. */
    static class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** The correction was changed in another window since this one was opened; what was typed here has not been kept. */
    static class OvertakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Keeps a correction that is new, once however often it is sent. */
    long keep(RecordKind kind, @Nullable Base base, String entry, Typing typing, SignedIn author) {
        Correction correction = corrections.findAndLockByEntry(entry).orElseGet(() -> begin(kind, base, entry, author));
        write(correction, typing, author);
        long id = Objects.requireNonNull(corrections.save(correction).getId());
        corrections.flush();
        note(id, author);
        return id;
    }

    private Correction begin(RecordKind kind, @Nullable Base base, String entry, SignedIn author) {
        Correction correction = new Correction(entry, kind, author.id());
        if (base != null) {
            needsARevision(kind, base);
            correction.base(base.record, base.version, base.revision);
        }
        return correction;
    }

    private void needsARevision(RecordKind kind, Base base) {
        if (revisions.of(kind, base.record).stream().noneMatch(known -> known.number() == base.revision)) {
            throw new NotFoundException("revision", base.revision);
        }
    }

    private static void needsToBeOpen(Correction correction) {
        if (!correction.state().isOpen()) {
            throw new ClosedException(correction.state());
        }
    }

    private void note(long correction, SignedIn person) {
        jdbc.sql("""
                        insert into correction_writer (correction_id, account_id, since) values (:correction, :person, now())
                        on conflict do nothing
                        """)
                .param("correction", correction)
                .param("person", person.id())
                .update();
    }

    /** Begins a correction that is a new record, given its fields as texts, and answers its number. */
    public long begin(RecordKind kind, Map<String, String> fields, String reason, SignedIn author) {
        return keep(kind, null, UUID.randomUUID().toString(), new Typing(fields, List.of(), reason), author);
    }

    /**
     * Puts a change of one more record into a correction that is at work, or that record's change as it is typed by now. What goes with it is
     * published as one.
     */
    void add(long id, RecordKind kind, Base base, Typing typing, SignedIn author) {
        Correction correction = locked(id);
        needsTheAuthor(correction, author);
        needsToBeOpen(correction);
        if (correction.record() == null || correction.kind() == kind && correction.record() == base.record) {
            throw new BadParameterException("correction.record");
        }
        needsARevision(kind, base);
        companions.put(id, new Companion(kind, base, texts.tidy(kind, texts.main(typing.typed), false, List.of())));
        correction.type(correction.typed(), correction.reason());
    }

    /**
     * What somebody wants a record to say.
     *
     * @param fields texts by field, given those that stand: an empty one to take out what is there; what is not named stays
     */
    public record Wish(RecordKind kind, long record, UnaryOperator<Map<String, String>> fields) {}

    /**
     * Begins a correction of all these records as one, at most {@value #MOST}; those that say so already are left out. Nothing where all do.
     *
     * @return the number of the correction
     */
    public Optional<Long> begin(List<Wish> wishes, String reason, SignedIn author) {
        Map<RecordKind, Map<Long, Companion>> standing = new EnumMap<>(RecordKind.class);
        wishes.stream()
                .collect(Collectors.groupingBy(Wish::kind, Collectors.mapping(Wish::record, Collectors.toList())))
                .forEach((kind, ids) -> standing.put(kind, standingRecords.standing(kind, ids)));
        return keep(
                wishes.stream()
                        .flatMap(wish ->
                                changed(
                                        wish,
                                        standing.getOrDefault(wish.kind, Map.of())
                                                .get(wish.record))
                                        .stream())
                        .toList(),
                reason,
                author);
    }

    private Optional<Companion> changed(Wish wish, @Nullable Companion standing) {
        if (standing == null) {
            throw new NotFoundException(wish.kind.code(), wish.record);
        }
        Map<String, String> typed = new LinkedHashMap<>(standing.typed());
        typed.putAll(wish.fields.apply(standing.typed()));
        Map<String, String> tidy = texts.tidy(wish.kind, typed, false, List.of());
        return tidy.equals(standing.typed())
                ? Optional.empty()
                : Optional.of(new Companion(wish.kind, standing.base(), tidy));
    }

    /** Keeps a correction of the first of these records with the others beside it. */
    Optional<Long> keep(List<Companion> changes, String reason, SignedIn author) {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Companion first = changes.get(0);
        long id = keep(
                first.kind(),
                first.base(),
                UUID.randomUUID().toString(),
                new Typing(first.typed(), List.of(), reason),
                author);
        changes.stream().skip(1).forEach(each -> companions.put(id, each));
        return Optional.of(id);
    }

    /** Takes the change of a record out of a correction that changes others besides. */
    void leaveOut(long id, RecordKind kind, long record, SignedIn author) {
        Correction correction = locked(id);
        needsTheAuthor(correction, author);
        needsToBeOpen(correction);
        companions.remove(id, kind, record);
    }

    /** Makes a correction that is at work somebody else's, who goes on with it; that both wrote it is kept. */
    void takeOver(long id, SignedIn person) {
        person.needs(Role.EDITOR);
        locked(id).takeOver(person.id());
        note(id, person);
    }

    /** Keeps what its author has typed since. */
    void revise(long id, int version, Typing typing, SignedIn author) {
        Correction correction = locked(id);
        if (correction.version() != version && correction.state().isOpen()) {
            throw new OvertakenException();
        }
        write(correction, typing, author);
        corrections.flush();
    }

    private void write(Correction correction, Typing typing, SignedIn author) {
        write(correction, tidy(correction, typing.typed, typing.beside), typing.reason, author);
    }

    private Map<String, String> tidy(Correction correction, Map<String, String> typed, List<String> beside) {
        return texts.tidy(correction.kind(), typed, correction.record() == null, beside);
    }

    private void write(Correction correction, Map<String, String> typed, String reason, SignedIn author) {
        needsTheAuthor(correction, author);
        needsToBeOpen(correction);
        correction.type(typed, reason.strip());
    }

    private static void needsTheAuthor(Correction correction, SignedIn person) {
        if (correction.author() != person.id()) {
            throw new AccessDeniedException("A correction is its author's until it is sent to a reviewer");
        }
    }

    /** Has the correction go on from the record as it stands now. */
    void rebase(long id, Conflict conflict, Map<String, String> typed, SignedIn author) {
        Correction correction = locked(id);
        SentFields.check(typed.keySet(), conflict::isClash);
        Map<String, String> resolved = conflict.resolved(tidy(correction, typed, List.of()));
        resolved.putAll(texts.apart(correction.typed()));
        write(correction, resolved, correction.reason(), author);
        correction.base(Objects.requireNonNull(correction.record()), conflict.version(), conflict.revision());
        corrections.flush();
    }

    /** Publishes a correction for good, once it has been sent to a reviewer; who wrote it and may publish it alone, may do so before. */
    String publish(long id, SignedIn reviewer) {
        Correction correction = reviewable(id, reviewer);
        if (correction.state().isOpen() && !queries.hasWritten(id, reviewer)) {
            throw new AccessDeniedException("A correction is published once it has been sent to a reviewer");
        }
        return attempt(id, reviewer);
    }

    /**
     * Publishes a correction, whoever asks, so that it is seen what that would do; one that is published already is left as it is. Refuses with
     * {@link UnreadableException}, and with {@code OptimisticLockingFailureException} when the record was changed since.
     *
     * @return the address of the page that shows the record
     */
    String attempt(long id, SignedIn reviewer) {
        Correction correction = locked(id);
        if (correction.publishedPath() != null) {
            return correction.publishedPath();
        }
        Reading reading = texts.read(correction.kind(), correction.typed(), correction.record() == null);
        if (reading.form() == null || correction.reason().isEmpty()) {
            throw new UnreadableException();
        }
        Change.of("correction " + id, correction.reason());
        long record = write(correction, texts.record(correction.kind(), correction.typed()));
        companions.of(id).forEach(this::write);
        records.flush();
        jdbc.sql("set constraints all immediate").update();
        Subject subject = revisions.subject(correction.kind(), Long.toString(record));
        String path = page(subject);
        correction.publish(reviewer.id(), path);
        return path;
    }

    private long write(Correction correction, Form form) {
        if (correction.record() == null) {
            return forms.record(form);
        }
        forms.revise(correction.record(), Objects.requireNonNull(correction.baseVersion()), form);
        return correction.record();
    }

    private void write(Companion companion) {
        Form form = texts.read(companion.kind(), companion.typed(), false).form();
        if (form == null) {
            throw new UnreadableException();
        }
        forms.revise(companion.base().record(), companion.base().version(), form);
    }

    /**
     * Sends a correction to a reviewer.
     *
     * @return the address of the record it changes, or its own where that is new
     */
    String submit(long id, SignedIn author) {
        Correction correction = locked(id);
        needsTheAuthor(correction, author);
        correction.submit();
        return correction.record() == null
                ? "/desk/corrections/" + id
                : page(revisions.subject(correction.kind(), Long.toString(correction.record())));
    }

    private static String page(Subject subject) {
        return Optional.ofNullable(subject.path()).orElse(subject.root());
    }

    /** Has its author go on with a correction that was sent to a reviewer, or that was discarded. */
    void takeBack(long id, SignedIn author) {
        Correction correction = locked(id);
        needsTheAuthor(correction, author);
        correction.takeBack();
    }

    void giveBack(long id, SignedIn reviewer, String comment) {
        reviewable(id, reviewer).giveBack(reviewer.id(), comment);
    }

    private Correction reviewable(long id, SignedIn reviewer) {
        Correction correction = locked(id);
        if (!reviewing.mayReview(queries.hasWritten(id, reviewer), reviewer)) {
            throw new AccessDeniedException("A correction is reviewed by somebody who did not write it");
        }
        return correction;
    }

    void discard(long id, SignedIn person) {
        Correction correction = locked(id);
        if (!person.mayEnd(correction.author())) {
            throw new AccessDeniedException("A correction is discarded by its author or a reviewer");
        }
        correction.discard();
    }

    private Correction locked(long id) {
        return corrections.findLockedById(id).orElseThrow(() -> new NotFoundException("correction", id));
    }
}
