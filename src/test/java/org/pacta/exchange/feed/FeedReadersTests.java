package org.pacta.exchange.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.pacta.test.Program;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs of others read in our feeds and calendars. */
@PageTest
class FeedReadersTests {

    @Autowired
    private MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agreements.atom",
                "/agreements.atom?council=sci",
                "/projects.atom",
                "/meetings.atom",
                "/organisations.atom",
                "/people.atom",
                "/sources.atom",
                "/changes.atom"
            })
    void pythonReadsEachEntryOfAFeed(String path) {
        JsonNode feed = read("feedparser", "feed", path);

        assertThat(feed.path("version").stringValue()).isEqualTo("atom10");
        assertThat(feed.path("malformed").stringValue()).isEmpty();
        assertThat(feed.path("title").stringValue()).startsWith("Pacta");
        assertThat(feed.path("entries")).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.path("title").stringValue()).isNotBlank();
            assertThat(entry.path("link").stringValue()).startsWith("http://localhost/");
            assertThat(entry.path("isDated").booleanValue()).isTrue();
        });
        assertThat(feed.path("entries"))
                .extracting(entry -> entry.path("id").stringValue())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/meetings.ics", "/councils/sci/meetings.ics", "/meetings.ics?place=singapore"})
    void pythonReadsEachEventOfACalendar(String path) {
        JsonNode calendar = read("icalendar", "events", path);

        assertThat(calendar.path("errors")).isEmpty();
        assertThat(calendar.path("events")).isNotEmpty().allSatisfy(event -> {
            assertThat(event.path("summary").stringValue()).isNotBlank();
            LocalDate start = LocalDate.parse(event.path("start").stringValue());
            assertThat(LocalDate.parse(event.path("end").stringValue())).isAfter(start);
        });
        assertThat(calendar.path("events"))
                .extracting(event -> event.path("uid").stringValue())
                .doesNotHaveDuplicates();
    }

    @Test
    void aSummaryNamesTheNumberOfTheMeeting() {
        assertThat(read("icalendar", "events", "/meetings.ics").path("events"))
                .extracting(event -> event.path("summary").stringValue())
                .anySatisfy(summary -> assertThat(summary).contains("17th"));
    }

    private JsonNode read(String library, String script, String path) {
        byte[] file = Objects.requireNonNull(mvc.get().uri(path).exchange().getResponse())
                .getContentAsByteArray();
        return JsonMapper.shared().readTree(Program.python(library, script).read(file));
    }
}
