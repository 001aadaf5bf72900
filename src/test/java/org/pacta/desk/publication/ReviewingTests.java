package org.pacta.desk.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacta.desk.discussion.Reply;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.draft.Section;
import org.pacta.desk.publication.Refusals.Refusal;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who may do what with a draft, whatever page or script asks. */
@DatabaseTest
class ReviewingTests {

    private static final Reply SAID = new Reply("Not yet", Map.of(), Map.of());

    @Autowired
    private DraftService drafts;

    @Autowired
    private DraftQueries queries;

    @Autowired
    private Review review;

    @Autowired
    private Reviewing reviewing;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    private SignedIn author;
    private long council;
    private long draft;

    @BeforeEach
    void draft() {
        author = Staff.reviewer(jdbc, "Lim Wei");
        council = CouncilFixtures.shanghai(entities).getId();
        entities.flush();
        draft = drafts.begin("singapore-shanghai", 6, author);
    }

    @ParameterizedTest
    @EnumSource
    void aDraftIsDiscardedByAReviewerOrItsAuthor(Role role) {
        isFor(role != Role.EDITOR, () -> drafts.discard(draft, somebody(role)));
    }

    @ParameterizedTest
    @EnumSource
    void aDraftIsTakenBackByAReviewerOrItsAuthor(Role role) {
        drafts.submit(draft, author);

        isFor(role != Role.EDITOR, () -> drafts.takeBack(draft, somebody(role)));
    }

    @Test
    void whoWroteADraftTakesItBackAndDiscardsIt() {
        drafts.submit(draft, author);

        drafts.takeBack(draft, author);
        drafts.discard(draft, author);

        entities.flush();
        assertThat(jdbc.sql("select state from draft").query(String.class).single())
                .isEqualTo("discarded");
    }

    @ParameterizedTest
    @EnumSource
    void aDraftIsSentToAReviewerByThoseWhoHaveWrittenIt(Role role) {
        SignedIn person = somebody(role);
        isFor(false, () -> drafts.submit(draft, person));

        write(person);

        isFor(true, () -> drafts.submit(draft, person));
    }

    @Test
    void whoHasTypedAnythingOfADraftDoesNotPublishIt() {
        SignedIn second = somebody(Role.REVIEWER);
        SignedIn third = somebody(Role.ADMIN);
        write(second);
        drafts.submit(draft, second);

        isFor(false, () -> review.publish(draft, author));
        isFor(false, () -> review.publish(draft, second));
        isFor(false, () -> review.giveBack(draft, second, SAID));
        assertThatExceptionOfType(Refusal.class)
                .as("it names no source")
                .isThrownBy(() -> review.publish(draft, third));
        assertThat(queries.writers(draft)).containsExactly(author.displayName(), second.displayName());
    }

    @Test
    void whoOnlySavesWhatIsThereHasNotWritten() {
        SignedIn second = somebody(Role.REVIEWER);
        Staff.signIn(second);
        entities.flush();
        DraftView.Line line = queries.lines(draft).get(0);

        drafts.save(
                draft, List.of(new DraftView.Typing(String.valueOf(line.id()), null, line.version(), line.typed())));

        assertThat(queries.hasWritten(draft, second)).isFalse();
    }

    @Test
    void nobodyElsePublishesADraftThatWasNotSentToAReviewer() {
        SignedIn second = somebody(Role.REVIEWER);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> review.publish(draft, second))
                .extracting(refusal -> refusal.problem().message())
                .asString()
                .contains("has not been sent to a reviewer");
        drafts.submit(draft, author);
        review.giveBack(draft, second, SAID);
        entities.flush();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> review.publish(draft, second))
                .extracting(refusal -> refusal.problem().message())
                .asString()
                .contains("was returned");
    }

    @Test
    void whereOneIsEnoughWhoWroteADraftPublishesItBeforeItIsSent() {
        reviewing.allow(council, true, somebody(Role.ADMIN));

        assertThatExceptionOfType(Refusal.class)
                .as("it names no source")
                .isThrownBy(() -> review.publish(draft, author))
                .extracting(refusal -> refusal.problem().message())
                .asString()
                .contains("source");
    }

    @Test
    void aDiscardedDraftIsTakenUpAgain() {
        drafts.discard(draft, author);
        entities.flush();

        drafts.takeBack(draft, author);
        entities.flush();

        assertThat(jdbc.sql("select state from draft").query(String.class).single())
                .isEqualTo("open");
    }

    private void write(SignedIn person) {
        Staff.signIn(person);
        drafts.save(
                draft,
                List.of(new DraftView.Typing(
                        "project-" + person.id(),
                        Section.PROJECT,
                        null,
                        Map.of("title", "A line of " + person.name()))));
        SecurityContextHolder.clearContext();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @EnumSource
    void aDraftIsReturnedByAReviewer(Role role) {
        drafts.submit(draft, author);

        isFor(role != Role.EDITOR, () -> review.giveBack(draft, somebody(role), SAID));
    }

    @ParameterizedTest
    @EnumSource
    void aDraftIsPublishedByAReviewer(Role role) {
        SignedIn person = somebody(role);
        drafts.submit(draft, author);
        if (role == Role.EDITOR) {
            isFor(false, () -> review.publish(draft, person));
        } else {
            assertThatExceptionOfType(Refusal.class)
                    .as("it names no source")
                    .isThrownBy(() -> review.publish(draft, person));
        }
    }

    @Test
    void nobodyReviewsTheirOwnDraft() {
        drafts.submit(draft, author);
        somebody(Role.EDITOR);

        isFor(false, () -> review.publish(draft, author));
        isFor(false, () -> review.giveBack(draft, author, SAID));
    }

    @ParameterizedTest
    @EnumSource
    void anAdminSaysForWhichCouncilsOneIsEnough(Role role) {
        isFor(role == Role.ADMIN, () -> reviewing.allow(council, true, somebody(role)));
    }

    @Test
    void whoHasAPasswordToReplaceDoesNothing() {
        SignedIn admin = somebody(Role.ADMIN);
        SignedIn person =
                new SignedIn(admin.id(), admin.name(), admin.displayName(), Role.ADMIN, SignedIn.Duty.CHANGE_PASSWORD);

        isFor(false, () -> drafts.submit(draft, person));
        isFor(false, () -> drafts.discard(draft, person));
        isFor(false, () -> review.publish(draft, person));
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
