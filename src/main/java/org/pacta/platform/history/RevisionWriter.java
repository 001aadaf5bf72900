package org.pacta.platform.history;

import org.hibernate.envers.RevisionListener;
import org.springframework.context.ApplicationEventPublisher;

/** Fills each new revision from the change the transaction was given, and tells of it. */
class RevisionWriter implements RevisionListener {

    private final ApplicationEventPublisher events;

    RevisionWriter(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void newRevision(Object revision) {
        ((Revision) revision).record(Change.current());
        events.publishEvent(new Revised((Revision) revision));
    }
}
