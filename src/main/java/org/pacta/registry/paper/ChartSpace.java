package org.pacta.registry.paper;

import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFColorRgbBinary;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.ScatterStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartLegend;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLegendEntry;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlCursor;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.pacta.registry.paper.NativeChart.Point;
import org.pacta.registry.paper.NativeChart.Series;

/** Draws series of points as a chart of Office over a workbook of its own, where their numbers can be changed. */
final class ChartSpace {

    private static final int WHITE = 0xFFFFFF;
    private static final int INK = 0x1C2A30;
    private static final int QUIET = 0xD9E0E3;

    private static final double YEAR = 365.25;
    private static final int YEARS = 12;
    private static final String MARK = "9";

    private ChartSpace() {}

    /** Draws with letters of so many points. */
    static void draw(NativeChart chart, XDDFChart space, int size) {
        XSSFWorkbook book = new XSSFWorkbook();
        space.setWorkbook(book);
        XSSFSheet sheet = book.createSheet("Pacta");
        XDDFValueAxis left;
        if (chart.years()) {
            XDDFValueAxis bottom = space.createValueAxis(AxisPosition.BOTTOM);
            left = left(space, bottom);
            years(bottom, chart.series());
            steps(chart.series(), space, sheet, bottom, left);
        } else {
            XDDFCategoryAxis bottom = space.createCategoryAxis(AxisPosition.BOTTOM);
            left = space.createValueAxis(AxisPosition.LEFT);
            left.setCrosses(AxisCrosses.AUTO_ZERO);
            left.setCrossBetween(AxisCrossBetween.BETWEEN);
            bars(chart, space, sheet, bottom, left);
        }
        left.setMinimum(0);
        left.setNumberFormat("#,##0");
        highest(left, chart.series());
        left.getOrAddMajorGridProperties().setLineProperties(line(QUIET, 0.75, null));
        legend(space.getOrAddLegend(), chart);
        space.displayBlanksAs(DisplayBlanks.GAP);
        letters(space, size);
    }

    private static XDDFValueAxis left(XDDFChart space, XDDFValueAxis bottom) {
        XDDFValueAxis left = space.createValueAxis(AxisPosition.LEFT);
        left.setCrosses(AxisCrosses.MIN);
        bottom.setCrosses(AxisCrosses.MIN);
        left.setCrossBetween(AxisCrossBetween.MIDPOINT_CATEGORY);
        return left;
    }

    /** Whole years, a tick for each or for some: from the second of January on, multiples of the mean year stay in the first days of a year. */
    private static void years(XDDFValueAxis axis, List<Series> series) {
        double first = days(series).min().orElse(0);
        double last = days(series).max().orElse(first);
        double start = NativeChart.day(NativeChart.date(first).withDayOfYear(2));
        double years = Math.max(1, Math.ceil((last - start) / YEAR));
        double unit = Math.ceil(years / YEARS);
        axis.setNumberFormat("yyyy");
        axis.setMinimum(start);
        axis.setMaximum(start + Math.ceil(years / unit) * unit * YEAR);
        axis.setMajorUnit(unit * YEAR);
    }

    private static DoubleStream days(List<Series> series) {
        return series.stream().flatMap(each -> each.points().stream()).mapToDouble(Point::at);
    }

    private static void legend(XDDFChartLegend legend, NativeChart chart) {
        legend.setPosition(LegendPosition.BOTTOM);
        for (int i = 0; i < chart.series().size(); i++) {
            if (!chart.series().get(i).isNamed()) {
                XDDFLegendEntry entry = legend.addEntry();
                entry.setIndex(i);
                entry.setDelete(true);
            }
        }
    }

    /** Whole numbers on the axis: programs make halves for small ones. */
    private static void highest(XDDFValueAxis left, List<Series> series) {
        double highest = series.stream()
                .flatMap(each -> each.points().stream())
                .filter(point -> point.value() != null)
                .mapToDouble(Point::value)
                .max()
                .orElse(0);
        if (highest < 10) {
            left.setMajorUnit(1);
            left.setMaximum(Math.max(1, highest + 1));
        }
    }

    /** The points of a series stand below those of the one before, over the same rows: LibreOffice loses series of fewer rows than others. */
    private static void steps(
            List<Series> series, XDDFChart space, XSSFSheet sheet, XDDFValueAxis bottom, XDDFValueAxis left) {
        XSSFCellStyle day = sheet.getWorkbook().createCellStyle();
        day.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy-mm-dd"));
        XSSFRow head = sheet.createRow(0);
        XDDFScatterChartData data = (XDDFScatterChartData) space.createData(ChartTypes.SCATTER, bottom, left);
        data.setStyle(ScatterStyle.LINE_MARKER);
        data.setVaryColors(false);
        int last = 0;
        for (int i = 0; i < series.size(); i++) {
            head.createCell(i + 1).setCellValue(Outline.line(series.get(i).name()));
            for (Point point : series.get(i).points()) {
                XSSFRow row = sheet.createRow(++last);
                row.createCell(0).setCellValue(point.at());
                row.getCell(0).setCellStyle(day);
                if (point.value() != null) {
                    row.createCell(i + 1).setCellValue(point.value());
                }
            }
        }
        for (int i = 0; i < series.size(); i++) {
            XDDFScatterChartData.Series drawn = (XDDFScatterChartData.Series) data.addSeries(
                    XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(1, last, 0, 0)),
                    XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(1, last, i + 1, i + 1)));
            name(drawn, series.get(i), sheet, i + 1);
            look(drawn, series.get(i));
        }
        space.plot(data);
    }

    private static void name(XDDFChartData.Series drawn, Series series, XSSFSheet sheet, int column) {
        drawn.setTitle(Outline.line(series.name()), new CellReference(sheet.getSheetName(), 0, column, true, true));
    }

    private static void look(XDDFScatterChartData.Series drawn, Series series) {
        drawn.setSmooth(false);
        if (series.dash() != null) {
            drawn.setLineProperties(line(series.colour(), series.width(), series.dash()));
        } else {
            XDDFLineProperties none = new XDDFLineProperties();
            none.setFillProperties(new XDDFNoFillProperties());
            drawn.setLineProperties(none);
        }
        NativeChart.Mark mark = series.mark();
        drawn.setMarkerStyle(mark == null ? MarkerStyle.NONE : mark.style());
        if (mark != null) {
            XDDFShapeProperties properties = new XDDFShapeProperties();
            properties.setFillProperties(
                    mark.isFilled() ? new XDDFSolidFillProperties(rgb(series.colour())) : new XDDFNoFillProperties());
            properties.setLineProperties(line(mark.isFilled() ? series.colour() : pale(series.colour()), 2, null));
            CTMarker own = drawn.getCTScatterSer().getMarker();
            own.setSpPr(properties.getXmlObject());
            enlarge(own);
        }
    }

    /** The size of a mark, written by hand: the small set of schemas that POI comes with has no type for it. */
    private static void enlarge(CTMarker mark) {
        try (XmlCursor cursor = mark.getSpPr().newCursor()) {
            cursor.beginElement("size", cursor.getName().getNamespaceURI());
            cursor.insertAttributeWithValue("val", MARK);
        }
    }

    private static void bars(
            NativeChart chart, XDDFChart space, XSSFSheet sheet, XDDFCategoryAxis bottom, XDDFValueAxis left) {
        XSSFRow head = sheet.createRow(0);
        int last = chart.categories().size();
        for (int row = 1; row <= last; row++) {
            sheet.createRow(row).createCell(0).setCellValue(chart.categories().get(row - 1));
        }
        XDDFBarChartData data = (XDDFBarChartData) space.createData(ChartTypes.BAR, bottom, left);
        data.setBarDirection(BarDirection.COL);
        data.setBarGrouping(BarGrouping.CLUSTERED);
        data.setVaryColors(false);
        for (int i = 0; i < chart.series().size(); i++) {
            Series each = chart.series().get(i);
            head.createCell(i + 1).setCellValue(Outline.line(each.name()));
            for (Point point : each.points()) {
                if (point.value() != null) {
                    sheet.getRow(1 + (int) point.at()).createCell(i + 1).setCellValue(point.value());
                }
            }
            var drawn = data.addSeries(
                    XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(1, last, 0, 0)),
                    XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(1, last, i + 1, i + 1)));
            name(drawn, each, sheet, i + 1);
            boolean isFilled = each.mark() == null || each.mark().isFilled();
            drawn.setFillProperties(new XDDFSolidFillProperties(rgb(isFilled ? each.colour() : WHITE)));
            drawn.setLineProperties(line(each.colour(), 1.25, null));
        }
        space.plot(data);
    }

    private static XDDFLineProperties line(int colour, double width, @Nullable PresetLineDash dash) {
        XDDFLineProperties line = new XDDFLineProperties(new XDDFSolidFillProperties(rgb(colour)));
        line.setWidth(width);
        if (dash != null) {
            line.setPresetDash(new XDDFPresetLineDash(dash));
        }
        return line;
    }

    /** A lighter colour: of recorded rows beside other councils, and of the outlines of hollow marks, which LibreOffice fills with it. */
    static int pale(int colour) {
        int pale = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int part = colour >> shift & 0xFF;
            pale |= part + (0xFF - part) / 2 << shift;
        }
        return pale;
    }

    private static XDDFColor rgb(int colour) {
        return new XDDFColorRgbBinary(new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour});
    }

    /** Typefaces of both scripts for everything in a chart. */
    private static void letters(XDDFChart space, int size) {
        CTTextBody body = space.getCTChartSpace().isSetTxPr()
                ? space.getCTChartSpace().getTxPr()
                : space.getCTChartSpace().addNewTxPr();
        body.addNewBodyPr();
        CTTextCharacterProperties letters = body.addNewP().addNewPPr().addNewDefRPr();
        letters.setSz(size * 100);
        letters.addNewSolidFill().addNewSrgbClr().setVal(new byte[] {(byte) (INK >> 16), (byte) (INK >> 8), (byte) INK
        });
        letters.addNewLatin().setTypeface(Lettering.LATIN);
        letters.addNewEa().setTypeface(Lettering.HAN);
    }
}
