package org.pacta.desk.reversal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pacta.desk.correction.CorrectionReturns;
import org.pacta.desk.discussion.Remarks;
import org.pacta.desk.discussion.Reply;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.reversal.Rests.Ref;
import org.pacta.desk.reversal.Rests.Rest;
import org.pacta.desk.reversal.Reversal.Item;
import org.pacta.desk.reversal.Reversal.Publication;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Change;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.reader.revision.RevisionQueries;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.pacta.registry.record.RecordForms;
import org.pacta.registry.record.Undoing;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes publications back, each as one, in one revision. */
@Service
@Transactional
class ReversalService {

    private static final JsonMapper json = JsonMapper.shared();

    private final DraftService drafts;
    private final DraftQueries queries;
    private final CorrectionReturns corrections;
    private final RecordForms records;
    private final RevisionQueries revisions;
    private final Rests rests;
    private final Written written;
    private final Works works;
    private final Remarks remarks;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    ReversalService(
            DraftService drafts,
            DraftQueries queries,
            CorrectionReturns corrections,
            RecordForms records,
            RevisionQueries revisions,
            Rests rests,
            Written written,
            Works works,
            Remarks remarks,
            MessageSource messages,
            JdbcClient jdbc) {
        this.drafts = drafts;
        this.queries = queries;
        this.corrections = corrections;
        this.records = records;
        this.revisions = revisions;
        this.rests = rests;
        this.written = written;
        this.works = works;
        this.remarks = remarks;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** What taking back the publication of a draft would do; {@code NotFoundException} where it is not published. */
    @Transactional(readOnly = true)
    Reversal of(long id) {
        DraftView draft = queries.get(id);
        if (draft.publishedPath() == null) {
            throw new NotFoundException("publication", id);
        }
        return of(new Publication("draft", id, draft.councilName(), draft.ordinal()));
    }

    /** What taking back a correction would do; {@code NotFoundException} where it is not published. */
    @Transactional(readOnly = true)
    Reversal ofCorrection(long id) {
        return of(new Publication("correction", id, new Name(corrections.publishedFor(id), null), ""));
    }

    private Reversal of(Publication publication) {
        long revision = revision(publication);
        Set<Ref> wrote = written.by(revision);
        Set<Ref> before = written.standingBefore(wrote, revision);
        List<Item> recorded = new ArrayList<>();
        List<Item> revised = new ArrayList<>();
        List<Item> fixed = new ArrayList<>();
        for (Ref ref : wrote) {
            Subject subject = subject(ref);
            if (subject.withdrawnOn() == null) {
                Item item = Item.of(subject, List.of(), newest(ref) > revision);
                (before.contains(ref) ? undone(ref, revision).isPresent() ? revised : fixed : recorded).add(item);
            }
        }
        List<Ref> refs = recorded.stream().map(Item::ref).toList();
        Set<Rest> resting = rests.on(refs);
        return new Reversal(
                publication,
                revision,
                recorded,
                revised,
                fixed,
                built(recorded, resting),
                works.on(refs, publication.isDraft() ? publication.id() : null),
                resting);
    }

    /** The revision that a publication was, the latest where it was taken back and published again; 0 where it is not known. */
    private long revision(Publication publication) {
        return jdbc.sql("""
                        select id from revision where origin = :origin or origin is null and :what = 'correction' and reason like :reason
                        order by id desc limit 1
                        """)
                .param("origin", publication.origin())
                .param("what", publication.what())
                .param("reason", "%% (%s)".formatted(publication.origin()))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * Takes the publication of a draft back.
     *
     * @param stays whether a record that is to be decided about stays, as {@link Reversal#going} takes it
     * @param rest what becomes of those of which nothing is said
     */
    void takeBack(long id, Map<String, Boolean> stays, boolean rest, String reason, SignedIn person) {
        mayDecide(reason, person);
        drafts.lockForPublication(id);
        Reversal reversal = of(id);
        Set<Ref> going = undo(reversal, stays, rest, reason);
        List<Item> staying = reversal.recorded().stream()
                .filter(item -> !going.contains(item.ref()))
                .toList();
        drafts.retract(
                id,
                staying.stream()
                        .map(Item::ref)
                        .filter(ref -> ref.kind() == RecordKind.MEETING)
                        .map(Ref::id)
                        .findFirst()
                        .orElse(null),
                person);
        remarks.say(id, new Reply(told(reason), Map.of(), Map.of()), person);
        staying.stream().filter(Item::isChanged).forEach(item -> compareAgain(id, item.ref()));
    }

    /** Takes a correction back, as {@link #takeBack} does a publication; its author goes on with it. */
    void takeBackCorrection(long id, Map<String, Boolean> stays, boolean rest, String reason, SignedIn person) {
        mayDecide(reason, person);
        corrections.lock(id);
        undo(ofCorrection(id), stays, rest, reason);
        corrections.retract(id, told(reason), person);
    }

    /**
     * Begins a correction that takes another back and is reviewed; what the other recorded takes an admin.
     *
     * @return its number; nothing where none of what was changed stands any more
     */
    Optional<Long> begin(long id, String reason, SignedIn person) {
        Reversal reversal = ofCorrection(id);
        person.needs(reversal.recorded().isEmpty() ? Role.EDITOR : Role.ADMIN);
        needsAReason(reason);
        return corrections.begin(id, reason, person);
    }

    private static void mayDecide(String reason, SignedIn person) {
        person.needs(Role.ADMIN);
        needsAReason(reason);
    }

    private static void needsAReason(String reason) {
        if (reason.isBlank()) {
            throw new BrokenRuleException("required");
        }
    }

    private String told(String reason) {
        return messages.getMessage("reversal.remark", new Object[] {reason}, LocaleContextHolder.getLocale());
    }

    /** Has what was changed say again what it said, and withdraws what goes. */
    private Set<Ref> undo(Reversal reversal, Map<String, Boolean> stays, boolean rest, String reason) {
        String origin = reversal.publication().origin();
        Change.because(
                "Taken back: %s (publication of %s, revision %d)".formatted(reason, origin, reversal.revision()));
        for (Item item : reversal.revised()) {
            Ref ref = item.ref();
            Standing<?> now = records.standing(ref.kind(), ref.id());
            records.revise(
                    ref.id(),
                    now.version(),
                    json.treeToValue(undone(ref, reversal.revision()).orElseThrow(), records.type(ref.kind())));
        }
        records.flush();
        Set<Ref> going = reversal.going(stays, rest);
        for (Ref ref : going) {
            records.withdraw(
                    ref.kind(),
                    ref.id(),
                    records.standing(ref.kind(), ref.id()).version(),
                    "%s (%s)".formatted(reason, origin));
        }
        records.flush();
        return going;
    }

    /** Has somebody compare the line of a draft with its record, which stays as others have changed it since. */
    private void compareAgain(long draft, Ref ref) {
        jdbc.sql("""
                        update draft_line set record_version = record_version - 1
                        where draft_id = :draft and record_id = :record and section = :section
                        """)
                .param("draft", draft)
                .param("record", ref.id())
                .param(
                        "section",
                        ref.kind() == RecordKind.MEETING ? "basics" : ref.kind().code())
                .update();
    }

    /** A record without what the revision changed; nothing where others have changed the same fields since. */
    private Optional<JsonNode> undone(Ref ref, long revision) {
        return Undoing.of(
                records.fields(ref.kind()),
                json(records.asOf(ref.kind(), ref.id(), revision - 1).orElseThrow()),
                json(records.asOf(ref.kind(), ref.id(), revision).orElseThrow()),
                json(records.standing(ref.kind(), ref.id()).form()));
    }

    /** Written and read again, so that states compare. */
    private static JsonNode json(Form form) {
        return RecordForms.read(json.writeValueAsString(form));
    }

    private long newest(Ref ref) {
        return revisions.of(ref.kind(), ref.id()).get(0).number();
    }

    private List<Item> built(List<Item> recorded, Set<Rest> resting) {
        Map<Ref, Name> names = new LinkedHashMap<>();
        recorded.forEach(item -> names.put(item.ref(), item.name()));
        Set<Ref> own = Set.copyOf(names.keySet());
        Map<Ref, Subject> others = new LinkedHashMap<>();
        resting.stream()
                .map(Rest::record)
                .filter(ref -> !own.contains(ref))
                .forEach(ref -> others.computeIfAbsent(ref, this::subject));
        others.forEach((ref, subject) -> names.put(ref, subject.name()));
        return others.entrySet().stream()
                .map(each -> Item.of(
                        each.getValue(),
                        resting.stream()
                                .filter(rest -> rest.record().equals(each.getKey()))
                                .flatMap(rest -> Optional.ofNullable(names.get(rest.on())).stream())
                                .distinct()
                                .limit(3)
                                .toList(),
                        false))
                .toList();
    }

    private Subject subject(Ref ref) {
        return revisions.subject(ref.kind(), Long.toString(ref.id()));
    }
}
