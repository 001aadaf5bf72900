package org.pacta.reader.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.util.IOFunction;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.Change;
import org.pacta.reader.indexing.SearchIndex.Fields;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.organisation.OrganisationFixtures;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.agreement.AgreementFixtures;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Threads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Commits what it writes, since the index follows commits, and empties the tables and the index before and after each test. */
@DatabaseTest
@Transactional(propagation = Propagation.NEVER)
class FollowerTests {

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private SearchIndex index;

    @Autowired
    private Follower follower;

    @BeforeEach
    @AfterEach
    void empty() {
        jdbc.sql("truncate source, focus_area, place, person, organisation, council, revision cascade")
                .update();
        follower.buildNow();
    }

    @Test
    void whatWasSavedIsFoundByTheNextRequest() {
        Agreement agreement = commit(() -> AgreementFixtures.crimsonLogicInShanghai(entities));

        assertThat(found(RecordKind.AGREEMENT, "trade data")).containsExactly(agreement.getId());
        assertThat(found(RecordKind.AGREEMENT, "crimsonlogic")).containsExactly(agreement.getId());
        assertThat(found(RecordKind.ORGANISATION, "crimsonlogic")).isNotEmpty();
    }

    @Test
    void aChangeIsFoundAndWhatItReplacedIsNot() {
        Agreement agreement = commit(() -> AgreementFixtures.crimsonLogicInShanghai(entities));

        commit(() -> {
            AgreementFixtures.revise(entities.find(Agreement.class, agreement.getId()), entities);
            return agreement;
        });

        assertThat(found(RecordKind.AGREEMENT, "exchange")).containsExactly(agreement.getId());
    }

    @Test
    void aNewNameFindsTheAgreementsOfAnOrganisation() {
        Agreement agreement = commit(() -> AgreementFixtures.crimsonLogicInShanghai(entities));
        Long organisation = jdbc.sql("select organisation_id from signatory where as_printed = 'CrimsonLogic'")
                .query(Long.class)
                .single();

        commit(() -> {
            Organisation renamed = entities.find(Organisation.class, organisation);
            OrganisationFixtures.rename(renamed, "Vermilion Systems");
            return renamed;
        });

        assertThat(found(RecordKind.AGREEMENT, "vermilion")).containsExactly(agreement.getId());
    }

    @Test
    void whatWasRolledBackIsNotFound() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            Change.because("Entered by mistake", "lim");
            AgreementFixtures.crimsonLogicInShanghai(entities);
            entities.flush();
            status.setRollbackOnly();
        });

        assertThat(found(RecordKind.AGREEMENT, "trade data")).isEmpty();
    }

    /** A process that dies after the commit leaves a revision the index has not followed, as somebody's SQL does. */
    @Test
    void whatTheIndexMissedIsFoundAfterItSettles() {
        Agreement agreement = commit(() -> AgreementFixtures.crimsonLogicInShanghai(entities));
        jdbc.sql(
                        "insert into revision (id, made_at, made_by, reason) values (nextval('revision_seq') + 1000, now(), 'lim', 'By hand')")
                .update();
        jdbc.sql("update agreement set title = 'Overlooked instrument' where id = :id")
                .param("id", agreement.getId())
                .update();
        jdbc.sql(
                        "insert into agreement_aud (id, title, rev, revtype) select :id, 'Overlooked instrument', max(id), 1 from revision")
                .param("id", agreement.getId())
                .update();
        assertThat(found(RecordKind.AGREEMENT, "overlooked")).isEmpty();
        long turn = index.turn();

        follower.settleNow();

        assertThat(found(RecordKind.AGREEMENT, "overlooked")).containsExactly(agreement.getId());
        assertThat(index.turn()).isGreaterThan(turn);
    }

    /** Between the commit and the index somebody may have asked, and been given what was there before. */
    @Test
    void itsTurnChangesWithTheCommitAndAgainWithTheIndex() {
        long turn = index.turn();

        commit(() -> AgreementFixtures.crimsonLogicInShanghai(entities));

        assertThat(index.turn()).isGreaterThanOrEqualTo(turn + 2);
    }

    /** Each change that is asked for before the next leaves a piece of an index behind. */
    @Test
    void isPutIntoOnePieceWhenNothingWasWrittenForAWhile() {
        commit(() -> OrganisationFixtures.crimsonLogic(entities));
        assertThat(pieces()).isPositive();
        commit(() -> OrganisationFixtures.shanghaiDataGroup(entities));
        assertThat(pieces()).isGreaterThan(1);

        follower.tidy();
        follower.tidy();

        await().atMost(Duration.ofSeconds(10)).until(() -> pieces() == 1 && committedPieces() == 1);
        assertThat(found(RecordKind.ORGANISATION, "crimsonlogic")).hasSize(1);
    }

    @Test
    void allIsFoundAtEveryMomentWhileTheIndexIsBuiltAnew() {
        jdbc.sql("""
                        insert into organisation (id, name, kind)
                        select n, 'Harbour company ' || n, 'company' from generate_series(1000001, 1002000) n""").update();
        follower.buildNow();
        jdbc.sql("update organisation set name = name || ' renamed past the history' where id % 2 = 0")
                .update();
        assertThat(found(RecordKind.ORGANISATION, "renamed")).isEmpty();

        CompletableFuture<Void> renewal = Threads.beside(follower::renewNow);
        List<Integer> harbours = new ArrayList<>();
        while (!renewal.isDone()) {
            harbours.add(found(RecordKind.ORGANISATION, "harbour").size());
            if (harbours.size() == 3) {
                commit(() -> OrganisationFixtures.crimsonLogic(entities));
                assertThat(found(RecordKind.ORGANISATION, "crimsonlogic")).hasSize(1);
                assertThat(renewal).isNotDone();
            }
        }

        assertThat(renewal).isCompleted();
        assertThat(harbours).hasSizeGreaterThan(10).containsOnly(2000);
        assertThat(found(RecordKind.ORGANISATION, "renamed")).hasSize(1000);
        assertThat(found(RecordKind.ORGANISATION, "crimsonlogic")).hasSize(1);
        assertThat(index.health().getDetails()).containsEntry("index", "ready");
    }

    @Test
    void whatWasDeletedPastTheHistoryIsGoneFromTheNextIndex() {
        commit(() -> OrganisationFixtures.crimsonLogic(entities));
        jdbc.sql("truncate organisation cascade").update();
        assertThat(found(RecordKind.ORGANISATION, "crimsonlogic")).hasSize(1);

        follower.renewNow();

        assertThat(found(RecordKind.ORGANISATION, "crimsonlogic")).isEmpty();
    }

    private int pieces() {
        return inIndex(reader -> reader.leaves().size());
    }

    /** What would be left after a crash. */
    private int committedPieces() {
        return inIndex(reader -> {
            SegmentReader piece = (SegmentReader)
                    FilterLeafReader.unwrap(reader.leaves().get(0).reader());
            return SegmentInfos.readLatestCommit(piece.directory()).size();
        });
    }

    private int inIndex(IOFunction<IndexReader, Integer> question) {
        return index.ask(session -> {
            try (IndexReader reader = session.scope(Organisation.class)
                    .extension(LuceneExtension.get())
                    .openIndexReader()) {
                return question.apply(reader);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private List<Long> found(RecordKind kind, String words) {
        return index.ask(session -> session.search(Searchable.entity(kind))
                .select(select -> select.id(Long.class))
                .where(find -> find.simpleQueryString()
                        .fields(Fields.NAME, Fields.LOCAL_NAME, Fields.ALIAS, Fields.TEXT)
                        .matching(words)
                        .defaultOperator(org.hibernate.search.engine.search.common.BooleanOperator.AND))
                .fetchAllHits());
    }

    private <T> T commit(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> {
            Change.because("Entered from the release", "lim");
            return work.get();
        });
    }
}
