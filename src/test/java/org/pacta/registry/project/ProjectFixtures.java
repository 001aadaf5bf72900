package org.pacta.registry.project;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.place.PlaceFixtures;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.reference.topic.FocusAreaFixtures;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.agreement.AgreementFixtures;
import org.pacta.registry.agreement.Parties;
import org.pacta.registry.council.Council.Counting;
import org.pacta.registry.meeting.Occasion;

/** Projects for the tests of all features. */
public final class ProjectFixtures {

    private ProjectFixtures() {}

    public static Project tradeDataPilot(EntityManager entities) {
        Agreement agreement = AgreementFixtures.crimsonLogicInShanghai(entities);
        Project project = new Project(
                new Name("Trade data pilot", null), ProjectStatus.LAUNCHED, Counting.IN_COUNT, Parties.SOME_PUBLISHED);
        project.launchedAt(new Occasion(null, agreement.meeting()), 1);
        project.launchedOn(PartialDate.parse("2024-41"), null);
        Participant crimsonLogic =
                new Participant(project, agreement.signatories().get(0).organisation(), "CrimsonLogic", 1);
        crimsonLogic.standFor(Set.of(PlaceFixtures.singapore(entities)));
        project.joinedBy(Parties.SOME_PUBLISHED, List.of(crimsonLogic));
        project.followFrom(Set.of(agreement));
        project.focusOn(Set.of(FocusAreaFixtures.digitalEconomy(entities)));
        project.citedBy(List.of(new ProjectCitation(
                project, SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities), Citation.Passage.WHOLE)));
        entities.persist(project);
        return project;
    }

    public static void revise(Project project) {
        project.rename(new Name("Trade data exchange pilot", "贸易数据试点"));
        project.participants().get(0).standFor(Set.of());
    }
}
