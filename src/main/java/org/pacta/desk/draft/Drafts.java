package org.pacta.desk.draft;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/**
 * All drafts. A lock lasts as long as the transaction. Those who type share a draft, so that nobody ends it meanwhile; whoever locks it has it
 * alone; and of those on trial, who see what publishing would do, there is one at a time, beside those who share it.
 */
interface Drafts extends Repository<Draft, Long> {

    Draft save(Draft draft);

    Optional<Draft> findById(Long id);

    @NativeQuery("select * from draft where id = :id for key share")
    Optional<Draft> findSharedById(Long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Draft> findForTrialById(Long id);

    @NativeQuery("select * from draft where id = :id for update")
    Optional<Draft> findLockedById(Long id);

    /** Remembers who types in a draft. */
    @Modifying
    @NativeQuery("""
            insert into draft_writer (draft_id, account_id, since) values (:draft, :person, now()) on conflict do nothing
            """)
    void note(long draft, long person);

    /** Notes that it changed. Whoever has the row at this moment says so too; waiting for them would have those who type wait for one another. */
    @Modifying(flushAutomatically = true)
    @NativeQuery("update draft set changed_at = now()"
            + " where id in (select id from draft where id = :id for no key update skip locked)")
    void touch(long id);
}
