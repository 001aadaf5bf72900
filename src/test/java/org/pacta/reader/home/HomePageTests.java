package org.pacta.reader.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class HomePageTests {

    @Autowired
    PageText pages;

    @Autowired
    MockMvcTester mvc;

    @Test
    void showsACardPerCouncilWithAnnouncedAndRecorded() {
        assertThat(pages.text("/"))
                .contains(
                        "Singapore-China (Shenzhen) Smart City Initiative 新中(深圳)智慧城市项目 4th meeting, on or before 15 December 2023")
                .contains("29 announced, to date after the 4th meeting 3 recorded");
    }

    @Test
    void speaksChineseToWhoeverPrefersIt() {
        assertThat(pages.inChinese("/")).contains("双边合作协议登记册", "上海市—新加坡全面合作理事会", "第4次会议");
    }

    @Test
    void remembersALanguageThatWasChosen() {
        assertThat(mvc.get().uri("/language/zh?back=/councils"))
                .hasStatus(302)
                .hasRedirectedUrl("/councils")
                .cookies()
                .hasValue("language", "zh");
    }

    @Test
    void returnsToNoOtherHost() {
        assertThat(mvc.get().uri("/language/zh?back=//evil.example")).hasRedirectedUrl("/");
        assertThat(mvc.get().uri("/language/zh?back=https://evil.example")).hasRedirectedUrl("/");
        assertThat(mvc.get().uri("/language/zh?back=/\\evil.example")).hasRedirectedUrl("/");
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
