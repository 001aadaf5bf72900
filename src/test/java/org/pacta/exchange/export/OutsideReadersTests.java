package org.pacta.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.test.PageTest;
import org.pacta.test.Program;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs of others read in our documents. */
@PageTest
class OutsideReadersTests {

    /** Heads of tables that name no party, whose first column keeps its place so that what is pasted from them is still rows. */
    private static final Set<List<String>> OF_TITLES =
            Set.of(List.of("Party 1", "Subject"), List.of("Party 1", "Subject", "中文标题"));

    private static final Program PANDOC = Program.of("pandoc", "-f", "docx", "-t", "html4", "--wrap=none", "{file}");
    private static final Program PYTHON = Program.python("docx", "document");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void pandocReadsEachCellOfTheDocumentsOfMeetings() throws Exception {
        List<String> meetings = meetings();

        assertThat(meetings).hasSizeGreaterThan(2);
        for (String meeting : meetings) {
            byte[] file = file(meeting + ".docx", "en");
            assertThat(tables(PANDOC.read(file))).as(meeting).isEqualTo(cells(file));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /councils/sci/meetings/4.docx  | en | en-GB | 4th meeting of the Singapore-China (Shenzhen) Smart City Initiative
            /councils/sci/meetings/4.docx  | zh | zh-CN | 新中(深圳)智慧城市项目第4次会议
            /councils/sjcc/meetings/17.docx | en | en-GB | 17th meeting of the Singapore-Jiangsu Cooperation Council
            /councils/sci/brief.docx       | en | en-GB | Brief: Singapore-China (Shenzhen) Smart City Initiative
            /councils/sci/brief.docx       | zh | zh-CN | 简报：新中(深圳)智慧城市项目
            """)
    void pythonFindsTitleAuthorLanguageHeadingsAndTables(String path, String reader, String language, String title)
            throws Exception {
        byte[] file = file(path, reader);

        JsonNode read = JsonMapper.shared().readTree(PYTHON.read(file));

        assertThat(read.path("title").stringValue()).isEqualTo(title);
        assertThat(read.path("author").stringValue()).isEqualTo("Pacta");
        assertThat(read.path("language").stringValue()).isEqualTo(language);
        assertThat(read.path("headings").size()).isGreaterThan(1);
        assertThat(read.path("headings").get(0).stringValue()).isEqualTo(title);
        assertThat(read.path("tables").size()).isEqualTo(cells(file).size()).isPositive();
    }

    @Test
    void hasNoColumnWithoutContents() throws IOException {
        for (String meeting : meetings()) {
            for (List<List<String>> table : cells(file(meeting + ".docx", "en"))) {
                if (OF_TITLES.contains(table.get(0))) {
                    continue;
                }
                assertThat(IntStream.range(0, table.get(0).size()))
                        .as(meeting)
                        .allMatch(column -> table.stream()
                                .skip(1)
                                .anyMatch(row -> !row.get(column).isEmpty()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /agreements            | en | Title, Parties, Council, Meeting, Signed, Kind, Status, Place of signing
            /agreements            | zh | 标题, 参与方, 理事会, 会议, 签署日期, 类型, 状态, 签署地点
            /projects              | en | Title, Parties, Council, Meeting, Launched, Status
            /organisations         | en | Name, Kind, Place, Agreements, Projects, Councils
            /meetings              | en | Date, Meeting, Council, Kind, Place, Host, Mode, Status, Agreements, Projects
            /sources               | en | Date, Title, Publisher, Kind, Citations
            /people                | en | Name, Last office, Appearances
            /places                | en | Name, Kind, In, Councils
            /councils              | en | Council, Kind, Founded, Meetings, Agreements, Projects
            /dashboard/indicators  | en | What, Place, Nature, Value, Unit, Period
            /councils/sci/rows?measure=mous | en | Title, Council, Meeting, Date, Kind, Status
            """)
    void pythonFindsTheColumnsOfThePageAndThenThoseOfTheCsv(String list, String reader, String headings)
            throws Exception {
        List<String> seen = List.of(headings.split(", "));
        JsonNode read = JsonMapper.shared()
                .readTree(Program.python("openpyxl", "workbook").read(file(in(list, "xlsx"), reader)));
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : read.path("rows")) {
            rows.add(row.valueStream().map(JsonNode::stringValue).toList());
        }
        List<List<String>> csv;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .ofCsvRecord(new String(file(in(list, "csv"), reader), StandardCharsets.UTF_8).substring(1))) {
            csv = records.stream().map(CsvRecord::getFields).toList();
        }

        assertThat(rows.get(0).subList(0, seen.size())).isEqualTo(seen);
        assertThat(rows).hasSameSizeAs(csv);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).subList(seen.size(), rows.get(i).size()))
                    .usingElementComparator(OutsideReadersTests::asACell)
                    .isEqualTo(csv.get(i));
        }
        assertThat(read.path("frozen").stringValue()).isEqualTo("A2");
        assertThat(read.path("filter").stringValue()).startsWith("A1:").endsWith(String.valueOf(rows.size()));
        assertThat(read.path("widths"))
                .allSatisfy(width -> assertThat(width.doubleValue()).isGreaterThan(10));
    }

    /** Numbers are numbers there, and truth is capitalised. */
    private static int asACell(String one, String other) {
        return one.equalsIgnoreCase(other)
                        || one.matches("-?[\\d.]+") && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0
                ? 0
                : 1;
    }

    @Test
    void pythonReadsATextThatLooksLikeAnEscapeAsItIs() throws Exception {
        jdbc.sql("update organisation set name = 'Institute of _x0041_ and _x000D_' where id = 1")
                .update();

        JsonNode read = JsonMapper.shared()
                .readTree(Program.python("openpyxl", "workbook").read(file("/organisations.xlsx?sort=name", "en")));

        assertThat(read.path("rows"))
                .anySatisfy(row -> assertThat(row.get(0).stringValue()).isEqualTo("Institute of _x0041_ and _x000D_"));
        assertThat(read.path("links").size()).isEqualTo(read.path("rows").size() - 1);
    }

    private static String in(String list, String format) {
        return list.replaceFirst("^([/a-z]+)", "$1." + format);
    }

    private List<String> meetings() {
        return jdbc.sql("""
                        select coalesce('/councils/' || council_slug || '/meetings/' || ordinal, '/meetings/' || id)
                        from meeting_line where agreements + projects > 0 order by id
                        """).query(String.class).list();
    }

    private static List<List<List<String>>> tables(String html) throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(("<div>" + html + "</div>").getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        return elements(root, "table").stream()
                .map(table -> elements(table, "tr").stream()
                        .map(row -> IntStream.range(0, row.getChildNodes().getLength())
                                .mapToObj(row.getChildNodes()::item)
                                .filter(Element.class::isInstance)
                                .map(cell -> cell.getTextContent().strip())
                                .toList())
                        .toList())
                .toList();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    /** The words of each cell of each table. */
    private static List<List<List<String>>> cells(byte[] file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            List<List<List<String>>> tables = new ArrayList<>();
            document.getTables()
                    .forEach(table -> tables.add(table.getRows().stream()
                            .map(row -> row.getTableCells().stream()
                                    .map(XWPFTableCell::getText)
                                    .toList())
                            .toList()));
            return tables;
        }
    }

    private byte[] file(String path, String language) {
        return Objects.requireNonNull(mvc.get()
                        .uri(path)
                        .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                        .exchange()
                        .getResponse())
                .getContentAsByteArray();
    }
}
