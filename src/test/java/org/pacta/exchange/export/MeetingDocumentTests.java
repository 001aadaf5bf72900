package org.pacta.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.pacta.desk.matching.KnownNames;
import org.pacta.platform.reading.Columns;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.Lines;
import org.pacta.registry.line.MeetingLine;
import org.pacta.registry.line.Party;
import org.pacta.rules.annex.Annex;
import org.pacta.rules.annex.Row;
import org.pacta.rules.naming.Knowledge;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class MeetingDocumentTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Lines lines;

    @Autowired
    KnownNames names;

    @Test
    void givesTheSameRowsWhenItIsPasted() throws IOException {
        List<MeetingLine> meetings = jdbc.sql("select * from meeting_line where agreements + projects > 0 order by id")
                .query((row, n) -> Columns.read(row, MeetingLine.class))
                .list();
        Map<String, List<String>> read = new LinkedHashMap<>();
        Map<String, List<String>> recorded = new LinkedHashMap<>();

        for (MeetingLine meeting : meetings) {
            read.put(
                    meeting.path(),
                    Annex.parse(text(meeting.path()), known()).rows().stream()
                            .map(MeetingDocumentTests::row)
                            .toList());
            List<String> rows = new ArrayList<>();
            lines.ofMeeting(Line.Kind.AGREEMENT, meeting.id()).forEach(line -> rows.add(row(line)));
            lines.ofMeeting(Line.Kind.PROJECT, meeting.id()).forEach(line -> rows.add(row(line)));
            recorded.put(meeting.path(), rows);
        }

        assertThat(meetings).hasSizeGreaterThan(2);
        assertThat(read).isEqualTo(recorded);
    }

    @Test
    void namesAFontForEachScript() throws Exception {
        try (XWPFDocument document = document("/councils/sjcc/meetings/17")) {
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains("Annex A: MOUs", "Annex B: Projects");
            assertThat(document.getStyle()
                            .getDocDefaults()
                            .getRPrDefault()
                            .getRPr()
                            .getRFontsArray(0))
                    .satisfies(fonts -> {
                        assertThat(fonts.getAscii()).isEqualTo("Arial");
                        assertThat(fonts.getEastAsia()).isEqualTo("Microsoft YaHei");
                    });
        }
    }

    @Test
    void isNotThereForAMeetingThatIsNot() {
        assertThat(mvc.get().uri("/councils/sci/meetings/99.docx")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/meetings/999999.docx")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/councils/sci/meetings/x.docx")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private static String row(Row row) {
        return "%s · %s · %s"
                .formatted(
                        row.kind(),
                        row.participants().stream().map(Row.Participant::name).toList(),
                        row.subject());
    }

    private static String row(Line line) {
        String kind = line.kind() == null ? "PROJECT" : line.kind().toUpperCase(Locale.ROOT);
        return "%s · %s · %s"
                .formatted(
                        kind,
                        line.parties().stream()
                                .filter(Party::signs)
                                .map(party -> party.organisation().in(Locale.ENGLISH))
                                .filter(name -> !name.isEmpty())
                                .toList(),
                        line.title().in(Locale.ENGLISH));
    }

    /** What the desk knows when somebody pastes. */
    private Knowledge known() {
        return new Knowledge(
                names.all().stream()
                        .map(each -> new Knowledge.Organisation(each.names(), each.place()))
                        .toList(),
                List.of(),
                Set.of());
    }

    /** The words of a document, its tables as lines with tabs, as they arrive when it is pasted. */
    private String text(String meeting) throws IOException {
        List<String> text = new ArrayList<>();
        try (XWPFDocument document = document(meeting)) {
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    text.add(paragraph.getText());
                } else if (element instanceof XWPFTable table) {
                    table.getRows()
                            .forEach(row -> text.add(String.join(
                                            "\t",
                                            row.getTableCells().stream()
                                                    .map(XWPFTableCell::getText)
                                                    .toList())
                                    .stripTrailing()));
                }
            }
        }
        return String.join("\n", text);
    }

    private XWPFDocument document(String meeting) throws IOException {
        byte[] file = Objects.requireNonNull(
                        mvc.get().uri(meeting + ".docx").exchange().getResponse())
                .getContentAsByteArray();
        return new XWPFDocument(new ByteArrayInputStream(file));
    }
}
