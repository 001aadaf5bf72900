package org.pacta.desk.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.pacta.test.StaffPages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class DeskPageTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private StaffPages pages;

    @Autowired
    private JdbcClient jdbc;

    private SignedIn editor;
    private SignedIn reviewer;

    @BeforeEach
    void hire() {
        editor = Staff.editor(jdbc, "Lim Wei");
        reviewer = Staff.reviewer(jdbc, "Chen Jing");
    }

    @Test
    void listsADraftWhereItsTurnIs() {
        String draft = begin("sci", "2025-03-14");
        pages.post(draft + "/lines", editor, Map.of("agreement-a.title", "Trade data"));

        assertThat(list("/desk", "mine", editor)).contains(draft, "14 March 2025", ">1<", "Lim Wei");
        assertThat(pages.text("/desk", reviewer))
                .as("where one begins when nothing waits")
                .containsPattern("<select [^>]*autofocus");
        assertThat(list("/desk", "others", reviewer)).contains(draft);

        pages.post(draft + "/submission", editor, Map.of());

        assertThat(list("/desk", "mine", editor)).contains(draft + "/check", "a reviewer’s");
        assertThat(list("/desk", "waiting", reviewer)).contains(draft + "/check", "yours", "autofocus");
        assertThat(pages.text("/desk", reviewer)).doesNotContainPattern("<select [^>]*autofocus");
        for (SignedIn person : new SignedIn[] {editor, reviewer}) {
            assertThat(pages.text("/desk", person).split("href=\"" + draft))
                    .as("listed once")
                    .hasSize(2);
        }
    }

    @Test
    void keepsADraftOfADayToComeAmongTheNextMeetingsAndInTheCalendar() {
        String draft = begin("sci", "2099-03-14");
        String month = begin("ssccc", "2099-04");

        assertThat(list("/desk", "next", editor)).contains(draft, "14 March 2099", month, "April 2099");
        assertThat(list("/desk", "mine", editor)).doesNotContain(draft, month);
        assertThat(pages.text("/desk/meetings.ics", editor))
                .contains("DTSTART;VALUE=DATE:20990314", draft, "STATUS:TENTATIVE", "with those that are still drafts")
                .doesNotContain(month);
        assertThat(mvc.get().uri("/meetings.ics")).bodyText().doesNotContain("20990314");

        pages.post(draft + "/submission", editor, Map.of());

        assertThat(list("/desk", "waiting", reviewer)).contains(draft);
        assertThat(list("/desk", "next", reviewer)).doesNotContain(draft);
    }

    @Test
    void listsAgreementsThatEndUntilASourceTellsOfIt() {
        long id = jdbc.sql(
                        "select min(agreement.id) from agreement join council on council.id = council_id where slug = 'sci'")
                .query(Long.class)
                .single();
        assertThat(list("/desk", "ending", editor)).contains("No agreement is past its last day");

        jdbc.sql("update agreement set valid_until = '2019-12-31' where id = :id")
                .param("id", id)
                .update();

        assertThat(list("/desk", "ending", editor))
                .contains("was to end 31 December 2019", "/desk/agreements/" + id + "/edit?field=statements");
        assertThat(list("/desk?council=sci", "ending", editor)).contains("was to end");
        assertThat(list("/desk?council=ssccc", "ending", editor)).doesNotContain("was to end");
        assertThat(mvc.get().uri("/agreements.ics"))
                .bodyText()
                .contains("UID:agreement-" + id + "-end@", "DTSTART;VALUE=DATE:20191231", "SUMMARY:Ends: ");
        assertThat(pages.text("/desk/meetings.ics", editor)).contains("agreement-" + id + "-end@");

        jdbc.sql("update agreement set status = 'extended' where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("update agreement set valid_until = '2040' where id = :id")
                .param("id", id)
                .update();

        assertThat(list("/desk", "ending", editor)).doesNotContain("was to end");
        assertThat(mvc.get().uri("/agreements.ics")).bodyText().doesNotContain("UID:agreement-" + id + "-end@");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2026-12-31, P5Y,  2026-11-30, 2026-12-31
            2026-11-30, P5Y,  2026-11-30, 2026-11-30
            2020-01-31, -,    2026-11-30, -
            2020-01-31, P1Y,  2026-11-30, 2027-01-31
            2020-01-31, P3Y,  2026-01-31, 2026-01-31
            2020-01-31, P3Y,  2026-02-01, 2029-01-31
            1900-01-31, P1M,  2026-02-28, 2026-02-28
            1900-01-31, P7M,  2026-11-30, 2027-03-31
            2020-02-29, P1Y,  2021-03-01, 2022-02-28
            2020-01-01, P90D, 2026-11-30, 2027-02-23
            """)
    void aTermTurnsByItsOwnLength(LocalDate last, @Nullable String length, LocalDate today, @Nullable LocalDate turn) {
        assertThat(Arrays.asList(jdbc.sql("select term_turn(?, ?, ?)")
                        .params(last, length, today)
                        .query((row, n) -> new LocalDate[] {row.getObject(1, LocalDate.class)})
                        .single()))
                .containsExactly(turn);
    }

    @Test
    void listsAgreementsThatRenewThemselvesInTimeForANotice() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Singapore"));
        long id = jdbc.sql(
                        "select min(agreement.id) from agreement join council on council.id = council_id where slug = 'sci'")
                .query(Long.class)
                .single();
        jdbc.sql(
                        "update agreement set valid_until = :turn, renewal = 'automatic', notice_period = 'P6M' where id = :id")
                .param("turn", today.plusMonths(11).toString())
                .param("id", id)
                .update();

        assertThat(list("/desk", "ending", editor)).contains("renews itself ", "notice by ");

        jdbc.sql("update agreement set notice_period = null").update();
        assertThat(list("/desk", "ending", editor)).doesNotContain("renews itself ");

        jdbc.sql("update agreement set valid_until = null, signed_on = '2001-02-03', runs_for = 'P1M' where id = :id")
                .param("id", id)
                .update();
        assertThat(list("/desk", "ending", editor)).contains("renews itself ").doesNotContain("notice");
    }

    @Test
    void listsAPlannedMeetingUntilADraftOfItIsAtWork() {
        jdbc.sql("update meeting set status = 'planned', held_on = '2020-06-17' where id = (select id from meeting_line"
                        + " where council_slug = 'sci' and ordinal = 4)")
                .update();
        assertThat(list("/desk", "next", editor))
                .contains("/councils/sci/meetings/4", "its day is past", "Fill in at the desk");

        String draft = pages.post("/desk/drafts", editor, Map.of("council", "sci", "ordinal", "4"))
                .getResponse()
                .getRedirectedUrl();

        assertThat(list("/desk", "next", editor)).doesNotContain("/councils/sci/meetings/4");
        assertThat(list("/desk", "mine", editor)).contains(draft);
    }

    @Test
    void showsWhatTheRegistryLacks() {
        String gaps = list("/desk", "gaps", editor);

        assertThat(gaps).contains("/councils/jcbc/meetings/", "Fill in at the desk", "/desk?list=gaps");
        assertThat(list("/desk", "commitments", editor)).containsPattern("/desk/commitments/\\d+/edit");
        jdbc.sql("update organisation set to_complete = true where name = 'CrimsonLogic Pte Ltd'")
                .update();
        assertThat(list("/desk", "stubs", editor))
                .contains("CrimsonLogic")
                .containsPattern("/desk/organisations/\\d+/edit");
        assertThat(pages.text("/desk", editor))
                .containsPattern("href=\"/desk\\?list=pairs\"[^>]*>Possible duplicates \\d+<")
                .doesNotContain("id=\"pairs\"");
        assertThat(pages.text("/desk?list=pairs", editor))
                .contains("id=\"pairs\"")
                .doesNotContain("id=\"gaps\"");
    }

    @Test
    void showsAnImportAmongTheImportsAlone() {
        assertThat(mvc.post()
                        .uri("/desk/imports")
                        .multipart()
                        .file(new MockMultipartFile(
                                "file", "ours.csv", "text/csv", "Title\nMade up".getBytes(StandardCharsets.UTF_8)))
                        .with(Staff.form())
                        .with(Staff.as(editor)))
                .hasStatus3xxRedirection();

        assertThat(list("/desk", "imports", editor)).contains("ours.csv", "href=\"/desk/imports\"");
        assertThat(list("/desk", "mine", editor)).doesNotContain("ours.csv");
        assertThat(pages.text("/desk?council=sci", editor)).doesNotContain("id=\"imports\"");
    }

    @Test
    void keepsACouncilInTheAddress() {
        String draft = begin("sci", "2025-03-14");
        String other = begin("ssccc", "2025-03-15");

        String page = pages.text("/desk?council=sci", editor);

        assertThat(page).contains(draft, "/desk?council=sci&amp;list=gaps").doesNotContain(other, "id=\"stubs\"");
        assertThat(mvc.get().uri("/desk?council=nowhere").with(Staff.as(editor)))
                .hasStatus(400);
        assertThat(mvc.get().uri("/desk?list=nothing").with(Staff.as(editor))).hasStatus(400);
    }

    @Test
    void showsTheBeginningOfAListAndTheWholeOnItsOwn() {
        for (int i = 0; i < 7; i++) {
            begin("sci", "2025-03-1" + i);
        }

        assertThat(list("/desk", "mine", editor).split("row-link")).hasSize(6);
        assertThat(list("/desk", "mine", editor)).contains("All 7", "/desk?list=mine");
        assertThat(list("/desk?list=mine", "mine", editor).split("row-link")).hasSize(8);
        assertThat(mvc.get().uri("/desk?list=mine&page=2").with(Staff.as(editor)))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"waits", "next", "mine", "others", "imports", "gaps", "commitments", "stubs", "pairs"})
    void saysInBothLanguagesWhenNothingStandsInAList(String list) {
        jdbc.sql("update meeting set status = 'held' where status = 'planned'").update();
        jdbc.sql("update organisation set to_complete = false").update();
        jdbc.sql("update commitment set outcome = 'kept' where outcome = 'not_published'")
                .update();

        for (String language : new String[] {"en", "zh"}) {
            assertThat(mvc.get()
                            .uri("/desk?list=" + list)
                            .header("Accept-Language", language)
                            .with(Staff.as(editor)))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("??");
        }
    }

    private String begin(String council, String heldOn) {
        String draft = pages.post("/desk/drafts", editor, Map.of("council", council))
                .getResponse()
                .getRedirectedUrl();
        String basics = jdbc.sql("select id::text from draft_line where section = 'basics' order by id desc limit 1")
                .query(String.class)
                .single();
        pages.post(draft + "/lines", editor, Map.of(basics + ".version", "0", basics + ".heldOn", heldOn));
        return draft;
    }

    /** The part of a page that one list is in. */
    private String list(String path, String list, SignedIn person) {
        return Arrays.stream(pages.text(path, person).split("<section"))
                .filter(part -> part.startsWith(" id=\"" + list + "\""))
                .findFirst()
                .orElseThrow();
    }
}
