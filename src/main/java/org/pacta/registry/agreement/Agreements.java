package org.pacta.registry.agreement;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Agreements extends Repository<Agreement, Long> {

    Agreement save(Agreement agreement);

    Optional<Agreement> findById(Long id);
}
