package org.pacta.exchange.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.exchange.dictionary.ColumnEntry;
import org.pacta.exchange.dictionary.Dictionary;
import org.pacta.exchange.dictionary.TableEntry;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.storage.FileStore;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A record of the sample is withdrawn and has to go, with all that was ever written of it. */
@PageTest
class ErasureTests {

    private static final String MARK = "must-not-be-kept";

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JdbcClient database;

    @Autowired
    Dictionary dictionary;

    @Autowired
    Absences absences;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    FileStore store;

    private SignedIn admin;
    private SignedIn reviewer;

    @BeforeEach
    void hire() {
        admin = Staff.admin(database, "Tan Hui");
        reviewer = Staff.reviewer(database, "Lim Wei");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreement", "project", "source", "figure", "commitment"})
    void takesEverythingThatWasWrittenOfIt(String kind) throws IOException {
        long id = database.sql("select min(id) from " + kind).query(Long.class).single();
        mark(kind, id);
        prepare(kind, id);
        withdraw(kind, id);
        assertThat(marked()).contains(kind, kind + "_aud", "draft_line", "draft_text", "draft_remark", "correction");

        erase(kind, id);

        assertThat(marked()).isEmpty();
        assertThat(absences.of(kind, id)).isInstanceOf(GoneException.class).hasMessage("Asked for by the person");
        assertThat(database.sql("select words from draft_text where id = -1")
                        .query(String.class)
                        .single())
                .isEqualTo("before " + "█".repeat(MARK.length()) + " after");
    }

    @Test
    void leavesAllElseAsItIs() throws IOException {
        long id = database.sql("select min(organisation_id) from signatory")
                .query(Long.class)
                .single();
        mark("organisation", id);
        withdraw("organisation", id);
        Map<String, Long> before = rows();

        String told = erase("organisation", id);

        assertThat(marked()).isEmpty();
        assertThat(told)
                .startsWith("Erased organisation %d: ".formatted(id))
                .contains("1 of organisation,", "Backups made before still hold it");
        Map<String, Long> after = rows();
        Stream.of("agreement", "project", "council", "meeting", "person", "source", "agreement_aud", "draft")
                .forEach(table -> assertThat(after.get(table)).as(table).isEqualTo(before.get(table)));
        assertThat(after.get("organisation")).isEqualTo(before.get("organisation") - 1);
        assertThat(database.sql("select made_by || ': ' || reason from revision order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Tan Hui: Erased organisation %d: Asked for by the person".formatted(id));
        assertThat(database.sql(
                                "select what || ' ' || account_id || ' ' || about from audit_waiting order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("erased %d organisation %d".formatted(admin.id(), id));
    }

    @Test
    void takesTheFileOfADocumentUnlessAnotherHasIt() throws IOException {
        String file = store.keep(new ByteArrayInputStream(MARK.getBytes(StandardCharsets.UTF_8)))
                .sha256();
        database.sql("""
                        insert into document_file (sha256, size, media_type) values (:sha256, 16, 'application/pdf');
                        insert into document_page (sha256, page, words) values (:sha256, 1, :mark);
                        insert into document (id, sha256, size, media_type, name, kind, source_id)
                        select n, :sha256, 16, 'application/pdf', 'release.pdf', 'annex', 1 from generate_series(1, 2) n;
                        insert into document_aud (id, sha256, name, rev, revtype) select id, sha256, name, 1, 0 from document
                        """).param("sha256", file).param("mark", MARK).update();
        withdraw("document", 1);
        withdraw("document", 2);

        erase("document", 1);
        assertThat(store.find(file).exists()).isTrue();
        assertThat(marked()).containsOnly("document_page");

        assertThat(erase("document", 2)).contains("1 of document_file");
        assertThat(store.find(file).exists()).isFalse();
        assertThat(marked()).isEmpty();
        assertThat(absences.of("document", 2L)).isInstanceOf(GoneException.class);
    }

    @Test
    void asksForAnAdminASecondPersonAndAReason() {
        withdraw("project", 1);
        SignedIn editor = Staff.editor(database, "Goh Li");

        refuses("Two people are two accounts", "projects/1", "Why", admin, admin);
        refuses("Lim Wei is no admin", "projects/1", "Why", reviewer, admin);
        refuses("Goh Li is neither reviewer nor admin", "projects/1", "Why", admin, editor);
        refuses("Say why", "projects/1", " ", admin, reviewer);
        refuses("There is no such kind of record", "lists/1", "Why", admin, reviewer);
        refuses("Name a record as its address does", "projects", "Why", admin, reviewer);
        assertThatExceptionOfType(CannotEraseException.class)
                .isThrownBy(() -> EraseCommand.erase(
                        jdbc, transactions(), settings("projects/1", "Why"), typed("tan.hui\na guess\n"), store))
                .withMessageContaining("The name or the password is wrong");
    }

    @Test
    void erasesOnlyWhatWasWithdrawnAndNothingThatOthersNeed() {
        refuses("The project 1 stands", "projects/1", "Why", admin, reviewer);
        refuses("There is no project 987654", "projects/987654", "Why", admin, reviewer);

        withdraw("council", 1);
        refuses("Others cannot be without the council 1: meeting ", "councils/1", "Why", admin, reviewer);
    }

    @Test
    void erasesNothingThatSomebodyWorksOn() {
        prepare("project", 1);
        withdraw("project", 1);
        database.sql("update draft set state = 'open', ended_at = null where id = -1")
                .update();

        refuses("Somebody works on the project 1: draft -1", "projects/1", "Why", admin, reviewer);
    }

    private TransactionTemplate transactions() {
        return new TransactionTemplate(transactions);
    }

    private void refuses(String message, String record, String reason, SignedIn first, SignedIn second) {
        assertThatExceptionOfType(CannotEraseException.class)
                .isThrownBy(() ->
                        EraseCommand.erase(jdbc, transactions(), settings(record, reason), typed(first, second), store))
                .withMessageContaining(message);
    }

    private String erase(String kind, long id) throws IOException {
        return EraseCommand.erase(
                jdbc,
                transactions(),
                settings(kind + "s/" + id, "Asked for by the person"),
                typed(admin, reviewer),
                store);
    }

    private static MockEnvironment settings(String record, String reason) {
        return new MockEnvironment().withProperty("pacta.erase", record).withProperty("pacta.erase.reason", reason);
    }

    private static BufferedReader typed(SignedIn... people) {
        return typed(Stream.of(people)
                .map(person -> person.name() + "\n" + Staff.password(person) + "\n")
                .collect(Collectors.joining()));
    }

    private static BufferedReader typed(String lines) {
        return new BufferedReader(new StringReader(lines));
    }

    private void withdraw(String kind, long id) {
        database.sql("update %s set withdrawn_on = now(), withdrawal_reason = 'Entered twice' where id = :id"
                        .formatted(kind))
                .param("id", id)
                .update();
    }

    /** Marks the texts of a record and of what belongs to it, now and in their history. */
    private void mark(String kind, long id) {
        for (TableEntry table : dictionary.registry()) {
            String column = table.name().equals(kind)
                    ? "id"
                    : table.foreignKeys().stream()
                            .filter(key -> key.table().equals(kind))
                            .map(key -> key.columns().get(0))
                            .filter(key -> key.equals(kind + "_id"))
                            .findFirst()
                            .orElse("");
            boolean isPart = table.columns().stream()
                    .anyMatch(each -> each.name().equals(column) && (!each.mayBeEmpty() || column.equals("id")));
            if (isPart) {
                free(table)
                        .forEach(text -> Stream.of(table.name(), table.name() + "_aud")
                                .forEach(each -> database.sql(
                                                "update \"%s\" set \"%s\" = '%s ' || id where %s = %d and \"%2$s\" is not null"
                                                        .formatted(each, text, MARK, column, id))
                                        .update()));
            }
        }
    }

    /** The columns of a table that may hold any text. */
    private static List<String> free(TableEntry table) {
        return table.carried().stream()
                .filter(column -> column.type() == ColumnEntry.Type.TEXT)
                .filter(column ->
                        column.rule().choices().isEmpty() && column.rule().pattern() == null)
                .map(ColumnEntry::name)
                .filter(name -> Stream.of(
                                "title", "name", "note", "summary", "statement", "quote", "office", "as_printed")
                        .anyMatch(name::endsWith))
                .toList();
    }

    private void prepare(String kind, long id) {
        database.sql("""
                        insert into draft (id, council_id, author_id, state, made_at, changed_at, ended_at)
                            values (-1, 1, :by, 'published', now(), now(), now());
                        insert into draft_text (id, draft_id, name, words, added_at, added_by_id)
                            values (-1, -1, 'release', 'before ' || :mark || ' after', now(), :by);
                        insert into draft_line (id, draft_id, entry, section, position, state, typed, text_id, start_at, end_at, became_id)
                            values (-1, -1, 'entry', :kind, 1, 'entered', jsonb_build_object('title', :mark), -1, 7, 7 + length(:mark), :id);
                        insert into draft_remark (id, draft_id, line_id, words, said_at, said_by_id) values (-1, -1, -1, :mark, now(), :by);
                        insert into review_step (id, draft_id, taken_at, before) values (-1, -1, now(), jsonb_build_object('title', :mark));
                        insert into correction (id, entry, kind, record_id, base_version, base_revision, typed, reason, author_id, state, made_at,
                            changed_at, ended_at)
                            select -1, 'entry', :kind, :id, 0, max(id), jsonb_build_object('title', :mark), 'Why', :by, 'published', now(), now(), now()
                            from revision;
                        """)
                .param("by", admin.id())
                .param("kind", kind)
                .param("id", id)
                .param("mark", MARK)
                .update();
    }

    /** The tables that hold the mark anywhere. */
    private List<String> marked() {
        return dictionary.tables().stream()
                .map(TableEntry::name)
                .filter(table -> database.sql("select exists (select from \"%s\" one where one::text like '%%%s%%')"
                                .formatted(table, MARK))
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        dictionary
                .tables()
                .forEach(table -> rows.put(
                        table.name(),
                        database.sql("select count(*) from \"%s\"".formatted(table.name()))
                                .query(Long.class)
                                .single()));
        return rows;
    }
}
