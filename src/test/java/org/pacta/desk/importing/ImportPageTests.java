package org.pacta.desk.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A list is handed in, read, and its columns are told. */
@PageTest
class ImportPageTests {

    private static final String LIST = """
            List of the made-up office
            No.;Title;Partner;Date of signing;Signed at;In force;Amount
            1;Memorandum on robots;Vermilion Systems;03/04/2009;Nowhere;yes;12
            2;Treaty on ships;Haiyue Automation;01/02/2010;Elsewhere;no;
            """;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ReadWork reading;

    private SignedIn editor;

    @BeforeEach
    void signIn() {
        editor = Staff.editor(jdbc, "Lim Wei");
    }

    @Test
    void aListIsReadAndItsColumnsAreProposed() {
        long id = read("list.csv", LIST.getBytes(StandardCharsets.UTF_8));

        assertThat(get("/desk/imports/" + id))
                .bodyText()
                .contains("list.csv", "Row of the headings", "Treaty on ships");
        MvcTestResult columns = get("/desk/imports/" + id + "/columns");
        assertThat(columns)
                .hasStatusOk()
                .bodyText()
                .contains("Memorandum on robots", "03/04/2009 is", "3 April 2009", "4 March 2009");
        assertThat(one("select separator || charset || heading_row || state from import"))
                .isEqualTo(";UTF-82open");
        assertThat(
                        one(
                                "select string_agg(each ->> 'target', ' ' order by at) from import, jsonb_array_elements(mapping -> 'columns') with ordinality columns (each, at)"))
                .isEqualTo("KEY TITLE PARTY SIGNED_ON PLACE_OF_SIGNING STATUS NOTE");
        assertThat(get("/desk/imports")).bodyText().contains("list.csv", "Lim Wei");
    }

    @Test
    void anAmbiguousDateIsAskedOnceAndTheMappingIsOfferedAgain() {
        long id = read("list.csv", LIST.getBytes(StandardCharsets.UTF_8));

        assertThat(map(id, ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("could change places");
        assertThat(map(id, "day_first")).hasStatus3xxRedirection();

        assertThat(one("select mapping -> 'columns' -> 3 ->> 'order' from import"))
                .isEqualTo("DAY_FIRST");
        long other = read("next year.csv", LIST.replace("robots", "kites").getBytes(StandardCharsets.UTF_8));
        assertThat(one("select mapping -> 'columns' -> 3 ->> 'order' from import where id = " + other))
                .isEqualTo("DAY_FIRST");
        assertThat(get("/desk/imports/" + other + "/columns")).bodyText().contains("our usual list");
    }

    @Test
    void aListWithoutATitleIsNotTakenFurther() {
        long id = read("list.csv", LIST.getBytes(StandardCharsets.UTF_8));

        assertThat(mvc.post()
                        .uri("/desk/imports/" + id + "/columns")
                        .with(Staff.form())
                        .with(Staff.as(editor))
                        .param("target-2", "ignored"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("No column holds the title");
    }

    @Test
    void aWorkbookIsReadSheetBySheet() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("See the other sheet");
            fill(workbook.createSheet("List").createRow(4), "标题", "合作单位", "签署日期");
            fill(workbook.getSheet("List").createRow(6), "机器人谅解备忘录", "海悦自动化", "2009年5月");
            workbook.getSheet("List").getRow(6).createCell(3).setCellFormula("1+1");
            workbook.write(bytes);
        }
        long id = read("list.xlsx", bytes.toByteArray());

        assertThat(mvc.post()
                        .uri("/desk/imports/" + id + "/reading")
                        .with(Staff.form())
                        .with(Staff.as(editor))
                        .param("sheet", "1")
                        .param("headingRow", "5"))
                .hasStatus3xxRedirection();
        reading.run(id);

        assertThat(one(
                        "select string_agg(number || cells::text, ' ' order by number) from import_row where import_id = "
                                + id))
                .startsWith("5[\"标题\", \"合作单位\", \"签署日期\"] 7[\"机器人谅解备忘录\", \"海悦自动化\", \"2009年5月\"");
        assertThat(get("/desk/imports/" + id)).bodyText().contains("Notes", "List");
    }

    private static void fill(XSSFRow row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    @Test
    void anotherCharacterSetCanBeChosen() {
        long id = read(
                "list.csv",
                "Título,Año\nConvenio de cooperación entre España y Perú sobre educación,2009\n"
                        .getBytes(Charset.forName("windows-1252")));

        assertThat(get("/desk/imports/" + id)).bodyText().contains("Título");
        mvc.post()
                .uri("/desk/imports/" + id + "/reading")
                .with(Staff.form())
                .with(Staff.as(editor))
                .param("charset", "UTF-8")
                .param("headingRow", "1")
                .exchange();
        reading.run(id);

        assertThat(get("/desk/imports/" + id)).bodyText().contains("do not fit the character set chosen");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            columns | more than 200 columns
            line    | more than a million characters
            rows    | more than 200,000 rows
            pdf     | This kind of file is not read
            zip     | damaged
            blank   | nothing in the file
            """)
    void aHostileFileGetsAMessage(String what, String message) {
        long id = read("list.csv", hostile(what));

        assertThat(get("/desk/imports/" + id))
                .hasStatusOk()
                .bodyText()
                .contains(message)
                .doesNotContain("Exception");
    }

    private static byte[] hostile(String what) {
        String text =
                switch (what) {
                    case "columns" -> "a,".repeat(16_384) + "z\n";
                    case "line" -> "title,\"never closed " + "x".repeat(1_200_000);
                    case "rows" -> "x\n".repeat(200_002);
                    case "pdf" -> "%PDF-1.7 and so on";
                    case "zip" -> "PK\3\4 and so on";
                    default -> "\n".repeat(100_000);
                };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anEmptyFormIsToldApart() {
        assertThat(mvc.post().uri("/desk/imports").with(Staff.form()).with(Staff.as(editor)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("There is nothing in the file");
    }

    @Test
    void aListIsPutAside() {
        long id = read("list.csv", LIST.getBytes(StandardCharsets.UTF_8));

        assertThat(mvc.post()
                        .uri("/desk/imports/" + id + "/withdrawal")
                        .with(Staff.form())
                        .with(Staff.as(editor)))
                .hasStatus3xxRedirection();

        assertThat(get("/desk/imports")).bodyText().doesNotContain("list.csv");
        assertThat(map(id, "day_first")).redirectedUrl().isEqualTo("/desk/imports/" + id);
    }

    private MvcTestResult map(long id, String order) {
        return mvc.post()
                .uri("/desk/imports/" + id + "/columns")
                .with(Staff.form())
                .with(Staff.as(editor))
                .param("target-1", "key")
                .param("target-2", "title")
                .param("target-3", "party")
                .param("target-4", "signed_on")
                .param("order-4", order)
                .param("given-party", "Office of Nowhere")
                .param("name", "our usual list")
                .exchange();
    }

    private long read(String name, byte[] content) {
        String path = mvc.post()
                .uri("/desk/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, null, content))
                .with(Staff.form())
                .with(Staff.as(editor))
                .exchange()
                .getResponse()
                .getRedirectedUrl();
        long id = Long.parseLong(String.valueOf(path).replaceFirst(".*/", ""));
        reading.run(id);
        return id;
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(Staff.as(editor)).exchange();
    }

    private String one(String sql) {
        return jdbc.sql(sql + (sql.contains("where") || sql.contains("jsonb_array") ? "" : " order by id desc limit 1"))
                .query(String.class)
                .single();
    }
}
