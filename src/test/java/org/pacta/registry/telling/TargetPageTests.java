package org.pacta.registry.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Targets beside the numbers they can be compared with: which number, how it is known, and what follows. */
@PageTest
class TargetPageTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private PageText pages;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void setATarget() {
        set(-1, "sci", "projects", "joint projects", "exactly", 50, "2099", null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sci     | projects   | exactly  | 50  | 2098    |         | 50 projects by 2098 43 projects announced after the 4th meeting: 7 below the target.
            sci     | projects   | at_least | 43  | 2098    |         | at least 43 projects by 2098 43 projects announced after the 4th meeting: exactly the target.
            sci     | mous       | exactly  | 20  | 2098    |         | 20 MOUs by 2098 29 MOUs announced after the 4th meeting: 9 above the target.
            ssccc   | mous       | exactly  | 100 | 2098    |         | 70 MOUs derived (52 + 18) after the 6th meeting: 30 below the target.
            sgcc    | mous       | exactly  | 300 | 2098    |         | 100 to 279 below the target.
            sgcc    | mous       | exactly  | 100 | 2098    |         | between 79 below the target and 100 above it.
            sgcc    | mous       | exactly  | 200 | 2098    |         | at most 179 below the target.
            sgcc    | mous       | exactly  | 20  | 2098    |         | at least 1 above the target.
            sci     | projects   | exactly  | 40  | 2022    |         | The day has passed. 29 projects announced after the 3rd meeting: 11 below the target.
            szetc   | mous       | exactly  | 100 | 2098    |         | 100 MOUs by 2098 At least 42 MOUs, known only within these bounds
            szetc   | mous       | exactly  | 100 | 2024    |         | The day has passed. At least 42 MOUs, known only within these bounds
            sci     | projects   | exactly  | 10  | 2018    |         | The day has passed. No total of projects is known for a day up to then; 14 are recorded by name, which need not be all.
            sci     | agreements | exactly  | 10  | 2098    |         | No source gives a total of agreements to compare it with; 3 are recorded by name, which need not be all.
            sci     |            | exactly  | 100 | 2098    |         | 100 things by 2098 It counts neither MOUs nor agreements nor projects, so no number here can be compared with it.
            sci     | projects   | exactly  | 20  | 2098    | 2025    | It counts what is new from 2025 on, and totals here count from the first meeting on, so no distance is stated.
            """)
    void isComparedWithWhatCountsTheSame(
            String council, String measure, String comparator, int value, String due, String from, String told) {
        set(-2, council, measure, measure == null ? "things" : measure, comparator, value, due, from);

        assertThat(pages.text("/councils/" + council)).contains(told);
    }

    @Test
    void isToldWhereverItsCouncilIs() {
        String told = "43 projects announced after the 4th meeting: 7 below the target.";

        assertThat(pages.section("/councils/sci", "targets"))
                .contains("50 projects by 2099", "“joint projects” in the source", told, "never counted");
        assertThat(pages.text("/councils/sci/brief")).contains("50 projects by 2099", told);
        assertThat(pages.text("/dashboard/targets")).contains("50 projects by 2099", told);
        assertThat(pages.inChinese("/councils/sci")).contains("到2099年达到50 个项目");
        assertThat(file("/dashboard/targets.csv"))
                .contains("sci,SCI,50 projects by 2099,projects,joint projects,exactly,50,")
                .contains(",43,announced,7,7,");
        assertThat(file("/dashboard/targets.json")).contains("\"below_least\" : 7");
        assertThat(file("/api/v1/targets")).contains("\"measureAsPrinted\":\"joint projects\"");
    }

    @Test
    void isALineOfTheChartAndInNoRowOfIt() {
        assertThat(file("/councils/sci/ledger.json?measure=projects"))
                .contains("\"by\" : \"2099-12-31\"", "\"told\" : \"50 projects by 2099\"")
                .doesNotContain("\"to_date\" : 50");
        assertThat(file("/councils/sci/ledger.json?measure=mous")).doesNotContain("2099");
        assertThat(file("/councils/sci/ledger.csv?measure=projects")).doesNotContain("2099");
    }

    @Test
    void isALineInTheBriefAndOnSlides() throws IOException, InvalidFormatException {
        assertThat(pages.text("/councils/sci/brief"))
                .containsSubsequence("50 projects by 2099", "Ledger", "Targets", "50 projects by 2099");
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(mvc.get()
                .uri("/councils/sci/brief.pptx")
                .exchange()
                .getResponse()
                .getContentAsByteArray()))) {
            List<String> series = new ArrayList<>();
            for (XSLFChart chart : show.getCharts()) {
                chart.getWorkbook().getSheetAt(0).getRow(0).forEach(cell -> series.add(cell.getStringCellValue()));
            }
            assertThat(series).containsOnlyOnce("50 projects by 2099");
        }
    }

    @Test
    void isNamedAtTheMeetingThatSetIt() {
        jdbc.sql("update target set meeting_id = 4 where id = -1").update();

        assertThat(pages.section("/councils/sci/meetings/4", "targets"))
                .contains("50 projects by 2099", "7 below the target", "never counted");
        assertThat(pages.text("/councils/sci/meetings/3")).doesNotContain("50 projects by 2099");
        assertThat(pages.inChinese("/councils/sci/meetings/4")).contains("本次会议设定的目标");
    }

    @Test
    void standsBesideAnotherForTheSameDay() {
        set(-2, "sci", "projects", "projects", "exactly", 60, "2099-12-31", null);

        assertThat(pages.section("/councils/sci", "targets"))
                .contains("Another target for the same day differs: 60 projects by 31 December 2099.")
                .contains("Another target for the same day differs: 50 projects by 2099.");
    }

    @Test
    void isComparedWithBothOfTwoRivals() {
        jdbc.sql("""
                insert into figure (id, council_id, meeting_id, series, measure, measure_as_printed, scope, value, comparator, standing)
                values (-1, 1, 4, 'after', 'projects', 'projects', 'not_stated', 40, 'exactly', 'reported')
                """).update();

        assertThat(pages.section("/councils/sci", "targets"))
                .contains("40 or 43 projects announced by sources that differ after the 4th meeting: 7 to 10 below");
    }

    @Test
    void isNotThereBeforeItWasSet() {
        jdbc.sql("update target set set_on = '2024-05' where id = -1").update();

        assertThat(pages.text("/councils/sci?asOf=2024-06-01")).contains("50 projects by 2099");
        assertThat(pages.text("/councils/sci?asOf=2024-04-01")).doesNotContain("50 projects by 2099");
        assertThat(pages.text("/councils/sci?knownOn=2020-01-01")).doesNotContain("50 projects by 2099");
    }

    @Test
    void isCountedNowhere() {
        jdbc.sql("update target set value = 7654 where id = -1").update();

        assertThat(pages.section("/councils/sci", "answer")).doesNotContain("7,654", "7654");
        assertThat(pages.section("/councils/sci", "ledger")).doesNotContain("7,654", "7654");
        assertThat(file("/dashboard/years.csv?basis=announced&measure=projects"))
                .doesNotContain("7654");
    }

    private void set(
            int id,
            String council,
            String measure,
            String word,
            String comparator,
            int value,
            String due,
            String from) {
        jdbc.sql("""
                        insert into target (id, council_id, measure, measure_as_printed, comparator, value, due, counted_from)
                        select :id, id, :measure, :word, :comparator, :value, :due, :from from council where slug = :council
                        """)
                .param("id", id)
                .param("council", council)
                .param("measure", measure)
                .param("word", word)
                .param("comparator", comparator)
                .param("value", value)
                .param("due", due)
                .param("from", from)
                .update();
    }

    private String file(String address) {
        return new String(
                Objects.requireNonNull(mvc.get().uri(address).exchange().getResponse())
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }
}
