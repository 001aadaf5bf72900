package org.pacta.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.pacta.platform.shared.Name;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.Party;
import org.pacta.registry.paper.Outline;

/**
 * Writes the outcomes of a meeting as a Word document with the two annexes of a press release. The columns are called what the annex parser
 * calls them, and each cell holds one thing, so that the document pasted at the desk gives the same rows again.
 */
final class MeetingDocument {

    private static final String LATIN = "Times New Roman";
    private static final String HAN = "SimSun";
    /** Party columns; the header of a tenth would not be read as one. */
    private static final int COLUMNS = 9;

    private final XWPFDocument document = new XWPFDocument();

    private MeetingDocument() {}

    /**
     * Writes the document.
     *
     * @param facts lines under the title
     */
    static void write(
            String title,
            @Nullable String localTitle,
            List<String> facts,
            List<Line> agreements,
            List<Line> projects,
            OutputStream out)
            throws IOException {
        MeetingDocument written = new MeetingDocument();
        written.start();
        written.line(title, 16, true).setAlignment(ParagraphAlignment.CENTER);
        if (localTitle != null) {
            written.line(localTitle, 14, false).setAlignment(ParagraphAlignment.CENTER);
        }
        facts.forEach(fact -> written.line(fact, 10, false));
        if (!agreements.isEmpty()) {
            written.annex("Annex A: MOUs", "附件一：谅解备忘录及其他协议", "Instrument", agreements);
        }
        if (!projects.isEmpty()) {
            written.annex("Annex B: Projects", "附件二：合作项目", "Type", projects);
        }
        try (XWPFDocument closing = written.document) {
            closing.write(out);
        }
    }

    /** A4 on its side, and fonts for both scripts wherever nothing else is said. */
    private void start() {
        CTPageSz page = document.getDocument().getBody().addNewSectPr().addNewPgSz();
        page.setOrient(STPageOrientation.LANDSCAPE);
        page.setW(BigInteger.valueOf(16_838));
        page.setH(BigInteger.valueOf(11_906));
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setEastAsia(HAN);
        fonts.setCs(LATIN);
        document.createStyles().setDefaultFonts(fonts);
    }

    private void annex(String heading, String localHeading, String kind, List<Line> lines) {
        line("", 10, false);
        line(localHeading, 12, false);
        line(heading, 13, true);
        int parties = Math.min(
                COLUMNS,
                Math.max(
                        1,
                        lines.stream()
                                .mapToInt(line -> names(line, false).size())
                                .max()
                                .orElse(1)));
        List<String> columns = new ArrayList<>(List.of("No.", kind));
        for (int party = 1; party <= parties; party++) {
            columns.add("Party " + party);
        }
        columns.addAll(List.of("Subject", "中文标题", "中文名称"));
        XWPFTable table = document.createTable(lines.size() + 1, columns.size());
        table.setWidth("100%");
        cells(table.getRow(0), columns, true);
        table.getRow(0).setRepeatHeader(true);
        for (int row = 0; row < lines.size(); row++) {
            cells(table.getRow(row + 1), cells(lines.get(row), parties), false);
        }
    }

    /** A party to a cell, so that no word in a name parts it. */
    private static List<String> cells(Line line, int columns) {
        List<String> parties = names(line, false);
        List<String> cells = new ArrayList<>();
        cells.add(line.position() == null ? "" : line.position().toString());
        cells.add(instrument(line));
        for (int party = 0; party < columns; party++) {
            boolean isLast = party == columns - 1;
            cells.add(
                    party >= parties.size()
                            ? ""
                            : isLast ? String.join("; ", parties.subList(party, parties.size())) : parties.get(party));
        }
        cells.add(Objects.requireNonNullElse(line.title().text(), line.title().in(Locale.CHINESE)));
        cells.add(local(line.title()));
        cells.add(String.join("; ", names(line, true)));
        return cells;
    }

    private static String instrument(Line line) {
        return switch (Objects.requireNonNullElse(line.kind(), "project")) {
            case "mou" -> "Memorandum of Understanding";
            case "agreement" -> "Agreement";
            case "framework_agreement" -> "Framework Agreement";
            case "commercial_contract" -> "Commercial Contract";
            case "letter_of_intent" -> "Letter of Intent";
            case "joint_statement" -> "Joint Statement";
            case "action_plan" -> "Action Plan";
            case "protocol" -> "Protocol";
            case "project" -> "";
            default -> "Arrangement";
        };
    }

    private static List<String> names(Line line, boolean local) {
        return line.parties().stream()
                .filter(Party::signs)
                .map(Party::organisation)
                .filter(name -> !name.isEmpty())
                .map(name -> local ? local(name) : Objects.requireNonNullElse(name.text(), name.in(Locale.CHINESE)))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String local(Name name) {
        return name.text() == null || name.local() == null ? "" : name.local();
    }

    private void cells(XWPFTableRow row, List<String> texts, boolean isHeading) {
        for (int column = 0; column < texts.size(); column++) {
            XWPFTableCell cell = row.getCell(column);
            run(cell.getParagraphs().get(0), texts.get(column), 9, isHeading);
        }
    }

    private XWPFParagraph line(String text, int size, boolean isBold) {
        XWPFParagraph paragraph = document.createParagraph();
        run(paragraph, text, size, isBold);
        return paragraph;
    }

    private static void run(XWPFParagraph paragraph, String text, int size, boolean isBold) {
        XWPFRun run = paragraph.createRun();
        run.setText(Outline.forXml(text).replaceAll("\\s+", " "));
        run.setFontSize(size);
        run.setBold(isBold);
        run.setFontFamily(LATIN, XWPFRun.FontCharRange.ascii);
        run.setFontFamily(LATIN, XWPFRun.FontCharRange.hAnsi);
        run.setFontFamily(HAN, XWPFRun.FontCharRange.eastAsia);
    }

    /** Facts without those that are missing. */
    static List<String> facts(@Nullable String... facts) {
        List<String> known = new ArrayList<>();
        for (String fact : facts) {
            if (fact != null && !fact.isBlank()) {
                known.add(fact);
            }
        }
        return known;
    }
}
