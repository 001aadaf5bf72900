package org.pacta.platform.history;

import org.hibernate.envers.RevisionListener;

/** Fills each new revision from the change the transaction was given. */
class RevisionWriter implements RevisionListener {

    @Override
    public void newRevision(Object revision) {
        ((Revision) revision).record(Change.current());
    }
}
