package org.pacta.exchange.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pacta.exchange.dictionary.TableEntry.Kind;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class DataPageTests {

    @Autowired
    PageText pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Dictionary dictionary;

    @Test
    void tellsTheLicenceOfTheDataFromThatOfTheCode() {
        assertThat(pages.section("/data", "licence"))
                .contains("CC BY 4.0")
                .contains("Pacta's code is under the Apache License 2.0, which does not cover the data");
    }

    @Test
    void countsTheRowsOfEachTableAsOfTheNewestRevision() {
        long agreements =
                jdbc.sql("select count(*) from agreement").query(Long.class).single();
        long revision =
                jdbc.sql("select max(id) from revision").query(Long.class).single();

        assertThat(pages.section("/data", "tables"))
                .contains("As of revision " + revision + ", ")
                .contains("agreement " + agreements + " Memoranda, contracts, joint statements");
    }

    @Test
    void countsAgainAfterARevision() {
        pages.text("/data");
        jdbc.sql("""
                insert into focus_area (id, slug, name, local_name) select max(id) + 1, 'space', 'Space', '航天' from focus_area;
                insert into revision (id, made_at, made_by, reason) values (nextval('revision_seq'), '2030-01-31 12:00Z', 'ed', 'A new topic');
                """).update();
        long topics =
                jdbc.sql("select count(*) from focus_area").query(Long.class).single();

        assertThat(pages.section("/data", "tables"))
                .contains("31 January 2030")
                .contains("focus_area " + topics + " Topics of cooperation");
    }

    @Test
    void saysHowToCiteItWithAddressAndRevision() {
        assertThat(pages.section("/data", "cite"))
                .contains("Pacta: the registry of bilateral cooperation agreements. As of revision ")
                .contains("http://localhost/data. Licence CC BY 4.0.");
    }

    @Test
    void explainsEachColumn() {
        assertThat(pages.section("/data", "agreement"))
                .contains("id key whole number no Permanent number of the row. It is never given to another.")
                .contains("signed_on partial date yes When it was signed or is to be, in the Extended Date/Time Format")
                .contains(
                        "counting text no Whether it is among those its council counts",
                        "One of: in_count, outside, not_stated")
                .contains(
                        "founds_council_id whole number yes The council that it founded; empty for nearly all. council")
                .contains(
                        "signed_latest day yes Last day that signed_on can mean; empty where that is open. worked out");
        assertThat(pages.text("/data")).containsOnlyOnce("When it was signed or is to be, in the Extended");
        assertThat(pages.section("/data", "meeting")).contains("No two rows have the same council_id + ordinal");
    }

    @Test
    void hasAnAnchorForEachTable() {
        String html = new String(
                mvc.get().uri("/data").exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);

        assertThat(dictionary.tables())
                .allSatisfy(table -> assertThat(html).containsOnlyOnce(" id=\"" + table.name() + "\""));
        assertThat(html.split("<table "))
                .hasSize(dictionary.of(Kind.REGISTRY).size()
                        + dictionary.of(Kind.BESIDE).size()
                        + 4);
        assertThat(List.of(
                        "download", "licence", "cite", "reading", "dates", "tables", "dictionary", "beside", "history"))
                .allSatisfy(id -> assertThat(html).containsOnlyOnce(" id=\"" + id + "\""));
    }

    @Test
    void speaksChinese() {
        assertThat(pages.inChinese("/data"))
                .contains("截至修订", "逐一点名的备忘录、合同、联合声明和其他文件。", "所属的理事会；没有时为空。", "2022年11月")
                .doesNotContain("Permanent number", "May be empty");
    }
}
