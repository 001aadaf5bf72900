package org.pacta.desk.reversal;

import java.util.List;
import org.pacta.desk.reversal.Rests.Ref;
import org.pacta.desk.reversal.Reversal.AtWork;
import org.pacta.desk.reversal.Reversal.Item;
import org.pacta.platform.form.RecordKind;
import org.pacta.reader.revision.RevisionQueries.Subject;

/**
 * What withdrawing a record would do, or restoring it.
 *
 * @param bound records that follow it of necessity: those that rest on it are withdrawn with it, those that it rests on restored with it
 * @param along of a record that is restored, those withdrawn with it, which can be restored as well
 * @param drafts at work that change or name it
 */
record Withdrawal(Subject subject, int version, Gathered bound, Gathered along, List<AtWork> drafts) {

    /** Records by their kinds. */
    record Gathered(List<Ref> refs, List<Group> groups) {

        public int size() {
            return refs.size();
        }
    }

    /**
     * The records of one kind.
     *
     * @param named the first of them
     */
    record Group(RecordKind kind, int size, List<Item> named) {}

    public boolean isBack() {
        return subject.withdrawnOn() != null;
    }
}
