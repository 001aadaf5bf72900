package org.pacta.registry.commitment;

import java.util.List;
import java.util.Optional;
import org.pacta.reference.organisation.Organisation;
import org.springframework.data.repository.Repository;

interface Commitments extends Repository<Commitment, Long> {

    Commitment save(Commitment commitment);

    Optional<Commitment> findById(Long id);

    List<Commitment> findByOrganisation(Organisation organisation);
}
