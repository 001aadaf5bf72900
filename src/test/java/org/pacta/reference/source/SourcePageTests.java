package org.pacta.reference.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PageTest
class SourcePageTests {

    @Autowired
    PageText pages;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsEverythingTakenFromItWithQuotes() {
        String id = jdbc.sql("select id::text from source where title like '%14 New Projects'")
                .query(String.class)
                .single();

        assertThat(pages.text("/sources/" + id))
                .contains("annex that is missing", "in full")
                .contains("announced number 29 MOUs", "29 MOUs have been signed at SCI JIC meetings")
                .contains("project Law office in Qianhai");
    }

    @Test
    void isListedByPublisherAndYear() {
        assertThat(pages.text("/sources?publisher=CNA")).containsPattern("(?<!\\d)6 source");
        assertThat(pages.text("/sources?publisher=The Straits Times&from=2020&to=2020"))
                .contains("Singapore, Shenzhen ink MOUs in support of Smart City Initiative")
                .doesNotContain("Singapore and Zhejiang to deepen collaboration in digital economy");
    }

    @Test
    void supportsEveryPublishedRecord() {
        assertThat(jdbc.sql("""
                        select kind || ' ' || id from record
                        where kind <> 'source'
                            and not exists (select from citation where citation.kind = record.kind and record_id = record.id)""").query(String.class).list()).isEmpty();
    }

    @Test
    void leadsFromEachRecordToAPageThatExists() {
        jdbc.sql("select distinct split_part(path, '#', 1) from record where kind not in ('organisation', 'person')")
                .query(String.class)
                .list()
                .forEach(pages::text);
    }
}
