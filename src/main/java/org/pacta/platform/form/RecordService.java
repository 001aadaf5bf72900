package org.pacta.platform.form;

import java.util.Optional;

/** What every kind of record offers to those who write it, by its form. */
public interface RecordService<F extends Form> {

    /** Writes a new record and answers its number. */
    Long record(F form);

    /**
     * Changes a record that stands at this version. Refuses with {@code GoneException} when it was withdrawn and with
     * {@code ObjectOptimisticLockingFailureException} when it was changed since.
     */
    void revise(Long id, int version, F form);

    /** Takes a record back that stands at this version; refuses as {@link #revise} does. */
    void withdraw(Long id, int version, String reason);

    /** The record as it stands, to be revised; {@code NotFoundException} when there is none. */
    Standing<F> standing(Long id);

    /** The record as it stood after a revision; nothing when there was none yet. */
    Optional<F> asOf(Long id, long revision);
}
