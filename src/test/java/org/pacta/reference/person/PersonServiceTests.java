package org.pacta.reference.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.test.Checked;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Json;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

@DatabaseTest
class PersonServiceTests {

    @Autowired
    private PersonService people;

    @Autowired
    private EntityManager entities;

    private PersonForm gong;

    @BeforeEach
    void enterWhatItRefersTo() {
        gong = new PersonForm(
                "Gong Zheng",
                "龚正",
                Translated.ENGLISH,
                "Mayor since 2020",
                List.of(
                        new PersonForm.Name("Mayor Gong", PersonName.Kind.AS_PRINTED),
                        new PersonForm.Name("Kung Cheng", PersonName.Kind.ALIAS)),
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
        Long id = people.record(gong);

        assertThat(reread(id)).isEqualTo(new Standing<>(id, 0, gong));
    }

    @Test
    void changesItsNamesInPlace() {
        Long id = people.record(gong);
        int version = reread(id).version();
        Long alias = entities.find(Person.class, id).otherNames().get(1).getId();
        PersonForm wanted = new PersonForm(
                "Gong Zheng",
                null,
                null,
                null,
                List.of(new PersonForm.Name("Kung Cheng", PersonName.Kind.FORMER)),
                null);

        people.revise(id, version, wanted);

        assertThat(reread(id).form()).isEqualTo(wanted);
        assertThat(entities.find(Person.class, id).otherNames())
                .extracting(PersonName::getId)
                .containsExactly(alias);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> people.revise(id, version, gong));
    }

    @Test
    void isWithdrawnOnce() {
        Long id = people.record(gong);

        people.withdraw(id, 0, "Entered twice");

        int version = reread(id).version();
        assertThatExceptionOfType(GoneException.class).isThrownBy(() -> people.revise(id, version, gong));
    }

    @Test
    void survivesBeingKeptInADraft() {
        assertThat(Json.thereAndBack(gong)).isEqualTo(gong);
        assertThat(Json.read("{}", PersonForm.class).otherNames()).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        PersonForm wrong = Json.read("""
                {"otherNames": [{"name": "Mayor", "kind": "alias"}, {"name": "Mayor", "kind": "former"}]}""", PersonForm.class);

        assertThat(Checked.errors(wrong, wrong::check))
                .containsExactly("otherNames[1].name: The person has this name twice.");
    }

    private Standing<PersonForm> reread(Long id) {
        entities.flush();
        entities.clear();
        return people.standing(id);
    }
}
