package org.pacta.reader.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFLegendEntry;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Briefs and views of the dashboard as Word documents and slides, read back as an office program reads them. */
@PageTest
class PaperTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void givesTheBriefAsSlidesWithATableAndChartsThatCanBeEdited() throws Exception {
        try (XMLSlideShow show = slides("/councils/sci/brief.pptx", "en")) {
            assertThat(titles(show))
                    .startsWith("Brief: Singapore-China (Shenzhen) Smart City Initiative")
                    .contains(
                            "Announced, derived and recorded numbers of Singapore-China (Shenzhen) Smart City Initiative, meeting by meeting",
                            "Totals over time",
                            "Overdue",
                            "Open gaps and doubts");
            XSLFTable ledger = shapes(show, XSLFTable.class).findFirst().orElseThrow();
            assertThat(row(ledger, 0))
                    .containsExactly("Meeting", "MOUs", "", "", "agreements", "", "", "projects", "", "");
            assertThat(row(ledger, 3))
                    .startsWith(
                            "2nd\nnot on record",
                            "◇ 5\n= 13 − 8\nderived if nothing came before\n4 with the founding agreement",
                            "○ 13\n= 21 − 8",
                            "0");
            assertThat(row(ledger, 6))
                    .containsExactly("In all", "", "29", "3", "", "↕ at least 29\nby the MOUs", "3", "", "43", "14");
            XDDFChart chart = show.getCharts().get(0);
            assertThat(series(chart)).contains("total", "at most", "Recorded", "announced", "derived");
            XSSFSheet sheet = chart.getWorkbook().getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("total");
            assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(21);
        }
    }

    @Test
    void drawsInItsChartsTheTotalThatIsKnownUntilAMeetingAddsToIt() throws Exception {
        try (XMLSlideShow show = slides("/councils/ssccc/brief.pptx", "en")) {
            XSSFSheet sheet = show.getCharts().get(0).getWorkbook().getSheetAt(0);
            assertThat(StreamSupport.stream(sheet.spliterator(), false)
                            .filter(row -> row.getRowNum() > 0 && row.getCell(1) != null)
                            .map(row ->
                                    row.getCell(0).getLocalDateTimeCellValue().getYear() + " "
                                            + row.getCell(1).getNumericCellValue()))
                    .containsSubsequence("2023 37.0", "2024 37.0", "2024 52.0");
        }
    }

    @Test
    void namesTheSourcesInTheNotesAndTheRuleOnEachSlide() throws IOException {
        try (XMLSlideShow show = slides("/councils/sci/brief.pptx?asOf=2023-01-01", "en")) {
            XSLFSlide ledger = show.getSlides().get(2);
            assertThat(texts(ledger.getNotes().getShapes().stream())).contains("http://localhost/sources/");
            assertThat(show.getSlides())
                    .allSatisfy(slide -> assertThat(texts(slide.getShapes().stream()))
                            .contains("What is counted: ", "1 January 2023"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf", "knownOn"})
    void saysWhatOfABriefOfATimeIsToldAsItStandsNow(String time) throws IOException {
        String now = "commitments, silence and partners are told as they stand now.";
        String path = "/councils/sci/brief%s?" + time + "=2099-01-01";
        try (XMLSlideShow show = slides(path.formatted(".pptx"), "en");
                XWPFDocument document = document(path.formatted(".docx"), "en");
                XWPFDocument today = document("/councils/sci/brief.docx", "en")) {
            assertThat(texts(show.getSlides().get(0).getShapes().stream())).contains(now);
            assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
                    .anyMatch(text -> text.endsWith(now));
            assertThat(today.getParagraphs().stream().map(XWPFParagraph::getText))
                    .noneMatch(text -> text.endsWith(now));
        }
    }

    @Test
    void givesTheBriefAsADocumentWithHeadingsAndATableWhoseHeadIsRepeated() throws Exception {
        try (XWPFDocument document = document("/councils/ssccc/brief.docx", "zh-CN")) {
            assertThat(document.getParagraphs().stream()
                            .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
                            .map(XWPFParagraph::getText))
                    .contains("历次累计", "已过期", "待补与存疑");
            XWPFTable ledger = document.getTables().get(0);
            assertThat(ledger.getRow(0).isRepeatHeader()).isTrue();
            assertThat(ledger.getRow(1).isRepeatHeader()).isTrue();
            assertThat(ledger.getRow(2).isRepeatHeader()).isFalse();
            assertThat(ledger.getRow(9).getTableCells().stream().map(cell -> cell.getText()))
                    .startsWith("合计", "", "○ 70= 52 + 18");
            assertThat(series(document.getCharts().get(0))).contains("公布", "推算", "至多", "收录");
            assertThat(document.getStyles().getDefaultRunStyle()).isNotNull();
            assertThat(document.getFooterList().get(0).getText()).startsWith("统计口径");
        }
    }

    @Test
    void keepsTheFilterOfTheDashboard() throws Exception {
        try (XMLSlideShow compared =
                        slides("/dashboard.pptx?council=sci&council=ssccc&measure=projects&per=meeting", "en");
                XWPFDocument all = document("/dashboard.docx", "en")) {
            assertThat(titles(compared)).contains("projects").doesNotContain("Councils");
            assertThat(series(compared.getCharts().get(0))).contains("announced", "Recorded");
            assertThat(all.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining(" ")))
                    .contains("MOUs to date:", "Singapore-Sichuan Trade and Investment Committee");
            assertThat(series(all.getCharts().get(0))).contains("SSCCC", "SCI", "announced");
        }
    }

    @Test
    void namesEachCouncilOnceInTheLegendAndExplainsLinesAndMarksBesideThem() throws Exception {
        try (XMLSlideShow all = slides("/dashboard.pptx", "en")) {
            List<String> names = series(all.getCharts().get(0));
            Set<Integer> unnamed = all.getCharts().get(0).getOrAddLegend().getEntries().stream()
                    .filter(XDDFLegendEntry::getDelete)
                    .map(entry -> Math.toIntExact(entry.getIndex()))
                    .collect(Collectors.toSet());
            List<String> named = IntStream.range(0, names.size())
                    .filter(i -> !unnamed.contains(i))
                    .mapToObj(names::get)
                    .toList();

            assertThat(named)
                    .contains("SSCCC", "SCI", "SGCC", "at least", "at most", "announced")
                    .doesNotHaveDuplicates()
                    .noneMatch(name -> name.contains(": at "));
            assertThat(names).contains("SSCCC: announced", "SGCC: at most");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void fitsOnItsSlidesWhateverTheCouncil(String language) throws IOException {
        for (String slug : jdbc.sql("select slug from council order by slug")
                .query(String.class)
                .list()) {
            try (XMLSlideShow show = slides("/councils/" + slug + "/brief.pptx", language)) {
                assertThat(show.getSlides())
                        .allSatisfy(slide -> assertThat(slide.getShapes())
                                .allSatisfy(shape -> assertThat(
                                                new Rectangle2D.Double(0, 0, 960, 540).contains(shape.getAnchor()))
                                        .as("%s: %s", slug, shape.getShapeName())
                                        .isTrue()));
            }
        }
    }

    @Test
    void isNotThereForWhatIsNotThere() {
        assertThat(mvc.get().uri("/councils/nowhere/brief.pptx")).hasStatus(404);
        assertThat(mvc.get().uri("/councils/sci/meetings/99/brief.docx")).hasStatus(404);
        assertThat(mvc.get().uri("/dashboard.pptx?council=nowhere")).hasStatus(400);
    }

    private byte[] file(String path, String language) {
        var answer = mvc.get()
                .uri(path)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private XMLSlideShow slides(String path, String language) throws IOException {
        return new XMLSlideShow(new ByteArrayInputStream(file(path, language)));
    }

    private XWPFDocument document(String path, String language) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(file(path, language)));
    }

    private static List<String> titles(XMLSlideShow show) {
        return show.getSlides().stream().map(XSLFSlide::getTitle).toList();
    }

    private static <T extends XSLFShape> Stream<T> shapes(XMLSlideShow show, Class<T> kind) {
        return show.getSlides().stream()
                .flatMap(slide -> slide.getShapes().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static String texts(Stream<XSLFShape> shapes) {
        return shapes.filter(XSLFTextShape.class::isInstance)
                .map(shape -> ((XSLFTextShape) shape).getText())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> row(XSLFTable table, int row) {
        return table.getRows().get(row).getCells().stream()
                .map(XSLFTextShape::getText)
                .toList();
    }

    private static List<String> series(XDDFChart chart) throws IOException, InvalidFormatException {
        XSSFSheet sheet = chart.getWorkbook().getSheetAt(0);
        return Stream.iterate(1, i -> sheet.getRow(0).getCell(i) != null, i -> i + 1)
                .map(i -> sheet.getRow(0).getCell(i).getStringCellValue())
                .toList();
    }
}
