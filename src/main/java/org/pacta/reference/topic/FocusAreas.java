package org.pacta.reference.topic;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface FocusAreas extends Repository<FocusArea, Long> {

    FocusArea save(FocusArea focusArea);

    Optional<FocusArea> findById(Long id);
}
