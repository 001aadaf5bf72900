package org.pacta.reader.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class HomePageTests {

    @Autowired
    PageText pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsARowPerCouncilWithAnnouncedAndRecorded() {
        assertThat(pages.text("/"))
                .contains(
                        "Singapore-China (Shenzhen) Smart City Initiative 新中(深圳)智慧城市项目 4th meeting on or before 15 December 2023")
                .contains("29 MOUs announced, to date 3 recorded")
                .contains("SCI: 29 MOUs announced, 3 recorded");
    }

    @Test
    void countsEachRecordOnceAndWhatIsPlannedApart() {
        String counts = "(select count(*) from %s where withdrawn_on is null and status <> 'planned')";
        String before = jdbc.sql("select 'Agreements ' || %s || ' Projects ' || %s"
                        .formatted(counts.formatted("agreement"), counts.formatted("project")))
                .query(String.class)
                .single();
        assertThat(pages.section("/", "on-record")).contains("Meetings 65 and 1 planned", before);

        jdbc.sql(
                        "update agreement set status = 'planned' where id = (select max(id) from agreement where withdrawn_on is null)")
                .update();

        assertThat(pages.section("/", "on-record"))
                .contains("and 1 planned Projects")
                .doesNotContain(before);
    }

    @Test
    void tellsWhatCameLastAndWhatIsDue() {
        assertThat(pages.section("/", "standing"))
                .containsSubsequence(
                        "15 December 2025 21st meeting",
                        "Due 20 September 2012 6th meeting",
                        "no source read so far says whether it was held",
                        "3 commitments are past the day");

        jdbc.sql("update commitment set due = '2999' where due is not null").update();

        assertThat(pages.section("/", "standing")).contains("due 2999").doesNotContain("commitments are past the day");
    }

    @ParameterizedTest
    @CsvSource({
        "last, Joint Council for Bilateral, Singapore-Tianjin Economic",
        "name, China-Singapore (Chongqing), Joint Council for Bilateral",
        "announced, Joint Council for Bilateral, China-Singapore (Chongqing)",
        "recorded, Joint Council for Bilateral, Singapore-Sichuan Trade",
    })
    void sortsCouncils(String order, String earlier, String later) {
        assertThat(pages.section("/?sort=" + order, "councils")).containsSubsequence(earlier, later);
    }

    @Test
    void refusesAnUnknownOrder() {
        assertThat(mvc.get().uri("/?sort=nonsense")).hasStatus(400);
    }

    @Test
    void standsWithoutAnyRecord() {
        jdbc.sql("update council set withdrawn_on = now(), withdrawal_reason = 'Nothing is left'")
                .update();

        assertThat(pages.text("/")).contains("Councils 0", "No council is on record yet.");
    }

    @Test
    void speaksChineseToWhoeverPrefersIt() {
        assertThat(pages.inChinese("/")).contains("双边合作协议登记册", "上海市—新加坡全面合作理事会", "第4次会议");
    }

    @Test
    void remembersALanguageThatWasChosen() {
        assertThat(mvc.get().uri("/language/zh?back=/councils"))
                .hasStatus(302)
                .hasRedirectedUrl("/councils?lang=zh")
                .cookies()
                .hasValue("language", "zh");
    }

    @Test
    void returnsToNoOtherHost() {
        assertThat(mvc.get().uri("/language/zh?back=//evil.example")).hasRedirectedUrl("/?lang=zh");
        assertThat(mvc.get().uri("/language/zh?back=https://evil.example")).hasRedirectedUrl("/?lang=zh");
        assertThat(mvc.get().uri("/language/zh?back=/\\evil.example")).hasRedirectedUrl("/?lang=zh");
    }

    @Test
    void startsNoSessionForAReader() {
        assertThat(mvc.get().uri("/")).doesNotContainHeader("Set-Cookie");
    }

    @Test
    void allowsNothingInlineAndNothingFromElsewhere() {
        String policy = mvc.get().uri("/").exchange().getResponse().getHeader("Content-Security-Policy");

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
    }
}
