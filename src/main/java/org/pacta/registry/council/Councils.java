package org.pacta.registry.council;

import java.util.List;
import org.pacta.reference.organisation.Organisation;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Councils extends Repository<Council, Long> {

    @Query("select distinct r.council from CouncilRole r where r.organisation = :organisation")
    List<Council> findWithRole(Organisation organisation);
}
