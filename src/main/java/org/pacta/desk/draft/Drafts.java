package org.pacta.desk.draft;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface Drafts extends Repository<Draft, Long> {

    Draft save(Draft draft);

    Optional<Draft> findById(Long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Draft> findAndLockById(Long id);
}
