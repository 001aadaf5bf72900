package org.pacta.registry.figure;

import java.util.List;
import java.util.Optional;
import org.pacta.reference.organisation.Organisation;
import org.springframework.data.repository.Repository;

interface Indicators extends Repository<Indicator, Long> {

    Indicator save(Indicator indicator);

    Optional<Indicator> findById(Long id);

    List<Indicator> findByOrganisation(Organisation organisation);
}
