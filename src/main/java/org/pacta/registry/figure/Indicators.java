package org.pacta.registry.figure;

import java.util.List;
import org.pacta.reference.organisation.Organisation;
import org.springframework.data.repository.Repository;

interface Indicators extends Repository<Indicator, Long> {

    List<Indicator> findByOrganisation(Organisation organisation);
}
