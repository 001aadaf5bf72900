package org.pacta.exchange.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.history.Snapshots.Snapshot;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@PageTest
class FeedTests {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Test
    void hasAnEventForEachMeetingWhoseDaysAreKnown() throws Exception {
        database.sql(
                        "update meeting set held_on = '2019-01-07/2019-01-08', venue = 'x' where id = (select min(id) from meeting)")
                .update();
        long known = database.sql("select count(*) from meeting_line where day ~ '^[0-9-]{10}(/[0-9-]{10})?$'")
                .query(Long.class)
                .single();
        long unknown = database.sql("select count(*) from meeting_line where day !~ '^[0-9-]{10}(/[0-9-]{10})?$'")
                .query(Long.class)
                .single();

        List<VEvent> events = calendar("/meetings.ics").getComponents("VEVENT");

        assertThat(known).isPositive();
        assertThat(unknown).isPositive();
        assertThat(events).hasSize((int) known);
        assertThat(events).anySatisfy(event -> {
            assertThat(event.getDateTimeStart().getDate()).isEqualTo(LocalDate.of(2019, 1, 7));
            assertThat(event.getDateTimeEnd().getDate()).isEqualTo(LocalDate.of(2019, 1, 9));
        });
        assertThat(new HashSet<>(events.stream()
                        .map(event -> event.getUid().orElseThrow().getValue())
                        .toList()))
                .hasSize((int) known);
    }

    @Test
    void foldsByOctetsAndEscapes() throws Exception {
        String name = "理事会，" + "中新（苏州）工业园区联合协调理事会".repeat(5) + "; a, b \\ c";
        database.sql("update council set name = :name, local_name = :name where slug = 'sci'")
                .param("name", name)
                .update();

        String file = text(get("/councils/sci/meetings.ics"));

        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        List<VEvent> events = calendar("/councils/sci/meetings.ics").getComponents("VEVENT");
        assertThat(events)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getSummary().getValue()).endsWith(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/changes.atom",
                "/councils/sci/changes.atom",
                "/agreements.atom",
                "/agreements.atom?council=sci",
                "/organisations.atom?q=bank",
                "/people.atom"
            })
    void isAFeedAsTheStandardHasIt(String path) throws Exception {
        revise();

        Element feed = feed(path);

        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(text(feed, "id")).startsWith("tag:localhost,2026:");
        assertThat(text(feed, "title")).isNotBlank();
        assertThat(text(feed, "updated")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        List<Element> entries = entries(feed);
        assertThat(entries).isNotEmpty().hasSizeLessThanOrEqualTo(100).allSatisfy(entry -> {
            assertThat(text(entry, "id")).matches("tag:localhost,2026:[a-z]+/\\d+/\\d+");
            assertThat(text(entry, "updated")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
            assertThat(text(entry, "title")).isNotBlank();
            Element link = (Element) entry.getElementsByTagNameNS(ATOM, "link").item(0);
            assertThat(link.getAttribute("href")).startsWith("http://localhost/");
        });
        assertThat(entries.stream().map(entry -> text(entry, "id")).distinct()).hasSameSizeAs(entries);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            value = 30, comparator = 'at_least', measure = 'agreements', measure_as_printed = 'agreements' | at least 30 agreements | 至少 30 份协议
            value = 3, comparator = 'more_than', measure = 'projects', measure_as_printed = 'projects' | more than 3 projects | 超过 3 个项目
            value = 100, comparator = 'about', measure = null, measure_as_printed = '企业' | about 100 企业 | 约 100 企业
            value = 118, series = 'after', measure = 'projects', measure_as_printed = 'projects' | 118 projects to date | 累计 118 个项目
            value = 118, series = 'before' | 118 Memorandums of Understanding to date before meeting no. 5 | 第 5 次会议前累计 118 份谅解备忘录
            value = 6, standing = 'planned' | 6 Memorandums of Understanding, planned | 计划 6 份谅解备忘录
            value = 9, set_aside_reason = 'Counted twice' | 9 Memorandums of Understanding, set aside | 9 份谅解备忘录（已搁置）
            value = 1 | 1 MOU | 1 份谅解备忘录
            value = null, value_as_printed = '2?' | 2? Memorandums of Understanding | 2? 份谅解备忘录
            value = 24, side_id = 1 | 24 Memorandums of Understanding of Singapore alone | 仅新加坡一方的 24 份谅解备忘录
            value = null, relation_factor = 2.50, relation_ordinal = 4 | 2.5 times the Memorandums of Understanding of meeting no. 4 | 第 4 次会议谅解备忘录数的 2.5 倍
            """)
    void namesANumberByAllThatItsSourceSays(String says, String english, String chinese) throws Exception {
        database.sql("update figure set %s where id = 1".formatted(says)).update();
        revise();

        assertThat(entries(feed("/changes.atom")))
                .extracting(entry -> text(entry, "title"))
                .anyMatch(title -> title.endsWith(": " + english));
        assertThat(entries(feed("/changes.atom?lang=zh")))
                .extracting(entry -> text(entry, "title"))
                .anyMatch(title -> title.endsWith("：" + chinese));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/changes.atom", "/meetings.ics"})
    void isNotSentAgainToSomebodyWhoHasIt(String path) {
        String tag = get(path).getResponse().getHeader(HttpHeaders.ETAG);

        assertThat(tag).startsWith("\"revision-");
        assertThat(mvc.get().uri(path).header(HttpHeaders.IF_NONE_MATCH, tag)).hasStatus(HttpStatus.NOT_MODIFIED);
    }

    @Test
    void hasATagOfItsOwnForEachStateThoughTheSnapshotIsTheSame() {
        Snapshot snapshot = new Snapshot(12, Instant.EPOCH, "12-12", false);
        byte[] before = "before".getBytes(StandardCharsets.UTF_8);
        byte[] after = "after".getBytes(StandardCharsets.UTF_8);

        assertThat(TaggedFile.of(before, MediaType.APPLICATION_ATOM_XML, snapshot)
                        .getHeaders()
                        .getETag())
                .isNotEqualTo(TaggedFile.of(after, MediaType.APPLICATION_ATOM_XML, snapshot)
                        .getHeaders()
                        .getETag());
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(get("/agreements.atom?council=nowhere")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(get("/agreements.atom?colour=red")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(get("/councils/nowhere/changes.atom")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/councils/nowhere/meetings.ics")).hasStatus(HttpStatus.NOT_FOUND);
    }

    /** A revision as publishing makes it, of agreements, numbers, organisations and people. */
    private void revise() {
        database.sql("""
                insert into revision (id, made_at, made_by, reason)
                values (900001, now(), 'Test', 'A reason with <b> & "quotes"')""").update();
        for (String table : List.of("agreement", "figure", "person", "organisation")) {
            String columns =
                    database.sql("""
                            select string_agg(column_name, ', ') from information_schema.columns
                            where table_name = :table || '_aud' and column_name not in ('rev', 'revtype', 'revend')""").param("table", table).query(String.class).single();
            database.sql(
                            "insert into %1$s_aud (rev, revtype, %2$s) select 900001, 1, %2$s from %1$s order by id limit 30"
                                    .formatted(table, columns))
                    .update();
        }
    }

    private Calendar calendar(String path) throws Exception {
        byte[] file = get(path).getResponse().getContentAsByteArray();
        return new CalendarBuilder().build(new ByteArrayInputStream(file));
    }

    private Element feed(String path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        MvcTestResult answer = get(path);
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("application/atom+xml");
        Document document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
        return document.getDocumentElement();
    }

    private static List<Element> entries(Element feed) {
        NodeList found = feed.getElementsByTagNameNS(ATOM, "entry");
        List<Element> entries = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            entries.add((Element) found.item(i));
        }
        return entries;
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
