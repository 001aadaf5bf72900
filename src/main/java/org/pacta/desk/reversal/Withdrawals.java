package org.pacta.desk.reversal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.desk.reversal.Rests.Ref;
import org.pacta.desk.reversal.Rests.Rest;
import org.pacta.desk.reversal.Reversal.Item;
import org.pacta.desk.reversal.Withdrawal.Gathered;
import org.pacta.desk.reversal.Withdrawal.Group;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Change;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.reader.revision.RevisionQueries;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.pacta.registry.record.RecordForms;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws records and restores them, with what must not be left behind: no record that stands names one that does not. */
@Service
@Transactional
class Withdrawals {

    /** So many records of a kind are named. */
    private static final int NAMED = 50;

    private final RecordForms records;
    private final RevisionQueries revisions;
    private final Rests rests;
    private final Written written;
    private final Works works;

    Withdrawals(RecordForms records, RevisionQueries revisions, Rests rests, Written written, Works works) {
        this.records = records;
        this.revisions = revisions;
        this.rests = rests;
        this.written = written;
        this.works = works;
    }

    /** What withdrawing a record would do, or restoring it where it is withdrawn. */
    @Transactional(readOnly = true)
    Withdrawal of(Subject subject) {
        Ref ref = new Ref(subject.kind(), subject.id());
        boolean isBack = subject.withdrawnOn() != null;
        List<Ref> bound = isBack ? grounds(ref) : resting(ref);
        return new Withdrawal(
                subject,
                version(ref),
                gathered(bound),
                gathered(isBack ? along(ref, bound) : List.of()),
                isBack
                        ? List.of()
                        : works.on(Stream.concat(Stream.of(ref), bound.stream()).toList(), null));
    }

    /**
     * Withdraws a record at once, and says why.
     *
     * @param with how many records it was said that go with it: other than all that rest on it is refused
     */
    void withdraw(Subject subject, int version, int with, String reason, SignedIn person) {
        mayDecide(reason, person);
        Ref ref = new Ref(subject.kind(), subject.id());
        List<Ref> resting = resting(ref);
        Change.because("Withdrawn: " + reason);
        records.withdraw(ref.kind(), ref.id(), version, reason);
        agreed(resting, with, "rested_on", ref);
        resting.forEach(each -> records.withdraw(each.kind(), each.id(), version(each), reason));
        records.flush();
    }

    /**
     * Has a record stand again that was withdrawn, as it was, and says why.
     *
     * @param with how many records it was said that stand again because it names them: other than all of those is refused
     * @param along how many of those that were withdrawn with it stand again too: none or all
     */
    void restore(Subject subject, int version, int with, int along, String reason, SignedIn person) {
        mayDecide(reason, person);
        Ref ref = new Ref(subject.kind(), subject.id());
        List<Ref> grounds = grounds(ref);
        List<Ref> others = along == 0 ? List.of() : along(ref, grounds);
        Change.because("Restored: " + reason);
        records.restore(ref.kind(), ref.id(), version);
        agreed(grounds, with, "rests_on", ref);
        agreed(others, along, "rests_on", ref);
        Stream.concat(grounds.stream(), others.stream())
                .forEach(each -> records.restore(each.kind(), each.id(), version(each)));
        records.flush();
    }

    private static void mayDecide(String reason, SignedIn person) {
        person.needs(Role.ADMIN);
        if (reason.isEmpty()) {
            throw new BrokenRuleException("required");
        }
    }

    /** Refuses where nothing was said of what goes with a record, or that is not any more what was shown. */
    private static void agreed(List<Ref> all, int said, String rule, Ref ref) {
        if (all.size() != said) {
            if (said == 0) {
                throw new BrokenRuleException(rule);
            }
            throw new ObjectOptimisticLockingFailureException(ref.kind().code(), ref.id());
        }
    }

    private int version(Ref ref) {
        return records.standing(ref.kind(), ref.id()).version();
    }

    private List<Ref> resting(Ref ref) {
        return rests.on(Set.of(ref)).stream()
                .map(Rest::record)
                .filter(each -> !each.equals(ref))
                .distinct()
                .toList();
    }

    private List<Ref> grounds(Ref ref) {
        return rests.under(Set.of(ref)).stream()
                .map(Rest::on)
                .filter(each -> !each.equals(ref))
                .distinct()
                .toList();
    }

    /** What was withdrawn in one revision with a record and can stand again with it, since nothing else that it rests on is withdrawn. */
    private List<Ref> along(Ref ref, Collection<Ref> grounds) {
        Set<Ref> withdrawn = revisions.of(ref.kind(), ref.id()).stream()
                .findFirst()
                .map(latest -> written.withdrawn(latest.number()))
                .orElseGet(LinkedHashSet::new);
        withdrawn.remove(ref);
        grounds.forEach(withdrawn::remove);
        Set<Rest> needs = rests.under(withdrawn);
        Set<Ref> standing = new LinkedHashSet<>(withdrawn);
        standing.addAll(grounds);
        standing.add(ref);
        boolean isMore = true;
        while (isMore) {
            isMore = standing.removeAll(needs.stream()
                    .filter(need -> !standing.contains(need.on()))
                    .map(Rest::record)
                    .toList());
        }
        withdrawn.retainAll(standing);
        return List.copyOf(withdrawn);
    }

    private Gathered gathered(List<Ref> refs) {
        Map<RecordKind, List<Long>> ids = refs.stream()
                .collect(Collectors.groupingBy(Ref::kind, Collectors.mapping(Ref::id, Collectors.toList())));
        List<Group> groups = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            List<Long> of = ids.getOrDefault(kind, List.of());
            if (!of.isEmpty()) {
                List<Long> first = of.subList(0, Math.min(NAMED, of.size()));
                Map<Long, Subject> subjects = revisions.subjects(kind, first);
                List<Item> named = first.stream()
                        .map(id -> Item.of(Objects.requireNonNull(subjects.get(id))))
                        .toList();
                groups.add(new Group(kind, of.size(), named));
            }
        }
        return new Gathered(refs, groups);
    }
}
