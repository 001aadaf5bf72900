package org.pacta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.history.Change;
import org.pacta.reference.organisation.OrganisationFixtures;
import org.pacta.reference.organisation.OrganisationService;
import org.pacta.reference.person.PersonFixtures;
import org.pacta.reference.place.PlaceFixtures;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.registry.agreement.AgreementFixtures;
import org.pacta.registry.agreement.AgreementForm;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.registry.figure.FigureFixtures;
import org.pacta.registry.meeting.MeetingFixtures;
import org.pacta.registry.meeting.MeetingService;
import org.pacta.registry.project.ProjectFixtures;
import org.pacta.registry.record.RecordForms;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Json;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What the services leave in the history. Commits what it writes, and empties the tables after each test. */
@DatabaseTest
@Transactional(propagation = Propagation.NEVER)
class WritingTests {

    static final List<Written> records = List.of(
            new Written(
                    RecordKind.SOURCE,
                    entities -> SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities)
                            .getId()),
            new Written(
                    RecordKind.PLACE,
                    entities -> PlaceFixtures.singapore(entities).getId()),
            new Written(
                    RecordKind.PERSON,
                    entities -> PersonFixtures.gongZheng(entities).getId()),
            new Written(
                    RecordKind.ORGANISATION,
                    entities -> OrganisationFixtures.crimsonLogic(entities).getId()),
            new Written(
                    RecordKind.COUNCIL,
                    entities -> CouncilFixtures.shanghai(entities).getId()),
            new Written(
                    RecordKind.MEETING,
                    entities -> MeetingFixtures.fifthInShanghai(entities).getId()),
            new Written(
                    RecordKind.AGREEMENT,
                    entities ->
                            AgreementFixtures.crimsonLogicInShanghai(entities).getId()),
            new Written(
                    RecordKind.PROJECT,
                    entities -> ProjectFixtures.tradeDataPilot(entities).getId()),
            new Written(
                    RecordKind.FIGURE,
                    entities -> FigureFixtures.fifteenInShanghai(entities).getId()));

    @Autowired
    private RecordForms forms;

    @Autowired
    private RecordService<?, AgreementForm> agreements;

    @Autowired
    private OrganisationService organisations;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @AfterEach
    void empty() {
        jdbc.sql("truncate source, focus_area, place, person, organisation, council, revision cascade")
                .update();
    }

    @ParameterizedTest
    @FieldSource("records")
    void whatStandsIsNotRevisedByItself(Written written) {
        Long id = commit(() -> written.make.apply(entities));
        TreeMap<String, Integer> before = twins();

        commit(() -> {
            Standing<?> standing = forms.standing(written.kind, id);
            forms.revise(id, standing.version(), Json.thereAndBack(standing.form()));
            return id;
        });

        assertThat(twins()).isEqualTo(before);
        assertThat(before).containsEntry(written.kind.code() + "_aud", 1);
    }

    @ParameterizedTest
    @FieldSource("records")
    void whatAnotherRecordNamedBeforeIsWithdrawnAllTheSame(Written written) {
        Long id = commit(() -> written.make.apply(entities));

        commit(() -> {
            entities.getReference(entity(written.kind), id);
            forms.withdraw(written.kind, id, forms.standing(written.kind, id).version(), "Entered twice");
            return id;
        });

        assertThat(jdbc.sql("select withdrawal_reason from %s where id = :id".formatted(written.kind.code()))
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("Entered twice");
    }

    @Test
    void aRevisionTellsOfWhatDiffersAndOfNothingElse() {
        Long id =
                commit(() -> AgreementFixtures.crimsonLogicInShanghai(entities).getId());
        var standing = agreements.standing(id);
        TreeMap<String, Integer> before = twins();
        AgreementForm.Signatory first = standing.form().signatories().get(0);
        String wanted = Json.write(standing.form())
                .replace(
                        Json.write(first),
                        Json.write(new AgreementForm.Signatory(
                                first.role(), first.organisation(), "CRIMSONLOGIC", first.sides(), null, null)));

        commit(() -> {
            agreements.revise(id, standing.version(), Json.read(wanted, AgreementForm.class));
            return id;
        });

        TreeMap<String, Integer> after = twins();
        assertThat(after.merge("signatory_aud", -1, Integer::sum)).isEqualTo(before.get("signatory_aud"));
        after.merge("revision", -1, Integer::sum);
        assertThat(after).isEqualTo(before);
        assertThat(agreements.standing(id).version()).isGreaterThan(standing.version());
    }

    @Test
    void ofTwoWhoReviseAtOnceTheSlowerIsTold() {
        Long id =
                commit(() -> AgreementFixtures.crimsonLogicInShanghai(entities).getId());
        var standing = agreements.standing(id);
        AgreementForm faster = changed(standing.form(), "\"asPrinted\":\"CrimsonLogic\"", "\"asPrinted\":\"CL\"");
        AgreementForm slower = changed(standing.form(), "\"asPrinted\":\"CrimsonLogic\"", "\"asPrinted\":null");

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> commit(() -> {
                    agreements.standing(id);
                    meanwhile(() -> agreements.revise(id, standing.version(), faster));
                    agreements.revise(id, standing.version(), slower);
                    return id;
                }));
        assertThat(agreements.standing(id).form()).isEqualTo(faster);
    }

    @Test
    void aMergerIsRevisedWhereverItIsReferredTo() {
        Long from = commit(() -> ProjectFixtures.tradeDataPilot(entities)
                .participants()
                .get(0)
                .organisation()
                .getId());
        Long into =
                commit(() -> OrganisationFixtures.shanghaiDataGroup(entities).getId());

        commit(() -> {
            organisations.merge(from, into);
            return into;
        });

        long merger = jdbc.sql("select max(id) from revision").query(Long.class).single();
        for (String table : List.of("organisation", "organisation_name", "signatory", "participant")) {
            assertThat(jdbc.sql("select count(*) from %s_aud where rev = :rev".formatted(table))
                            .param("rev", merger)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isPositive();
        }
        assertThat(jdbc.sql("select count(*) from participant where organisation_id = :id")
                        .param("id", from)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRuleOfTheDatabaseComesOutByItsName() {
        Long id = commit(() -> MeetingFixtures.fifthInShanghai(entities).getId());

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(
                        () -> commit(() -> meetings.record(meetings.standing(id).form())))
                .withMessageContaining("meeting_ordinal_uk");
    }

    @Test
    void aNameIsRememberedWithoutAVersion() {
        Long id = commit(() -> OrganisationFixtures.crimsonLogic(entities).getId());

        commit(() -> {
            organisations.addName(id, "GeTS");
            return id;
        });

        assertThat(jdbc.sql("select count(*) from organisation_name_aud where name = 'GeTS'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private Long commit(Supplier<Long> work) {
        return new TransactionTemplate(transactions).execute(status -> {
            Change.because("Entered from the release", "lim");
            return work.get();
        });
    }

    /** How many rows each table of the history holds. */
    private TreeMap<String, Integer> twins() {
        TreeMap<String, Integer> twins = new TreeMap<>();
        jdbc.sql(
                        "select table_name from information_schema.tables where table_name like '%\\_aud' or table_name = 'revision'")
                .query(String.class)
                .list()
                .forEach(table -> twins.put(
                        table,
                        jdbc.sql("select count(*) from " + table)
                                .query(Integer.class)
                                .single()));
        return twins;
    }

    private Class<?> entity(RecordKind kind) {
        return entities.getMetamodel().getEntities().stream()
                .filter(each -> each.getName().equalsIgnoreCase(kind.code()))
                .findFirst()
                .orElseThrow()
                .getJavaType();
    }

    private void meanwhile(Runnable work) {
        CompletableFuture.runAsync(() -> commit(() -> {
                    work.run();
                    return 0L;
                }))
                .join();
    }

    private static AgreementForm changed(AgreementForm form, String from, String to) {
        return Json.read(Json.write(form).replace(from, to), AgreementForm.class);
    }

    /** A record, and how it is made. */
    private record Written(RecordKind kind, Function<EntityManager, Long> make) {

        @Override
        public String toString() {
            return kind.code();
        }
    }
}
