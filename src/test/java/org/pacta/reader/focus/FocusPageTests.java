package org.pacta.reader.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class FocusPageTests {

    @Autowired
    PageText pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FocusQueries focus;

    @ParameterizedTest
    @CsvSource({"agreements, years", "agreements, councils", "projects, years", "projects, councils"})
    void eachCellOpensAsManyRowsAsItSays(String counted, String by) {
        SoftAssertions each = new SoftAssertions();
        List<List<Object>> cells = focus.chart(counted, by).rows();

        assertThat(cells).isNotEmpty();
        for (List<Object> cell : cells.subList(0, Math.min(cells.size(), 25))) {
            String list = String.valueOf(cell.get(5));
            each.assertThat(pages.text(list))
                    .as(list)
                    .containsPattern("(?<!\\d)%s %s".formatted(cell.get(4), counted.replaceFirst("s$", "")));
        }
        each.assertAll();
    }

    @Test
    void drawsBothTablesWithoutAScript() {
        assertThat(pages.text("/dashboard/topics"))
                .contains("leads:", "Agreements by focus area and year", "Agreements by focus area and council");
        assertThat(mvc.get().uri("/dashboard/topics?count=projects"))
                .bodyText()
                .contains("Projects by focus area and year", "heat-5", "href=\"/projects?focus=")
                .doesNotContain("<script src=\"/assets/_static/echarts");
        assertThat(pages.inChinese("/dashboard/topics")).contains("按重点领域和年份的协议");
    }

    @Test
    void saysWhatHasNoDateAndStandsInNoYear() {
        jdbc.sql("update agreement set signed_on = null where id in (select agreement_id from agreement_focus_area)")
                .update();
        long all = jdbc.sql(
                        "select count(distinct agreement_id) from agreement_focus_area join agreement on agreement.id = agreement_id where withdrawn_on is null")
                .query(Long.class)
                .single();

        assertThat(focus.chart("agreements", "years").rows()).isEmpty();
        assertThat(focus.table("agreements").undated()).isEqualTo(all);
    }

    @Test
    void answersFilesOfBothTablesAndRefusesWhatIsNotCounted() {
        assertThat(mvc.get().uri("/dashboard/topics/years.csv"))
                .hasStatusOk()
                .bodyText()
                .contains("focus,name,year,council_name,rows,page,rule");
        assertThat(mvc.get().uri("/dashboard/topics/councils.json?count=projects"))
                .hasStatusOk()
                .bodyText()
                .contains("\"council\" :", "/projects?council=");
        assertThat(mvc.get().uri("/dashboard/topics?count=meetings")).hasStatus(400);
        assertThat(mvc.get().uri("/dashboard/topics/places.csv")).hasStatus(404);
    }
}
