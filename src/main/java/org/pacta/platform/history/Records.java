package org.pacta.platform.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.envers.AuditReaderFactory;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Recorded.Withdrawal;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** The records a change is made to and those it refers to, by their numbers. */
@Repository
public class Records {

    private final EntityManager entities;

    Records(EntityManager entities) {
        this.entities = entities;
    }

    /** The record of this number; {@link NotFoundException} when there is none. */
    public <T> T get(Class<T> type, Long id) {
        T found = entities.find(type, id);
        if (found == null) {
            throw new NotFoundException(type.getSimpleName(), id);
        }
        return found;
    }

    /** The record referred to, where one is. */
    public <T> @Nullable T find(Class<T> type, @Nullable Long id) {
        return id == null ? null : get(type, id);
    }

    /** The records of these numbers. */
    public <T> Set<T> all(Class<T> type, Collection<Long> ids) {
        Set<T> found = new LinkedHashSet<>();
        ids.forEach(id -> found.add(get(type, id)));
        return found;
    }

    /** Takes in a new record, which has its number from now on. */
    public <T extends Recorded> T add(T record) {
        entities.persist(record);
        return record;
    }

    /**
     * The record to be changed by somebody who read it at this version. Refuses with {@link GoneException} when it was withdrawn and with
     * {@link ObjectOptimisticLockingFailureException} when it was changed since.
     */
    public <T extends Recorded> T take(Class<T> type, Long id, int version) {
        T record = get(type, id);
        Withdrawal withdrawn = record.withdrawal();
        if (withdrawn != null) {
            throw new GoneException(withdrawn.on(), withdrawn.reason());
        }
        if (version(record) != version) {
            throw new ObjectOptimisticLockingFailureException(type, id);
        }
        return record;
    }

    /** Takes a record back, and keeps why. */
    public void withdraw(Recorded record, String reason) {
        // A record that another named may be a stand-in here, which passes on what its own package asks and no more.
        ((Recorded) Hibernate.unproxy(record)).withdraw(reason);
    }

    /**
     * Has a record stand again that was taken back. Refuses with {@link ObjectOptimisticLockingFailureException} when it stands, or was changed
     * since it was at this version.
     */
    public void restore(Class<? extends Recorded> type, Long id, int version) {
        Recorded record = (Recorded) Hibernate.unproxy(get(type, id));
        if (record.withdrawal() == null || version(record) != version) {
            throw new ObjectOptimisticLockingFailureException(type, id);
        }
        record.restore();
    }

    /** Counts the record's version on, since a change of its rows alone would not, and makes others who change it wait. */
    public void touch(Object record) {
        entities.flush();
        entities.lock(record, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** The record as it stood after a revision; nothing when there was none. It is for reading only. */
    public <T> Optional<T> asOf(Class<T> type, Long id, long revision) {
        return revision < 1
                ? Optional.empty()
                : Optional.ofNullable(AuditReaderFactory.get(entities).find(type, id, revision));
    }

    /** Sends what was changed so far to the database, which says no by the name of the constraint that is broken. */
    public void flush() {
        entities.flush();
    }

    /** The version of a record, to be given back with the change. */
    public int version(Object record) {
        return (Integer)
                entities.getEntityManagerFactory().getPersistenceUnitUtil().getVersion(record);
    }
}
