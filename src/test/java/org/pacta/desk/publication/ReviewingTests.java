package org.pacta.desk.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacta.desk.draft.DraftService;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who may do what with a draft, whatever page or script asks. */
@DatabaseTest
class ReviewingTests {

    @Autowired
    private DraftService drafts;

    @Autowired
    private Publisher publisher;

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
    void everybodyAtTheDeskSendsADraftToAReviewer(Role role) {
        isFor(true, () -> drafts.submit(draft, somebody(role)));
    }

    @ParameterizedTest
    @EnumSource
    void aDraftIsReturnedByAReviewer(Role role) {
        drafts.submit(draft, author);

        isFor(role != Role.EDITOR, () -> publisher.giveBack(draft, somebody(role), "Not yet", Map.of()));
    }

    @ParameterizedTest
    @EnumSource
    void aDraftIsPublishedByAReviewer(Role role) {
        SignedIn person = somebody(role);
        if (role == Role.EDITOR) {
            isFor(false, () -> publisher.publishReviewed(draft, person));
        } else {
            assertThatExceptionOfType(Refusal.class)
                    .as("it names no source")
                    .isThrownBy(() -> publisher.publishReviewed(draft, person));
        }
    }

    @Test
    void nobodyReviewsTheirOwnDraft() {
        drafts.submit(draft, author);
        somebody(Role.EDITOR);

        isFor(false, () -> publisher.publishReviewed(draft, author));
        isFor(false, () -> publisher.giveBack(draft, author, "Not yet", Map.of()));
    }

    @ParameterizedTest
    @EnumSource
    void aReviewerSaysForWhichCouncilsOneIsEnough(Role role) {
        isFor(role != Role.EDITOR, () -> reviewing.allow(council, true, somebody(role)));
    }

    @Test
    void whoHasAPasswordToReplaceDoesNothing() {
        SignedIn admin = somebody(Role.ADMIN);
        SignedIn person = new SignedIn(admin.id(), admin.name(), admin.displayName(), Role.ADMIN, true);

        isFor(false, () -> drafts.submit(draft, person));
        isFor(false, () -> drafts.discard(draft, person));
        isFor(false, () -> publisher.publishReviewed(draft, person));
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
