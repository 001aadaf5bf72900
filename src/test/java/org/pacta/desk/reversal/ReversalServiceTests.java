package org.pacta.desk.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftView.Typing;
import org.pacta.desk.draft.Section;
import org.pacta.desk.matching.SettledNames.Settled;
import org.pacta.desk.publication.Review;
import org.pacta.desk.reversal.Reversal.Item;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Change;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** A publication is taken back as one. Commits what it writes, as history is written by commits, and deletes it afterwards. */
@DatabaseTest
@Transactional(propagation = Propagation.NEVER)
class ReversalServiceTests {

    private static final String STANDING = """
            select string_agg(title, ', ' order by title) from (
                select title from agreement where withdrawn_on is null union all select title from project where withdrawn_on is null
                union all select name from organisation where withdrawn_on is null union all select title from source where withdrawn_on is null and title = 'The 3rd meeting'
                union all select 'meeting ' || ordinal from meeting where withdrawn_on is null) standing""";

    @Autowired
    private ReversalService reversals;

    @Autowired
    private Review review;

    @Autowired
    private DraftService drafts;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    private TransactionTemplate transaction;
    private MockMvcTester pages;
    private SignedIn editor;
    private SignedIn admin;
    private long draft;

    @Autowired
    void transactions(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
    }

    @Autowired
    void pages(WebApplicationContext context) {
        pages = MockMvcTester.from(context);
    }

    @BeforeEach
    void publish() {
        clear();
        editor = Staff.editor(jdbc, "Lim Wei");
        admin = Staff.admin(jdbc, "Goh Li");
        transaction.executeWithoutResult(status -> {
            Change.because("For a test", "test");
            CouncilFixtures.shanghai(entities);
        });
        draft = drafted(Map.of(
                "source", Map.of("title", "The 3rd meeting"),
                "agreement", Map.of("title", "Warehouse robots", "signatories", "Vermilion Systems"),
                "project", Map.of("title", "Port lanes", "participants", "Vermilion Systems")));
        published(draft);
    }

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
        jdbc.sql("truncate source, focus_area, place, person, organisation, council, revision, account cascade")
                .update();
    }

    @Test
    void withdrawsAllThatItRecordedInOneRevision() {
        long before = number("select count(*) from revision");

        takeBack(draft, true);

        assertThat(text(STANDING)).isNull();
        assertThat(number("select count(*) from revision")).isEqualTo(before + 1);
        assertThat(text("select reason from revision order by id desc limit 1"))
                .startsWith("Taken back: The release was withdrawn (publication of draft " + draft);
        assertThat(text("select withdrawal_reason from agreement"))
                .isEqualTo("The release was withdrawn (draft " + draft + ")");
        assertThat(text("select state from draft")).isEqualTo("returned");
    }

    @Test
    void tellsItsAuthorByWhomAndWhyItWasTakenBack() {
        takeBack(draft, true);

        Staff.signIn(editor);
        assertThat(pages.get().uri("/desk/drafts/" + draft))
                .bodyText()
                .contains("Returned by Goh Li", "Publication taken back: The release was withdrawn");
        assertThat(pages.get().uri("/desk?list=waits")).bodyText().contains("/desk/drafts/%d/check".formatted(draft));
    }

    @Test
    void namesADraftThatOnlyUsesWhatItRecorded() {
        Staff.signIn(editor);
        long other = drafts.begin("singapore-shanghai", 9, editor);
        add(other, "agreement", Map.of("title", "Cranes", "signatories", "Vermilion Systems"));
        long without = drafts.begin("singapore-shanghai", 10, editor);
        add(without, "agreement", Map.of("title", "Ships", "signatories", "Vermilion Systems Asia"));

        assertThat(reversals.of(draft).drafts())
                .extracting(Reversal.AtWork::path)
                .containsExactly("/desk/drafts/" + other);
    }

    @Test
    void publishesItOnceMoreUnderTheOldNumbers() {
        String before = text(STANDING);
        String signed = "select signed_on || ', ' || signed_on_inferred from agreement";
        assertThat(text(signed)).isEqualTo("2025-03-12, date");
        takeBack(draft, true);

        published(draft);

        assertThat(text(STANDING)).isEqualTo(before);
        assertThat(text(signed)).isEqualTo("2025-03-12, date");
        for (String table : List.of("meeting", "agreement", "project", "organisation", "source")) {
            assertThat(number("select count(*) from " + table
                            + (table.equals("source") ? " where title = 'The 3rd meeting'" : "")))
                    .as(table)
                    .isEqualTo(1);
        }
        takeBack(draft, true);
        assertThat(text(STANDING)).isNull();
    }

    @Test
    void keepsWhatOthersHaveBuiltAndWhatItRestsOn() {
        addACrane();

        Reversal reversal = reversals.of(draft);
        assertThat(reversal.built()).extracting(item -> item.name().text()).containsExactly("Cranes");
        takeBack(draft, true);

        assertThat(text(STANDING)).isEqualTo("Cranes, The 3rd meeting, Vermilion Systems, meeting 3");
    }

    @Test
    void isPublishedAgainThoughItsMeetingHasStayedAndKeepsWhatOthersChangedOfIt() {
        addACrane();
        changed("Port lanes", "Lanes of the port");
        takeBack(draft, true);
        assertThat(text(STANDING)).contains("Lanes of the port", "meeting 3").doesNotContain("Warehouse robots");
        String check = "/desk/drafts/%d/check".formatted(draft);
        long line = number("select id from draft_line where typed ->> 'title' = 'Port lanes' and draft_id = " + draft);

        Staff.signIn(editor);
        assertThat(pages.get().uri(check))
                .bodyText()
                .doesNotContain("already a meeting of this number", "already has a meeting")
                .contains("<a href=\"#line-%d\">A record was changed by somebody else meanwhile".formatted(line));
        retitle(draft, "Port lanes", "Lanes of the port");
        assertThat(pages.post().uri("/desk/drafts/%d/lines/%d/comparison".formatted(draft, line)))
                .hasRedirectedUrl(check + "#line-" + line);
        published(draft);

        assertThat(text(STANDING)).contains("Lanes of the port", "Warehouse robots", "Cranes", "meeting 3");
        assertThat(number("select count(*) from meeting")).isEqualTo(1);
    }

    @Test
    void withdrawsWhatOthersHaveBuiltWhereSomebodySaysSo() {
        addACrane();

        takeBack(draft, false);

        assertThat(text(STANDING)).isNull();
    }

    @Test
    void decidesOfEachRecordByItself() {
        addACrane();
        Item crane = reversals.of(draft).built().get(0);

        Staff.signIn(admin);
        reversals.takeBack(draft, Map.of(crane.ref().code(), true), false, "The release was withdrawn", admin);

        assertThat(text(STANDING)).contains("Cranes").doesNotContain("Port lanes");
    }

    @Test
    void showsWhatGoesAndKeepsWhatWasChosenWhereItIsRefused() {
        addACrane();
        String page = "/desk/drafts/%d/reversal".formatted(draft);
        String crane = reversals.of(draft).built().get(0).ref().code();

        Staff.signIn(admin);
        assertThat(pages.get().uri(page))
                .hasStatusOk()
                .bodyText()
                .contains("Warehouse robots", "Port lanes", "Cranes", "name=\"" + crane + "\"");
        assertThat(pages.post()
                        .uri(page)
                        .param("rest", "goes")
                        .param(crane, "stays")
                        .param("reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("This is needed.")
                .containsPattern("(?s)id=\"rest-goes\" value=\"goes\" checked")
                .containsPattern("(?s)name=\"" + crane + "\".{0,200}value=\"stays\" selected");
        assertThat(text(STANDING)).contains("Cranes", "Port lanes");
    }

    @Test
    void saysAgainWhatWasSaidBefore() {
        long more = changed("Warehouse robots", "Warehouse machines");
        assertThat(text(STANDING)).contains("Warehouse machines");
        assertThat(reversals.of(more).revised())
                .extracting(item -> item.ref().kind())
                .containsExactly(RecordKind.AGREEMENT);

        takeBack(more, true);

        assertThat(text(STANDING)).contains("Warehouse robots", "Port lanes");
    }

    @Test
    void leavesWhatOthersHaveChangedInTheSameFieldSince() {
        long more = changed("Warehouse robots", "Warehouse machines");
        changed("Warehouse machines", "Warehouse automata");

        assertThat(reversals.of(more).fixed()).hasSize(1);
        takeBack(more, true);

        assertThat(text(STANDING)).contains("Warehouse automata");
    }

    @Test
    void namesTheDraftThatBuildsOnItAndThisOneSaysWhatIsMissing() {
        long other = drafts.begin("singapore-shanghai", 3, editor);
        assertThat(reversals.of(draft).drafts())
                .extracting(Reversal.AtWork::path)
                .containsExactly("/desk/drafts/" + other);
        Staff.signIn(admin);
        assertThat(pages.get().uri("/desk/drafts/%d/reversal".formatted(draft)))
                .bodyText()
                .contains("Draft " + other + ": Singapore-Shanghai Comprehensive Cooperation Council, meeting 3")
                .containsPattern(
                        "meeting</span> <a [^>]*>Singapore-Shanghai Comprehensive Cooperation Council, meeting 3</a>");

        takeBack(draft, true);

        drafts.submit(other, editor);
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> review.publish(other, admin))
                .withMessageContaining("was withdrawn meanwhile: The release was withdrawn");
        Staff.signIn(admin);
        assertThat(pages.get().uri("/desk/drafts/%d/check".formatted(other)))
                .bodyText()
                .contains("Agreement 1: The record of this line was withdrawn", "Project 1: The record of this line");
    }

    @Test
    void letsADraftThatBuildsOnItGoOnOnceItIsPublishedAgain() {
        Staff.signIn(editor);
        long other = drafts.begin("singapore-shanghai", 3, editor);
        add(other, "agreement", Map.of("title", "Cranes", "signatories", "Vermilion Systems"));
        takeBack(draft, true);
        published(draft);

        published(other);

        assertThat(text(STANDING)).contains("Cranes", "Warehouse robots");
    }

    @Test
    void letsSomebodyCompareALineWhoseRecordOthersHaveChanged() {
        Staff.signIn(editor);
        long other = drafts.begin("singapore-shanghai", 3, editor);
        long line = number("select id from draft_line where typed ->> 'title' = 'Port lanes' and draft_id = " + other);
        retitle(other, "Port lanes", "Port roads");
        takeBack(draft, true);
        retitle(draft, "Port lanes", "Lanes of ports");
        published(draft);
        String check = "/desk/drafts/%d/check".formatted(other);

        Staff.signIn(editor);
        assertThat(pages.get().uri(check))
                .bodyText()
                .containsSubsequence(
                        "<a href=\"#line-%d\">A record was changed by somebody else meanwhile. Its line below says so"
                                .formatted(line),
                        "id=\"line-" + line,
                        "changed by somebody else meanwhile",
                        "Let it stand as it is here");
        assertThat(pages.post().uri("/desk/drafts/%d/lines/%d/comparison".formatted(other, line)))
                .hasRedirectedUrl(check + "#line-" + line);
        assertThat(pages.get().uri(check)).bodyText().doesNotContain("changed by somebody else meanwhile");

        published(other);
        assertThat(text(STANDING)).contains("Port roads");
    }

    @Test
    void countsWhatStandsAgainAmongWhatAPublicationBrings() {
        takeBack(draft, true);

        Staff.signIn(editor);
        assertThat(pages.get().uri("/desk/drafts/%d/check".formatted(draft)))
                .bodyText()
                .contains("What this publishes")
                .containsPattern("<button [^>]*autofocus[^>]*>Send to a reviewer")
                .doesNotContain("0 of them new");
        drafts.submit(draft, editor);
        Staff.signIn(admin);
        assertThat(pages.get().uri("/desk/drafts/%d/check".formatted(draft)))
                .bodyText()
                .contains("Publish 1 meeting, 1 MOU, 1 project");
        review.publish(draft, admin);
        assertThat(pages.get().uri("/desk/drafts/%d/check".formatted(draft)))
                .bodyText()
                .contains("What this publishes")
                .doesNotContain("Before this can be published", "What changes on record");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void isForAnAdminAlone(Role role) {
        SignedIn person = Staff.withRole(jdbc, "The " + role.code(), role);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> reversals.takeBack(draft, Map.of(), true, "Because", person));
    }

    @Test
    void needsAReasonAndAPublication() {
        assertThatExceptionOfType(BrokenRuleException.class)
                .isThrownBy(() -> reversals.takeBack(draft, Map.of(), true, " ", admin));
        takeBack(draft, true);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> reversals.of(draft));
    }

    /** Its author sends it, and somebody else publishes it. */
    private void published(long id) {
        drafts.submit(id, editor);
        Staff.signIn(admin);
        review.publish(id, admin);
    }

    private void takeBack(long id, boolean rest) {
        Staff.signIn(admin);
        reversals.takeBack(id, Map.of(), rest, "The release was withdrawn", admin);
    }

    /** Somebody else records one more agreement of the meeting, with the same organisation. */
    private void addACrane() {
        Staff.signIn(editor);
        long more = drafts.begin("singapore-shanghai", 3, editor);
        add(more, "agreement", Map.of("title", "Cranes", "signatories", "Vermilion Systems"));
        published(more);
    }

    /** A draft that changes the title of an agreement of the meeting, published. */
    private long changed(String from, String to) {
        long more = drafts.begin("singapore-shanghai", 3, editor);
        retitle(more, from, to);
        published(more);
        return more;
    }

    private void retitle(long id, String from, String to) {
        jdbc.sql("""
                        update draft_line set typed = jsonb_set(typed, '{title}', to_jsonb(cast(:to as text)))
                        where draft_id = :draft and typed ->> 'title' = :from
                        """).param("to", to).param("from", from).param("draft", id).update();
    }

    private long drafted(Map<String, Map<String, String>> lines) {
        long id = drafts.begin("singapore-shanghai", 3, editor);
        long basics = number("select id from draft_line where section = 'basics' and draft_id = " + id);
        Map<String, String> typed = new HashMap<>(Map.of("ordinal", "3", "heldOn", "2025-03-12"));
        drafts.save(id, List.of(new Typing(String.valueOf(basics), null, 0, typed)));
        lines.forEach((section, fields) -> add(id, section, fields));
        drafts.settle(id, Map.of("Vermilion Systems", Settled.NEW));
        return id;
    }

    private void add(long id, String section, Map<String, String> fields) {
        drafts.save(
                id,
                List.of(new Typing(section + "-new", Section.valueOf(section.toUpperCase(Locale.ROOT)), null, fields)));
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).optional().orElse(null);
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
