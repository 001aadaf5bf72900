package org.pacta.registry.council;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.person.PersonFixtures;
import org.pacta.reference.place.PlaceFixtures;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.reference.topic.FocusAreaFixtures;

/** Councils for the tests of all features. */
public final class CouncilFixtures {

    private CouncilFixtures() {}

    public static Council shanghai(EntityManager entities) {
        Council council = new Council(
                "singapore-shanghai",
                "Singapore-Shanghai Comprehensive Cooperation Council",
                Council.Kind.COUNCIL,
                List.of(PlaceFixtures.singapore(entities), PlaceFixtures.shanghai(entities)));
        council.founded(PartialDate.parse("2019"));
        council.alsoKnownAs(List.of(new CouncilName(
                council, "Shanghai-Singapore Comprehensive Cooperation Council", CouncilName.Kind.ALIAS)));
        Pillar finance = new Pillar(council, "Financial cooperation", null, 1);
        finance.focusOn(Set.of(FocusAreaFixtures.finance(entities)));
        council.restOn(List.of(finance));
        CouncilRole chair =
                new CouncilRole(council, CouncilRole.Kind.CO_CHAIR, PersonFixtures.gongZheng(entities), null, 1);
        chair.serve("Mayor of Shanghai", PlaceFixtures.shanghai(entities), PartialDate.parse("2020/.."));
        council.appoint(List.of(chair));
        council.citedBy(List.of(new CouncilCitation(
                council, SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities), Citation.Passage.WHOLE)));
        entities.persist(council);
        return council;
    }

    /** Another council between the same places. */
    public static Council shanghai(EntityManager entities, String slug) {
        Council council = new Council(
                slug,
                "Council " + slug,
                Council.Kind.COUNCIL,
                List.of(PlaceFixtures.singapore(entities), PlaceFixtures.shanghai(entities)));
        entities.persist(council);
        return council;
    }

    public static Council smartCities() {
        return new Council(
                "smart-city-initiative",
                "China-Singapore (Shenzhen) Smart City Initiative",
                Council.Kind.INITIATIVE,
                List.of());
    }

    public static void revise(Council council, EntityManager entities) {
        council.rename(council.name().text(), "新加坡－上海全面合作理事会");
        council.countAsOne(new Council.OneSeries(
                Council.Measure.AGREEMENTS, Council.Measure.MOUS, "37 agreements and 15 MOUs make the 52 MOUs"));
        council.pillars().get(0).focusOn(Set.of(FocusAreaFixtures.digitalEconomy(entities)));
    }
}
