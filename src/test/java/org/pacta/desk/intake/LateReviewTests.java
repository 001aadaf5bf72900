package org.pacta.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftService.ClosedException;
import org.pacta.desk.draft.DraftService.Proposal;
import org.pacta.desk.draft.Section;
import org.pacta.platform.history.Change;
import org.pacta.platform.security.SignedIn;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.pacta.test.Threads;
import org.pacta.test.Threads.Held;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody looks through what was found in a text while the draft is being published. Commits what it writes, and deletes it afterwards. */
@DatabaseTest
@Transactional(propagation = Propagation.NEVER)
class LateReviewTests {

    private static final String STANDING = """
            select concat_ws(' ', (select string_agg(id || typed::text || state, ' ' order by id) from draft_line),
                (select string_agg(words, ' ') from draft_text), (select count(*) from review_step))""";

    @Autowired
    private DraftService drafts;

    @Autowired
    private ReviewService reviews;

    @Autowired
    private IntakeService intake;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    private TransactionTemplate transaction;
    private SignedIn editor;
    private long draft;
    private long text;
    private long proposed;

    @Autowired
    void transactions(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void draft() {
        clear();
        editor = Staff.editor(jdbc, "Lim Wei");
        transaction.executeWithoutResult(status -> {
            Change.because("For a test", "test");
            CouncilFixtures.shanghai(entities);
        });
        draft = drafts.begin("singapore-shanghai", 6, editor);
        text = drafts.keep(draft, "", "Three projects were launched.", editor).orElseThrow();
        List<Long> found =
                drafts.propose(draft, text, List.of(project("First and second"), project("Third"), project("Fourth")));
        proposed = found.get(0);
        reviews.skip(draft, found.get(2), List.of());
    }

    @AfterEach
    void clear() {
        jdbc.sql("truncate source, focus_area, place, person, organisation, council, revision, account cascade")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "acceptReady", "skip", "split", "merge", "undo", "paste"})
    void noStepIsTakenOnceTheDraftIsPublished(String step) throws Exception {
        String before = standing();
        Held publication = Threads.held(transaction, status -> {
            drafts.lockForPublication(draft);
            drafts.publish(draft, editor, "/councils/singapore-shanghai/meetings/6", Map.of());
        });

        CompletableFuture<Void> late = Threads.besideUntilItWaits(jdbc, () -> take(step));
        publication.end();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(late::join)
                .withCauseInstanceOf(ClosedException.class);
        assertThat(standing()).isEqualTo(before);
    }

    private void take(String step) {
        switch (step) {
            case "accept" -> reviews.accept(draft, proposed, List.of());
            case "acceptReady" -> reviews.acceptReady(draft, text);
            case "skip" -> reviews.skip(draft, proposed, List.of());
            case "split" -> reviews.split(draft, proposed, List.of(), "title", 5);
            case "merge" -> reviews.merge(draft, proposed, List.of());
            case "undo" -> reviews.undo(draft);
            case "paste" -> intake.add(draft, "", "Three new projects were launched on 12 March 2025.", editor);
            default -> throw new IllegalArgumentException(step);
        }
    }

    private static Proposal project(String title) {
        return new Proposal(Section.PROJECT, Map.of("title", title), 0, 5, null);
    }

    private String standing() {
        return jdbc.sql(STANDING).query(String.class).single();
    }
}
