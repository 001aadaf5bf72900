package org.pacta.registry.meeting;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Meetings extends Repository<Meeting, Long> {

    Meeting save(Meeting meeting);

    Optional<Meeting> findById(Long id);

    Optional<Meeting> findByCouncilSlugAndOrdinal(String council, Integer ordinal);
}
