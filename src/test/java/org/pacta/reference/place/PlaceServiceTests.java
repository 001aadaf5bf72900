package org.pacta.reference.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.test.Checked;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Json;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;

@DatabaseTest
class PlaceServiceTests {

    @Autowired
    private PlaceService places;

    @Autowired
    private EntityManager entities;

    @Autowired
    private Records records;

    @Autowired
    private Validator validator;

    private PlaceForm pudong;

    @BeforeEach
    void enterWhatItRefersTo() {
        pudong = new PlaceForm(
                "pudong",
                "Pudong",
                "浦东新区",
                Translated.ENGLISH,
                Place.Kind.DISTRICT,
                PlaceFixtures.shanghai(entities).getId(),
                "CN-PD",
                "East of the river",
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
        Long id = places.record(pudong);

        assertThat(reread(id)).isEqualTo(new Standing<>(id, 0, pudong));
    }

    @Test
    void isRevisedByWhoReadItLast() {
        Long id = places.record(pudong);
        int version = reread(id).version();
        PlaceForm wanted = new PlaceForm(
                "pudong-new-area", "Pudong New Area", null, null, Place.Kind.ZONE, null, null, null, null);

        places.revise(id, version, wanted);

        assertThat(reread(id).form()).isEqualTo(wanted);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> places.revise(id, version, pudong));
    }

    @Test
    void cannotLieInAPlaceWithinIt() {
        Long id = places.record(pudong);
        Long shanghai = pudong.parent();
        reread(id);
        PlaceForm inside = new PlaceForm("shanghai", "Shanghai", null, null, Place.Kind.CITY, id, null, null, null);

        assertThatExceptionOfType(BrokenRuleException.class)
                .isThrownBy(() -> places.revise(shanghai, 0, inside))
                .extracting(BrokenRuleException::rule)
                .isEqualTo("place_parent_ck");
    }

    @Test
    void isWithdrawnOnce() {
        Long id = places.record(pudong);

        places.withdraw(id, 0, "Entered twice");

        int version = reread(id).version();
        assertThatExceptionOfType(GoneException.class).isThrownBy(() -> places.revise(id, version, pudong));
    }

    @Test
    void hasItsAddressAlone() {
        places.record(pudong);
        places.record(pudong);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(records::flush)
                .withMessageContaining("place_slug_uk");
    }

    @Test
    void survivesBeingKeptInADraft() {
        assertThat(Json.thereAndBack(pudong)).isEqualTo(pudong);
        assertThat(Json.read("{}", PlaceForm.class).citations()).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        PlaceForm wrong = Json.read("""
                {"slug": "New Area", "name": "", "kind": "zone", "isoCode": "Pudong", "citations": [{"value": "9"}]}""", PlaceForm.class);

        assertThat(Checked.errors(wrong, wrong::check))
                .containsExactly("citations[0].field: Say which field this value is of.");
        assertThat(validator.validate(wrong))
                .extracting(ConstraintViolation::getMessage)
                .containsExactlyInAnyOrder(
                        "Use lower-case letters and digits, with single hyphens between them.",
                        "This is needed.",
                        "This is needed.",
                        "Give the ISO 3166 code, such as SG or CN-SH.");
    }

    private Standing<PlaceForm> reread(Long id) {
        entities.flush();
        entities.clear();
        return places.standing(id);
    }
}
