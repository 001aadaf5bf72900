package org.pacta.desk.draft;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface DraftLines extends Repository<DraftLine, Long> {

    DraftLine save(DraftLine line);

    void delete(DraftLine line);

    void flush();

    Optional<DraftLine> findById(Long id);

    List<DraftLine> findAllById(Iterable<Long> ids);

    /** Keeps what a reviewer has seen who returns a draft. */
    @Modifying(flushAutomatically = true)
    @NativeQuery("update draft_line set returned = case when state = 'entered' then typed end where draft_id = :draft")
    void keepReturned(long draft);
}
