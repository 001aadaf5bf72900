package org.pacta.desk.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftService.ClosedException;
import org.pacta.desk.draft.DraftService.Proposal;
import org.pacta.desk.draft.DraftService.Typing;
import org.pacta.desk.draft.Section;
import org.pacta.desk.intake.IntakeService;
import org.pacta.desk.intake.ReviewService;
import org.pacta.platform.history.Change;
import org.pacta.platform.security.SignedIn;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody does something to a draft while its publication has yet to be committed. Commits what it writes, and deletes it afterwards. */
@DatabaseTest
@Transactional(propagation = Propagation.NEVER)
class LateTests {

    private static final String STANDING = """
            select concat_ws(' ', (select state from draft), (select string_agg(id || typed::text || state, ' ' order by id) from draft_line),
                (select string_agg(words, ' ') from draft_text), (select string_agg(printed, ' ') from draft_name),
                (select string_agg(reason, ' ') from draft_kept), (select count(*) from review_step))""";

    @Autowired
    private Publisher publisher;

    @Autowired
    private DraftService drafts;

    @Autowired
    private ReviewService reviews;

    @Autowired
    private IntakeService intake;

    @Autowired
    private Keeping keeping;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    private TransactionTemplate transaction;
    private SignedIn editor;
    private SignedIn reviewer;
    private long draft;
    private long text;
    private long entered;
    private long proposed;

    @Autowired
    void transactions(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void draft() {
        clear();
        editor = Staff.editor(jdbc, "Lim Wei");
        reviewer = Staff.reviewer(jdbc, "Chen Jing");
        transaction.executeWithoutResult(status -> {
            Change.because("For a test", "test");
            CouncilFixtures.shanghai(entities);
        });
        draft = drafts.begin("singapore-shanghai", 6, editor);
        drafts.save(
                draft,
                List.of(
                        typing("source-a", Section.SOURCE, Map.of("title", "The 6th meeting")),
                        typing("agreement-a", Section.AGREEMENT, Map.of("title", "Warehouse robots"))));
        String basics = String.valueOf(line("basics"));
        drafts.save(draft, List.of(new Typing(basics, null, 0, Map.of("ordinal", "6", "heldOn", "2025-03-12"))));
        text = drafts.keep(draft, "", "A second project was launched.", editor).orElseThrow();
        proposed = drafts.propose(
                        draft,
                        text,
                        List.of(
                                new Proposal(Section.PROJECT, Map.of("title", "A second project"), 0, 16, null),
                                new Proposal(Section.PROJECT, Map.of("title", "was launched"), 17, 29, null)))
                .get(0);
        entered = line("agreement");
    }

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
        jdbc.sql("truncate source, focus_area, place, person, organisation, council, revision, account cascade")
                .update();
    }

    static Stream<String> doors() {
        return Stream.of(
                "save",
                "add",
                "remove",
                "return",
                "offer",
                "forget",
                "keep",
                "propose",
                "proposeBehind",
                "settle",
                "accept",
                "acceptReady",
                "skip",
                "split",
                "merge",
                "undo",
                "paste",
                "keepWarning",
                "submit",
                "giveBack",
                "discard");
    }

    @ParameterizedTest
    @MethodSource("doors")
    void nothingIsAnsweredAsSavedOnceTheDraftIsPublished(String door) throws Exception {
        reviews.skip(draft, line("was launched", "typed ->> 'title'"));
        drafts.offer(draft, line("was launched", "typed ->> 'title'"));
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch late = new CountDownLatch(1);
        CompletableFuture<Void> publication = inThread(() -> transaction.executeWithoutResult(status -> {
            Staff.signIn(reviewer);
            publisher.publishReviewed(draft, reviewer);
            written.countDown();
            pass(late);
        }));
        assertThat(written.await(30, TimeUnit.SECONDS) || publication.isDone()).isTrue();
        String before = standing();

        CompletableFuture<Void> come = inThread(() -> come(door));
        await().until(() -> come.isDone() || isWaiting());
        late.countDown();

        publication.get(30, TimeUnit.SECONDS);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(come::join)
                .withCauseInstanceOf(ClosedException.class);
        assertThat(standing()).isEqualTo(before.replaceFirst("^open", "published"));
    }

    @Test
    void twoWhoTypeDoNotWaitForEachOther() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch late = new CountDownLatch(1);
        CompletableFuture<Void> first = inThread(() -> transaction.executeWithoutResult(status -> {
            come("save");
            written.countDown();
            pass(late);
        }));
        assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();

        inThread(() -> come("add")).get(30, TimeUnit.SECONDS);
        assertThat(first).isNotDone();

        late.countDown();
        first.get(30, TimeUnit.SECONDS);
        assertThat(standing()).contains("Typed late", "A late line");
    }

    @Test
    void whoTypesDoesNotWaitForACheck() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch late = new CountDownLatch(1);
        CompletableFuture<Void> check = inThread(() -> transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            Staff.signIn(reviewer);
            publisher.publish(draft, reviewer);
            written.countDown();
            pass(late);
        }));
        assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();

        inThread(() -> come("save")).get(30, TimeUnit.SECONDS);
        assertThat(check).isNotDone();

        late.countDown();
        check.get(30, TimeUnit.SECONDS);
        assertThat(standing()).startsWith("open").contains("Typed late");
    }

    private void come(String door) {
        switch (door) {
            case "save" ->
                drafts.save(
                        draft, List.of(new Typing(String.valueOf(entered), null, 0, Map.of("title", "Typed late"))));
            case "add" ->
                drafts.save(draft, List.of(typing("project-z", Section.PROJECT, Map.of("title", "A late line"))));
            case "remove" -> drafts.remove(draft, entered);
            case "return" -> drafts.accept(draft, proposed);
            case "offer" -> drafts.offer(draft, proposed);
            case "forget" -> drafts.forget(draft, proposed);
            case "keep" -> drafts.keep(draft, "", "Another text", editor);
            case "propose" -> drafts.propose(draft, text, List.of(found()));
            case "proposeBehind" -> drafts.proposeBehind(draft, entered, text, found());
            case "settle" -> drafts.settle(draft, "Tembusu Robotics", null);
            case "accept" -> reviews.accept(draft, proposed, List.of());
            case "acceptReady" -> reviews.acceptReady(draft, text);
            case "skip" -> reviews.skip(draft, proposed);
            case "split" -> reviews.split(draft, proposed, List.of(), "title", 8);
            case "merge" -> reviews.merge(draft, proposed, List.of());
            case "undo" -> reviews.undo(draft);
            case "paste" -> intake.add(draft, "", "Three new projects were launched on 12 March 2025.", editor);
            case "keepWarning" -> keeping.keep(draft, "desk.problem.created", "It is so", editor);
            case "submit" -> drafts.submit(draft);
            case "giveBack" -> drafts.giveBack(draft, reviewer, "Not yet", Map.of());
            case "discard" -> drafts.discard(draft);
            default -> throw new IllegalArgumentException(door);
        }
    }

    private static Proposal found() {
        return new Proposal(Section.PROJECT, Map.of("title", "Found late"), 0, 1, null);
    }

    private static Typing typing(String entry, Section section, Map<String, String> typed) {
        return new Typing(entry, section, null, typed);
    }

    private long line(String section) {
        return line(section, "section");
    }

    private long line(String value, String column) {
        return jdbc.sql("select id from draft_line where %s = :value limit 1".formatted(column))
                .param("value", value)
                .query(Long.class)
                .single();
    }

    private String standing() {
        return Objects.requireNonNull(jdbc.sql(STANDING).query(String.class).single());
    }

    private boolean isWaiting() {
        return jdbc.sql(
                        "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single();
    }

    private static CompletableFuture<Void> inThread(Runnable work) {
        return CompletableFuture.runAsync(work, task -> new Thread(task).start());
    }

    private static void pass(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
