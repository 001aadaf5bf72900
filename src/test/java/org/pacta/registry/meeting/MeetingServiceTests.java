package org.pacta.registry.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.organisation.OrganisationFixtures;
import org.pacta.reference.person.PersonFixtures;
import org.pacta.reference.place.PlaceFixtures;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.test.Checked;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Json;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;

@DatabaseTest
class MeetingServiceTests {

    @Autowired
    private MeetingService meetings;

    @Autowired
    private EntityManager entities;

    @Autowired
    private Records records;

    private MeetingForm fifth;

    @BeforeEach
    void enterWhatItRefersTo() {
        Long shanghai = PlaceFixtures.shanghai(entities).getId();
        fifth = new MeetingForm(
                CouncilFixtures.shanghai(entities).getId(),
                Meeting.Kind.SESSION,
                5,
                Meeting.Status.HELD,
                PartialDate.parse("[2024-07-08..2024-07-12]"),
                PartialDate.Inferred.DATE,
                shanghai,
                shanghai,
                "Xijiao State Guest House",
                Meeting.Mode.IN_PERSON,
                true,
                "Fifteen MOUs were signed.",
                "签署了15份谅解备忘录。",
                Translated.LOCAL,
                "The day is not published",
                List.of(
                        new MeetingForm.Role(
                                MeetingRole.Kind.CO_CHAIR,
                                PersonFixtures.gongZheng(entities).getId(),
                                null,
                                "Mayor of Shanghai",
                                "上海市市长",
                                shanghai,
                                "in his first term"),
                        new MeetingForm.Role(
                                MeetingRole.Kind.SPEAKER, null, "a representative", null, null, null, null)),
                List.of(
                        new MeetingForm.Organisation(
                                OrganisationFixtures.crimsonLogic(entities).getId(), null, "CrimsonLogic"),
                        new MeetingForm.Organisation(
                                OrganisationFixtures.shanghaiDataGroup(entities).getId(), shanghai, "Data Group")),
                List.of(new CitationForm(
                        SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities)
                                .getId(),
                        "held_on",
                        "this week",
                        null,
                        null,
                        "convened in Shanghai this week",
                        "first paragraph",
                        null)));
    }

    @Test
    void isRecordedAsEntered() {
        Long id = meetings.record(fifth);

        assertThat(reread(id)).isEqualTo(new Standing<>(id, 0, fifth));
    }

    @Test
    void changesItsRowsInPlace() {
        Long id = meetings.record(fifth);
        int version = reread(id).version();
        Meeting before = entities.find(Meeting.class, id);
        List<Long> roles = before.roles().stream().map(MeetingRole::getId).toList();
        List<Long> organisations =
                before.organisations().stream().map(MeetingOrganisation::getId).toList();
        MeetingForm wanted = with(
                fifth,
                List.of(
                        new MeetingForm.Role(MeetingRole.Kind.WITNESS, null, "a vice-minister", null, null, null, null),
                        fifth.roles().get(1),
                        new MeetingForm.Role(
                                MeetingRole.Kind.CO_CHAIR,
                                fifth.roles().get(0).person(),
                                "Mayor Gong",
                                null,
                                null,
                                null,
                                null)),
                List.of(fifth.organisations().get(1), fifth.organisations().get(0)));

        meetings.revise(id, version, wanted);

        assertThat(reread(id).form()).isEqualTo(wanted);
        Meeting after = entities.find(Meeting.class, id);
        assertThat(after.roles().subList(1, 3))
                .extracting(MeetingRole::getId)
                .containsExactly(roles.get(1), roles.get(0));
        assertThat(after.organisations())
                .extracting(MeetingOrganisation::getId)
                .containsExactly(organisations.get(1), organisations.get(0));
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> meetings.revise(id, version, fifth));
    }

    @Test
    void keepsItsVersionWhenNothingDiffers() {
        Long id = meetings.record(fifth);

        meetings.revise(id, 0, reread(id).form());

        assertThat(reread(id).version()).isZero();
    }

    @Test
    void isWithdrawnOnce() {
        Long id = meetings.record(fifth);

        meetings.withdraw(id, 0, "Entered twice");

        int version = reread(id).version();
        assertThatExceptionOfType(GoneException.class).isThrownBy(() -> meetings.revise(id, version, fifth));
    }

    @Test
    void hasItsOrdinalAlone() {
        meetings.record(fifth);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> {
                    meetings.record(fifth);
                    records.flush();
                })
                .withMessageContaining("meeting_ordinal_uk");
    }

    @Test
    void refersToWhatIsThere() {
        MeetingForm nowhere = Json.read("""
                {"council": -7, "kind": "session", "status": "planned"}""", MeetingForm.class);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> meetings.record(nowhere))
                .withMessage("No Council -7");
    }

    @Test
    void survivesBeingKeptInADraft() {
        assertThat(Json.thereAndBack(fifth)).isEqualTo(fifth);
        assertThat(Json.read("{}", MeetingForm.class))
                .matches(MeetingForm::outcomesCount)
                .matches(blank -> blank.roles().isEmpty());
    }

    @Test
    void saysWhatIsWrong() {
        MeetingForm wrong = Json.read("""
                {"roles": [{"role": "speaker"}],
                 "organisations": [{"organisation": 1, "asPrinted": "A"}, {"organisation": 1, "asPrinted": "B"}]}""", MeetingForm.class);

        assertThat(Checked.errors(wrong, wrong::check))
                .containsExactly(
                        "roles[0].person: Name the person, or give the words printed in the source.",
                        "organisations[1].organisation: This organisation is named twice.");
    }

    private Standing<MeetingForm> reread(Long id) {
        entities.flush();
        entities.clear();
        return meetings.standing(id);
    }

    private static MeetingForm with(
            MeetingForm form, List<MeetingForm.Role> roles, List<MeetingForm.Organisation> organisations) {
        return new MeetingForm(
                form.council(),
                form.kind(),
                6,
                Meeting.Status.PLANNED,
                null,
                null,
                null,
                form.place(),
                null,
                null,
                false,
                null,
                form.localSummary(),
                null,
                null,
                roles,
                organisations,
                List.of());
    }
}
