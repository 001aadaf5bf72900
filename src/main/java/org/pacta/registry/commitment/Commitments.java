package org.pacta.registry.commitment;

import java.util.List;
import org.pacta.reference.organisation.Organisation;
import org.springframework.data.repository.Repository;

interface Commitments extends Repository<Commitment, Long> {

    List<Commitment> findByOrganisation(Organisation organisation);
}
