package org.pacta.desk.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacta.test.StaffPages.location;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.security.SignedIn;
import org.pacta.reference.person.PersonFixtures;
import org.pacta.registry.record.FormTexts;
import org.pacta.registry.record.RecordForms;
import org.pacta.test.PageTest;
import org.pacta.test.Samples;
import org.pacta.test.Staff;
import org.pacta.test.StaffPages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class CorrectionPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffPages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Autowired
    RecordForms forms;

    @Autowired
    FormTexts texts;

    private SignedIn editor;
    private SignedIn reviewer;

    @BeforeEach
    void hireStaff() {
        editor = Staff.editor(jdbc, "Lim Wei");
        reviewer = Staff.reviewer(jdbc, "Tan Mei");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfRecordHasAFormToChangeOneAndToAddOne(RecordKind kind) {
        Samples.addWhatIsMissing(jdbc);
        assertThat(get("/desk/" + kind.plural() + "/new")).hasStatusOk();
        long id =
                jdbc.sql("select min(id) from " + kind.code()).query(Long.class).single();
        assertThat(get("/desk/" + kind.plural() + "/" + id + "/edit")).hasStatusOk();
    }

    @Test
    void aChangeIsComparedWithTheRecordSentToAReviewerAndPublished() {
        long agreement = anAgreement();
        Map<String, String> typed = typed(RecordKind.AGREEMENT, agreement);
        typed.put("title", "A better title");

        String address = sent(RecordKind.AGREEMENT, agreement, typed, "The source says so");

        assertThat(get(address)).bodyText().contains("better", "The source says so", "Send to a reviewer");
        assertThat(pages.post(address + "/publication", editor)).hasStatus(403);
        pages.post(address + "/submission", editor);
        assertThat(pages.get(address, reviewer))
                .bodyText()
                .contains("Publish the change")
                .doesNotContain("autofocus");
        assertThat(published(address)).hasRedirectedUrl("/agreements/" + agreement);
        assertThat(jdbc.sql("select title from agreement where id = :id")
                        .param("id", agreement)
                        .query(String.class)
                        .single())
                .isEqualTo("A better title");
        assertThat(published(address)).hasRedirectedUrl("/agreements/" + agreement);
    }

    @Test
    void whatCannotBeReadIsKeptAndNamed() {
        long agreement = anAgreement();
        Map<String, String> typed = typed(RecordKind.AGREEMENT, agreement);
        typed.put("signedOn", "<script>soon</script>");

        MvcTestResult answer = send(RecordKind.AGREEMENT, agreement, typed, "");

        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("&lt;script&gt;soon&lt;/script&gt;", "Say why", "What you typed is saved")
                .doesNotContain("<script>soon");
        assertThat(jdbc.sql("select typed ->> 'signedOn' from correction")
                        .query(String.class)
                        .single())
                .isEqualTo("<script>soon</script>");
    }

    @Test
    void leadsFromWhatStandsInTheWayToItsField() {
        long agreement = anAgreement();
        Map<String, String> typed = typed(RecordKind.AGREEMENT, agreement);
        typed.put("signedOn", "soon");
        send(RecordKind.AGREEMENT, agreement, typed, "");
        String address = "/desk/corrections/"
                + jdbc.sql("select max(id) from correction").query(Long.class).single();

        assertThat(get(address))
                .bodyText()
                .contains("<a href=\"%s/edit#signedOn\">".formatted(address))
                .contains("<a href=\"%s/edit#correction.reason\">Say why".formatted(address));
        assertThat(get(address + "/edit")).bodyText().contains("id=\"signedOn\"", "id=\"correction.reason\"");
        assertThat(pages.get(address, reviewer)).bodyText().contains("Say why").doesNotContain("/edit#");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17 Jul 2023",
                "17 July 2023",
                "July 17, 2023",
                "2023/7/17",
                "2023年7月17日",
                "2023-07-17",
                "  17  Jul  2023 "
            })
    void takesADateAsPeopleWriteIt(String written) {
        long agreement = anAgreement();
        Map<String, String> typed = typed(RecordKind.AGREEMENT, agreement);
        typed.put("signedOn", written);

        sent(RecordKind.AGREEMENT, agreement, typed, "The source says so");

        assertThat(jdbc.sql("select typed ->> 'signedOn' from correction")
                        .query(String.class)
                        .single())
                .isEqualTo("2023-07-17");
    }

    @Test
    void aDetailIsEnteredOnceAndStandsEverywhere() {
        long agreement = anAgreement();
        Map<String, String> typed = typed(RecordKind.AGREEMENT, agreement);
        typed.put("placeOfSigning", "The Istana, Singapore");

        String address = sent(RecordKind.AGREEMENT, agreement, typed, "The source says so");
        assertThat(get(address)).bodyText().contains("Place of signing", "The Istana, Singapore");
        pages.post(address + "/submission", editor);
        published(address);

        String page = "/agreements/" + agreement;
        assertThat(get(page)).bodyText().contains("<dt>Place of signing</dt>", "The Istana, Singapore");
        assertThat(get(page + "/history")).hasStatusOk();
        assertThat(get("/agreements.csv")).bodyText().contains("place_of_signing", "\"The Istana, Singapore\"");
        assertThat(get("/api/v1" + page))
                .bodyJson()
                .extractingPath("$.record.placeOfSigning")
                .isEqualTo("The Istana, Singapore");
        assertThat(get("/data")).bodyText().contains("place_of_signing", "Where it was signed");
    }

    @Test
    void aFormSentTwiceIsOneCorrection() {
        Map<String, String> typed = Map.of("name", "Example Pte Ltd", "kind", "company");
        String entry = UUID.randomUUID().toString();

        send(RecordKind.ORGANISATION, null, typed, "New", entry);
        send(RecordKind.ORGANISATION, null, typed, "New", entry);

        assertThat(jdbc.sql("select count(*) from correction").query(Long.class).single())
                .isOne();
    }

    @Test
    void aNewPlaceIsPublished() {
        String address = location(send(
                RecordKind.PLACE,
                null,
                Map.of(
                        "slug",
                        "hainan",
                        "name",
                        "Hainan",
                        "localName",
                        "海南",
                        "kind",
                        "province",
                        "citations[0].source",
                        "#1"),
                "A new council needs it"));

        assertThat(published(address)).hasRedirectedUrl("/places/hainan");
        assertThat(mvc.get().uri("/places/hainan")).hasStatusOk();
    }

    @Test
    void nobodyElsePublishesACorrectionThatWasNotSentToAReviewer() {
        String address = aBetterTitle();

        assertThat(pages.post(address + "/publication", reviewer)).hasStatus(403);
        assertThat(pages.get(address, reviewer)).bodyText().doesNotContain(address + "/publication");
        assertThat(published(address)).hasStatus3xxRedirection();
    }

    @Test
    void whoTakesACorrectionOverIsNamedAndDoesNotPublishItEither() {
        String address = aBetterTitle();
        assertThat(pages.get(address, reviewer)).bodyText().contains("It belongs to Lim Wei until", "Take it over");
        assertThat(send(address, reviewer)).hasStatus(403);

        assertThat(pages.post(address + "/takeover", reviewer)).hasRedirectedUrl(address + "/edit");

        assertThat(get(address)).bodyText().contains("Written by Lim Wei, Tan Mei");
        assertThat(pages.post(address + "/submission", editor)).hasStatus(403);
        pages.post(address + "/submission", reviewer);
        assertThat(pages.post(address + "/publication", reviewer)).hasStatus(403);
        assertThat(pages.post(address + "/publication", Staff.reviewer(jdbc, "Ng Hui")))
                .hasStatus3xxRedirection();
    }

    @Test
    void aDiscardedCorrectionIsTakenUpAgain() {
        String address = aBetterTitle();
        pages.post(address + "/withdrawal", editor);
        entities.flush();
        assertThat(get("/desk/corrections")).bodyText().contains("Discarded in the last month", "A better title");
        assertThat(get(address)).bodyText().contains("It was discarded", "Take it up again");

        assertThat(pages.post(address + "/reopening", editor)).hasRedirectedUrl(address);

        entities.flush();
        assertThat(published(address)).hasStatus3xxRedirection();
    }

    private String aBetterTitle() {
        long agreement = anAgreement();
        Map<String, String> typed = typed(RecordKind.AGREEMENT, agreement);
        typed.put("title", "A better title");
        return sent(RecordKind.AGREEMENT, agreement, typed, "The source says so");
    }

    private MvcTestResult send(String address, SignedIn person) {
        MvcTestResult answer = mvc.post()
                .uri(address)
                .param("correction.kind", "agreements")
                .param("correction.version", "0")
                .with(Staff.form())
                .with(Staff.as(person))
                .exchange();
        entities.flush();
        return answer;
    }

    @Test
    void anAddressInUseIsToldBeforeSomebodyReviewsIt() {
        assertThat(send(
                        RecordKind.PLACE,
                        null,
                        Map.of("slug", "shanghai", "name", "Shanghai", "kind", "city", "citations[0].source", "#1"),
                        "Twice"))
                .hasStatus(422)
                .bodyText()
                .contains("Another place already has this address");
    }

    @Test
    void anAddressTakenMeanwhileIsToldWhereItIsPublished() {
        String address = location(send(
                RecordKind.PLACE,
                null,
                Map.of("slug", "hainan", "name", "Hainan", "kind", "province", "citations[0].source", "#1"),
                "Missing"));
        jdbc.sql("update place set slug = 'hainan' where slug = 'shanghai'").update();

        assertThat(published(address)).hasRedirectedUrl(address);

        assertThat(get(address)).bodyText().contains("Another place already has this address");
    }

    @Test
    void changesOfDifferentFieldsGoTogether() {
        long agreement = anAgreement();
        Map<String, String> mine = typed(RecordKind.AGREEMENT, agreement);
        mine.put("title", "My title");
        String address = sent(RecordKind.AGREEMENT, agreement, mine, "Mine");
        changeTheirs(agreement, "note", "Their note");

        assertThat(published(address)).hasRedirectedUrl(address + "/conflict");
        pages.post(address + "/reopening", editor);
        assertThat(get(address + "/conflict")).bodyText().contains("go together", "Note");
        assertThat(settle(address, agreement, Map.of())).hasRedirectedUrl(address);
        assertThat(jdbc.sql(
                                "select typed ->> 'title' || '/' || (typed ->> 'note') from correction where state = 'open'")
                        .query(String.class)
                        .single())
                .isEqualTo("My title/Their note");
    }

    @Test
    void changesOfTheSameFieldAreSettledByHand() {
        long agreement = anAgreement();
        Map<String, String> mine = typed(RecordKind.AGREEMENT, agreement);
        mine.put("title", "My title");
        String address = sent(RecordKind.AGREEMENT, agreement, mine, "Mine");
        changeTheirs(agreement, "title", "Their title");

        assertThat(get(address + "/conflict")).bodyText().contains("Theirs", "Their", "value=\"My title\"");
        settle(address, agreement, Map.of("title", "Our title"));

        assertThat(published(address)).hasRedirectedUrl("/agreements/" + agreement);
        assertThat(jdbc.sql("select title from agreement where id = :id")
                        .param("id", agreement)
                        .query(String.class)
                        .single())
                .isEqualTo("Our title");
    }

    @Test
    void whatSettlesAConflictStaysOnThePageWhenTheRecordIsChangedOnceMore() {
        long agreement = anAgreement();
        Map<String, String> mine = typed(RecordKind.AGREEMENT, agreement);
        mine.put("title", "My title");
        String address = sent(RecordKind.AGREEMENT, agreement, mine, "Mine");
        changeTheirs(agreement, "title", "Their title");
        changeTheirs(agreement, "title", "Their other title");

        assertThat(settle(address, 1, Map.of("title", "Our title")))
                .hasStatus(409)
                .bodyText()
                .contains("other", "value=\"Our title\"");
        assertThat(settle(address, 2, Map.of("note", "Not asked for"))).hasStatus(400);
    }

    @Test
    void whatAnotherWindowSavedIsNotOverwrittenUnseen() {
        long agreement = anAgreement();
        Map<String, String> typed = typed(RecordKind.AGREEMENT, agreement);
        typed.put("title", "First");
        String address = sent(RecordKind.AGREEMENT, agreement, typed, "First");
        assertThat(revise(address, 0, "Second")).hasRedirectedUrl(address);

        assertThat(revise(address, 0, "Third"))
                .hasStatus(409)
                .bodyText()
                .contains("changed in another window", "value=\"Third\"");
    }

    @Test
    void anOldStateIsRestoredByACorrectionFilledWithIt() {
        long agreement = anAgreement();

        assertThat(get("/desk/agreements/" + agreement + "/edit?from=1"))
                .bodyText()
                .contains("Restored from revision 1");
    }

    @Test
    void anIdentifierThatDoesNotFitIsAWarning() {
        String address = location(send(
                RecordKind.ORGANISATION,
                null,
                Map.of(
                        "name",
                        "Example",
                        "kind",
                        "company",
                        "identifiers[0].scheme",
                        "lei",
                        "identifiers[0].value",
                        "529900T8BM49AURSDO56",
                        "citations[0].source",
                        "#1"),
                "New"));

        assertThat(get(address)).bodyText().contains("check digit");
        assertThat(published(address)).hasStatus3xxRedirection();
    }

    @Test
    void aRecordIsWithdrawnByAnAdminWithAReason() {
        SignedIn admin = Staff.admin(jdbc, "Goh Li");
        long person = somebodyNobodyNames();
        String address = "/desk/withdrawals/people/" + person;

        assertThat(mvc.get().uri(address).with(Staff.as(reviewer))).hasStatus(403);
        assertThat(mvc.get().uri(address).with(Staff.as(admin))).hasStatusOk();
        assertThat(withdraw(address, admin, " ")).hasStatus(422);
        assertThat(withdraw(address, admin, "Entered twice")).hasRedirectedUrl("/people/" + person + "/history");
        assertThat(mvc.get().uri("/people/" + person)).hasStatus(410).bodyText().contains("Entered twice");
        assertThat(mvc.get().uri("/desk/people/" + person + "/edit").with(Staff.as(editor)))
                .hasStatus(410);
    }

    @Test
    void aReasonStaysWhereSomebodyElseWasFaster() {
        SignedIn admin = Staff.admin(jdbc, "Goh Li");
        long person = somebodyNobodyNames();
        jdbc.sql("update person set version = 1 where id = :id")
                .param("id", person)
                .update();
        entities.clear();

        assertThat(withdraw("/desk/withdrawals/people/" + person, admin, "Entered twice"))
                .hasStatus(409)
                .bodyText()
                .contains("Look at what has changed, and decide again.", "value=\"Entered twice\"");
        assertThat(mvc.get().uri("/people/" + person)).hasStatusOk();
    }

    @Test
    void aWithdrawnRecordIsRestoredAsItWas() {
        SignedIn admin = Staff.admin(jdbc, "Goh Li");
        long person = somebodyNobodyNames();
        String address = "/desk/withdrawals/people/" + person;
        withdraw(address, admin, "Entered twice");
        assertThat(mvc.get().uri("/people/" + person + "/history").with(Staff.as(admin)))
                .bodyText()
                .contains("href=\"" + address + "\">Restore</a>");
        assertThat(mvc.get().uri(address).with(Staff.as(admin)))
                .bodyText()
                .contains("Restore this person", "Entered twice", address + "/reversal");

        assertThat(restore(address, reviewer, "Not twice")).hasStatus(403);
        assertThat(restore(address, admin, " ")).hasStatus(422);
        assertThat(restore(address, admin, "Not twice")).hasRedirectedUrl("/people/" + person + "/history");

        assertThat(mvc.get().uri("/people/" + person)).hasStatusOk();
        assertThat(mvc.get().uri(address).with(Staff.as(admin))).bodyText().contains("Withdraw this person");
        assertThat(restore(address, admin, "Once more")).hasStatus(409);
    }

    private long somebodyNobodyNames() {
        long person = PersonFixtures.gongZheng(entities).getId();
        entities.flush();
        return person;
    }

    private MvcTestResult restore(String address, SignedIn person, String reason) {
        int version = jdbc.sql("select version from person where id = :id")
                .param("id", Long.valueOf(address.replaceAll("\\D", "")))
                .query(Integer.class)
                .single();
        MvcTestResult answer = mvc.post()
                .uri(address + "/reversal")
                .with(Staff.form())
                .with(Staff.as(person))
                .param("version", "" + version)
                .param("reason", reason)
                .exchange();
        entities.flush();
        entities.clear();
        return answer;
    }

    private MvcTestResult withdraw(String address, SignedIn person, String reason) {
        return mvc.post()
                .uri(address)
                .with(Staff.form())
                .with(Staff.as(person))
                .param("version", "0")
                .param("reason", reason)
                .exchange();
    }

    private void changeTheirs(long agreement, String column, String value) {
        entities.flush();
        entities.clear();
        jdbc.sql("update agreement set %s = :value, version = version + 1 where id = :id".formatted(column))
                .param("value", value)
                .param("id", agreement)
                .update();
    }

    private MvcTestResult settle(String address, long agreement, Map<String, String> typed) {
        return settle(address, forms.standing(RecordKind.AGREEMENT, agreement).version(), typed);
    }

    private MvcTestResult settle(String address, int seen, Map<String, String> typed) {
        var request = mvc.post()
                .uri(address + "/conflict")
                .with(Staff.form())
                .with(Staff.as(editor))
                .param("correction.version", String.valueOf(seen));
        typed.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult revise(String address, int version, String title) {
        return mvc.post()
                .uri(address)
                .with(Staff.form())
                .with(Staff.as(editor))
                .param("correction.version", String.valueOf(version))
                .param("correction.reason", "Why")
                .param("title", title)
                .param("kind", "mou")
                .param("status", "signed")
                .param("counting", "in_count")
                .param("parties", "not_published")
                .exchange();
    }

    private long anAgreement() {
        return jdbc.sql("select min(id) from agreement where title is not null and note is null")
                .query(Long.class)
                .single();
    }

    private Map<String, String> typed(RecordKind kind, long id) {
        return new LinkedHashMap<>(texts.write(kind, forms.standing(kind, id).form()));
    }

    private String sent(RecordKind kind, Long record, Map<String, String> typed, String reason) {
        return location(send(kind, record, typed, reason));
    }

    private MvcTestResult send(RecordKind kind, Long record, Map<String, String> typed, String reason) {
        return send(kind, record, typed, reason, UUID.randomUUID().toString());
    }

    private MvcTestResult send(RecordKind kind, Long record, Map<String, String> typed, String reason, String entry) {
        var request = mvc.post()
                .uri("/desk/corrections")
                .param("form-key", UUID.randomUUID().toString().substring(0, 16))
                .with(Staff.form())
                .with(Staff.as(editor))
                .param("correction.kind", kind.plural())
                .param("correction.entry", entry)
                .param("correction.reason", reason);
        if (record != null) {
            request.param("correction.record", record.toString())
                    .param(
                            "correction.base",
                            String.valueOf(forms.standing(kind, record).version()))
                    .param("correction.revision", "1");
        }
        typed.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String address) {
        return pages.get(address, editor);
    }

    /** Sent to a reviewer by its author, where it has not been yet, and published by the reviewer. */
    private MvcTestResult published(String address) {
        pages.post(address + "/submission", editor);
        return pages.post(address + "/publication", reviewer);
    }
}
