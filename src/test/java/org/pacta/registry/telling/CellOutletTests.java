package org.pacta.registry.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.chart.StepCharts;
import org.pacta.registry.tally.Basis;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.telling.LedgerView.Sentence;
import org.pacta.rules.ledger.Measure;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * A council for each way in which a total can be known, told by everything that tells of it, in both languages. The tables in
 * {@code src/test/resources/cells} were read by eye; what is told now stands beside them in {@code target/cells}.
 */
@PageTest
class CellOutletTests {

    /** Council, meeting, place in the series, value, comparator, standing. */
    private static final List<String> FIGURES = List.of(
            "-1, -12, 'after', 21, 'exactly', 'reported'",
            "-2, -22, 'before', 13, 'exactly', 'reported'",
            "-2, -22, 'at', 8, 'exactly', 'reported'",
            "-3, -31, 'at', 13, 'exactly', 'reported'",
            "-3, -32, 'at', 8, 'exactly', 'reported'",
            "-4, -42, 'at', 8, 'exactly', 'reported'",
            "-5, -51, 'after', 13, 'exactly', 'reported'",
            "-5, -52, 'at', 8, 'exactly', 'reported'",
            "-5, -52, 'after', 24, 'exactly', 'reported'",
            "-6, -62, 'after', 21, 'exactly', 'reported'",
            "-6, -62, 'after', 22, 'exactly', 'reported'",
            "-7, -72, 'after', 50, 'about', 'reported'",
            "-8, -82, 'after', 30, 'exactly', 'planned'");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LedgerViews ledgers;

    @Autowired
    private CellWording cells;

    @Autowired
    private StepCharts charts;

    @Autowired
    private PageText pages;

    @Autowired
    private MockMvcTester mvc;

    @BeforeEach
    void enterACouncilForEachBasis() {
        for (Basis basis : Basis.values()) {
            int council = -1 - basis.ordinal();
            jdbc.sql("insert into council (id, slug, name, kind) values (%d, 'cell-%d', 'C', 'council')"
                            .formatted(council, basis.ordinal()))
                    .update();
            jdbc.sql("""
                            insert into meeting (id, council_id, kind, ordinal, status, held_on)
                            values (%1$d1, %1$d, 'session', 1, 'held', '2021-03-01'), (%1$d2, %1$d, 'session', 2, 'held', '2022-03-01')
                            """.formatted(council)).update();
        }
        jdbc.sql("""
                insert into agreement (id, kind, title, council_id, meeting_id, status, counting, parties, signed_on, founds_council_id)
                values (-1, 'mou', 'Founding', -3, null, 'signed', 'outside', 'not_published', '2019-10-15', -3),
                    (-2, 'mou', 'Named', -9, -92, 'signed', 'in_count', 'not_published', '2022-03-01', null)
                """).update();
        for (int i = 0; i < FIGURES.size(); i++) {
            jdbc.sql("""
                            insert into figure (council_id, meeting_id, series, value, comparator, standing, id, measure, measure_as_printed, scope)
                            values (%s, %d, 'mous', 'MOUs', 'not_stated')
                            """.formatted(FIGURES.get(i), -1 - i)).update();
        }
    }

    @AfterEach
    void speakTheLanguageOfTheMachineAgain() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void tellsEachBasisAlikeEverywhere(String language) throws IOException {
        String told =
                Stream.of(Basis.values()).map(basis -> told(basis, language)).collect(Collectors.joining("\n"));

        Path now = Path.of("target", "cells", language + ".txt");
        Files.createDirectories(now.getParent());
        Files.writeString(now, told);
        assertThat(told)
                .isEqualTo(
                        new ClassPathResource("cells/" + language + ".txt").getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void callsNothingAnnouncedThatNobodySaid() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        for (Basis basis : Basis.values()) {
            LedgerView view = view(basis);
            Tally.Number total = total(view);
            String told = words(view.sentences().subList(0, 1))
                    + cells.told(total)
                    + cells.label(total)
                    + chart(view).title();
            assertThat(total.basis()).isEqualTo(basis);
            assertThat(told.replace("what was announced comes to", "").contains("announced"))
                    .as("%s: %s", basis, told)
                    .isEqualTo(basis.isSaid() && basis != Basis.PLANNED);
        }
    }

    private LedgerView view(Basis basis) {
        return ledgers.of("cell-" + basis.ordinal(), CountingRule.PLAIN).orElseThrow();
    }

    private static Tally.Number total(LedgerView view) {
        return view.ledger().tally(Measure.MOUS).headline();
    }

    private Chart chart(LedgerView view) {
        return charts.of(List.of(view.ledger()), Measure.MOUS, "steps");
    }

    private String told(Basis basis, String language) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        String page = "/councils/cell-" + basis.ordinal();
        LedgerView view = view(basis);
        Tally tally = view.ledger().tally(Measure.MOUS);
        Tally.Number total = total(view);
        Chart chart = chart(view);
        List<Sentence> sure = view.sentences().stream()
                .filter(sentence -> sentence.code().equals("sure"))
                .toList();
        String legend = view.table().bases().stream()
                .map(each -> each.sign() + " " + cells.basis(each))
                .collect(Collectors.joining(" · "));
        String lines = """
                == %s
                sentence: %s
                gist:     %s
                sure:     %s
                told:     %s
                card:     %s %s %s
                legend:   %s
                title:    %s
                chart:    %s
                step:     %s
                json:     %s
                csv:      %s
                """.formatted(
                        total.basis(),
                        words(view.sentences().subList(0, 1)),
                        words(view.gist()),
                        words(sure),
                        cells.told(total),
                        cells.number(total),
                        cells.label(total),
                        cells.when(tally, total),
                        legend,
                        chart.title(),
                        chart.description(),
                        step(chart, "meeting", "to_date_words", "to_date_basis"),
                        step(chart, "to_date", "to_date_least", "to_date_most", "to_date_alternative", "to_date_proof"),
                        last(Objects.requireNonNull(chart.csv().getBody())));
        boolean isChinese = language.equals("zh");
        return lines
                + """
                table:    %s
                brief:    %s
                slides:   %s
                word:     %s
                atom:     %s
                """.formatted(
                                between(
                                        text(page, isChinese),
                                        isChinese ? "合计" : "In all",
                                        isChinese ? "统计口径" : "What is counted"),
                                between(
                                        text(page + "/brief", isChinese),
                                        isChinese ? "显示" : "Show",
                                        isChinese ? "已达成" : "Agreed"),
                                slides(page, language),
                                word(page, language),
                                atom(page).contains("nnounced") ? "announced" : "says of no number how it is known");
    }

    private static String words(List<Sentence> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.before()
                        + sentence.items().stream()
                                .map(item -> item.joint() + item.text())
                                .collect(Collectors.joining())
                        + sentence.after())
                .collect(Collectors.joining(" "));
    }

    private static String step(Chart chart, String... columns) {
        if (chart.isEmpty()) {
            return "nothing";
        }
        List<?> row = chart.rows().get(chart.rows().size() - 1);
        return Stream.of(columns)
                .map(column -> column + " " + row.get(chart.columns().indexOf(column)))
                .collect(Collectors.joining(", "));
    }

    private static String last(String text) {
        List<String> lines = text.lines().toList();
        return lines.get(lines.size() - 1);
    }

    private static String between(String text, String start, String end) {
        int from = text.lastIndexOf(start, Math.max(0, text.indexOf(end, text.indexOf(start))));
        int to = text.indexOf(end, from);
        return from < 0
                ? text
                : text.substring(from, to < 0 ? text.length() : to).strip();
    }

    /** The last row of the table, and what the chart is called and draws. */
    private String slides(String page, String language) {
        try (XMLSlideShow show = new XMLSlideShow(file(page + "/brief.pptx", language))) {
            XSLFTable table = show.getSlides().stream()
                    .flatMap(slide -> slide.getShapes().stream())
                    .filter(XSLFTable.class::isInstance)
                    .map(XSLFTable.class::cast)
                    .findFirst()
                    .orElseThrow();
            Stream<String> row = table.getRows().get(table.getNumberOfRows() - 1).getCells().stream()
                    .map(XSLFTableCell::getText);
            return onOneLine(row) + drawn(show.getCharts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String word(String page, String language) {
        try (XWPFDocument document = new XWPFDocument(file(page + "/brief.docx", language))) {
            XWPFTable table = document.getTables().get(0);
            Stream<String> row = table.getRow(table.getNumberOfRows() - 1).getTableCells().stream()
                    .map(cell -> cell.getParagraphs().stream()
                            .map(XWPFParagraph::getText)
                            .collect(Collectors.joining("\n")));
            return onOneLine(row) + drawn(document.getCharts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String onOneLine(Stream<String> cells) {
        return cells.filter(cell -> !cell.isEmpty())
                .map(cell -> cell.replace("\n", " "))
                .collect(Collectors.joining(" | "));
    }

    private static String drawn(List<? extends XDDFChart> charts) throws IOException {
        if (charts.isEmpty()) {
            return "; no chart";
        }
        try {
            XSSFSheet sheet = charts.get(0).getWorkbook().getSheetAt(0);
            return "; "
                    + Stream.iterate(1, i -> sheet.getRow(0).getCell(i) != null, i -> i + 1)
                            .map(i -> sheet.getRow(0).getCell(i).getStringCellValue())
                            .collect(Collectors.joining(", "));
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private ByteArrayInputStream file(String path, String language) {
        var answer = mvc.get()
                .uri(path)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange();
        assertThat(answer).hasStatusOk();
        return new ByteArrayInputStream(answer.getResponse().getContentAsByteArray());
    }

    private String atom(String page) {
        return new String(
                mvc.get().uri(page + "/changes.atom").exchange().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private String text(String page, boolean isChinese) {
        return isChinese ? pages.inChinese(page) : pages.text(page);
    }
}
