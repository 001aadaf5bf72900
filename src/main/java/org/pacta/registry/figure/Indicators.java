package org.pacta.registry.figure;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Indicators extends Repository<Indicator, Long> {

    Indicator save(Indicator indicator);

    Optional<Indicator> findById(Long id);
}
