package org.pacta.registry.agreement;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.organisation.OrganisationFixtures;
import org.pacta.reference.place.PlaceFixtures;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.reference.topic.FocusAreaFixtures;
import org.pacta.registry.council.Council.Counting;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.MeetingFixtures;
import org.pacta.registry.meeting.Occasion;

/** Agreements for the tests of all features. */
public final class AgreementFixtures {

    private AgreementFixtures() {}

    public static Agreement crimsonLogicInShanghai(EntityManager entities) {
        Meeting meeting = MeetingFixtures.fifthInShanghai(entities);
        Agreement agreement = new Agreement(
                Agreement.Kind.MOU,
                new Name("Cross-border trade data", "跨境贸易数据"),
                AgreementStatus.SIGNED,
                Counting.NOT_STATED,
                Parties.ALL_PUBLISHED);
        agreement.signedAt(new Occasion(null, meeting), 1);
        agreement.signedOn(PartialDate.parse("2024-07"), PartialDate.Inferred.DATE);
        Signatory crimsonLogic =
                new Signatory(agreement, Signatory.Role.SIGNS, OrganisationFixtures.crimsonLogic(entities), null, 1);
        crimsonLogic.appear("CrimsonLogic", null);
        crimsonLogic.standFor(Set.of(PlaceFixtures.singapore(entities)));
        Signatory dataGroup = new Signatory(
                agreement, Signatory.Role.SIGNS, OrganisationFixtures.shanghaiDataGroup(entities), null, 2);
        dataGroup.standFor(Set.of(PlaceFixtures.singapore(entities), PlaceFixtures.shanghai(entities)));
        agreement.signedBy(Parties.ALL_PUBLISHED, List.of(crimsonLogic, dataGroup));
        agreement.focusOn(Set.of(FocusAreaFixtures.digitalEconomy(entities)));
        agreement.citedBy(List.of(new AgreementCitation(
                agreement, SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities), Citation.Passage.WHOLE)));
        entities.persist(agreement);
        return agreement;
    }

    /** One of no council and no meeting. */
    public static Agreement earlier(EntityManager entities) {
        Agreement agreement = new Agreement(
                Agreement.Kind.LETTER_OF_INTENT,
                new Name("Trade data", null),
                AgreementStatus.EXPIRED,
                Counting.NOT_STATED,
                Parties.NOT_PUBLISHED);
        entities.persist(agreement);
        return agreement;
    }

    public static void revise(Agreement agreement, EntityManager entities) {
        agreement.rename(
                new Name("Cross-border trade data exchange", agreement.title().local()));
        agreement.signatories().get(1).standFor(Set.of(PlaceFixtures.shanghai(entities)));
    }
}
