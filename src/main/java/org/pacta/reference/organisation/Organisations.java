package org.pacta.reference.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Organisations extends Repository<Organisation, Long> {

    Organisation save(Organisation organisation);

    Optional<Organisation> findById(Long id);

    List<Organisation> findByParent(Organisation parent);
}
