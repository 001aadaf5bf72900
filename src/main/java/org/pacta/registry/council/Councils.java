package org.pacta.registry.council;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Councils extends Repository<Council, Long> {

    Council save(Council council);

    Optional<Council> findById(Long id);

    Optional<Council> findBySlug(String slug);
}
