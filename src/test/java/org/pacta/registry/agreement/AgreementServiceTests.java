package org.pacta.registry.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.organisation.OrganisationFixtures;
import org.pacta.reference.organisation.OrganisationService;
import org.pacta.reference.person.PersonFixtures;
import org.pacta.reference.place.PlaceFixtures;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.reference.topic.FocusAreaFixtures;
import org.pacta.registry.council.Council;
import org.pacta.registry.council.Council.Counting;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.MeetingFixtures;
import org.pacta.test.Checked;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Json;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@DatabaseTest
class AgreementServiceTests {

    @Autowired
    private AgreementService agreements;

    @Autowired
    private OrganisationService organisations;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    private Meeting meeting;
    private AgreementForm.Signatory crimsonLogic;
    private AgreementForm.Signatory dataGroup;
    private AgreementForm.Signatory mayor;
    private AgreementForm tradeData;

    @BeforeEach
    void enterWhatItRefersTo() {
        meeting = MeetingFixtures.fifthInShanghai(entities);
        Long singapore = PlaceFixtures.singapore(entities).getId();
        Long shanghai = PlaceFixtures.shanghai(entities).getId();
        crimsonLogic = new AgreementForm.Signatory(
                Signatory.Role.SIGNS,
                OrganisationFixtures.crimsonLogic(entities).getId(),
                "Crimson Logic",
                List.of(singapore),
                PersonFixtures.gongZheng(entities).getId(),
                "Chief Executive");
        dataGroup = new AgreementForm.Signatory(
                Signatory.Role.SIGNS,
                OrganisationFixtures.shanghaiDataGroup(entities).getId(),
                null,
                List.of(Math.min(singapore, shanghai), Math.max(singapore, shanghai)),
                null,
                null);
        mayor = new AgreementForm.Signatory(
                Signatory.Role.WITNESSES, null, null, List.of(), crimsonLogic.person(), "Mayor");
        Agreement earlier = AgreementFixtures.earlier(entities);
        tradeData = new AgreementForm(
                Agreement.Kind.MOU,
                "Memorandum of Understanding",
                "Cross-border trade data",
                "跨境贸易数据",
                null,
                "To exchange trade data.",
                "交换贸易数据。",
                Translated.LOCAL,
                meeting.council().getId(),
                meeting.getId(),
                3,
                PartialDate.parse("2024-07"),
                PartialDate.Inferred.DATE,
                "Shanghai",
                "Treaty series 2024, no. 17",
                "Law 12 of 2024",
                "English and Chinese",
                PartialDate.parse("2024-08"),
                null,
                "P5Y",
                false,
                Term.Renewal.BY_AGREEMENT,
                "P6M",
                AgreementStatus.SIGNED,
                Counting.IN_COUNT,
                "One of the fifteen",
                Parties.SOME_PUBLISHED,
                CouncilFixtures.shanghai(entities, "founded-here").getId(),
                "Named in the annex",
                List.of(crimsonLogic, dataGroup, mayor),
                List.of(),
                List.of(new AgreementForm.Relation(earlier.getId(), AgreementRelation.Kind.RENEWS)),
                List.of(FocusAreaFixtures.digitalEconomy(entities).getId()),
                List.of(new CitationForm(
                        SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities)
                                .getId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        "Annex A, row 3",
                        null)));
    }

    @Test
    void isRecordedAsEntered() {
        Long id = agreements.record(tradeData);

        assertThat(reread(id)).isEqualTo(new Standing<>(id, 0, tradeData));
        assertThat(jdbc.sql("select kind_as_printed from agreement where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("Memorandum of Understanding");
    }

    @Test
    void changesItsRowsInPlace() {
        Long id = agreements.record(tradeData);
        int version = reread(id).version();
        List<Long> before = signatories(id);
        AgreementForm.Signatory printed = new AgreementForm.Signatory(
                Signatory.Role.SIGNS, dataGroup.organisation(), "Data Group", List.of(), null, null);
        AgreementForm.Signatory witness = new AgreementForm.Signatory(
                Signatory.Role.WITNESSES, dataGroup.organisation(), null, List.of(), null, null);
        AgreementForm wanted = with(tradeData, List.of(mayor, printed, witness));

        agreements.revise(id, version, wanted);

        assertThat(reread(id).form()).isEqualTo(wanted);
        assertThat(signatories(id).subList(0, 2)).containsExactly(before.get(2), before.get(1));
        checkTheConstraintsThatWaitForTheCommit();
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> agreements.revise(id, version, tradeData));
    }

    @Test
    void aChangeOfSignatoriesAloneIsAChange() {
        Long id = agreements.record(tradeData);
        int version = reread(id).version();

        agreements.revise(id, version, with(tradeData, List.of(crimsonLogic, dataGroup)));

        assertThat(reread(id).version()).isGreaterThan(version);
    }

    @Test
    void keepsItsVersionWhenNothingDiffers() {
        Long id = agreements.record(tradeData);

        agreements.revise(id, 0, reread(id).form());

        assertThat(reread(id).version()).isZero();
    }

    @Test
    void takesTheNextNumberOfItsMeeting() {
        agreements.record(tradeData);

        Long fourth = agreements.record(at(null, meeting, null));
        Long fifth = agreements.record(at(null, meeting, null));
        Long nowhere = agreements.record(at(meeting.council(), null, null));

        assertThat(reread(fourth).form().position()).isEqualTo(4);
        assertThat(reread(fifth).form().position()).isEqualTo(5);
        assertThat(reread(nowhere).form().position()).isNull();
    }

    @Test
    void belongsToTheCouncilOfItsMeeting() {
        Council other = CouncilFixtures.shanghai(entities, "other");

        assertThat(reread(agreements.record(at(null, meeting, 1))).form().council())
                .isEqualTo(meeting.council().getId());
        assertThatExceptionOfType(BrokenRuleException.class)
                .isThrownBy(() -> agreements.record(at(other, meeting, 1)))
                .extracting(BrokenRuleException::rule)
                .isEqualTo("agreement_council");
    }

    @Test
    void mayFoundACouncilAtTheMeetingOfAnother() {
        Council founded = entities.find(Council.class, tradeData.foundsCouncil());

        AgreementForm founding = founding(at(founded, meeting, 1), founded.getId());

        assertThat(reread(agreements.record(founding)).form().council()).isEqualTo(founded.getId());
    }

    @Test
    void isWithdrawnOnce() {
        Long id = agreements.record(tradeData);

        agreements.withdraw(id, 0, "Entered twice");

        int version = reread(id).version();
        assertThatExceptionOfType(GoneException.class).isThrownBy(() -> agreements.revise(id, version, tradeData));
    }

    @Test
    void refersToWhatIsThere() {
        AgreementForm.Signatory nobody =
                new AgreementForm.Signatory(Signatory.Role.SIGNS, -7L, null, List.of(), null, null);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> agreements.record(with(tradeData, List.of(nobody))))
                .withMessage("No Organisation -7");
    }

    @Test
    void isSignedByTheSurvivorOfAMerger() {
        Long both = agreements.record(tradeData);
        Long one = agreements.record(with(tradeData, List.of(crimsonLogic, mayor)));
        reread(both);

        organisations.merge(crimsonLogic.organisation(), dataGroup.organisation());

        assertThat(reread(one).form().signatories().get(0))
                .isEqualTo(new AgreementForm.Signatory(
                        Signatory.Role.SIGNS,
                        dataGroup.organisation(),
                        "Crimson Logic",
                        crimsonLogic.sides(),
                        crimsonLogic.person(),
                        "Chief Executive"));
        assertThat(reread(both).form().signatories())
                .containsExactly(
                        new AgreementForm.Signatory(
                                Signatory.Role.SIGNS,
                                dataGroup.organisation(),
                                "Crimson Logic",
                                dataGroup.sides(),
                                crimsonLogic.person(),
                                "Chief Executive"),
                        mayor);
        assertThat(reread(both).version()).isPositive();
        checkTheConstraintsThatWaitForTheCommit();
    }

    @Test
    void isSignedByTheSurvivorOfAnEarlierMerger() {
        organisations.merge(crimsonLogic.organisation(), dataGroup.organisation());

        Long id = agreements.record(with(tradeData, List.of(crimsonLogic)));

        assertThat(reread(id).form().signatories())
                .extracting(AgreementForm.Signatory::organisation)
                .containsExactly(dataGroup.organisation());
    }

    @Test
    void survivesBeingKeptInADraft() {
        assertThat(Json.thereAndBack(tradeData)).isEqualTo(tradeData);
        assertThat(Json.read("{}", AgreementForm.class).signatories()).isEmpty();
        assertThat(Json.read("{\"signatories\":[{}]}", AgreementForm.class)
                        .signatories()
                        .get(0)
                        .sides())
                .isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        AgreementForm wrong = Json.read("""
                {"signatories": [{"role": "signs", "asPrinted": "Somebody"}],
                 "relations": [{"related": 1, "kind": "amends"}, {"related": 1, "kind": "amends"}]}""", AgreementForm.class);

        assertThat(Checked.errors(wrong, wrong::check))
                .containsExactly(
                        "title: Say what the agreement is about, in English or in the local language.",
                        "signatories[0].organisation: Name the organisation, or the person who signed.",
                        "relations[1].related: This relation is given twice.");
    }

    @Test
    void itsStatusFollowsFromWhatIsToldInTheOrderOfTheDays() {
        Long id = agreements.record(told(tradeData, "signed", "terminated 2024-05", "in_force 2021"));

        Standing<AgreementForm> standing = reread(id);
        assertThat(standing.form().status()).isEqualTo(AgreementStatus.TERMINATED);
        assertThat(standing.form().statements())
                .extracting(AgreementForm.Statement::status)
                .containsExactly(AgreementStatus.IN_FORCE, AgreementStatus.TERMINATED);

        agreements.revise(id, standing.version(), told(standing.form(), "terminated", "in_force 2021"));
        assertThat(reread(id).form().status()).isEqualTo(AgreementStatus.IN_FORCE);
    }

    @Test
    void anotherChoiceOfStatusIsKeptBehindWhatWasTold() {
        Long id = agreements.record(tradeData);
        agreements.revise(id, reread(id).version(), told(tradeData, "in_force"));
        agreements.revise(id, reread(id).version(), told(reread(id).form(), "terminated", "in_force"));

        assertThat(reread(id).form().statements())
                .extracting(AgreementForm.Statement::status)
                .containsExactly(AgreementStatus.IN_FORCE, AgreementStatus.TERMINATED);

        AgreementForm back = told(reread(id).form(), "signed", "in_force", "terminated");
        int version = reread(id).version();
        assertThatThrownBy(() -> agreements.revise(id, version, back)).isInstanceOf(BrokenRuleException.class);
    }

    @Test
    void whatDoesNotFollowTakesAReason() {
        AgreementForm form = told(tradeData, "signed", "terminated 2021", "in_force 2022");

        assertThat(faults(form)).containsExactly("statements[1].reason");
        ObjectNode tree = JsonMapper.shared().valueToTree(form);
        ((ObjectNode) tree.get("statements").get(1)).put("reason", "The court annulled the termination");
        assertThat(faults(JsonMapper.shared().treeToValue(tree, AgreementForm.class)))
                .isEmpty();
    }

    @Test
    void doesNotToAnotherWhatThatDoesToIt() {
        Long id = agreements.record(tradeData);
        Long other = tradeData.relations().get(0).related();
        Standing<AgreementForm> standing = agreements.standing(other);
        ObjectNode tree = JsonMapper.shared().valueToTree(standing.form());
        tree.putArray("relations").addObject().put("related", id).put("kind", "renews");
        AgreementForm mutual = JsonMapper.shared().treeToValue(tree, AgreementForm.class);

        assertThatThrownBy(() -> agreements.revise(other, standing.version(), mutual))
                .isInstanceOf(BrokenRuleException.class);
    }

    @Test
    void whatIsStillToComeOrStandsTwiceIsWorthALook() {
        ObjectNode tree = JsonMapper.shared().valueToTree(with(tradeData, List.of(dataGroup, dataGroup)));
        tree.put("signedOn", "2150")
                .put("validUntil", "2020")
                .putNull("runsFor")
                .putNull("inForceFrom");
        tree.putArray("statements").addObject().put("status", "extended").put("day", "2023");

        assertThat(JsonMapper.shared().treeToValue(tree, AgreementForm.class).doubts(LocalDate.of(2026, 11, 30)))
                .extracting(doubt -> String.join(" ", Objects.requireNonNull(doubt.getCodes())))
                .containsExactly(
                        "doubt.signed_ahead", "doubt.told_early", "doubt.party_twice", "doubt.extended_in_vain");
    }

    /** With a status chosen, and statements such as "in_force 2021". */
    private static AgreementForm told(AgreementForm form, String status, String... statements) {
        ObjectNode tree = JsonMapper.shared().valueToTree(form);
        ArrayNode rows = tree.put("status", status).putArray("statements");
        for (String statement : statements) {
            String[] words = statement.split(" ");
            rows.addObject().put("status", words[0]).put("day", words.length == 1 ? null : words[1]);
        }
        return JsonMapper.shared().treeToValue(tree, AgreementForm.class);
    }

    private static List<String> faults(AgreementForm form) {
        Errors errors = new BeanPropertyBindingResult(form, "form");
        form.check(errors);
        return errors.getFieldErrors().stream().map(FieldError::getField).toList();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2020-06-17, -,          -,    P5Y,  2025-06-17, 2025-06-17
            2020-06-17, 2020-07-01, -,    P18M, 2022-01-01, 2022-01-01
            2020-06-17, 2020,       -,    P1Y,  2021-01-01, 2021-12-31
            -,          2020-02-29, -,    P1Y,  2021-02-28, 2021-02-28
            2020-06-17, -,          2029, P5Y,  2029-01-01, 2029-12-31
            2020-06-17, -,          -,    -,    -,          -
            -,          -,          -,    P5Y,  -,          -
            [..2020-06-17], -,      -,    P1Y,  -,          2021-06-17
            """)
    void endsByItsOwnDates(
            @Nullable String signed,
            @Nullable String inForce,
            @Nullable String until,
            @Nullable String length,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest) {
        Long id = agreements.record(tradeData);
        entities.flush();

        jdbc.sql("update agreement set signed_on = ?, in_force_from = ?, valid_until = ?, runs_for = ? where id = ?")
                .params(signed, inForce, until, length, id)
                .update();

        assertThat(jdbc.sql("select ends_earliest as first, ends_latest as last from agreement where id = ?")
                        .param(id)
                        .query((row, n) -> Arrays.asList(
                                row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)))
                        .single())
                .containsExactly(earliest, latest);
        entities.clear();
        assertThat(entities.find(Agreement.class, id).endsBy()).isEqualTo(latest);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            signed,     -,            2030-01-01
            in_force,   by_agreement, 2030-01-01
            extended,   none,         2030-01-01
            in_force,   automatic,    -
            planned,    -,            -
            suspended,  -,            -
            terminated, -,            -
            """)
    void endsOnlyWhileItIsUnderWayAndDoesNotRenewItself(
            String status, @Nullable String renewal, @Nullable LocalDate last) {
        Long id = agreements.record(tradeData);
        entities.flush();

        jdbc.sql("update agreement set valid_until = '2030-01-01', status = ?, renewal = ? where id = ?")
                .params(status, renewal, id)
                .update();
        entities.clear();

        assertThat(entities.find(Agreement.class, id).endsBy()).isEqualTo(last);
        assertThat(Arrays.asList(jdbc.sql("select ends_by from agreement_line where id = ?")
                        .param(id)
                        .query((row, n) -> new LocalDate[] {row.getObject(1, LocalDate.class)})
                        .single()))
                .containsExactly(last);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            5 years,     6 months,  -,    false, -
            some years,  -,         -,    false, runsFor
            -,           soon,      -,    false, noticePeriod
            P5Y,         -,         -,    true,  untilEnded
            -,           -,         2029, true,  untilEnded
            -,           -,         2023, false, validUntil
            """)
    void refusesATermThatMakesNoSense(
            @Nullable String length,
            @Nullable String notice,
            @Nullable String until,
            boolean untilEnded,
            @Nullable String fault) {
        ObjectNode form = JsonMapper.shared().valueToTree(tradeData);
        form.put("runsFor", length).put("noticePeriod", notice).put("untilEnded", untilEnded);
        AgreementForm term = JsonMapper.shared().treeToValue(form.put("validUntil", until), AgreementForm.class);

        assertThat(faults(term)).isEqualTo(fault == null ? List.of() : List.of(fault));
        if (fault == null) {
            assertThat(term.runsFor()).isEqualTo("P5Y");
            assertThat(term.noticePeriod()).isEqualTo("P6M");
        }
    }

    private Standing<AgreementForm> reread(Long id) {
        entities.flush();
        entities.clear();
        return agreements.standing(id);
    }

    private List<Long> signatories(Long agreement) {
        return jdbc.sql("select id from signatory where agreement_id = :id order by position")
                .param("id", agreement)
                .query(Long.class)
                .list();
    }

    private void checkTheConstraintsThatWaitForTheCommit() {
        jdbc.sql("set constraints all immediate").update();
    }

    private AgreementForm with(AgreementForm form, List<AgreementForm.Signatory> signatories) {
        return copy(form, form.council(), form.meeting(), form.position(), form.foundsCouncil(), signatories);
    }

    private AgreementForm at(@Nullable Council council, @Nullable Meeting meeting, @Nullable Integer position) {
        return copy(
                tradeData,
                council == null ? null : council.getId(),
                meeting == null ? null : meeting.getId(),
                position,
                null,
                List.of());
    }

    private AgreementForm founding(AgreementForm form, Long council) {
        return copy(form, form.council(), form.meeting(), form.position(), council, form.signatories());
    }

    private static AgreementForm copy(
            AgreementForm form,
            @Nullable Long council,
            @Nullable Long meeting,
            @Nullable Integer position,
            @Nullable Long founds,
            List<AgreementForm.Signatory> signatories) {
        return new AgreementForm(
                form.kind(),
                form.kindAsPrinted(),
                form.title(),
                form.localTitle(),
                null,
                form.summary(),
                form.localSummary(),
                form.summaryTranslated(),
                council,
                meeting,
                position,
                form.signedOn(),
                form.signedOnInferred(),
                form.placeOfSigning(),
                form.seriesNumber(),
                form.approval(),
                form.authenticLanguages(),
                form.inForceFrom(),
                form.validUntil(),
                form.runsFor(),
                form.untilEnded(),
                form.renewal(),
                form.noticePeriod(),
                form.status(),
                form.counting(),
                form.countingNote(),
                form.parties(),
                founds,
                form.note(),
                signatories,
                form.statements(),
                form.relations(),
                form.focusAreas(),
                form.citations());
    }
}
