package org.pacta.registry.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.organisation.OrganisationFixtures;
import org.pacta.reference.organisation.OrganisationService;
import org.pacta.reference.place.PlaceFixtures;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.registry.project.Project;
import org.pacta.registry.project.ProjectFixtures;
import org.pacta.test.Checked;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Json;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

@DatabaseTest
class IndicatorServiceTests {

    @Autowired
    private IndicatorService indicators;

    @Autowired
    private OrganisationService organisations;

    @Autowired
    private EntityManager entities;

    private IndicatorForm trade;

    @BeforeEach
    void enterWhatItRefersTo() {
        Project project = ProjectFixtures.tradeDataPilot(entities);
        trade = new IndicatorForm(
                "Trade in goods",
                "货物贸易",
                PlaceFixtures.singapore(entities).getId(),
                PlaceFixtures.shanghai(entities).getId(),
                OrganisationFixtures.crimsonLogic(entities).getId(),
                project.council().getId(),
                project.meeting().getId(),
                project.agreements().iterator().next().getId(),
                project.getId(),
                Indicator.Nature.FLOW,
                new BigDecimal("28.50"),
                "US$ billion",
                QuantityComparator.NEARLY,
                new BigDecimal("38.4"),
                "S$ billion",
                PartialDate.parse("2023"),
                "As printed",
                List.of(new CitationForm(
                        SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities)
                                .getId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    @Test
    void isRecordedAsEntered() {
        Long id = indicators.record(trade);

        assertThat(reread(id)).isEqualTo(new Standing<>(id, 0, trade));
    }

    @Test
    void isRevisedByWhoReadItLast() {
        Long id = indicators.record(trade);
        int version = reread(id).version();
        IndicatorForm wanted = Json.read("""
                {"localName": "贸易", "place": %d, "nature": "growth", "value": 8, "unit": "%%", "comparator": "about"}""".formatted(trade.place()), IndicatorForm.class);

        indicators.revise(id, version, wanted);

        assertThat(reread(id).form()).isEqualTo(wanted);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> indicators.revise(id, version, trade));
    }

    @Test
    void keepsItsVersionWhenNothingDiffers() {
        Long id = indicators.record(trade);

        indicators.revise(id, 0, reread(id).form());

        assertThat(reread(id).version()).isZero();
    }

    @Test
    void isWithdrawnOnce() {
        Long id = indicators.record(trade);

        indicators.withdraw(id, 0, "Entered twice");

        int version = reread(id).version();
        assertThatExceptionOfType(GoneException.class).isThrownBy(() -> indicators.revise(id, version, trade));
    }

    @Test
    void isAboutTheSurvivorOfAMerger() {
        Long id = indicators.record(trade);
        Long survivor = OrganisationFixtures.shanghaiDataGroup(entities).getId();
        reread(id);

        organisations.merge(trade.organisation(), survivor);

        assertThat(reread(id).form().organisation()).isEqualTo(survivor);
    }

    @Test
    void survivesBeingKeptInADraft() {
        assertThat(Json.thereAndBack(trade)).isEqualTo(trade);
        assertThat(Json.read("{}", IndicatorForm.class).citations()).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        IndicatorForm wrong = Json.read("{\"otherPlace\": 1, \"secondValue\": 8}", IndicatorForm.class);

        assertThat(Checked.errors(wrong, wrong::check))
                .containsExactly(
                        "name: Say what the number is, in English or in the local language.",
                        "place: Say what the number is about: a place, an organisation, a council, a meeting, an agreement"
                                + " or a project.",
                        "otherPlace: Name the first place of the pair too.",
                        "secondValue: The second number needs its unit, and the unit its number.");
    }

    private Standing<IndicatorForm> reread(Long id) {
        entities.flush();
        entities.clear();
        return indicators.standing(id);
    }
}
