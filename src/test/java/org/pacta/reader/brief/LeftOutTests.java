package org.pacta.reader.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whatever is too much for a sheet, a slide or a chart is told with how much more there is, and where. */
@PageTest
class LeftOutTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private PageText pages;

    @Autowired
    private JdbcClient jdbc;

    /** 150 meetings; at the first 210 projects of which nobody spoke since, and 210 commitments past their day; 205 agreements at the last. */
    @BeforeEach
    void meetOften() {
        jdbc.sql("""
                insert into council (id, slug, name, kind) values (-1, 'busy', 'Busy council', 'council');
                insert into meeting (id, council_id, kind, ordinal, status, held_on)
                select -n, -1, 'session', n, 'held', to_char(date '2000-01-10' + 40 * n, 'YYYY-MM-DD') from generate_series(1, 150) n;
                insert into figure (id, council_id, meeting_id, series, measure, measure_as_printed, scope, value, comparator, standing)
                select -n, -1, -n, 'at', 'projects', 'projects', 'not_stated', n, 'exactly', 'reported' from generate_series(1, 150) n;
                insert into project (id, title, council_id, meeting_id, status, counting, parties)
                select -n, 'Project no. ' || n || '.', -1, -1, 'launched', 'in_count', 'not_published' from generate_series(1, 210) n;
                insert into agreement (id, kind, title, council_id, meeting_id, status, counting, parties)
                select -n, 'mou', 'Agreement no. ' || n || '.', -1, -150, 'signed', 'in_count', 'not_published' from generate_series(1, 205) n;
                insert into commitment (id, statement, council_id, due, outcome)
                select -n, 'Commitment no. ' || n || '.', -1, '2001', 'not_published' from generate_series(1, 210) n
                """).update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pptx"})
    void papersCarryWhatThePageHasNoRoomForAndSayWhatTheyLeaveOut(String format) throws IOException {
        String paper = paper("/councils/busy/brief." + format, format);

        assertThat(paper)
                .contains("31st", "150th", "The meetings up to the 30th are left out here")
                .contains("http://localhost/councils/busy?all=true")
                .contains("Project no. 200.", "and 10 more, left out here: http://localhost/councils/busy")
                .contains("Commitment no. 200.")
                .contains("and 5 more, left out here");
        assertThat(count(paper, "Project no. ")).isEqualTo(200);
        assertThat(count(paper, "Commitment no. ")).isEqualTo(200);
        assertThat(count(paper, "Agreement no. ")).isEqualTo(200);
    }

    @Test
    void papersOfTheDashboardSayWhichMeetingsTheyLeaveOut() throws IOException {
        assertThat(paper("/dashboard.docx?council=busy", "docx"))
                .contains("The meetings up to the 110th are left out here; the whole ledger is at");
    }

    @Test
    void thePageSaysHowMuchMoreThereIs() {
        assertThat(pages.text("/councils/busy/brief"))
                .contains("The meetings up to the 126th: the whole ledger", "and 203 more", "and 190 more");
    }

    @Test
    void whatLeadsToAProofFindsItOnThePage() {
        jdbc.sql("""
                insert into figure (id, council_id, meeting_id, as_of, series, measure, measure_as_printed, scope, value, comparator, standing)
                select -1000 - n, -1, -n, null, 'after', 'mous', 'MOUs', 'not_stated', 300, 'exactly', 'reported' from generate_series(110, 150) n where n <> 149
                union all select -1200, -1, null, '2016-05', 'after', 'mous', 'MOUs', 'not_stated', 290, 'at_least', 'reported'
                """).update();

        assertThat(links("/councils/busy", "href=\"[^\"]*#(proof-[^\"]*)\""))
                .contains("proof-mous-by-2016-05-31")
                .doesNotContain("proof-projects-to-100")
                .isSubsetOf(links("/councils/busy", "id=\"(proof-[^\"]*)\""));
    }

    private List<String> links(String page, String link) {
        String html = new String(
                Objects.requireNonNull(mvc.get().uri(page).exchange())
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
        return Pattern.compile(link)
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void aChartSaysHowManyCouncilsItDoesNotDraw() {
        long shown = jdbc.sql(
                        "select count(distinct council_id) from figure where measure is not null and standing = 'reported'")
                .query(Long.class)
                .single();

        assertThat(pages.text("/dashboard")).containsPattern("\\d+ councils with no more than these are not drawn");
        assertThat(shown).isGreaterThan(8);
    }

    @Test
    void aSentenceSaysHowManyNumbersItDoesNotName() {
        jdbc.sql("""
                insert into figure (id, council_id, as_of, series, measure, measure_as_printed, scope, value, comparator, standing)
                select -1000 - n, -1, '2001/2030', 'after', 'mous', 'MOUs', 'not_stated', n, 'exactly', 'reported' from generate_series(1, 20) n
                """).update();

        assertThat(pages.section("/councils/busy?asOf=2010-01-01", "answer")).contains("8 more numbers");
    }

    private String paper(String path, String format) throws IOException {
        byte[] file = Objects.requireNonNull(
                        mvc.get().uri(path).header("Accept-Language", "en").exchange())
                .getResponse()
                .getContentAsByteArray();
        if (format.equals("docx")) {
            try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
                return Stream.concat(
                                document.getParagraphs().stream().map(XWPFParagraph::getText),
                                document.getTables().stream().map(table -> table.getText()))
                        .collect(Collectors.joining("\n"));
            }
        }
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(file))) {
            return show.getSlides().stream()
                    .flatMap(slide -> slide.getShapes().stream())
                    .map(shape -> shape instanceof XSLFTextShape text
                            ? text.getText()
                            : shape instanceof XSLFTable table
                                    ? table.getRows().stream()
                                            .flatMap(row -> row.getCells().stream())
                                            .map(XSLFTextShape::getText)
                                            .collect(Collectors.joining("\n"))
                                    : "")
                    .collect(Collectors.joining("\n"));
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
