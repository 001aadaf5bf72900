package org.pacta.platform.form;

import java.util.Optional;
import java.util.function.Function;
import org.pacta.platform.history.Recorded;
import org.pacta.platform.history.Records;
import org.springframework.transaction.annotation.Transactional;

/** What every kind of record offers to those who write it, by its form; each says what is its own in {@link #write}. */
@Transactional
public abstract class RecordService<R extends Recorded, F extends Form> {

    protected final Records records;
    private final Class<R> type;
    private final Function<F, R> first;
    private final Function<R, F> form;

    /**
     * @param first makes a new record, with what it cannot be without
     * @param form tells all that was entered of a record
     */
    protected RecordService(Class<R> type, Function<F, R> first, Function<R, F> form, Records records) {
        this.type = type;
        this.first = first;
        this.form = form;
        this.records = records;
    }

    /**
     * A record as it stands.
     *
     * @param version to be given back with a change
     */
    public record Standing<F extends Form>(Long id, int version, F form) {}

    /** Writes a new record and answers its number. */
    public Long record(F form) {
        R record = first.apply(form);
        write(record, form);
        return records.add(record).getId();
    }

    /**
     * Changes a record that stands at this version. Refuses with {@code GoneException} when it was withdrawn and with
     * {@code ObjectOptimisticLockingFailureException} when it was changed since.
     */
    public void revise(Long id, int version, F form) {
        R record = take(id, version);
        if (!form.equals(this.form.apply(record))) {
            records.touch(record);
            write(record, form);
        }
    }

    /** Takes a record back that stands at this version; refuses as {@link #revise} does. */
    public void withdraw(Long id, int version, String reason) {
        records.withdraw(take(id, version), reason);
    }

    /** Has a record stand again that was taken back and is at this version since. */
    public void restore(Long id, int version) {
        records.restore(type, id, version);
    }

    /** The record as it stands, to be revised; {@code NotFoundException} when there is none. */
    @Transactional(readOnly = true)
    public Standing<F> standing(Long id) {
        R record = records.get(type, id);
        return new Standing<>(id, records.version(record), form.apply(record));
    }

    /** The record as it stood after a revision; nothing when there was none yet. */
    @Transactional(readOnly = true)
    public Optional<F> asOf(Long id, long revision) {
        return records.asOf(type, id, revision).map(form);
    }

    /** The record to be changed, when it stands at this version. */
    protected R take(Long id, int version) {
        return records.take(type, id, version);
    }

    /** Has the record take over what the form says. */
    protected abstract void write(R record, F form);
}
