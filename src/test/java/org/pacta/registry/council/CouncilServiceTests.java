package org.pacta.registry.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.organisation.OrganisationFixtures;
import org.pacta.reference.organisation.OrganisationService;
import org.pacta.reference.person.PersonFixtures;
import org.pacta.reference.place.PlaceFixtures;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.reference.topic.FocusAreaFixtures;
import org.pacta.test.Checked;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Json;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class CouncilServiceTests {

    @Autowired
    private CouncilService councils;

    @Autowired
    private OrganisationService organisations;

    @Autowired
    private EntityManager entities;

    @Autowired
    private Records records;

    @Autowired
    private JdbcClient jdbc;

    private CouncilForm shanghai;

    @BeforeEach
    void enterWhatItRefersTo() {
        Long place = PlaceFixtures.shanghai(entities).getId();
        shanghai = new CouncilForm(
                "singapore-shanghai",
                "Singapore-Shanghai Comprehensive Cooperation Council",
                "上海市—新加坡全面合作理事会",
                Translated.ENGLISH,
                "SSCCC",
                Council.Kind.COUNCIL,
                CouncilFixtures.shanghai(entities, "joint").getId(),
                true,
                PartialDate.parse("2019-04"),
                "Meets every year.",
                "每年召开。",
                Translated.LOCAL,
                "Founded in Beijing",
                new CouncilForm.OneSeries(Council.Measure.AGREEMENTS, Council.Measure.MOUS, "37 and 15 make 52"),
                List.of(new CouncilForm.Name("Shanghai-Singapore Council", CouncilName.Kind.ALIAS)),
                List.of(PlaceFixtures.singapore(entities).getId(), place),
                List.of(
                        new CouncilForm.Pillar(
                                "Finance",
                                "金融",
                                List.of(FocusAreaFixtures.finance(entities).getId())),
                        new CouncilForm.Pillar("Culture", null, List.of())),
                List.of(
                        new CouncilForm.Role(
                                CouncilRole.Kind.CO_CHAIR,
                                PersonFixtures.gongZheng(entities).getId(),
                                null,
                                "Mayor of Shanghai",
                                place,
                                PartialDate.parse("2020/..")),
                        new CouncilForm.Role(
                                CouncilRole.Kind.SECRETARIAT,
                                null,
                                OrganisationFixtures.crimsonLogic(entities).getId(),
                                null,
                                null,
                                null)),
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
        Long id = councils.record(shanghai);

        assertThat(reread(id)).isEqualTo(new Standing<>(id, 0, shanghai));
    }

    @Test
    void changesItsRowsInPlace() {
        Long id = councils.record(shanghai);
        int version = reread(id).version();
        List<Long> before = rows(id);
        CouncilForm wanted = new CouncilForm(
                "shanghai-singapore",
                "Shanghai-Singapore Council",
                null,
                null,
                null,
                Council.Kind.INITIATIVE,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new CouncilForm.Name("Shanghai-Singapore Council", CouncilName.Kind.FORMER)),
                List.of(shanghai.sides().get(1), shanghai.sides().get(0)),
                List.of(shanghai.pillars().get(1), new CouncilForm.Pillar("Finance", null, List.of())),
                List.of(shanghai.roles().get(1), shanghai.roles().get(0)),
                List.of());

        councils.revise(id, version, wanted);

        assertThat(reread(id).form()).isEqualTo(wanted);
        assertThat(rows(id)).containsExactlyInAnyOrderElementsOf(before);
        jdbc.sql("set constraints all immediate").update();
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> councils.revise(id, version, shanghai));
    }

    @Test
    void keepsItsVersionWhenNothingDiffers() {
        Long id = councils.record(shanghai);

        councils.revise(id, 0, reread(id).form());

        assertThat(reread(id).version()).isZero();
    }

    @Test
    void cannotStandUnderABodyBelowIt() {
        Long id = councils.record(shanghai);
        reread(id);
        CouncilForm below = Json.read("""
                {"slug": "joint", "name": "Joint Council", "kind": "council", "parent": %d}""".formatted(id), CouncilForm.class);

        assertThatExceptionOfType(BrokenRuleException.class)
                .isThrownBy(() -> councils.revise(shanghai.parent(), 0, below))
                .extracting(BrokenRuleException::rule)
                .isEqualTo("council_parent_ck");
    }

    @Test
    void isWithdrawnOnce() {
        Long id = councils.record(shanghai);

        councils.withdraw(id, 0, "Entered twice");

        int version = reread(id).version();
        assertThatExceptionOfType(GoneException.class).isThrownBy(() -> councils.revise(id, version, shanghai));
    }

    @Test
    void isServedByTheSurvivorOfAMerger() {
        Long id = councils.record(shanghai);
        Long survivor = OrganisationFixtures.shanghaiDataGroup(entities).getId();
        reread(id);

        organisations.merge(shanghai.roles().get(1).organisation(), survivor);

        assertThat(reread(id).form().roles().get(1).organisation()).isEqualTo(survivor);
    }

    @Test
    void hasItsAddressAlone() {
        councils.record(shanghai);
        councils.record(shanghai);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(records::flush)
                .withMessageContaining("council_slug_uk");
    }

    @Test
    void survivesBeingKeptInADraft() {
        assertThat(Json.thereAndBack(shanghai)).isEqualTo(shanghai);
        assertThat(Json.write(shanghai)).contains("\"word\":\"agreements\"");
        assertThat(Json.read("{\"oneSeries\": {}}", CouncilForm.class).oneSeries())
                .isNull();
    }

    @Test
    void saysWhatIsWrong() {
        CouncilForm wrong = Json.read("""
                {"countsTowardsParent": true, "oneSeries": {"word": "mous", "measure": "mous", "reason": "The same"},
                 "otherNames": [{"name": "A", "kind": "alias"}, {"name": "A", "kind": "alias"}], "sides": [1, 1],
                 "pillars": [{"name": "Finance"}, {"name": "Finance"}], "roles": [{"role": "adviser"}]}""", CouncilForm.class);

        assertThat(Checked.errors(wrong, wrong::check))
                .containsExactly(
                        "countsTowardsParent: Say which council it stands under, if it counts towards that.",
                        "oneSeries: Name two different words and say why they count as one.",
                        "otherNames[1].name: The council has this name twice.",
                        "sides[1]: This place is named twice.",
                        "pillars[1].name: The council has this pillar twice.",
                        "roles[0].person: Name either a person or an organisation.");
    }

    private Standing<CouncilForm> reread(Long id) {
        entities.flush();
        entities.clear();
        return councils.standing(id);
    }

    private List<Long> rows(Long council) {
        return jdbc.sql("""
                        select id from council_name where council_id = :id union all select id from council_side where council_id = :id
                        union all select id from pillar where council_id = :id union all
                        select id from council_role where council_id = :id""").param("id", council).query(Long.class).list();
    }
}
