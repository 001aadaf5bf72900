package org.pacta.platform.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.envers.AuditReader;
import org.hibernate.envers.AuditReaderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.organisation.OrganisationFixtures;
import org.pacta.reference.place.Place;
import org.pacta.reference.place.PlaceFixtures;
import org.pacta.reference.source.Citation;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.agreement.AgreementFixtures;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.registry.figure.Figure;
import org.pacta.registry.figure.FigureFixtures;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.MeetingFixtures;
import org.pacta.registry.project.Project;
import org.pacta.registry.project.ProjectFixtures;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Commits what it writes, since history is written at the commit, and empties the tables after each test. */
@DatabaseTest
@Transactional(propagation = Propagation.NEVER)
class HistoryTests {

    static final List<Kept> records = List.of(
            Kept.of(
                            "place",
                            PlaceFixtures::singapore,
                            (Recorded place, EntityManager entities) -> place.withdraw("Entered twice"))
                    .with("place_citation"),
            Kept.of(
                            "organisation",
                            OrganisationFixtures::crimsonLogic,
                            (Organisation organisation, EntityManager entities) ->
                                    OrganisationFixtures.rename(organisation, "CrimsonLogic"))
                    .with("organisation_name"),
            Kept.of("council", CouncilFixtures::shanghai, CouncilFixtures::revise)
                    .with("council_side", "council_name", "council_role", "council_citation")
                    .changing("pillar", "pillar_focus_area"),
            Kept.of(
                            "meeting",
                            MeetingFixtures::fifthInShanghai,
                            (Meeting meeting, EntityManager entities) -> MeetingFixtures.revise(meeting))
                    .with("meeting_organisation", "meeting_citation")
                    .changing("meeting_role"),
            Kept.of("agreement", AgreementFixtures::crimsonLogicInShanghai, AgreementFixtures::revise)
                    .with("agreement_focus_area", "agreement_citation")
                    .changing("signatory", "signatory_side"),
            Kept.of(
                            "project",
                            ProjectFixtures::tradeDataPilot,
                            (Project project, EntityManager entities) -> ProjectFixtures.revise(project))
                    .with("project_agreement", "project_focus_area", "project_citation")
                    .changing("participant", "participant_side"),
            Kept.of(
                            "figure",
                            FigureFixtures::fifteenInShanghai,
                            (Figure figure, EntityManager entities) -> FigureFixtures.revise(figure))
                    .with("figure_citation"));

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @AfterEach
    void empty() {
        SecurityContextHolder.clearContext();
        jdbc.sql("truncate source, focus_area, place, person, organisation, council, revision cascade")
                .update();
        Staff.leave(jdbc);
    }

    @ParameterizedTest
    @FieldSource("records")
    void aNewRecordHasATwinThatSaysWhoWhenAndWhy(Kept kept) {
        Instant before = Instant.now();

        commit("Entered from the release", "lim", () -> kept.make.apply(entities));

        Map<String, Object> revision =
                jdbc.sql("select * from revision").query().singleRow();
        assertThat(revision).containsEntry("made_by", "lim").containsEntry("reason", "Entered from the release");
        assertThat(jdbc.sql("select made_at from revision").query(Instant.class).single())
                .isBetween(before.minusMillis(1), Instant.now().plusMillis(1));
        assertThat(kept.tables())
                .allSatisfy(table -> assertThat(twins(table))
                        .isNotEmpty()
                        .hasSize(count(table))
                        .containsOnly(new Twin((Long) revision.get("id"), 0, null)));
    }

    @ParameterizedTest
    @FieldSource("records")
    void aChangeEndsTheTwinBefore(Kept kept) {
        Object record = commit("Entered from the release", "lim", () -> kept.make.apply(entities));

        commit("The ministry corrected its release", "tan", () -> {
            kept.change.accept(entities.merge(record), entities);
            return record;
        });

        List<Long> revisions = jdbc.sql("select id from revision order by id")
                .query(Long.class)
                .list();
        assertThat(revisions).hasSize(2);
        assertThat(jdbc.sql("select made_by from revision order by id")
                        .query(String.class)
                        .list())
                .containsExactly("lim", "tan");
        assertThat(kept.changing)
                .allSatisfy(table -> assertThat(twins(table))
                        .contains(new Twin(revisions.get(0), 0, revisions.get(1)))
                        .anySatisfy(twin -> assertThat(twin.rev).isEqualTo(revisions.get(1))));
        assertThat(kept.lasting)
                .allSatisfy(table ->
                        assertThat(twins(table)).isNotEmpty().containsOnly(new Twin(revisions.get(0), 0, null)));
    }

    @Test
    void whatStoodBeforeCanBeRead() {
        Agreement agreement =
                commit("Entered from the release", "lim", () -> AgreementFixtures.crimsonLogicInShanghai(entities));
        commit("The ministry corrected its release", "tan", () -> {
            Agreement current = entities.find(Agreement.class, agreement.getId());
            AgreementFixtures.revise(current, entities);
            ((Recorded) PlaceFixtures.shanghai(entities)).withdraw("Entered twice");
            return current;
        });

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            AuditReader reader = AuditReaderFactory.get(entities);
            List<Number> revisions = reader.getRevisions(Agreement.class, agreement.getId());
            Agreement before = reader.find(Agreement.class, agreement.getId(), revisions.get(0));
            Agreement after = reader.find(Agreement.class, agreement.getId(), revisions.get(1));

            assertThat(before.title().text()).isEqualTo("Cross-border trade data");
            assertThat(before.signedOn()).isEqualTo(PartialDate.parse("2024-07"));
            assertThat(before.signatories().get(1).sides())
                    .extracting(Place::slug)
                    .contains("singapore", "shanghai");
            Citation cited = before.citations().get(0);
            assertThat(cited.source().annexMissing()).isTrue();
            assertThat(after.title().text()).isEqualTo("Cross-border trade data exchange");
            assertThat(after.signatories().get(1).sides())
                    .singleElement()
                    .extracting(side -> side.withdrawal().reason())
                    .isEqualTo("Entered twice");
        });
    }

    @Test
    void whatIsRemovedKeepsItsLastWords() {
        Organisation organisation =
                commit("Entered from the release", "lim", () -> OrganisationFixtures.shanghaiDataGroup(entities));

        commit("Entered twice", "tan", () -> {
            entities.remove(entities.find(Organisation.class, organisation.getId()));
            return organisation;
        });

        assertThat(jdbc.sql("select local_name from organisation_aud where revtype = 2")
                        .query(String.class)
                        .single())
                .isEqualTo("上海数据集团");
    }

    @Test
    void theUserWhoIsSignedInMadeTheChange() {
        SignedIn wong = Staff.editor(jdbc, "Wong Mei Ling");
        Staff.signIn(wong);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            Change.because("Entered from the release");
            PlaceFixtures.singapore(entities);
        });

        assertThat(jdbc.sql("select made_by, made_by_id from revision").query().singleRow())
                .containsEntry("made_by", "Wong Mei Ling")
                .containsEntry("made_by_id", wong.id());
    }

    @Test
    void aChangeNeedsSomebody() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> Change.because("Entered from the release")))
                .withMessageContaining("Nobody is signed in");
    }

    @Test
    void aChangeWithoutAReasonIsNotMade() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> PlaceFixtures.singapore(entities)))
                .withStackTraceContaining("changes audited records without a reason");

        assertThat(count("place")).isZero();
    }

    @Test
    void aReasonLastsNoLongerThanItsTransaction() {
        commit("Entered from the release", "lim", () -> PlaceFixtures.singapore(entities));

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> PlaceFixtures.shanghai(entities)))
                .withStackTraceContaining("changes audited records without a reason");
    }

    private <T> T commit(String reason, String who, Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> {
            Change.because(reason, who);
            return work.get();
        });
    }

    private List<Twin> twins(String table) {
        return jdbc.sql("select rev, revtype, revend from %s_aud".formatted(table))
                .query(Twin.class)
                .list();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private record Twin(Long rev, int revtype, Long revend) {}

    /**
     * A record, how it is made and changed, and the tables it fills.
     *
     * @param changing those whose rows the change ends
     * @param lasting those it leaves alone
     */
    private record Kept(
            String name,
            Function<EntityManager, ?> make,
            BiConsumer<Object, EntityManager> change,
            List<String> changing,
            List<String> lasting) {

        @SuppressWarnings("unchecked")
        static <T> Kept of(String name, Function<EntityManager, T> make, BiConsumer<T, EntityManager> change) {
            return new Kept(name, make, (BiConsumer<Object, EntityManager>) change, List.of(name), List.of());
        }

        Kept with(String... tables) {
            return new Kept(name, make, change, changing, List.of(tables));
        }

        Kept changing(String... tables) {
            return new Kept(
                    name,
                    make,
                    change,
                    Stream.concat(changing.stream(), Stream.of(tables)).toList(),
                    lasting);
        }

        List<String> tables() {
            return Stream.concat(changing.stream(), lasting.stream()).toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
