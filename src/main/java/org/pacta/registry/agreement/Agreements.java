package org.pacta.registry.agreement;

import java.util.List;
import org.pacta.reference.organisation.Organisation;
import org.pacta.registry.meeting.Meeting;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Agreements extends Repository<Agreement, Long> {

    @Query("select distinct s.agreement from Signatory s where s.organisation = :organisation")
    List<Agreement> findWithSignatory(Organisation organisation);

    @Query("select coalesce(max(position), 0) + 1 from Agreement where meeting = :meeting")
    int nextPosition(Meeting meeting);
}
