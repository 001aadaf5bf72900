package org.pacta.registry.meeting;

import jakarta.persistence.EntityManager;
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
        meeting.hold(
                PartialDate.parse("[2024-07-08..2024-07-12]"),
                PartialDate.Inferred.DATE,
                PlaceFixtures.shanghai(entities),
                Meeting.Mode.IN_PERSON);
        meeting.named(MeetingRole.Kind.CO_CHAIR, PersonFixtures.gongZheng(entities), null)
                .hold("Mayor of Shanghai", "上海市市长", PlaceFixtures.shanghai(entities));
        meeting.named(MeetingRole.Kind.SPEAKER, null, "a representative from the Chinese government");
        meeting.tookPart(OrganisationFixtures.crimsonLogic(entities), "CrimsonLogic");
        meeting.cite(
                SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities),
                new Citation.Passage(
                        "held_on", "this week", null, null, "convened in Shanghai this week", "first paragraph", null));
        entities.persist(meeting);
        return meeting;
    }

    public static Meeting planned(Council council, int ordinal) {
        return new Meeting(council, Meeting.Kind.SESSION, ordinal);
    }

    public static void revise(Meeting meeting) {
        meeting.hold(PartialDate.parse("2024-07-09"), null, meeting.place(), meeting.mode());
        meeting.roles().get(1).hold("Vice-minister", null, null);
    }
}
