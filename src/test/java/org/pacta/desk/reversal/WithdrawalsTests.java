package org.pacta.desk.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftView.Typing;
import org.pacta.desk.draft.Section;
import org.pacta.desk.matching.SettledNames.Settled;
import org.pacta.desk.publication.Review;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.Change;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.reader.revision.RevisionQueries;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** A record is withdrawn and restored with what must not be left behind. Commits what it writes, as history is written by commits, and deletes it afterwards. */
@DatabaseTest
@Transactional(propagation = Propagation.NEVER)
class WithdrawalsTests {

    private static final String COUNCIL = "/desk/withdrawals/councils/singapore-shanghai";

    private static final String WITHDRAWN = """
            select coalesce(string_agg(kind, ' ' order by kind), '') from (
                select 'council' as kind from council where withdrawn_on is not null union all select 'meeting' from meeting where withdrawn_on is not null
                union all select 'agreement' from agreement where withdrawn_on is not null
                union all select 'organisation' from organisation where withdrawn_on is not null
                union all select 'source' from source where withdrawn_on is not null) each""";

    @Autowired
    private DraftService drafts;

    @Autowired
    private Review review;

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private RevisionQueries revisions;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    private TransactionTemplate transaction;
    private MockMvcTester pages;
    private SignedIn editor;
    private SignedIn admin;

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
        Staff.signIn(editor);
        long draft = drafted("3", "2025-03-12");
        drafts.submit(draft, editor);
        Staff.signIn(admin);
        review.publish(draft, admin);
    }

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
        jdbc.sql("truncate source, focus_area, place, person, organisation, council, revision, account cascade")
                .update();
    }

    @Test
    void namesWhatRestsOnARecordAndTheDraftsThatWait() {
        Staff.signIn(editor);
        long waiting = drafted("4", "2026-03-12");
        Staff.signIn(admin);

        assertThat(pages.get().uri(COUNCIL))
                .bodyText()
                .contains(
                        "2 records rest on it",
                        "Meetings (1)",
                        "Agreements (1)",
                        ">Warehouse robots</a>",
                        "Council, meeting 4",
                        "href=\"/desk/drafts/" + waiting + "\"",
                        "name=\"with\" required value=\"2\"");
        assertThat(pages.get().uri("/desk/withdrawals/organisations/" + organisation()))
                .bodyText()
                .contains("1 record rests on it", "Warehouse robots", "/desk/drafts/" + waiting, "merged instead");
        assertThat(pages.get().uri("/desk/withdrawals/agreements/" + number("select id from agreement")))
                .bodyText()
                .contains("No other record rests on it.");
    }

    @Test
    void leavesNoRecordBehindThatNamesOneThatIsGone() {
        assertThat(withdraw(COUNCIL, "0"))
                .hasStatus(422)
                .bodyText()
                .contains("<a href=\"#with\">Other records rest on it.", "value=\"A mistake\"");
        assertThat(withdraw(COUNCIL, "7")).hasStatus(409);
        assertThat(text(WITHDRAWN)).isEmpty();

        assertThat(withdraw(COUNCIL, "2")).hasStatus3xxRedirection();

        assertThat(text(WITHDRAWN)).isEqualTo("agreement council meeting");
        assertThat(text("select distinct withdrawal_reason from agreement")).isEqualTo("A mistake");
    }

    @Test
    void restoresWhatTheRecordRestsOn() {
        withdraw(COUNCIL, "2");
        String agreement = "/desk/withdrawals/agreements/" + number("select id from agreement");

        assertThat(pages.get().uri(agreement))
                .bodyText()
                .contains("2 records that it rests on are withdrawn too", "Councils (1)", "Meetings (1)");
        assertThat(restore(agreement, "0", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("<a href=\"#with\">It rests on records that are withdrawn.");
        assertThat(restore(agreement, "2", "0")).hasStatus3xxRedirection();

        assertThat(text(WITHDRAWN)).isEmpty();
    }

    @Test
    void aDraftOfAWithdrawnCouncilSaysSoAndTakesTextsButIsNotPublished() {
        Staff.signIn(editor);
        long waiting = drafted("4", "2026-03-12");
        drafts.submit(waiting, editor);
        Staff.signIn(admin);
        withdraw(COUNCIL, "2");
        String says = "The council was withdrawn: A mistake.";

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> review.publish(waiting, admin))
                .withMessageContaining(says);
        assertThat(pages.get().uri("/desk/drafts/%d/check".formatted(waiting)))
                .bodyText()
                .contains(says);
        drafts.takeBack(waiting, editor);
        assertThat(pages.get().uri("/desk/drafts/" + waiting)).bodyText().contains("Withdrawn meanwhile", says);
        assertThat(pages.post()
                        .uri("/desk/drafts/%d/texts".formatted(waiting))
                        .param("words", "The fourth meeting was held."))
                .hasStatus3xxRedirection();
    }

    @Test
    void aNameThatStoodForAWithdrawnOrganisationIsToBeSettledAgain() {
        Staff.signIn(editor);
        long waiting = drafted("4", "2026-03-12");
        drafts.settle(waiting, Map.of("Vermilion Systems", Settled.as(organisation())));
        Staff.signIn(admin);
        withdraw("/desk/withdrawals/organisations/" + organisation(), "1");

        assertThat(pages.get().uri("/desk/drafts/%d/check".formatted(waiting)))
                .bodyText()
                .contains("Settle what the name “Vermilion Systems” stands for.");
    }

    @Test
    void aDraftThatNamesAWithdrawnSourceSaysSo() {
        Staff.signIn(editor);
        long waiting = drafted("4", "2026-03-12");
        jdbc.sql(
                        "update draft_line set typed = typed || '{\"url\": \"https://example.org/3\"}' where entry = 's' and draft_id = :draft")
                .param("draft", waiting)
                .update();
        Staff.signIn(admin);
        RevisionQueries.Subject source = revisions.subject(
                RecordKind.SOURCE, text("select id::text from source where url = 'https://example.org/3'"));
        withdraw(
                "/desk/withdrawals/sources/" + source.id(),
                "" + withdrawals.of(source).bound().size());

        assertThat(pages.get().uri("/desk/drafts/%d/check".formatted(waiting)))
                .bodyText()
                .contains("The source of this address was withdrawn: A mistake.");
    }

    @Test
    void offersStaffToRestoreWhereARecordIsGone() {
        withdraw(COUNCIL, "2");

        assertThat(pages.get().uri("/councils/singapore-shanghai"))
                .hasStatus(410)
                .bodyText()
                .contains("href=\"" + COUNCIL + "\">Restore this record");
        Staff.signIn(editor);
        assertThat(pages.get().uri("/councils/singapore-shanghai"))
                .bodyText()
                .contains("An admin can restore it.")
                .doesNotContain("Restore this record");
        assertThat(pages.get().uri("/councils/singapore-shanghai/history"))
                .bodyText()
                .doesNotContain("An admin can restore it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2"})
    void restoresWhatWasWithdrawnWithItWhereSomebodySaysSo(String along) {
        withdraw(COUNCIL, "2");

        assertThat(pages.get().uri(COUNCIL))
                .bodyText()
                .contains("2 records were withdrawn with it", "name=\"along\" value=\"2\"");
        assertThat(restore(COUNCIL, "0", along)).hasStatus3xxRedirection();

        assertThat(text(WITHDRAWN)).isEqualTo(along.equals("0") ? "agreement meeting" : "");
    }

    @Test
    void offersNothingThatRestsOnWhatWasWithdrawnOtherwise() {
        withdraw(COUNCIL, "2");
        withdraw("/desk/withdrawals/organisations/" + organisation(), "0");

        assertThat(pages.get().uri(COUNCIL))
                .bodyText()
                .contains("1 record was withdrawn with it", "Meetings (1)")
                .doesNotContain("Agreements (1)");
    }

    @ParameterizedTest
    @EnumSource
    void isForAnAdmin(Role role) {
        SignedIn person = Staff.withRole(jdbc, "The " + role.code(), role);
        Staff.signIn(person);
        RevisionQueries.Subject place = revisions.subject(RecordKind.PLACE, "shanghai");

        Class<? extends Exception> refusal =
                role == Role.ADMIN ? OptimisticLockingFailureException.class : AccessDeniedException.class;
        assertThatExceptionOfType(refusal)
                .as("an admin is told that another version stands")
                .isThrownBy(() -> withdrawals.withdraw(
                        revisions.subject(RecordKind.AGREEMENT, String.valueOf(number("select id from agreement"))),
                        987,
                        0,
                        "Entered twice",
                        person));
        assertThatExceptionOfType(refusal)
                .as("an admin is told that it was never withdrawn")
                .isThrownBy(() -> withdrawals.restore(place, 0, 0, 0, "It is one after all", person));
    }

    private MvcTestResult withdraw(String address, String with) {
        return pages.post()
                .uri(address)
                .param("version", version(address))
                .param("with", with)
                .param("reason", "A mistake")
                .exchange();
    }

    private MvcTestResult restore(String address, String with, String along) {
        return pages.post()
                .uri(address + "/reversal")
                .param("version", version(address))
                .param("with", with)
                .param("along", along)
                .param("reason", "None after all")
                .exchange();
    }

    private String version(String address) {
        String[] parts = address.split("/");
        return text("select version::text from %s where %s = '%s'"
                .formatted(
                        RecordKind.ofPlural(parts[3]).code(), parts[3].equals("councils") ? "slug" : "id", parts[4]));
    }

    private long drafted(String ordinal, String day) {
        long id = drafts.begin("singapore-shanghai", Integer.valueOf(ordinal), editor);
        long basics = number("select id from draft_line where section = 'basics' and draft_id = " + id);
        drafts.save(
                id,
                List.of(
                        new Typing(String.valueOf(basics), null, 0, Map.of("ordinal", ordinal, "heldOn", day)),
                        new Typing(
                                "s",
                                Section.SOURCE,
                                null,
                                Map.of("title", "Meeting " + ordinal, "url", "https://example.org/" + ordinal)),
                        new Typing(
                                "a",
                                Section.AGREEMENT,
                                null,
                                Map.of("title", "Warehouse robots", "signatories", "Vermilion Systems"))));
        if (ordinal.equals("3")) {
            drafts.settle(id, Map.of("Vermilion Systems", Settled.NEW));
        }
        return id;
    }

    private long organisation() {
        return number("select id from organisation where name = 'Vermilion Systems'");
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
