package org.pacta.platform.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.envers.AuditReaderFactory;
import org.jspecify.annotations.Nullable;
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

    /**
     * The record to be changed by somebody who read it at this version. Refuses with {@link GoneException} when it was withdrawn and with
     * {@link ObjectOptimisticLockingFailureException} when it was changed since.
     */
    public <T> T take(Class<T> type, Long id, int version, Function<T, @Nullable Withdrawal> withdrawal) {
        T record = get(type, id);
        Withdrawal withdrawn = withdrawal.apply(record);
        if (withdrawn != null) {
            throw new GoneException(withdrawn.on(), withdrawn.reason());
        }
        if (version(record) != version) {
            throw new ObjectOptimisticLockingFailureException(type, id);
        }
        return record;
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
