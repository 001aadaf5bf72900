package org.pacta.reader.revision;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.reader.revision.RevisionQueries.Revision;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.pacta.registry.record.Comparison;
import org.pacta.registry.record.FormTexts;
import org.pacta.registry.record.FormWording;
import org.pacta.registry.record.FormWording.Said;
import org.pacta.registry.record.RecordForms;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads records as they stood, through their forms. The history of a withdrawn record is for staff. */
@Repository
@Transactional(readOnly = true)
class HistoryQueries {

    private final RevisionQueries revisions;
    private final RecordForms forms;
    private final FormTexts texts;
    private final FormWording wording;

    HistoryQueries(RevisionQueries revisions, RecordForms forms, FormTexts texts, FormWording wording) {
        this.revisions = revisions;
        this.forms = forms;
        this.texts = texts;
        this.wording = wording;
    }

    HistoryView.All all(Subject subject) {
        return new HistoryView.All(subject, open(subject));
    }

    HistoryView.AsOf asOf(Subject subject, long number) {
        List<Revision> all = open(subject);
        int at = at(all, number);
        return new HistoryView.AsOf(
                subject,
                all.get(at),
                at + 1 < all.size() ? all.get(at + 1) : null,
                at > 0 ? all.get(at - 1) : null,
                fields(subject, all.get(at)));
    }

    HistoryView.Between between(Subject subject, long before, long after) {
        List<Revision> all = open(subject);
        Revision from = all.get(at(all, before));
        Revision to = all.get(at(all, after));
        return new HistoryView.Between(subject, from, to, Comparison.of(fields(subject, from), fields(subject, to)));
    }

    private List<Revision> open(Subject subject) {
        if (subject.withdrawnOn() != null && SignedIn.now() == null) {
            throw new GoneException(subject.withdrawnOn(), String.valueOf(subject.withdrawalReason()));
        }
        return revisions.of(subject.kind(), subject.id());
    }

    /** Where the last revision up to this number is in the list. */
    private int at(List<Revision> all, long number) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).number() <= number)
                .filter(i -> revisions.exists(number))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("revision", number));
    }

    private List<Said> fields(Subject subject, Revision revision) {
        Map<String, String> typed = forms.asOf(subject.kind(), subject.id(), revision.number())
                .map(form -> texts.write(subject.kind(), form))
                .orElse(Map.of());
        return wording.say(subject.kind(), typed);
    }
}
