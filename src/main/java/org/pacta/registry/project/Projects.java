package org.pacta.registry.project;

import java.util.List;
import org.pacta.reference.organisation.Organisation;
import org.pacta.registry.meeting.Meeting;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Projects extends Repository<Project, Long> {

    @Query("select p.project from Participant p where p.organisation = :organisation")
    List<Project> findWithParticipant(Organisation organisation);

    @Query("select coalesce(max(position), 0) + 1 from Project where meeting = :meeting")
    int nextPosition(Meeting meeting);
}
