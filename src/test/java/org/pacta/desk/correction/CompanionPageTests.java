package org.pacta.desk.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacta.test.StaffPages.location;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.security.SignedIn;
import org.pacta.registry.record.FormTexts;
import org.pacta.registry.record.RecordForms;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.pacta.test.StaffPages;
import org.pacta.test.StatementCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class CompanionPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffPages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    EntityManager entities;

    @Autowired
    RecordForms forms;

    @Autowired
    FormTexts texts;

    private SignedIn editor;
    private SignedIn reviewer;
    private List<Long> agreements;

    @BeforeEach
    void hireStaff() {
        editor = Staff.editor(jdbc, "Lim Wei");
        reviewer = Staff.reviewer(jdbc, "Tan Mei");
        agreements = jdbc.sql("select id from agreement where title is not null and note is null order by id limit 3")
                .query(Long.class)
                .list();
    }

    @ParameterizedTest
    @CsvSource({
        "/agreements/1, status",
        "/projects/1, launchedOn",
        "/organisations/1, place",
        "/people/1, name",
        "/places/shanghai, isoCode",
        "/sources/1, url",
        "/councils/sci, sides",
        "/councils/sci/meetings/4, heldOn"
    })
    void leadsFromAFieldOfARecordToItsFormAndSaysNothingOfItToReaders(String record, String field) {
        String way = "/desk" + record + "/edit?field=" + field;

        assertThat(pages.get(record, editor)).bodyText().contains(way);
        assertThat(pages.get(way, editor)).hasStatusOk().bodyText().contains("autofocus");
        assertThat(mvc.get().uri(record)).bodyText().doesNotContain("?field=", "/edit");
        assertThat(pages.get("/desk" + record + "/edit?field=nothing", editor)).hasStatus(400);
    }

    @Test
    void leadsToWhatIsSaidOnTheSamePage() {
        assertThat(pages.get("/agreements/1", editor)).bodyText().containsPattern("/desk/commitments/\\d+/edit");
        String indicated = jdbc.sql(
                        "select path from record where kind = 'indicator' and path is not null order by id limit 1")
                .query(String.class)
                .single();
        assertThat(pages.get(indicated.replaceFirst("#.*", ""), editor))
                .bodyText()
                .containsPattern("/desk/indicators/\\d+/edit");
        assertThat(mvc.get().uri(indicated.replaceFirst("#.*", ""))).bodyText().doesNotContain("/desk/indicators");
    }

    @Test
    void goesOnWithWhatIsAtWorkAndBackToTheRecord() {
        String correction = begun(agreements.get(0), Map.of("title", "Trade data"));

        assertThat(pages.get("/desk/agreements/%d/edit?field=status".formatted(agreements.get(0)), editor))
                .hasRedirectedUrl(correction + "/edit?field=status");
        assertThat(pages.post(correction + "/submission", editor, Map.of()))
                .hasRedirectedUrl("/agreements/" + agreements.get(0));
        assertThat(pages.get("/desk/agreements/%d/edit?field=status".formatted(agreements.get(0)), editor))
                .hasRedirectedUrl(correction + "/edit?field=status");
        assertThat(pages.get(correction + "/edit?field=status", editor)).hasRedirectedUrl(correction);
    }

    @Test
    void publishesSeveralRecordsWithOneReason() {
        String correction = begun(agreements.get(0), Map.of("title", "Trade data"));
        assertThat(pages.get("/desk/agreements/%d/edit".formatted(agreements.get(1)), editor))
                .bodyText()
                .contains("Save into “Trade data”", correction + "/records");
        add(correction, agreements.get(1), Map.of("title", "Trade data, second part"));
        add(correction, agreements.get(2), Map.of("status", "expired"));
        assertThat(pages.get(correction, editor))
                .bodyText()
                .contains("Change 3 records", "3 records change", "second", "Go on changing")
                .doesNotContain("Change this agreement");
        assertThat(pages.get("/desk/corrections", editor)).bodyText().contains("Trade data", "and 2 others");
        assertThat(pages.get("/desk", editor))
                .bodyText()
                .containsPattern("Trade data[\\s\\S]*<td class=\"number\">3</td>");

        pages.post(correction + "/submission", editor, Map.of());
        assertThat(pages.get(correction, reviewer)).bodyText().contains("Publish the change of 3 records");
        assertThat(pages.post(correction + "/publication", reviewer, Map.of()))
                .hasRedirectedUrl("/agreements/" + agreements.get(0));

        assertThat(said("title")).startsWith("Trade data", "Trade data, second part");
        assertThat(said("status")).element(2).isEqualTo("expired");
        assertThat(pages.get(correction, editor)).bodyText().contains("Take this correction back");
    }

    @Test
    void readsTwentyRecordsMoreInHardlyMoreStatements() {
        StatementCounter counter = (StatementCounter) database;
        String correction = begun(agreements.get(0), Map.of("title", "Trade data"));
        add(correction, agreements.get(1), Map.of("title", "Trade data, second part"));
        putIn(20);
        assertThat(pages.get(correction, editor)).bodyText().contains("Change 22 records");
        int before = counter.during(() -> pages.get(correction, editor));
        putIn(20);

        assertThat(counter.during(() ->
                        assertThat(pages.get(correction, editor)).bodyText().contains("Change 42 records")))
                .isBetween(before, before + 3);
    }

    /** Puts some more agreements into the newest correction, from the last on, as one that is in it already. */
    private void putIn(int some) {
        jdbc.sql("""
                        insert into correction_record (correction_id, kind, record_id, position, base_version, base_revision, typed)
                        select correction_id, 'agreement', agreement.id, 100 - agreement.id, agreement.version, base_revision, typed
                        from (select * from correction_record order by correction_id desc, position limit 1) first, agreement
                        where agreement.id not in (select record_id from correction_record) and agreement.id <> :main
                        order by agreement.id desc limit :some
                        """).param("main", agreements.get(0)).param("some", some).update();
    }

    @Test
    void bringsARecordThatWasChangedMeanwhileTogetherOrLeavesItOut() {
        String correction = begun(agreements.get(0), Map.of("title", "Trade data"));
        add(correction, agreements.get(1), Map.of("title", "Mine"));
        jdbc.sql("update agreement set version = version + 1, title = 'Theirs', note = 'Seen' where id = :id")
                .param("id", agreements.get(1))
                .update();
        entities.clear();
        String at = "%s/records/agreements/%d".formatted(correction, agreements.get(1));

        assertThat(pages.get(at + "/edit", editor))
                .bodyText()
                .contains("Both changed this. It now says: Theirs", "value=\"Mine\"", "Seen");

        add(correction, agreements.get(1), Map.of("title", "Mine"));
        assertThat(pages.get(correction, editor)).bodyText().doesNotContain("The record was changed since");
        pages.post(at + "/removal", editor, Map.of());
        assertThat(pages.get(correction, editor)).bodyText().doesNotContain("records change");
    }

    @Test
    void refusesTheCorrectionOfSomebodyElseAndTheSameRecordTwice() {
        String correction = begun(agreements.get(0), Map.of("title", "Trade data"));

        assertThat(add(correction, agreements.get(0), Map.of("title", "Other"))).hasStatus(400);
        assertThat(pages.post(
                        correction + "/records/agreements/%d/removal".formatted(agreements.get(1)), reviewer, Map.of()))
                .hasStatus(403);
        assertThat(pages.post(correction + "/reversal", editor, Map.of())).hasStatus(404);
    }

    private List<String> said(String column) {
        return jdbc.sql("select %s from agreement where id in (:ids) order by id".formatted(column))
                .param("ids", agreements)
                .query(String.class)
                .list();
    }

    private String begun(long agreement, Map<String, String> changed) {
        Map<String, String> sent = sent(agreement, changed);
        sent.put("correction.entry", UUID.randomUUID().toString());
        sent.put("form-key", UUID.randomUUID().toString().substring(0, 16));
        return location(pages.post("/desk/corrections", editor, sent));
    }

    private MvcTestResult add(String correction, long agreement, Map<String, String> changed) {
        return pages.post(correction + "/records", editor, sent(agreement, changed));
    }

    private Map<String, String> sent(long agreement, Map<String, String> changed) {
        var standing = forms.standing(RecordKind.AGREEMENT, agreement);
        Map<String, String> sent = new LinkedHashMap<>(texts.write(RecordKind.AGREEMENT, standing.form()));
        sent.putAll(changed);
        sent.put("correction.kind", "agreements");
        sent.put("correction.reason", "The source says so");
        sent.put("correction.record", Long.toString(agreement));
        sent.put("correction.base", Integer.toString(standing.version()));
        sent.put(
                "correction.revision",
                jdbc.sql("select max(rev)::text from agreement_aud where id = :id")
                        .param("id", agreement)
                        .query(String.class)
                        .single());
        return sent;
    }
}
