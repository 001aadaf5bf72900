package org.pacta.desk.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An empty sheet is fetched, filled in and handed back. */
@PageTest
class SheetPageTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    private SignedIn editor;
    private String draft;

    @BeforeEach
    void begin() {
        editor = Staff.editor(jdbc, "Lim Wei");
        draft = mvc.post()
                .uri("/desk/drafts")
                .with(Staff.form())
                .with(Staff.as(editor))
                .param("council", "sci")
                .exchange()
                .getResponse()
                .getRedirectedUrl();
        entities.flush();
    }

    @Test
    void aWorkbookBecomesLinesOfBothKinds() throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(fetch("/desk/sheets/outcomes.xlsx", "en")));
        fill(
                workbook,
                "agreements",
                Map.of(
                        "Kind",
                        "commercial contract",
                        "Signatories, with ; between",
                        "CrimsonLogic; Haiyue Ltd",
                        "Title",
                        "Made-up contract",
                        "Signed",
                        "17 Jul 2025"));
        fill(
                workbook,
                "projects",
                Map.of(
                        "Participants, with ; between",
                        "CrimsonLogic",
                        "Title",
                        "Made-up project",
                        "In the count",
                        "perhaps"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);

        hand("filled.xlsx", bytes.toByteArray());

        assertThat(one("select words from draft_text order by id desc limit 1")).contains("commercial contract");
        assertThat(lines())
                .containsExactly(
                        "agreement {\"kind\": \"commercial_contract\", \"title\": \"Made-up contract\", \"signedOn\": \"2025-07-17\", \"signatories\": \"CrimsonLogic; Haiyue Ltd\"}",
                        "project look\treview.reason.cell\tperhaps {\"title\": \"Made-up project\", \"counting\": \"perhaps\", \"participants\": \"CrimsonLogic\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "GB18030"})
    void aChineseSheetIsReadInAnyEncoding(String encoding) throws IOException {
        String headings = new String(fetch("/desk/sheets/projects.csv", "zh-CN"), StandardCharsets.UTF_8);
        assertThat(headings).startsWith("\ufeff参与方，以；分隔,标题,中文标题");
        String rows = headings.substring(1).strip() + "\n劲升逻辑；深圳海悦科技有限公司,,跨境数据项目,2025年7月17日,已启动\n,,,,\n";

        hand("表.csv", rows.getBytes(Charset.forName(encoding)));

        assertThat(lines()).singleElement().asString().contains("跨境数据项目", "2025-07-17", "深圳海悦科技有限公司");
    }

    @Test
    void whatIsThereIsNotAddedTwiceAndAllIsTakenBackAtOnce() throws IOException {
        String sheet =
                "participants,title,status\nCrimsonLogic,First made-up project,\nHaiyue Ltd,Second made-up project,\n";
        hand("one.csv", sheet.getBytes(StandardCharsets.UTF_8));
        send(draft + "/review/acceptance", "text", one("select max(id)::text from draft_text"));
        assertThat(one("select count(*)::text from draft_line where state = 'entered' and section = 'project'"))
                .isEqualTo("2");

        hand("two.csv", (sheet + "Tembusu Ltd,Third made-up project,\n").getBytes(StandardCharsets.UTF_8));
        assertThat(one("select count(*)::text from draft_line where state = 'proposed' and doubt like 'duplicate%'"))
                .isEqualTo("2");

        send(draft + "/review/reversal", "text", one("select min(id)::text from draft_text"));
        assertThat(one("select count(*)::text from draft_line where state = 'entered' and section = 'project'"))
                .isEqualTo("0");
    }

    private static void fill(XSSFWorkbook workbook, String sheet, Map<String, String> cells) {
        Row headings = workbook.getSheet(sheet).getRow(0);
        Row row = workbook.getSheet(sheet).createRow(1);
        headings.forEach(cell -> {
            if (cells.containsKey(cell.getStringCellValue())) {
                row.createCell(cell.getColumnIndex()).setCellValue(cells.get(cell.getStringCellValue()));
            }
        });
    }

    private byte[] fetch(String path, String language) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(Staff.as(editor))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
    }

    private void hand(String name, byte[] bytes) {
        var answer = mvc.perform(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart(draft + "/texts")
                        .file(new MockMultipartFile("file", name, null, bytes))
                        .with(Staff.form())
                        .with(Staff.as(editor)));
        assertThat(answer).hasStatus(302);
        entities.flush();
    }

    private void send(String path, String name, String value) {
        assertThat(mvc.post()
                        .uri(path)
                        .with(Staff.form())
                        .with(Staff.as(editor))
                        .param(name, value))
                .hasStatus(302);
        entities.flush();
    }

    private List<String> lines() {
        return jdbc.sql(
                        "select concat_ws(' ', section, doubt, typed::text) from draft_line where state = 'proposed' order by position")
                .query(String.class)
                .list();
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
