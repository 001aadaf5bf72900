package org.pacta.reader.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class YearsPageTests {

    @Autowired
    private PageText pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void countsEachMeetingThatWasHeldInItsYearAndOnce() {
        Map<String, Long> sums = lines("/dashboard/years.csv").stream()
                .collect(Collectors.groupingBy(
                        line -> line.get(2), Collectors.summingLong(line -> Long.parseLong(line.get(5)))));

        assertThat(sums.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(count("meeting where status = 'held' and withdrawn_on is null"));
        assertThat(sums.get("2019"))
                .isEqualTo(
                        count(
                                "meeting where status = 'held' and withdrawn_on is null and held_sort between '2019-01-01' and '2019-12-31'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mous", "agreements", "projects"})
    void opensAsManyRowsAsACellCounts(String measure) {
        List<List<String>> cells = lines("/dashboard/years.csv?measure=" + measure);

        assertThat(cells)
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(pages.text(cell.get(13))).contains("%s counted".formatted(cell.get(5))));
    }

    @Test
    void tellsWhatWasAnnouncedWithItsSignAndAddsNothing() {
        String page = pages.text("/dashboard/years?measure=mous&basis=announced");

        assertThat(page)
                .contains(
                        "MOUs announced or derived, by council and year", "never added", "◇ 5 = 13 − 8", "2nd meeting")
                .containsPattern("Smart City Initiative.* 29 ")
                .doesNotContain("In all");
    }

    @Test
    void speaksChinese() {
        assertThat(pages.inChinese("/dashboard/years?measure=projects")).contains("各理事会历年收录：项目", "合计", "只计一次");
    }

    @Test
    void countsRowsWithoutADateAndSaysSo() {
        jdbc.sql(
                        "update agreement set signed_on = null, meeting_id = null where id = (select max(id) from agreement where withdrawn_on is null and council_id is not null and status <> 'planned')")
                .update();

        assertThat(pages.text("/dashboard/years?measure=agreements&from=2020")).contains(" undated ");
        assertThat(lines("/dashboard/years.csv?measure=agreements").stream().map(line -> line.get(2)))
                .contains("");
    }

    @Test
    void canBeTakenAwayAsAWorkbook() throws IOException {
        byte[] file = mvc.get()
                .uri("/dashboard/years.xlsx?measure=projects")
                .exchange()
                .getResponse()
                .getContentAsByteArray();

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("council");
            assertThat(book.getSheetAt(0).getLastRowNum())
                    .isEqualTo(lines("/dashboard/years.csv?measure=projects").size());
            assertThat(book.getSheetAt(1).getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("Projects recorded, by council and year");
        }
    }

    @Test
    void refusesAYearThatIsNone() {
        assertThat(mvc.get().uri("/dashboard/years?from=0")).hasStatus(400);
        assertThat(mvc.get().uri("/dashboard/years?measure=deals")).hasStatus(400);
        assertThat(mvc.get().uri("/dashboard/years?from=9000")).hasStatusOk();
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

    /** The lines of a CSV file, without its head; none of these holds a line break. */
    private List<List<String>> lines(String path) {
        String csv = new String(
                mvc.get().uri(path).exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        Pattern cell = Pattern.compile("(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)");
        return Arrays.stream(csv.split("\r?\n"))
                .skip(1)
                .map(line ->
                        cell.matcher(line).results().map(YearsPageTests::text).toList())
                .toList();
    }

    private static String text(MatchResult cell) {
        return cell.group(1).replaceAll("^\"|\"$", "");
    }
}
