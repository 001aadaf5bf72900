package org.pacta.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PageTest
class ExportPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agreements",
                "/agreements?council=sci&kind=mou",
                "/agreements?place=-shanghai&from=2019&sort=title",
                "/agreements?q=smart",
                "/projects",
                "/projects?council=sci&sort=-title",
                "/projects?q=数字",
                "/organisations?kind=university",
                "/meetings?council=sci"
            })
    void takesAwayWhatTheScreenShows(String view) throws Exception {
        List<String> shown = onThePages(view);

        assertThat(shown).isNotEmpty();
        assertThat(csv(file(view, "csv")).stream()
                        .map(row -> row.getField("address").replace("http://localhost", ""))
                        .toList())
                .containsExactlyElementsOf(shown);
        assertThat(json(view)
                        .path("rows")
                        .valueStream()
                        .map(row -> row.path("address").asString().replace("http://localhost", ""))
                        .toList())
                .containsExactlyElementsOf(shown);
        assertThat(xlsx(view).stream()
                        .map(row -> row.getCellText(1).replace("http://localhost", ""))
                        .toList())
                .containsExactlyElementsOf(shown);
    }

    @Test
    void saysWhatTheViewIsBesideTheTableAndNotInIt() throws Exception {
        byte[] csv = bytes("/agreements.csv?council=sci");

        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, StandardCharsets.UTF_8)).startsWith("\uFEFFid,address,kind,");
        assertThat(mvc.get().uri("/agreements.metadata.json?council=sci"))
                .bodyText()
                .contains("Council: ", "http://localhost/agreements?council=sci", "CC BY 4.0", "counting");
        assertThat(json("/agreements?council=sci").path("about").path("rows").asString())
                .isEqualTo(Long.toString(
                        csv(new String(csv, StandardCharsets.UTF_8)).size()));
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(bytes("/agreements.xlsx?council=sci")))) {
            Sheet about = workbook.getSheet(1).orElseThrow();
            assertThat(about.read()).anyMatch(row -> row.getCellText(1).contains("/agreements?council=sci"));
        }
    }

    @Test
    void hasNamesInBothScriptsDatesAndSources() throws Exception {
        NamedCsvRecord row = csv(file("/agreements?q=telemedicine", "csv")).get(0);

        assertThat(row.getField("signed_on")).isEqualTo("[2024-07-08..2024-07-12]");
        assertThat(row.getField("signed_earliest")).isEqualTo("2024-07-08");
        assertThat(row.getField("signed_latest")).isEqualTo("2024-07-12");
        assertThat(row.getField("counting")).isEqualTo("not_stated");
        assertThat(row.getField("signatory_names")).contains("; ");
        assertThat(row.getField("sources")).startsWith("http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "=cmd|' /C calc'!A0", "=HYPERLINK(\"x\")"
            })
    void hasNoFormula(String hostile) throws Exception {
        jdbc.sql("update agreement set title = :title, note = null where id = 1")
                .param("title", hostile)
                .update();

        assertThat(csv(file("/agreements?sort=title", "csv")))
                .noneMatch(row -> row.getField("title").matches("(?s)\\s*[=+\\-@＝＋－＠].*"))
                .anyMatch(row -> row.getField("title").equals("'" + hostile));
        assertThat(xlsx("/agreements"))
                .allSatisfy(row ->
                        assertThat(row.stream()).allMatch(cell -> cell == null || cell.getType() != CellType.FORMULA))
                .anyMatch(row -> row.getCellText(4).equals(hostile));
        assertThat(json("/agreements").path("rows").valueStream())
                .anyMatch(row -> row.path("title").asString().equals(hostile));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "\t=1", "\r=1", "\u200E=1", "\u00A0=1", "\uFEFF=1"})
    void defusesWhatHidesBehindBlanks(String hostile) {
        assertThat(CsvFile.cell(hostile)).isEqualTo(hostile.startsWith("a") ? hostile : "'" + hostile);
    }

    @Test
    void leavesNumbersNumbers() {
        assertThat(CsvFile.cell(-5L)).isEqualTo("-5");
    }

    @ParameterizedTest
    @CsvSource({
        "/agreements.xml, 404",
        "/agreements.csv?council=nowhere, 400",
        "/agreements.csv?page=-1, 400",
        "/agreements.csv?sort=nonsense, 400",
        "/nothing.csv, 404"
    })
    void refusesWhatTheListRefuses(String address, int status) {
        assertThat(mvc.get().uri(address)).hasStatus(status);
    }

    private List<String> onThePages(String view) throws Exception {
        List<String> shown = new ArrayList<>();
        String list = view.substring(1).replaceAll("\\?.*", "");
        for (int page = 1; ; page++) {
            var answer = mvc.get()
                    .uri(page == 1 ? view : view + (view.contains("?") ? "&" : "?") + "page=" + page)
                    .exchange();
            if (answer.getResponse().getStatus() != 200) {
                return shown;
            }
            String html = answer.getResponse().getContentAsString();
            String table = html.substring(html.indexOf("<tbody>"), html.indexOf("</tbody>"));
            Stream.of(table.split("<tr>"))
                    .skip(1)
                    .map(row -> Pattern.compile("href=\"(/(?:" + list + "|councils/[^/\"]+/meetings)/\\d+)\"")
                            .matcher(row)
                            .results()
                            .map(found -> found.group(1))
                            .findFirst()
                            .orElseThrow())
                    .forEach(shown::add);
        }
    }

    private static String address(String view, String format) {
        return view.contains("?") ? view.replace("?", "." + format + "?") : view + "." + format;
    }

    private String file(String view, String format) throws Exception {
        return new String(bytes(address(view, format)), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String address) throws Exception {
        var answer = mvc.get().uri(address).exchange().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsByteArray();
    }

    private static List<NamedCsvRecord> csv(String text) {
        return CsvReader.builder().ofNamedCsvRecord(text.substring(1)).stream().toList();
    }

    private JsonNode json(String view) throws Exception {
        return JsonMapper.shared().readTree(bytes(address(view, "json")));
    }

    private List<Row> xlsx(String view) throws Exception {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes(address(view, "xlsx"))))) {
            return workbook.getFirstSheet().read().stream().skip(1).toList();
        }
    }
}
