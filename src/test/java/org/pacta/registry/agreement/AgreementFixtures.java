package org.pacta.registry.agreement;

import jakarta.persistence.EntityManager;
import java.util.Set;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.organisation.OrganisationFixtures;
import org.pacta.reference.place.PlaceFixtures;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.reference.topic.FocusAreaFixtures;
import org.pacta.registry.council.Counting;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.MeetingFixtures;

/** Agreements for the tests of all features. */
public final class AgreementFixtures {

    private AgreementFixtures() {}

    public static Agreement crimsonLogicInShanghai(EntityManager entities) {
        Meeting meeting = MeetingFixtures.fifthInShanghai(entities);
        Agreement agreement = new Agreement(
                Agreement.Kind.MOU,
                new Name("Cross-border trade data", "跨境贸易数据"),
                Agreement.Status.SIGNED,
                Counting.NOT_STATED,
                Parties.ALL_PUBLISHED);
        agreement.signedAt(meeting, 1);
        agreement.signedOn(PartialDate.parse("2024-07"), PartialDate.Inferred.DATE);
        agreement
                .join(Signatory.Role.SIGNS, OrganisationFixtures.crimsonLogic(entities), "CrimsonLogic")
                .standFor(Set.of(PlaceFixtures.singapore(entities)));
        agreement
                .join(Signatory.Role.SIGNS, OrganisationFixtures.shanghaiDataGroup(entities), null)
                .standFor(Set.of(PlaceFixtures.singapore(entities), PlaceFixtures.shanghai(entities)));
        agreement.focusOn(Set.of(FocusAreaFixtures.digitalEconomy(entities)));
        agreement.cite(SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities), Citation.Passage.WHOLE);
        entities.persist(agreement);
        return agreement;
    }

    public static void revise(Agreement agreement, EntityManager entities) {
        agreement.rename(
                new Name("Cross-border trade data exchange", agreement.title().local()));
        agreement.signatories().get(1).standFor(Set.of(PlaceFixtures.shanghai(entities)));
    }
}
