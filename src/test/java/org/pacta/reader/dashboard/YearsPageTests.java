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

    @Test
    void saysThatTheYearsAreTheWrongWayRound() {
        assertThat(pages.text("/dashboard/years?from=2020&to=2010"))
                .contains("The first year chosen lies after the last")
                .doesNotContain("Joint Council for Bilateral Cooperation");
        assertThat(pages.text("/dashboard?from=2020&to=2010")).contains("The first year chosen lies after the last");
        assertThat(pages.text("/dashboard/years?from=3000")).contains("Nothing of this is on record for these years.");
        assertThat(pages.inChinese("/dashboard/years?from=2020&to=2010")).contains("所选起始年份晚于结束年份");
    }

    @Test
    void opensTheRowsOfAllYears() {
        assertThat(mvc.get().uri("/dashboard/years"))
                .bodyText()
                .contains("href=\"/meetings?council=jcbc&amp;status=held\"");
        assertThat(mvc.get().uri("/dashboard/years?measure=mous"))
                .bodyText()
                .contains("href=\"/councils/ssccc/rows?measure=mous\"");
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
    void saysOfWhichYearsANumberIsThatIsOnlyKnownOfSeveralTogether() {
        jdbc.sql("""
                insert into council (id, slug, name, kind) values (-1, 'spanning', 'Spanning', 'council'), (-2, 'totals', 'Totals', 'council');
                insert into meeting (id, council_id, kind, ordinal, status, held_on)
                values (-1, -1, 'session', 1, 'held', '2019-03'), (-2, -1, 'session', 2, 'held', '2020-03'),
                    (-3, -1, 'session', 3, 'held', '2021-03'), (-4, -1, 'session', 4, 'held', '2021-09');
                insert into figure (id, council_id, meeting_id, ordinal, through_ordinal, as_of, series, measure, measure_as_printed, scope, value, comparator, standing)
                values (-1, -1, null, 1, 2, null, 'at', 'mous', 'MOUs', 'not_stated', 17, 'exactly', 'reported'),
                    (-2, -1, null, 3, 4, null, 'at', 'mous', 'MOUs', 'not_stated', 5, 'exactly', 'reported'),
                    (-3, -2, null, null, null, '2020-10', 'after', 'mous', 'MOUs', 'not_stated', 37, 'exactly', 'reported')
                """).update();

        assertThat(pages.text("/dashboard/years?measure=mous&basis=announced"))
                .contains("over several years")
                .containsPattern("Spanning .*5 3rd to 4th together .*17 1st to 2nd together 2019 to 2020")
                .containsPattern("Totals only totals to date 37");
        assertThat(lines("/dashboard/years.csv?measure=mous&basis=announced").stream()
                        .filter(line -> line.get(0).equals("spanning"))
                        .map(line -> line.get(2) + ": " + line.get(5)))
                .containsExactlyInAnyOrder(": 17", "2021: 5");
    }

    @Test
    void countsWhatIsAnnouncedOfACancelledMeetingInItsYear() {
        jdbc.sql("""
                insert into council (id, slug, name, kind) values (-1, 'calling', 'Calling', 'council');
                insert into meeting (id, council_id, kind, ordinal, status, held_on)
                values (-1, -1, 'session', 1, 'held', '2015-06-01'), (-2, -1, 'session', 2, 'cancelled', '2018-06-01'),
                    (-3, -1, 'session', 3, 'held', '2019-06-01');
                insert into figure (id, council_id, meeting_id, series, measure, measure_as_printed, scope, value, comparator, standing)
                values (-1, -1, -2, 'at', 'mous', 'MOUs', 'not_stated', 3, 'exactly', 'reported')
                """).update();

        assertThat(lines("/dashboard/years.csv?measure=mous&basis=announced").stream()
                        .filter(line -> line.get(0).equals("calling"))
                        .map(line -> line.get(2) + ": " + line.get(5)))
                .contains("2018: 3");
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
