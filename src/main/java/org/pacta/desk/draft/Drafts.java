package org.pacta.desk.draft;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Drafts extends Repository<Draft, Long> {

    Draft save(Draft draft);

    Optional<Draft> findById(Long id);
}
