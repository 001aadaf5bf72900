package org.pacta.registry.paper;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.poi.sl.usermodel.Insets2D;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFGraphicFrame;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.presentationml.x2006.main.CTGraphicalObjectFrame;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.paper.Outline.Cell;
import org.pacta.registry.paper.Outline.Drawn;
import org.pacta.registry.paper.Outline.Grid;
import org.pacta.registry.paper.Outline.Item;
import org.pacta.registry.paper.Outline.Items;
import org.pacta.registry.paper.Outline.Part;
import org.pacta.registry.paper.Outline.Section;
import org.pacta.registry.paper.Outline.Words;

/** Writes an outline as slides of 16 by 9; what does not fit on one goes on on the next. Lengths are points. */
final class SlideWriter {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final double EDGE = 40;
    private static final double INNER = WIDTH - 2 * EDGE;
    private static final double TOP = 92;
    private static final double BOTTOM = 494;
    private static final double TITLE = 26;
    private static final double TEXT = 16;
    private static final double TABLE = 13;
    private static final double SMALL = 9;
    private static final double CELL = 4;
    private static final double CHART = 250;
    private static final Color INK = new Color(0x1C2A30);
    private static final Color QUIET = new Color(0x566870);
    private static final Color RULE = new Color(0xB8C4C9);
    private static final Color TINT = new Color(0xEEF3F5);

    private final XMLSlideShow show = new XMLSlideShow();
    private final Outline outline;
    private final UnaryOperator<String> words;
    private XSLFSlide slide;
    private Section section;
    private double y;

    private SlideWriter(Outline outline, UnaryOperator<String> words) {
        this.outline = outline;
        this.words = words;
        this.section = new Section(outline.title(), List.of(), List.of());
        show.setPageSize(new Dimension(WIDTH, HEIGHT));
        this.slide = begin(outline.title());
    }

    /** The words of the legends of charts by their keys. */
    static byte[] write(Outline outline, UnaryOperator<String> words) throws IOException {
        SlideWriter writer = new SlideWriter(outline, words);
        try (XMLSlideShow closing = writer.show;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            writer.paragraphs(outline.facts());
            for (Section section : outline.sections()) {
                writer.section = section;
                writer.slide = writer.begin(section.heading());
                for (Part part : section.parts()) {
                    writer.put(part);
                }
            }
            Papers.describe(closing, outline);
            closing.write(out);
            return out.toByteArray();
        }
    }

    private XSLFSlide begin(String heading) {
        XSLFSlide begun = show.createSlide(show.getSlideMasters().get(0).getLayout(SlideLayout.TITLE_ONLY));
        XSLFTextShape title = begun.getPlaceholder(0);
        title.setAnchor(new Rectangle2D.Double(EDGE, 22, INNER, 62));
        title.clearText();
        title.setVerticalAlignment(VerticalAlignment.MIDDLE);
        title.setInsets(new Insets2D(0, 0, 0, 0));
        XSLFTextParagraph paragraph = title.addNewTextParagraph();
        paragraph.setTextAlign(TextAlign.LEFT);
        run(paragraph, heading, Lettering.size(heading, TITLE, SMALL, INNER, 2), true, INK);
        for (XSLFTextShape shape : begun.getPlaceholders()) {
            if (shape != title) {
                begun.removeShape(shape);
            }
        }
        XSLFTextBox foot = box(begun, HEIGHT - 34, 26);
        run(
                foot.addNewTextParagraph(),
                outline.foot(),
                Lettering.size(outline.foot(), SMALL, 6, INNER, 2),
                false,
                QUIET);
        notes(begun);
        y = TOP;
        return begun;
    }

    private void goOn() {
        slide = begin(section.heading());
    }

    private void notes(XSLFSlide begun) {
        if (section.sources().isEmpty()) {
            return;
        }
        for (XSLFTextShape shape : show.getNotesSlide(begun).getPlaceholders()) {
            if (shape.getTextType() == Placeholder.BODY) {
                shape.clearText();
                section.sources().forEach(source -> run(shape.addNewTextParagraph(), source, 12, false, INK));
            }
        }
    }

    private void put(Part part) {
        if (part instanceof Words text) {
            paragraphs(text.paragraphs());
        } else if (part instanceof Items list) {
            items(list.items());
        } else if (part instanceof Grid grid) {
            table(grid);
        } else if (part instanceof Drawn drawn) {
            chart(drawn.chart());
        }
    }

    private void paragraphs(List<String> texts) {
        texts.forEach(text -> put(new Item("", text), false));
    }

    private void items(List<Item> items) {
        items.forEach(item -> put(item, true));
    }

    /** A paragraph in a box of its own, so that the next one knows where to begin. */
    private void put(Item item, boolean isListed) {
        double column = isListed ? INNER - TEXT * 1.5 : INNER;
        double size = Lettering.size(item.whole(), TEXT, SMALL, column, 8);
        double height = Lettering.height(item.whole(), size, column) + 6;
        if (y + height > BOTTOM) {
            goOn();
        }
        XSLFTextParagraph paragraph = box(slide, y, height).addNewTextParagraph();
        if (isListed) {
            paragraph.setBullet(true);
            paragraph.setLeftMargin(TEXT * 1.5);
            paragraph.setIndent(-TEXT * 1.5);
        }
        if (!item.name().isEmpty()) {
            run(paragraph, item.name() + (item.text().isEmpty() ? "" : " "), size, true, INK);
        }
        if (!item.text().isEmpty()) {
            run(paragraph, item.text(), size, false, INK);
        }
        y += height;
    }

    private static XSLFTextBox box(XSLFSlide slide, double top, double height) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(new Rectangle2D.Double(EDGE, top, INNER, height));
        box.setInsets(new Insets2D(0, 0, 0, 0));
        box.setWordWrap(true);
        box.clearText();
        return box;
    }

    private void table(Grid grid) {
        double size = TABLE;
        double left = BOTTOM - y > (BOTTOM - TOP) * 2 / 3 ? BOTTOM - y : BOTTOM - TOP;
        while (size > SMALL && height(grid, size) > left) {
            size -= 1;
        }
        double[] widths = Lettering.columns(grid, size, INNER);
        int next = 0;
        while (next < grid.rows().size()) {
            double top = y;
            double height = height(grid.heads(), widths, size);
            int first = next;
            while (next < grid.rows().size()) {
                int last = whole(grid, next);
                double more = height(grid.rows().subList(next, last), widths, size);
                if (top + height + more > BOTTOM && next > first) {
                    break;
                }
                height += more;
                next = last;
            }
            if (top + height > BOTTOM && top > TOP) {
                next = first;
                goOn();
                continue;
            }
            table(grid, grid.rows().subList(first, next), widths, size);
            y += height + 8;
            if (next < grid.rows().size()) {
                goOn();
            }
        }
    }

    private static double height(Grid grid, double size) {
        double[] widths = Lettering.columns(grid, size, INNER);
        return height(grid.heads(), widths, size) + height(grid.rows(), widths, size);
    }

    /** The end of the rows that stay together, because a cell covers them. */
    private static int whole(Grid grid, int first) {
        int last = first + 1;
        for (int row = first; row < last; row++) {
            for (Cell cell : grid.rows().get(row)) {
                last = Math.min(grid.rows().size(), Math.max(last, row + cell.rows()));
            }
        }
        return last;
    }

    private static double height(List<List<Cell>> rows, double[] widths, double size) {
        return rows.stream()
                .mapToDouble(row -> Lettering.height(row, widths, size, CELL))
                .sum();
    }

    private void table(Grid grid, List<List<Cell>> rows, double[] widths, double size) {
        List<List<Cell>> all = new ArrayList<>(grid.heads());
        all.addAll(rows);
        XSLFTable table = slide.createTable(all.size(), widths.length);
        table.setAnchor(new Rectangle2D.Double(EDGE, y, INNER, height(all, widths, size)));
        table.getCTTable().getTblPr().setFirstRow(true);
        for (int column = 0; column < widths.length; column++) {
            table.setColumnWidth(column, widths[column]);
        }
        for (int row = 0; row < all.size(); row++) {
            table.setRowHeight(row, Lettering.height(all.get(row), widths, size, CELL));
            int column = 0;
            for (Cell cell : all.get(row)) {
                boolean isHead = row < grid.heads().size();
                boolean isFirst = column == 0 && !grid.isOfWords();
                TextAlign align = cell.columns() > 1
                        ? TextAlign.CENTER
                        : isFirst || grid.isOfWords() ? TextAlign.LEFT : TextAlign.RIGHT;
                fill(table.getCell(row, column), cell, size, isHead, isHead || isFirst, align);
                if (cell.columns() > 1 || cell.rows() > 1) {
                    table.mergeCells(row, row + Math.max(1, cell.rows()) - 1, column, column + cell.columns() - 1);
                }
                column += cell.columns();
            }
        }
    }

    private static void fill(
            XSLFTableCell shown, Cell cell, double size, boolean isHead, boolean isBold, TextAlign align) {
        shown.setInsets(new Insets2D(CELL / 2, CELL, CELL / 2, CELL));
        shown.setBorderColor(BorderEdge.bottom, RULE);
        shown.setBorderWidth(BorderEdge.bottom, isHead ? 1.25 : 0.5);
        if (isHead) {
            shown.setFillColor(TINT);
        }
        shown.clearText();
        XSLFTextParagraph paragraph = shown.addNewTextParagraph();
        paragraph.setTextAlign(align);
        if (cell.text().isEmpty()) {
            paragraph.getXmlObject().addNewEndParaRPr().setSz((int) (size * 100));
        } else {
            run(paragraph, cell.text(), size, isBold, INK);
        }
        for (String note : cell.notes()) {
            XSLFTextParagraph below = shown.addNewTextParagraph();
            below.setTextAlign(align);
            run(below, note, size * Lettering.NOTE, false, QUIET);
        }
    }

    private void chart(Chart chart) {
        NativeChart drawn = NativeChart.of(chart, words);
        if (drawn.series().isEmpty()) {
            return;
        }
        if (BOTTOM - y < CHART) {
            goOn();
        }
        put(new Item(chart.title(), ""), false);
        XSLFChart space = show.createChart(slide);
        Rectangle2D place = new Rectangle2D.Double(
                EDGE * EMU, y * EMU, INNER * EMU, (BOTTOM - y - (chart.note().isEmpty() ? 0 : 24)) * EMU);
        slide.addChart(space, place);
        ChartSpace.draw(drawn, space, 12);
        slide.getShapes().stream()
                .filter(XSLFGraphicFrame.class::isInstance)
                .reduce((earlier, later) -> later)
                .map(XSLFGraphicFrame.class::cast)
                .ifPresent(frame -> describe(frame, chart));
        y = BOTTOM - 24;
        if (!chart.note().isEmpty()) {
            XSLFTextBox note = box(slide, y, 24);
            run(note.addNewTextParagraph(), chart.note(), Lettering.size(chart.note(), 11, 7, INNER, 2), false, QUIET);
        }
        y = BOTTOM;
    }

    /** What readers hear who do not see it. */
    private static void describe(XSLFGraphicFrame frame, Chart chart) {
        CTGraphicalObjectFrame named = (CTGraphicalObjectFrame) frame.getXmlObject();
        named.getNvGraphicFramePr().getCNvPr().setDescr(Outline.line(chart.description()));
    }

    private static final double EMU = 12_700;

    private static void run(XSLFTextParagraph paragraph, String text, double size, boolean isBold, Color colour) {
        XSLFTextRun run = paragraph.addNewTextRun();
        String line = Outline.forXml(text);
        run.setText(line);
        run.setFontSize(size);
        run.setBold(isBold);
        run.setFontColor(colour);
        CTTextCharacterProperties letters = run.getRPr(true);
        letters.setLang(Lettering.language(text));
        letters.addNewLatin().setTypeface(Lettering.LATIN);
        letters.addNewEa().setTypeface(Lettering.HAN);
    }
}
