package org.pacta.registry.meeting;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.organisation.OrganisationFixtures;
import org.pacta.reference.person.PersonFixtures;
import org.pacta.reference.place.PlaceFixtures;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.registry.council.Council;
import org.pacta.registry.council.CouncilFixtures;

/** Meetings for the tests of all features. */
public final class MeetingFixtures {

    private MeetingFixtures() {}

    public static Meeting fifthInShanghai(EntityManager entities) {
        Meeting meeting = new Meeting(CouncilFixtures.shanghai(entities), Meeting.Kind.SESSION, 5);
        meeting.schedule(Meeting.Status.HELD, PartialDate.parse("[2024-07-08..2024-07-12]"), PartialDate.Inferred.DATE);
        meeting.meetAt(PlaceFixtures.shanghai(entities), null, Meeting.Mode.IN_PERSON);
        MeetingRole chair =
                new MeetingRole(meeting, MeetingRole.Kind.CO_CHAIR, PersonFixtures.gongZheng(entities), null, 1);
        chair.hold("Mayor of Shanghai", "上海市市长", PlaceFixtures.shanghai(entities));
        meeting.named(List.of(
                chair,
                new MeetingRole(
                        meeting, MeetingRole.Kind.SPEAKER, null, "a representative from the Chinese government", 2)));
        meeting.tookPart(List.of(new MeetingOrganisation(
                meeting, OrganisationFixtures.crimsonLogic(entities), null, "CrimsonLogic", 1)));
        meeting.citedBy(List.of(new MeetingCitation(
                meeting,
                SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities),
                new Citation.Passage(
                        "held_on",
                        "this week",
                        null,
                        null,
                        "convened in Shanghai this week",
                        "first paragraph",
                        null))));
        entities.persist(meeting);
        return meeting;
    }

    public static Meeting planned(Council council, int ordinal) {
        return new Meeting(council, Meeting.Kind.SESSION, ordinal);
    }

    public static void revise(Meeting meeting) {
        meeting.schedule(Meeting.Status.HELD, PartialDate.parse("2024-07-09"), null);
        meeting.roles().get(1).hold("Vice-minister", null, null);
    }
}
