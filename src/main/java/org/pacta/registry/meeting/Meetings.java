package org.pacta.registry.meeting;

import java.util.List;
import java.util.Optional;
import org.pacta.reference.organisation.Organisation;
import org.pacta.registry.council.Council;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Meetings extends Repository<Meeting, Long> {

    Optional<Meeting> findByCouncilAndOrdinal(Council council, Integer ordinal);

    @Query("select o.meeting from MeetingOrganisation o where o.organisation = :organisation")
    List<Meeting> findWithOrganisation(Organisation organisation);
}
