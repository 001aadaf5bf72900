package org.pacta.desk.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacta.desk.correction.CorrectionService.Base;
import org.pacta.desk.correction.CorrectionService.Typing;
import org.pacta.desk.correction.CorrectionService.UnreadableException;
import org.pacta.desk.draft.DraftService.ClosedException;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.reader.revision.RevisionQueries;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.pacta.test.Threads;
import org.pacta.test.Threads.Held;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may do what with a correction, and what becomes of what is typed too late. Commits what it writes, and deletes it afterwards. */
@PageTest
@Transactional(propagation = Propagation.NEVER)
class CorrectionServiceTests {

    private static final Map<String, String> TYPED = Map.of("slug", "hainan", "name", "Hainan", "kind", "province");

    @Autowired
    private CorrectionService corrections;

    @Autowired
    private CorrectionQueries queries;

    @Autowired
    private RevisionQueries revisions;

    @Autowired
    private JdbcClient jdbc;

    private TransactionTemplate transaction;
    private SignedIn author;
    private long correction;

    @Autowired
    void transactions(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void correct() {
        author = Staff.reviewer(jdbc, "Lim Wei");
        correction =
                corrections.keep(RecordKind.PLACE, null, "made-by-a-test", new Typing(TYPED, List.of(), ""), author);
    }

    @AfterEach
    void leave() {
        jdbc.sql("delete from correction").update();
        jdbc.sql("""
                update place set version = version - 1
                where id in (select place_aud.id from place_aud, revision where rev = revision.id and reason = 'Overlapping')
                """).update();
        jdbc.sql("delete from place_aud where rev in (select id from revision where reason = 'Overlapping')")
                .update();
        jdbc.sql("delete from revision where reason = 'Overlapping'").update();
        Staff.leave(jdbc);
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectionIsSentAndTakenBackByItsAuthorAlone(Role role) {
        SignedIn other = somebody(role);

        isFor(false, () -> corrections.submit(correction, other));
        corrections.submit(correction, author);
        isFor(false, () -> corrections.takeBack(correction, other));
        corrections.takeBack(correction, author);
    }

    /** As a second click does, while the first is still kept. */
    @Test
    void theSameCorrectionSentAtTheSameMomentIsKeptOnce() throws Exception {
        Held first = Threads.held(
                transaction,
                status -> corrections.keep(
                        RecordKind.PLACE, null, "made-by-a-test", new Typing(TYPED, List.of(), "Missing"), author));
        CompletableFuture<Void> second = Threads.besideUntilItWaits(
                jdbc,
                () -> corrections.keep(
                        RecordKind.PLACE, null, "made-by-a-test", new Typing(TYPED, List.of(), "Missing."), author));

        first.end();

        assertThatCode(() -> second.get(30, TimeUnit.SECONDS)).doesNotThrowAnyException();
        assertThat(jdbc.sql("select reason from correction").query(String.class).list())
                .containsExactly("Missing.");
    }

    /** Else what the other has changed would be taken for what the correction began with, and be undone by it. */
    @Test
    void aFormThatIsOpenedWhileTheRecordChangesGoesOutWithTheRevisionOfItsWords() throws Exception {
        Subject shanghai = revisions.subject(RecordKind.PLACE, "shanghai");
        Base before = Objects.requireNonNull(queries.of(shanghai, null).base());
        Held change = Threads.held(transaction, status -> {
            jdbc.sql("lock table place_aud in access exclusive mode").update();
            jdbc.sql("""
                    insert into revision (id, made_at, made_by, reason) select max(id) + 1, now(), 'test', 'Overlapping' from revision
                    """).update();
            jdbc.sql("update place set version = version + 1 where id = :id")
                    .param("id", shanghai.id())
                    .update();
            jdbc.sql("""
                            insert into place_aud (id, slug, name, kind, rev, revtype)
                            select place.id, slug, name, kind, revision.id, 1 from place, revision where place.id = :id and reason = 'Overlapping'
                            """).param("id", shanghai.id()).update();
        });
        AtomicReference<Base> opened = new AtomicReference<>();
        CompletableFuture<Void> form = Threads.besideUntilItWaits(
                jdbc, () -> opened.set(queries.of(shanghai, null).base()));

        change.end();
        form.get(30, TimeUnit.SECONDS);

        assertThat(opened).hasValue(before);
        Base after = Objects.requireNonNull(queries.of(shanghai, null).base());
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.revision()).isGreaterThan(before.revision());
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectionIsDiscardedByAReviewerOrItsAuthor(Role role) {
        isFor(role != Role.EDITOR, () -> corrections.discard(correction, somebody(role)));
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectionIsReturnedByAReviewer(Role role) {
        corrections.submit(correction, author);

        isFor(role != Role.EDITOR, () -> corrections.giveBack(correction, somebody(role), "Not yet"));
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectionIsPublishedByAReviewerOnceItWasSent(Role role) {
        SignedIn person = somebody(role);
        isFor(false, () -> corrections.publish(correction, person));

        corrections.submit(correction, author);

        if (role == Role.EDITOR) {
            isFor(false, () -> corrections.publish(correction, person));
        } else {
            assertThatExceptionOfType(UnreadableException.class)
                    .as("it has no reason")
                    .isThrownBy(() -> corrections.publish(correction, person));
        }
    }

    @Test
    void nobodyReviewsTheirOwnCorrection() {
        corrections.submit(correction, author);

        isFor(false, () -> corrections.publish(correction, author));
        isFor(false, () -> corrections.giveBack(correction, author, "Not yet"));
    }

    @Test
    void aDiscardedCorrectionIsTakenUpByItsAuthorAgain() {
        corrections.discard(correction, author);
        isFor(false, () -> corrections.takeBack(correction, somebody(Role.ADMIN)));

        corrections.takeBack(correction, author);

        assertThat(jdbc.sql("select state || ' ' || (ended_at is null) from correction")
                        .query(String.class)
                        .single())
                .isEqualTo("open true");
        corrections.revise(correction, 2, new Typing(Map.of("name", "Hainan Island"), List.of(), "Missing"), author);
    }

    @Test
    void whatIsTypedTooLateIsRefused() throws Exception {
        Held submission = Threads.held(transaction, status -> corrections.submit(correction, author));

        CompletableFuture<Void> late = Threads.besideUntilItWaits(
                jdbc,
                () -> corrections.revise(correction, 0, new Typing(Map.of("name", "Late"), List.of(), "Late"), author));
        submission.end();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(late::join)
                .withCauseInstanceOf(ClosedException.class);
        assertThat(jdbc.sql("select typed ->> 'name' from correction")
                        .query(String.class)
                        .single())
                .isEqualTo("Hainan");
    }

    private SignedIn somebody(Role role) {
        return Staff.withRole(jdbc, "The " + role.code(), role);
    }

    private static void isFor(boolean isFor, ThrowingCallable work) {
        if (isFor) {
            assertThatCode(work).doesNotThrowAnyException();
        } else {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(work);
        }
    }
}
