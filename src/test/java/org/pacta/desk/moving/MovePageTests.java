package org.pacta.desk.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.desk.importing.ImportWork;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A list that was read is settled, tried and sent on, page by page. */
@PageTest
class MovePageTests {

    private static final String LIST = """
            Title,Partner,Date,In force
            Memorandum on robots,CrimsonLogic,2009,yes
            Treaty on ships,Haiyue Office,some day,perhaps
            Treaty on ships,Haiyue Office,some day,perhaps
            """;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<ImportWork> works;

    private SignedIn editor;
    private long id;

    @BeforeEach
    void read() {
        editor = Staff.editor(jdbc, "Lim Wei");
        String path = mvc.post()
                .uri("/desk/imports")
                .multipart()
                .file(new MockMultipartFile("file", "list.csv", null, LIST.getBytes(StandardCharsets.UTF_8)))
                .with(Staff.form())
                .with(Staff.as(editor))
                .exchange()
                .getResponse()
                .getRedirectedUrl();
        id = Long.parseLong(String.valueOf(path).replaceFirst(".*/", ""));
        work("read");
        post("columns", "target-1", "title", "target-2", "party", "target-3", "signed_on", "target-4", "status");
        work("try");
    }

    @Test
    void valuesAreDecidedOnceEachWithWhatIsOnRecordOffered() {
        assertThat(get("/values?target=party&page=2147483647")).hasStatus(400);
        assertThat(get("/values?target=party&page=0")).hasStatus(400);
        MvcTestResult values = get("/values?target=party");
        assertThat(values)
                .hasStatusOk()
                .bodyText()
                .contains("Haiyue Office", "CrimsonLogic", "(exactly)", "new: it is recorded");
        assertThat(get("/values?target=status")).hasStatusOk().bodyText().contains("perhaps", "in force (exactly)");

        post("values", "target", "party", "all", "exact");
        post("values", "target", "party", "newKind", "ministry", "value-" + value("Haiyue Office"), "new");
        post("values", "target", "status", "all", "exact");
        post("values", "target", "status", "value-" + value("perhaps"), "choice-signed");

        assertThat(get("")).bodyText().contains("none is open of 2", "Not tried since the last change.");
        assertThat(get("/values?target=party")).bodyText().contains("No value is open here.");
        assertThat(get("/values?target=party&all=true&like=haiyue"))
                .bodyText()
                .contains("Haiyue Office")
                .doesNotContain("CrimsonLogic");
    }

    @Test
    void rowsSayWhyTheyAreNotReadyOnThePageAndInAFile() throws IOException {
        assertThat(get("/rows?state=look&reason=value"))
                .hasStatusOk()
                .bodyText()
                .contains("Memorandum on robots", "“CrimsonLogic” (Partner) is not decided about.");
        assertThat(get("/rows?state=there&reason=repeat"))
                .bodyText()
                .contains("It says the same as row 3.", "Take them in nevertheless");

        byte[] file = get("/rows.xlsx").getResponse().getContentAsByteArray();
        XSSFSheet sheet = new XSSFWorkbook(new ByteArrayInputStream(file)).getSheetAt(0);
        assertThat(sheet.getRow(0).getCell(4).getStringCellValue()).isEqualTo("Why");
        assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("Treaty on ships");
        assertThat(sheet.getRow(3).getCell(4).getStringCellValue()).isEqualTo("It says the same as row 3.");
    }

    @Test
    void aReviewerIsOfferedToPublishWhatAnEditorHasSent() {
        settle();
        post("submission", "title", "The list", "language", "en");

        assertThat(get(""))
                .bodyText()
                .contains("It waits for a reviewer other than the author.")
                .doesNotContain("Publish 2 rows");
        SignedIn reviewer = Staff.reviewer(jdbc, "Tan Mei");
        assertThat(as(reviewer)).bodyText().contains("Publish 2 rows", "Give it back");
        assertThat(mvc.get().uri("/desk").with(Staff.as(reviewer))).bodyText().contains("list.csv", "list to move in");
        assertThat(mvc.post()
                        .uri("/desk/imports/" + id + "/publication")
                        .with(Staff.form())
                        .with(Staff.as(editor)))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void whatIsGivenBackSaysWhatToChange() {
        settle();
        post("submission", "title", "The list", "language", "en");

        mvc.post()
                .uri("/desk/imports/" + id + "/return")
                .with(Staff.form())
                .with(Staff.as(Staff.reviewer(jdbc, "Tan Mei")))
                .param("comment", "Settle the ships")
                .exchange();

        assertThat(get(""))
                .bodyText()
                .contains("Returned by Tan Mei:", "Settle the ships", "Send 2 rows to a reviewer");
    }

    private void settle() {
        post("values", "target", "party", "all", "new");
        post("values", "target", "status", "all", "none");
        work("try");
        post("acceptance", "reason", "date");
        work("try");
    }

    private long value(String printed) {
        return jdbc.sql("select id from import_value where printed = :printed")
                .param("printed", printed)
                .query(Long.class)
                .single();
    }

    private void work(String step) {
        jdbc.sql("update import set work = :step where id = :id")
                .param("step", step)
                .param("id", id)
                .update();
        works.stream().filter(work -> work.code().equals(step)).forEach(work -> work.run(id));
    }

    private MvcTestResult get(String page) {
        return mvc.get()
                .uri("/desk/imports/" + id + page)
                .with(Staff.as(editor))
                .exchange();
    }

    private MvcTestResult as(SignedIn person) {
        return mvc.get().uri("/desk/imports/" + id).with(Staff.as(person)).exchange();
    }

    private void post(String what, String... parameters) {
        var request = mvc.post()
                .uri("/desk/imports/" + id + "/" + what)
                .with(Staff.form())
                .with(Staff.as(editor));
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        assertThat(request).hasStatus3xxRedirection();
    }
}
