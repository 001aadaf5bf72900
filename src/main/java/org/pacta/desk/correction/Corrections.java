package org.pacta.desk.correction;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** All corrections. */
interface Corrections extends Repository<Correction, Long> {

    Correction save(Correction correction);

    Optional<Correction> findById(Long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Correction> findLockedById(Long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Correction> findAndLockByEntry(String entry);

    void flush();
}
