package org.pacta.registry.commitment;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Commitments extends Repository<Commitment, Long> {

    Commitment save(Commitment commitment);

    Optional<Commitment> findById(Long id);
}
