package org.pacta.desk.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacta.desk.discussion.Remarks;
import org.pacta.desk.discussion.Reply;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftService.ClosedException;
import org.pacta.desk.draft.DraftService.Proposal;
import org.pacta.desk.draft.DraftView.Typing;
import org.pacta.desk.draft.Section;
import org.pacta.desk.matching.SettledNames.Settled;
import org.pacta.platform.history.Change;
import org.pacta.platform.security.SignedIn;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.pacta.test.Threads;
import org.pacta.test.Threads.Held;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Somebody does something to a draft while its publication has yet to be committed. Commits what it writes, and deletes it afterwards. */
@DatabaseTest
@Transactional(propagation = Propagation.NEVER)
class LateTests {

    private static final String STANDING = """
            select concat_ws(' ', (select state from draft), (select string_agg(id || typed::text || state, ' ' order by id) from draft_line),
                (select string_agg(words, ' ') from draft_text), (select string_agg(printed, ' ') from draft_name),
                (select string_agg(reason, ' ') from draft_kept))""";

    @Autowired
    private Publisher publisher;

    @Autowired
    private Review review;

    @Autowired
    private Doubts doubts;

    @Autowired
    private DraftQueries queries;

    @Autowired
    private DraftService drafts;

    @Autowired
    private Remarks remarks;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    private TransactionTemplate transaction;
    private MockMvcTester pages;
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

    @Autowired
    void pages(WebApplicationContext context) {
        pages = MockMvcTester.from(context);
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
        answer(draft);
        letThemPublishAlone();
    }

    /** What nobody has sent to a reviewer is published by one who has written it, where one person is enough. */
    private void letThemPublishAlone() {
        jdbc.sql(
                        "insert into publishing_alone (council_id, since, allowed_by_id) select id, now(), :reviewer from council on conflict do nothing")
                .param("reviewer", reviewer.id())
                .update();
        jdbc.sql(
                        "insert into draft_writer (draft_id, account_id, since) select id, :reviewer, now() from draft on conflict do nothing")
                .param("reviewer", reviewer.id())
                .update();
    }

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
        jdbc.sql("truncate source, focus_area, place, person, organisation, council, revision, account cascade")
                .update();
    }

    @Test
    void whoIsNewInTwoDraftsThatArePublishedAtOnceIsRecordedOnce() throws Exception {
        long other = drafts.begin("singapore-shanghai", 7, editor);
        String basics = jdbc.sql("select id from draft_line where section = 'basics' and draft_id = :other")
                .param("other", other)
                .query(String.class)
                .single();
        drafts.save(other, List.of(new Typing(basics, null, 0, Map.of("ordinal", "7", "heldOn", "2025-09-12"))));
        for (long each : List.of(draft, other)) {
            drafts.save(
                    each,
                    List.of(
                            typing(
                                    "source-b" + each,
                                    Section.SOURCE,
                                    Map.of("title", "News", "url", "https://example.org/news")),
                            typing(
                                    "agreement-b" + each,
                                    Section.AGREEMENT,
                                    Map.of("title", "Cranes", "signatories", "Vermilion Systems"))));
            drafts.settle(each, Map.of("Vermilion Systems", Settled.NEW));
            answer(each);
        }
        letThemPublishAlone();

        Held first = Threads.held(transaction, status -> {
            Staff.signIn(reviewer);
            review.publish(draft, reviewer);
        });
        CompletableFuture<Void> second = Threads.besideUntilItWaits(
                jdbc,
                () -> transaction.executeWithoutResult(status -> {
                    Staff.signIn(reviewer);
                    review.publish(other, reviewer);
                }));
        first.end();
        second.get(30, TimeUnit.SECONDS);

        assertThat(number("organisation where name = 'Vermilion Systems'")).isEqualTo(1);
        assertThat(number("source where url = 'https://example.org/news'")).isEqualTo(1);
        assertThat(number("signatory")).isEqualTo(2);
    }

    @Test
    void aReviewerWhoWasSlowerIsToldByWhomAndWhereToLook() {
        drafts.submit(draft, editor);
        Staff.signIn(reviewer);
        transaction.executeWithoutResult(status -> review.publish(draft, reviewer));
        Staff.signIn(Staff.reviewer(jdbc, "Ong Hwee"));
        String page = "/desk/drafts/" + draft;

        assertThat(pages.post().uri(page + "/return").param("comment", "Look again"))
                .hasStatus(409)
                .bodyText()
                .contains("It was published by Chen Jing.", "href=\"" + page + "/check\"");
        assertThat(pages.post().uri(page + "/publication"))
                .hasStatus3xxRedirection()
                .flash()
                .containsEntry("faster", "Chen Jing");
    }

    /** Keeps each of the warnings that nobody has answered yet. */
    private void answer(long draft) {
        Map<String, String> reasons =
                doubts.of(queries.get(draft)).stream().collect(Collectors.toMap(Problem::mark, problem -> "It is so"));
        remarks.say(draft, new Reply("", Map.of(), reasons), editor);
    }

    private long number(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
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
                "keepWarning",
                "submit",
                "giveBack",
                "discard");
    }

    @ParameterizedTest
    @MethodSource("doors")
    void nothingIsAnsweredAsSavedOnceTheDraftIsPublished(String door) throws Exception {
        Held publication = Threads.held(transaction, status -> {
            Staff.signIn(reviewer);
            review.publish(draft, reviewer);
        });
        String before = standing();

        CompletableFuture<Void> late = Threads.besideUntilItWaits(jdbc, () -> come(door));
        publication.end();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(late::join)
                .withCauseInstanceOf(ClosedException.class);
        assertThat(standing()).isEqualTo(before.replaceFirst("^open", "published"));
    }

    @Test
    void twoWhoTypeDoNotWaitForEachOther() throws Exception {
        Held first = Threads.held(transaction, status -> come("save"));

        Threads.beside(() -> come("add")).get(30, TimeUnit.SECONDS);

        assertThat(first.work()).isNotDone();
        first.end();
        assertThat(standing()).contains("Typed late", "A late line");
    }

    @Test
    void whoTypesDoesNotWaitForACheck() throws Exception {
        Held check = Threads.held(transaction, status -> {
            status.setRollbackOnly();
            Staff.signIn(reviewer);
            publisher.publish(draft, reviewer);
        });

        Threads.beside(() -> come("save")).get(30, TimeUnit.SECONDS);

        assertThat(check.work()).isNotDone();
        check.end();
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
            case "settle" -> drafts.settle(draft, Map.of("Tembusu Robotics", Settled.NEW));
            case "keepWarning" ->
                remarks.say(draft, new Reply("", Map.of(), Map.of("desk.problem.gap", "It is so")), editor);
            case "submit" -> drafts.submit(draft, editor);
            case "giveBack" -> drafts.giveBack(draft, reviewer);
            case "discard" -> drafts.discard(draft, editor);
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
}
