package org.pacta.reference.organisation;

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
import org.pacta.platform.shared.MovedException;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.reference.place.PlaceFixtures;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.test.Checked;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Json;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;

@DatabaseTest
class OrganisationServiceTests {

    @Autowired
    private OrganisationService organisations;

    @Autowired
    private EntityManager entities;

    @Autowired
    private Records records;

    private OrganisationForm crimsonLogic;

    @BeforeEach
    void enterWhatItRefersTo() {
        Long source = SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities).getId();
        crimsonLogic = new OrganisationForm(
                "CrimsonLogic Pte Ltd",
                "劲升逻辑",
                Translated.LOCAL,
                Organisation.Kind.COMPANY,
                PlaceFixtures.singapore(entities).getId(),
                OrganisationFixtures.shanghaiDataGroup(entities).getId(),
                true,
                "Also writes itself in one word",
                List.of(
                        new OrganisationForm.Name("CrimsonLogic", OrganisationName.Kind.ALIAS),
                        new OrganisationForm.Name("Crimson Logic", OrganisationName.Kind.AS_PRINTED)),
                List.of(new OrganisationForm.Identifier(OrganisationIdentifier.Scheme.UEN, "198800784N")),
                List.of(
                        new CitationForm(source, null, null, null, null, null, null, null),
                        new CitationForm(source, "name", "CrimsonLogic", null, null, "CrimsonLogic", "Annex A", null)));
    }

    @Test
    void isRecordedAsEntered() {
        Long id = organisations.record(crimsonLogic);

        assertThat(reread(id)).isEqualTo(new Standing<>(id, 0, crimsonLogic));
    }

    @Test
    void changesItsRowsInPlace() {
        Long id = organisations.record(crimsonLogic);
        Standing<OrganisationForm> before = reread(id);
        List<OrganisationName> names =
                List.copyOf(entities.find(Organisation.class, id).otherNames());
        List<OrganisationCitation> citations =
                List.copyOf(entities.find(Organisation.class, id).citations());
        OrganisationForm wanted = new OrganisationForm(
                "CrimsonLogic",
                null,
                null,
                Organisation.Kind.COMPANY,
                null,
                null,
                false,
                null,
                List.of(
                        new OrganisationForm.Name("Crimson Logic", OrganisationName.Kind.FORMER),
                        new OrganisationForm.Name("Singapore Network Services", OrganisationName.Kind.FORMER)),
                List.of(),
                crimsonLogic.citations().subList(1, 2));

        organisations.revise(id, before.version(), wanted);

        assertThat(reread(id).form()).isEqualTo(wanted);
        Organisation after = entities.find(Organisation.class, id);
        assertThat(after.otherNames().get(0).getId()).isEqualTo(names.get(1).getId());
        assertThat(after.citations())
                .singleElement()
                .extracting(OrganisationCitation::getId)
                .isEqualTo(citations.get(1).getId());
    }

    @Test
    void aChangeOfItsNamesAloneIsAChange() {
        Long id = organisations.record(crimsonLogic);
        assertThat(reread(id).version()).isZero();

        organisations.addName(id, "CL");

        assertThat(reread(id).version()).isPositive();
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> organisations.revise(id, 0, crimsonLogic));
    }

    @Test
    void keepsItsVersionWhenNothingDiffers() {
        Long id = organisations.record(crimsonLogic);

        organisations.revise(id, 0, reread(id).form());

        assertThat(reread(id).version()).isZero();
    }

    @Test
    void remembersANameOnceHoweverItIsSpelt() {
        Long id = organisations.record(crimsonLogic);

        organisations.addName(id, "CRIMSON–LOGIC");
        organisations.addName(id, "crimsonlogic pte. ltd.");
        assertThat(reread(id)).isEqualTo(new Standing<>(id, 0, crimsonLogic));

        organisations.addName(id, "GeTS");
        assertThat(reread(id).form().otherNames())
                .contains(new OrganisationForm.Name("GeTS", OrganisationName.Kind.AS_PRINTED))
                .hasSize(3);
    }

    @Test
    void isKnownByTheNamesOfWhatWasMergedIntoIt() {
        Long into = crimsonLogic.parent();
        Long from = organisations.record(Json.read("""
                {"name": "CrimsonLogic Pte Ltd", "localName": "劲升逻辑", "kind": "company",
                 "otherNames": [{"name": "Crimson Logic", "kind": "as_printed"}]}""", OrganisationForm.class));
        Long child = organisations.record(Json.read("""
                {"name": "A branch", "kind": "company", "parent": %d}""".formatted(from), OrganisationForm.class));
        reread(from);

        organisations.merge(from, into);

        assertThat(reread(into).form().otherNames())
                .containsExactly(
                        new OrganisationForm.Name("Crimson Logic", OrganisationName.Kind.AS_PRINTED),
                        new OrganisationForm.Name("CrimsonLogic Pte Ltd", OrganisationName.Kind.ALIAS),
                        new OrganisationForm.Name("劲升逻辑", OrganisationName.Kind.ALIAS));
        assertThat(reread(child).form().parent()).isEqualTo(into);
        int version = reread(from).version();
        assertThatExceptionOfType(MovedException.class)
                .isThrownBy(() -> organisations.revise(from, version, crimsonLogic))
                .withMessageContaining("/organisations/" + into);
        assertThatExceptionOfType(BrokenRuleException.class)
                .isThrownBy(() -> organisations.merge(into, from))
                .extracting(BrokenRuleException::rule)
                .isEqualTo("organisation_merged_into_ck");
    }

    @Test
    void isWithdrawnOnce() {
        Long id = organisations.record(crimsonLogic);

        organisations.withdraw(id, 0, "Entered twice");

        int version = reread(id).version();
        assertThatExceptionOfType(GoneException.class)
                .isThrownBy(() -> organisations.revise(id, version, crimsonLogic));
    }

    @Test
    void refersToWhatIsThere() {
        OrganisationForm elsewhere = Json.read("""
                {"name": "Nowhere Ltd", "kind": "company", "place": -7}""", OrganisationForm.class);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> organisations.record(elsewhere))
                .withMessage("No Place -7");
    }

    @Test
    void hasItsIdentifierAlone() {
        organisations.record(crimsonLogic);
        organisations.record(crimsonLogic);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(records::flush)
                .withMessageContaining("organisation_identifier_uk");
    }

    @Test
    void survivesBeingKeptInADraft() {
        assertThat(Json.thereAndBack(crimsonLogic)).isEqualTo(crimsonLogic);
        assertThat(Json.read("{}", OrganisationForm.class).otherNames()).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        OrganisationForm wrong = Json.read("""
                {"otherNames": [{"name": "SNS", "kind": "alias"}, {"name": "SNS", "kind": "acronym"}],
                 "identifiers": [{"scheme": "uen", "value": "1"}, {"scheme": "uen", "value": "1"}],
                 "citations": [{"source": 1, "value": "9"}]}""", OrganisationForm.class);

        assertThat(Checked.errors(wrong, wrong::check))
                .containsExactly(
                        "name: Give a name, in English or in the local language.",
                        "otherNames[1].name: The organisation has this name twice.",
                        "identifiers[1].value: An organisation already has this identifier.",
                        "citations[0].field: Say which field this value is of.");
    }

    private Standing<OrganisationForm> reread(Long id) {
        entities.flush();
        entities.clear();
        return organisations.standing(id);
    }
}
