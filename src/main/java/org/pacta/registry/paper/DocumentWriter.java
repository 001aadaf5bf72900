package org.pacta.registry.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.paper.Outline.Cell;
import org.pacta.registry.paper.Outline.Drawn;
import org.pacta.registry.paper.Outline.Grid;
import org.pacta.registry.paper.Outline.Item;
import org.pacta.registry.paper.Outline.Items;
import org.pacta.registry.paper.Outline.Part;
import org.pacta.registry.paper.Outline.Section;
import org.pacta.registry.paper.Outline.Words;
import org.springframework.context.i18n.LocaleContextHolder;

/** Writes an outline as a Word document on A4, with styles for its headings and rows that stand on top of each page of a table. */
final class DocumentWriter {

    private static final int TWIPS = 20;
    private static final double EDGE = 42;
    private static final double SHORT = 595;
    private static final double LONG = 842;
    private static final double TABLE = 8;

    /** Between the lines of a table and its words, in twentieths of a point. */
    private static final int MARGIN = 70;

    private static final double CHART = 190;
    private static final String QUIET = "566870";

    private final XWPFDocument document = new XWPFDocument();
    private final UnaryOperator<String> words;
    private final BigInteger bullets;
    private final double inner;

    private DocumentWriter(UnaryOperator<String> words, boolean isWide) {
        this.words = words;
        inner = (isWide ? LONG : SHORT) - 2 * EDGE;
        start(isWide);
        bullets = bullets();
    }

    /** The words of the legends of charts by their keys. */
    static byte[] write(Outline outline, UnaryOperator<String> words) throws IOException {
        DocumentWriter writer = new DocumentWriter(words, outline.isWide());
        try (XWPFDocument closing = writer.document;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            writer.styled("Title", outline.title());
            outline.facts().forEach(fact -> writer.run(writer.document.createParagraph(), fact, false, QUIET));
            for (Section section : outline.sections()) {
                writer.styled("Heading1", section.heading());
                for (Part part : section.parts()) {
                    writer.put(part);
                }
                writer.sources(section.sources());
            }
            writer.run(closing.createFooter(HeaderFooterType.DEFAULT).createParagraph(), outline.foot(), false, QUIET);
            Papers.describe(closing, outline);
            closing.write(out);
            return out.toByteArray();
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(boolean isWide) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz page = section.addNewPgSz();
        page.setOrient(isWide ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        page.setW(twips(isWide ? LONG : SHORT));
        page.setH(twips(isWide ? SHORT : LONG));
        CTPageMar margins = section.addNewPgMar();
        BigInteger edge = twips(EDGE);
        margins.setTop(edge);
        margins.setBottom(edge);
        margins.setLeft(edge);
        margins.setRight(edge);
        margins.setFooter(twips(EDGE / 2));
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(Lettering.LATIN);
        fonts.setHAnsi(Lettering.LATIN);
        fonts.setEastAsia(Lettering.HAN);
        fonts.setCs(Lettering.LATIN);
        XWPFStyles styles = document.createStyles();
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage(Lettering.language(LocaleContextHolder.getLocale()));
        styles.setEastAsia(Lettering.language(Locale.CHINESE));
        normal();
        style("Title", "Title", 18, -1);
        style("Heading1", "heading 1", 13, 0);
    }

    /** The style of what names none: programs look for one. */
    private void normal() {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId("Normal");
        style.addNewName().setVal("Normal");
        style.setType(STStyleType.PARAGRAPH);
        style.setDefault(true);
        document.getStyles().addStyle(new XWPFStyle(style));
    }

    private void style(String id, String name, int size, int level) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewQFormat();
        var paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        if (level >= 0) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level));
        }
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(twips(8));
        spacing.setAfter(twips(2));
        var letters = style.addNewRPr();
        letters.addNewB();
        letters.addNewSz().setVal(BigInteger.valueOf(2L * size));
        document.getStyles().addStyle(new XWPFStyle(style));
    }

    private BigInteger bullets() {
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ZERO);
        CTLvl level = list.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewNumFmt().setVal(STNumberFormat.BULLET);
        level.addNewLvlText().setVal("•");
        var indent = level.addNewPPr().addNewInd();
        indent.setLeft(twips(12));
        indent.setHanging(twips(12));
        XWPFNumbering numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
    }

    private void put(Part part) throws IOException, InvalidFormatException {
        if (part instanceof Words text) {
            text.paragraphs().forEach(each -> run(paragraph(), each, false, null));
        } else if (part instanceof Items list) {
            list.items().forEach(this::item);
        } else if (part instanceof Grid grid) {
            table(grid);
        } else if (part instanceof Drawn drawn) {
            chart(drawn.chart());
        }
    }

    private void item(Item item) {
        XWPFParagraph paragraph = paragraph();
        paragraph.setNumID(bullets);
        if (!item.name().isEmpty()) {
            run(paragraph, item.name() + (item.text().isEmpty() ? "" : " "), true, null);
        }
        if (!item.text().isEmpty()) {
            run(paragraph, item.text(), false, null);
        }
    }

    private void sources(List<String> sources) {
        if (!sources.isEmpty()) {
            run(paragraph(), words.apply("brief.sources") + " " + String.join("; ", sources), false, QUIET);
        }
    }

    private void styled(String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        XWPFRun run = paragraph.createRun();
        run.setText(Outline.line(text));
        run.setLang(Lettering.language(text));
    }

    private XWPFParagraph paragraph() {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingAfter(40);
        return paragraph;
    }

    private void table(Grid grid) {
        double[] widths = Lettering.columns(grid, TABLE, inner);
        List<List<Cell>> all = new ArrayList<>(grid.heads());
        all.addAll(grid.rows());
        XWPFTable table = document.createTable(all.size(), 1);
        table.setWidth("100%");
        table.setCellMargins(0, MARGIN, 0, MARGIN);
        CTTblGrid columns = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (columns.sizeOfGridColArray() > 0) {
            columns.removeGridCol(0);
        }
        for (double width : widths) {
            columns.addNewGridCol().setW(twips(width));
        }
        for (int row = 0; row < all.size(); row++) {
            XWPFTableRow line = table.getRow(row);
            line.setRepeatHeader(row < grid.heads().size());
            line.setCantSplitRow(true);
            row(line, all.get(row), widths, grid.isOfWords(), row < grid.heads().size());
        }
        document.createParagraph().setSpacingAfter(0);
    }

    private void row(XWPFTableRow line, List<Cell> cells, double[] widths, boolean isOfWords, boolean isHead) {
        int column = 0;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            XWPFTableCell shown = i == 0 ? line.getCell(0) : line.createCell();
            CTTcPr properties = shown.getCTTc().isSetTcPr()
                    ? shown.getCTTc().getTcPr()
                    : shown.getCTTc().addNewTcPr();
            double width = 0;
            for (int each = 0; each < cell.columns(); each++) {
                width += widths[column + each];
            }
            CTTblWidth own = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
            own.setType(STTblWidth.DXA);
            own.setW(twips(width));
            if (cell.columns() > 1) {
                properties.addNewGridSpan().setVal(BigInteger.valueOf(cell.columns()));
            }
            if (cell.rows() != 1) {
                properties.addNewVMerge().setVal(cell.rows() == 0 ? STMerge.CONTINUE : STMerge.RESTART);
            }
            boolean isFirst = column == 0 && !isOfWords;
            ParagraphAlignment alignment = cell.columns() > 1
                    ? ParagraphAlignment.CENTER
                    : isFirst || isOfWords ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT;
            fill(shown, cell, isHead || isFirst, alignment);
            column += cell.columns();
        }
    }

    private void fill(XWPFTableCell shown, Cell cell, boolean isBold, ParagraphAlignment alignment) {
        XWPFParagraph paragraph = shown.getParagraphs().get(0);
        paragraph.setAlignment(alignment);
        run(paragraph, cell.text(), isBold, null).setFontSize(TABLE);
        for (String note : cell.notes()) {
            XWPFParagraph below = shown.addParagraph();
            below.setAlignment(alignment);
            run(below, note, false, QUIET).setFontSize(TABLE * Lettering.NOTE);
        }
    }

    private void chart(Chart chart) throws IOException, InvalidFormatException {
        NativeChart drawn = NativeChart.of(chart, words);
        if (drawn.series().isEmpty()) {
            return;
        }
        XWPFParagraph title = paragraph();
        title.setKeepNext(true);
        run(title, chart.title(), true, null);
        XWPFChart space =
                document.createChart(document.createParagraph().createRun(), Units.toEMU(inner), Units.toEMU(CHART));
        ChartSpace.draw(drawn, space, 8);
        if (!chart.note().isEmpty()) {
            run(paragraph(), chart.note(), false, QUIET);
        }
    }

    private XWPFRun run(XWPFParagraph paragraph, String text, boolean isBold, @Nullable String colour) {
        XWPFRun run = paragraph.createRun();
        run.setText(Outline.forXml(text).replaceAll("\\s+", " "));
        run.setBold(isBold);
        run.setFontSize(colour == null ? 10 : 8);
        run.setLang(Lettering.language(text));
        if (colour != null) {
            run.setColor(colour);
        }
        return run;
    }

    private static BigInteger twips(double points) {
        return BigInteger.valueOf(Math.round(points * TWIPS));
    }
}
