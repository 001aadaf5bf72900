package org.pacta.desk.correction;

import java.util.Optional;
import org.pacta.desk.draft.Draft.State;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a published correction that is taken back: it is returned to its author, or another one begins that undoes it. */
@Service
@Transactional
public class CorrectionReturns {

    private final Corrections corrections;
    private final Reversals reversals;

    CorrectionReturns(Corrections corrections, Reversals reversals) {
        this.corrections = corrections;
        this.reversals = reversals;
    }

    /** Why a correction was made; {@code NotFoundException} where it is not published. */
    @Transactional(readOnly = true)
    public String publishedFor(long id) {
        return published(corrections.findById(id), id).reason();
    }

    /** Has everybody else wait until the transaction ends. */
    public void lock(long id) {
        published(corrections.findLockedById(id), id);
    }

    /** Returns a published correction that was taken back to its author. */
    public void retract(long id, String comment, SignedIn reviewer) {
        published(corrections.findLockedById(id), id).retract(reviewer.id(), comment);
    }

    /**
     * Begins the correction that takes another back.
     *
     * @return its number; nothing where none of what was changed stands any more
     */
    public Optional<Long> begin(long id, String reason, SignedIn person) {
        return reversals.begin(id, reason, person);
    }

    private static Correction published(Optional<Correction> found, long id) {
        return found.filter(each -> each.state() == State.PUBLISHED)
                .orElseThrow(() -> new NotFoundException("correction", id));
    }
}
