package org.pacta.registry.meeting;

import java.util.List;
import java.util.Optional;
import org.pacta.reference.organisation.Organisation;
import org.pacta.registry.council.Council;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Meetings extends Repository<Meeting, Long> {

    Meeting save(Meeting meeting);

    Optional<Meeting> findById(Long id);

    Optional<Meeting> findByCouncilAndOrdinal(Council council, Integer ordinal);

    Optional<Meeting> findByCouncilSlugAndOrdinal(String council, Integer ordinal);

    @Query("select o.meeting from MeetingOrganisation o where o.organisation = :organisation")
    List<Meeting> findWithOrganisation(Organisation organisation);
}
