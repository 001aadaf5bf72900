package org.pacta.desk.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.desk.importing.ImportFixtures;
import org.pacta.desk.moving.ImportReview.About;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Change;
import org.pacta.platform.security.SignedIn;
import org.pacta.reference.organisation.OrganisationFixtures;
import org.pacta.registry.record.RecordForms;
import org.pacta.rules.table.ColumnTarget;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A list moves in. Commits what it writes, as it is written by another thread, and deletes it afterwards. */
@DatabaseTest
@Transactional(propagation = Propagation.NEVER)
class MovingInTests {

    private static final String LIST = """
            Number,Title,Partner,Country,Signed,Kind,In force
            1,MEMORANDUM ON ROBOTS,CrimsonLogic,Singapore,2009-05-00,MOU,yes
            2,TREATY ON SHIPS,HAIYUE OFFICE;VERMILION MINISTRY,Elsewhere,17/05/2010,TREATY,no
            3,TREATY ON SHIPS,HAIYUE OFFICE;VERMILION MINISTRY,Elsewhere,17/05/2010,TREATY,no
            4,,HAIYUE OFFICE,Elsewhere,,TREATY,no
            5,TREATY ON KITES,(NO REGISTRA),,some day,TREATY,no
            """;

    private static final ColumnTarget[] COLUMNS = {
        ColumnTarget.KEY,
        ColumnTarget.TITLE,
        ColumnTarget.PARTY,
        ColumnTarget.PARTY_PLACE,
        ColumnTarget.SIGNED_ON,
        ColumnTarget.KIND,
        ColumnTarget.STATUS
    };

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Moves moves;

    @Autowired
    private ImportReview review;

    @Autowired
    private RecordForms records;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    private TransactionTemplate transaction;
    private SignedIn editor;
    private SignedIn admin;

    @Autowired
    void transactions(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void begin() {
        clear();
        editor = Staff.editor(jdbc, "Lim Wei");
        admin = Staff.admin(jdbc, "Goh Li");
        transaction.executeWithoutResult(status -> {
            Change.because("For a test", "test");
            OrganisationFixtures.crimsonLogic(entities);
        });
    }

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
        jdbc.sql(
                        "truncate import, import_file, import_mapping, source, focus_area, place, person, organisation, council, revision, account cascade")
                .update();
    }

    @Test
    void everyRowSaysWhatWouldBecomeOfIt() {
        long id = tried();

        assertThat(states(id))
                .isEqualTo("2 look value, 3 look value, 4 there repeat, 5 refused no_title, 6 look value");
        settle(id);
        assertThat(states(id)).isEqualTo("2 ready, 3 ready, 4 there repeat, 5 refused no_title, 6 look date");
        assertThat(text("select string_agg(signed_on, ' ' order by number) from import_row"))
                .isEqualTo("2009-05 2010-05-17 2010-05-17");
        assertThat(
                        text(
                                "select string_agg(printed || ' ' || uses || ' ' || decision, ', ' order by printed) from import_value where target = 'party'"))
                .isEqualTo(
                        "CrimsonLogic 1 match, HAIYUE OFFICE 3 new, Office of Nowhere 5 new, VERMILION MINISTRY 2 new");
    }

    @Test
    void whatIsReadyIsPublishedByAnotherAndCitesItsRow() {
        long id = published();

        assertThat(
                        text(
                                "select string_agg(title || ' ' || kind || ' ' || status || ' ' || coalesce(signed_on, '-'), ', ' order by title) from agreement"))
                .isEqualTo(
                        "MEMORANDUM ON ROBOTS mou in_force 2009-05, TREATY ON KITES agreement signed -, TREATY ON SHIPS agreement signed 2010-05-17");
        assertThat(text("""
                        select string_agg(distinct locator, ', ' order by locator) from agreement_citation join source on source.id = source_id
                        where source.title = 'The list of the office'
                        """)).isEqualTo("row 2, row 3, row 6");
        assertThat(text("""
                        select string_agg(organisation.name || coalesce(' in ' || place.name, ''), ', ' order by organisation.name) from organisation
                        left join place on place.id = place_id where to_complete
                        """)).as("of the others kind and place are known").isEqualTo("Office of Nowhere");
        assertThat(text("select note from agreement where title = 'TREATY ON KITES'"))
                .isEqualTo("Signed: some day");
        assertThat(text("select string_agg(distinct made_by, ', ') from revision where origin = 'import " + id + "'"))
                .isEqualTo("Goh Li");
        assertThat(states(id))
                .isEqualTo("2 there done, 3 there done, 4 there repeat, 5 refused no_title, 6 there done");
    }

    @Test
    void nobodyPublishesAListTheyHaveWorkedOn() {
        long id = submitted();
        SignedIn other = Staff.reviewer(jdbc, "Tan Mei");
        transaction.executeWithoutResult(status -> review.reopen(id, other));
        review.submit(id, new About("The list", "", "", "en"), editor);

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> review.publish(id, other));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> review.publish(id, editor));
    }

    @Test
    void theSameListAgainMakesNothingTwice() {
        published();

        long again = tried();

        assertThat(states(again))
                .isEqualTo("2 there key, 3 there key, 4 there repeat, 5 refused no_title, 6 there key");
    }

    @Test
    void aRowThatSaysSomethingElseBecomesACorrection() {
        published();

        long again = changed();

        assertThat(states(again))
                .isEqualTo("2 there corrected, 3 there key, 4 there repeat, 5 refused no_title, 6 there key");
        assertThat(text("select count(*) || ' ' || min(signed_on) from agreement"))
                .isEqualTo("3 2009-05-17");
        assertThat(
                        text(
                                "select count(*) from agreement_citation join agreement on agreement.id = agreement_id where signed_on = '2009-05-17'"))
                .isEqualTo("2");
        assertThat(review.takeBack(again, "Too early", admin)).isEmpty();
        ImportFixtures.settle(context);
        assertThat(text("select count(*) from agreement where withdrawn_on is null"))
                .isEqualTo("3");
    }

    @Test
    void whatOthersHaveChangedSinceIsNotOverwritten() {
        published();
        long robots = jdbc.sql("select id from agreement where title = 'MEMORANDUM ON ROBOTS'")
                .query(Long.class)
                .single();
        Staff.signIn(admin);
        transaction.executeWithoutResult(status -> {
            Change.because("Looked it up");
            Standing<?> standing = records.standing(RecordKind.AGREEMENT, robots);
            ObjectNode form = JsonMapper.shared().valueToTree(standing.form());
            records.revise(
                    robots,
                    standing.version(),
                    JsonMapper.shared()
                            .treeToValue(form.put("signedOn", "2009-05-03"), records.type(RecordKind.AGREEMENT)));
        });

        long again = changed();

        assertThat(states(again)).startsWith("2 look fixed, ");
        assertThat(text("select signed_on from agreement where id = " + robots)).isEqualTo("2009-05-03");
    }

    @Test
    void howLongAnAgreementRunsMovesInAsFarAsItCanBeRead() {
        long id = ImportFixtures.read(
                context,
                """
                Title,Signed,In force,Until,Duration
                Memorandum on ports,2009-05-17,17/06/2009,2014-06,5 years
                Memorandum on kites,2010,,indefinite,
                Memorandum on ships,2011,,,as long as needed
                Memorandum on trees,2012,,the thaw,
                """,
                "",
                editor,
                ColumnTarget.TITLE,
                ColumnTarget.SIGNED_ON,
                ColumnTarget.IN_FORCE_FROM,
                ColumnTarget.VALID_UNTIL,
                ColumnTarget.RUNS_FOR);
        assertThat(states(id)).isEqualTo("2 ready, 3 ready, 4 ready, 5 look date");

        review.submit(id, new About("A list of terms", "", "", "en"), editor);
        review.publish(id, admin);
        ImportFixtures.settle(context);

        assertThat(text("""
                        select string_agg(concat_ws(' ', title, in_force_from, valid_until, runs_for, until_ended, note), ', ' order by id)
                        from agreement
                        """))
                .isEqualTo("Memorandum on ports 2009-06-17 2014-06 P5Y f, Memorandum on kites t, "
                        + "Memorandum on ships f Duration: as long as needed");
    }

    /** The list comes again with another day in its first row, and is published. */
    private long changed() {
        long again = ImportFixtures.read(
                context, LIST.replace("2009-05-00", "2009-05-17"), "Office of Nowhere", editor, COLUMNS);
        settle(again);
        assertThat(states(again)).startsWith("2 ready changed, 3 there key, ");
        review.submit(again, new About("The list of the office, again", "", "", "en"), editor);
        review.publish(again, admin);
        ImportFixtures.settle(context);
        return again;
    }

    @Test
    void anAgreementOnRecordFromElsewhereIsLookedAt() {
        published();

        long other = ImportFixtures.read(
                context,
                "Name,Date,With\nTreaty on ships,2010,Vermilion Ministry\nTreaty on ships,2011,Vermilion Ministry\nTreaty on ships,2010,Somebody else\n",
                "",
                editor,
                ColumnTarget.TITLE,
                ColumnTarget.SIGNED_ON,
                ColumnTarget.PARTY);
        settle(other);

        assertThat(states(other)).isEqualTo("2 look like, 3 ready, 4 ready");
        moves.accept(other, "like", editor);
        ImportFixtures.settle(context);
        assertThat(states(other)).isEqualTo("2 ready, 3 ready, 4 ready");
    }

    @Test
    void allOfItIsTakenBackAsOne() {
        long id = published();

        assertThat(review.takeBack(id, "The wrong list", admin)).isEmpty();
        ImportFixtures.settle(context);

        assertThat(
                        text(
                                "select string_agg(name, ', ') from (select title as name from agreement where withdrawn_on is null union all select name from organisation where withdrawn_on is null and to_complete"
                                        + " union all select title from source where withdrawn_on is null and title like 'The list%' union all select name from place where withdrawn_on is null and name = 'Elsewhere') standing"))
                .isEqualTo("null");
        assertThat(text("select withdrawal_reason from agreement limit 1"))
                .isEqualTo("The wrong list (import " + id + ")");
        assertThat(text("select state from import where id = " + id)).isEqualTo("undone");
        assertThat(states(tried())).doesNotContain("key");
    }

    @Test
    void whatOthersHaveBuiltOnStandsInTheWay() {
        long id = published();
        long treaty = jdbc.sql("select id from agreement where title = 'TREATY ON KITES'")
                .query(Long.class)
                .single();
        Staff.signIn(admin);
        transaction.executeWithoutResult(status -> {
            Change.because("Not of this list");
            records.withdraw(
                    RecordKind.AGREEMENT,
                    treaty,
                    records.standing(RecordKind.AGREEMENT, treaty).version(),
                    "Entered twice");
        });
        transaction.executeWithoutResult(status -> {
            Change.because("Not of this list");
            records.restore(
                    RecordKind.AGREEMENT,
                    treaty,
                    jdbc.sql("select version from agreement where id = " + treaty)
                            .query(Integer.class)
                            .single());
        });

        assertThat(review.takeBack(id, "The wrong list", admin))
                .extracting(each -> each.name().text())
                .containsExactly("TREATY ON KITES");
        assertThat(text("select string_agg(distinct state || coalesce(work, ''), ', ') from import"))
                .isEqualTo("published");
    }

    @Test
    void aRowThatBreaksARuleIsRefusedAlone() {
        long id = submitted();
        jdbc.sql("update import_value set choice = 'no_such_kind' where printed = 'MOU'")
                .update();

        review.publish(id, admin);
        ImportFixtures.settle(context);

        assertThat(states(id))
                .isEqualTo("2 refused rule, 3 there done, 4 there repeat, 5 refused no_title, 6 there done");
        assertThat(text("select coalesce(work, 'none') || coalesce(trouble, '') from import"))
                .isEqualTo("none");
    }

    @Test
    void aListPastItsTurnIsNotChanged() {
        long id = submitted();

        assertThatExceptionOfType(BrokenRuleException.class).isThrownBy(() -> moves.attempt(id, editor));
    }

    private long tried() {
        return ImportFixtures.read(context, LIST, "Office of Nowhere", editor, COLUMNS);
    }

    private void settle(long id) {
        for (ColumnTarget target :
                List.of(ColumnTarget.PARTY_PLACE, ColumnTarget.PARTY, ColumnTarget.KIND, ColumnTarget.STATUS)) {
            moves.decideAll(id, target, "exact", "", "", editor);
        }
        moves.decideAll(id, ColumnTarget.PARTY_PLACE, "new", "", "", editor);
        moves.decideAll(id, ColumnTarget.PARTY, "new", "", "ministry", editor);
        moves.decideAll(id, ColumnTarget.STATUS, "none", "", "", editor);
        moves.attempt(id, editor);
        ImportFixtures.settle(context);
    }

    private long submitted() {
        long id = tried();
        settle(id);
        moves.accept(id, "date", editor);
        ImportFixtures.settle(context);
        review.submit(id, new About("The list of the office", "Office of Nowhere", "", "en"), editor);
        return id;
    }

    private long published() {
        long id = submitted();
        review.publish(id, admin);
        ImportFixtures.settle(context);
        return id;
    }

    private String states(long id) {
        return text(
                "select string_agg(number || ' ' || state || coalesce(' ' || reason, ''), ', ' order by number) from import_row where state is not null and import_id = "
                        + id);
    }

    private String text(String sql) {
        return jdbc.sql(sql).query((row, n) -> String.valueOf(row.getString(1))).single();
    }
}
