package org.pacta.reference.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class PersonPageTests {

    @Autowired
    PageText pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void quotesWhatSourcesHaveThePersonSay() {
        assertThat(pages.section(page("Sim Ann"), "quotes"))
                .contains("Singapore is a good landing pad for them", "17th meeting")
                .doesNotContain("Belt and Road");
        assertThat(pages.section(page("Gong Zheng"), "quotes"))
                .contains("We aim to leverage the Belt and Road Initiative Gong Zheng, Shanghai Mayor");
        assertThat(pages.text(page("Low Yen Ling"))).doesNotContain("In their own words");
    }

    @Test
    void quotesNobodyWhoseNameOnlyBeginsAlike() {
        jdbc.sql("insert into person (id, name) values (900001, 'Sim An')").update();

        assertThat(pages.text("/people/900001")).doesNotContain("In their own words");
    }

    @Test
    void quotesNothingFromAWithdrawnSource() {
        jdbc.sql("""
                update source set withdrawn_on = now(), withdrawal_reason = 'gone' where id in (
                    select source_id from citation where said_by like 'Sim Ann%')
                """).update();

        assertThat(pages.text(page("Sim Ann"))).doesNotContain("In their own words");
    }

    @Test
    void drawsOfficesOnALineOfYearsAndOneOfficeOnceHoweverItIsPrinted() {
        assertThat(mvc.get().uri(page("Edwin Tong")))
                .bodyText()
                .contains("In which office, and when")
                .containsOnlyOnce(
                        "aria-label=\"Minister for Culture, Community and Youth, and Second Minister for Law\"")
                .contains("aria-label=\"Minister for Law and Second Minister for Home Affairs\"");
        assertThat(pages.text(page("Lu Shan"))).doesNotContain("In which office, and when");
    }

    private String page(String name) {
        return "/people/"
                + jdbc.sql("select id from person where name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single();
    }
}
