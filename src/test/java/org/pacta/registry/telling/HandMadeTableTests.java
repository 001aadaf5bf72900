package org.pacta.registry.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacta.registry.tally.Basis;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Series of numbers as sources announced them, entered in any order, against tables that were made by hand from the same sources: the
 * sentence, the table, the points of the chart and its file, and the slides.
 */
@PageTest
class HandMadeTableTests {

    /**
     * A series.
     *
     * @param meetings ordinal and day
     * @param figures of a meeting, or of a day where the ordinal is 0: ordinal, day, place in the series, value
     * @param lines by hand: ordinal or day, what is new, how that is known, the total, how that is known
     * @param sentence what is told first
     */
    private record Series(
            String name,
            String measure,
            List<String> meetings,
            List<String> figures,
            List<String> lines,
            String sentence) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** "MOUs and agreements" of the Joint Council for Bilateral Cooperation, with holes and two numbers for the last meeting. */
    private static final Series JCBC = new Series(
            "jcbc",
            "agreements",
            List.of(
                    "10 2013-10-22",
                    "12 2015-10-13",
                    "15 2019-10-15",
                    "17 2021-12-29",
                    "18 2022-11-01",
                    "19 2023-12-07",
                    "20 2024-11-11",
                    "21 2025-12-15"),
            List.of(
                    "10 - at 7",
                    "12 - at 4",
                    "15 - at 9",
                    "17 - at 14",
                    "18 - at 19",
                    "19 - at 24",
                    "20 - at 25",
                    "21 - at 27",
                    "21 - at 23"),
            List.of(
                    "10 | 7 | announced | at least 7 | bounded",
                    "11 |  | unknown | at least 7 | bounded",
                    "12 | 4 | announced | at least 11 | bounded",
                    "13 |  | unknown | at least 11 | bounded",
                    "14 |  | unknown | at least 11 | bounded",
                    "15 | 9 | announced | at least 20 | bounded",
                    "16 |  | unknown | at least 20 | bounded",
                    "17 | 14 | announced | at least 34 | bounded",
                    "18 | 19 | announced | at least 53 | bounded",
                    "19 | 24 | announced | at least 77 | bounded",
                    "20 | 25 | announced | at least 102 | bounded",
                    "21 | 23 or 27 | rival | at least 125 | bounded"),
            "at least 125 agreements");

    /** MOUs of the Singapore-Sichuan Trade and Investment Committee; two meetings are missing. */
    private static final Series SICHUAN = new Series(
            "sichuan",
            "mous",
            List.of("18 2017-11-17", "19 2018-09-14", "20 2019-09-04", "23 2023"),
            List.of("18 - at 7", "19 - at 22", "20 - at 17", "23 - at 6"),
            List.of(
                    "18 | 7 | announced | at least 7 | bounded",
                    "19 | 22 | announced | at least 29 | bounded",
                    "20 | 17 | announced | at least 46 | bounded",
                    "21 |  | unknown | at least 46 | bounded",
                    "22 |  | unknown | at least 46 | bounded",
                    "23 | 6 | announced | at least 52 | bounded"),
            "at least 52 MOUs");

    /** Projects of the initiative of Chongqing: totals of days, and no meeting with a number. */
    private static final Series CHONGQING = new Series(
            "chongqing",
            "projects",
            List.of(),
            List.of(
                    "0 2016-40 after 37",
                    "0 2018-10-07 after 118",
                    "0 2019-09 after 199",
                    "0 2020-02 after 204",
                    "0 2020-10 after 230"),
            List.of(
                    "2016-40 |  |  | 37 | announced",
                    "2018-10-07 |  |  | 118 | announced",
                    "2019-09 |  |  | 199 | announced",
                    "2020-02 |  |  | 204 | announced",
                    "2020-10 |  |  | 230 | announced"),
            "230 projects");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PageText pages;

    @Autowired
    private MockMvcTester mvc;

    static Stream<Series> series() {
        return Stream.of(JCBC, SICHUAN, CHONGQING);
    }

    @ParameterizedTest
    @MethodSource("series")
    void isToldAlikeByAllWhateverTheOrderOfEntry(Series series) throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            enter(series, seed);
            String page = "/councils/by-hand-" + seed;

            assertThat(pages.section(page, "answer")).as("seed %d", seed).containsIgnoringCase(series.sentence);
            assertThat(points(page + "/ledger.csv?measure=" + series.measure))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(series.lines);
            assertThat(series.meetings.isEmpty() ? List.of() : slide(page + "/brief.pptx"))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(series.lines.stream()
                            .filter(line -> !series.meetings.isEmpty())
                            .map(HandMadeTableTests::withSigns)
                            .toList());
        }
    }

    private void enter(Series series, int seed) {
        int council = -1 - seed;
        jdbc.sql("insert into council (id, slug, name, kind) values (%d, 'by-hand-%d', 'By hand', 'council')"
                        .formatted(council, seed))
                .update();
        for (String meeting : series.meetings) {
            String[] parts = meeting.split(" ");
            jdbc.sql(
                            "insert into meeting (id, council_id, kind, ordinal, status, held_on) values (%d, %d, 'session', %s, 'held', '%s')"
                                    .formatted(100 * council - Integer.parseInt(parts[0]), council, parts[0], parts[1]))
                    .update();
        }
        List<String> figures = new ArrayList<>(series.figures);
        Collections.shuffle(figures, new Random(seed));
        int id = 1000 * council;
        for (String figure : figures) {
            String[] parts = figure.split(" ");
            String meeting = parts[0].equals("0") ? "null" : String.valueOf(100 * council - Integer.parseInt(parts[0]));
            String day = parts[1].equals("-") ? "null" : "'" + parts[1] + "'";
            jdbc.sql("""
                            insert into figure (id, council_id, meeting_id, as_of, series, measure, measure_as_printed, scope, value, comparator, standing)
                            values (%d, %d, %s, %s, '%s', '%s', 'as printed', 'not_stated', %s, 'exactly', 'reported')
                            """.formatted(id++, council, meeting, day, parts[2], series.measure, parts[3]))
                    .update();
        }
    }

    /** The points of the chart as its file has them, from the first that somebody speaks of. */
    private List<String> points(String path) {
        List<String> lines =
                new String(body(path), StandardCharsets.UTF_8).lines().toList();
        List<String> head = List.of(lines.get(0).replace("\uFEFF", "").split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .map(cells -> Stream.of(
                                cells.get(head.indexOf("meeting")).isEmpty() ? "date" : "meeting",
                                "new_words",
                                "new_basis",
                                "to_date_words",
                                "to_date_basis")
                        .map(column -> cells.get(head.indexOf(column)))
                        .toList())
                .filter(cells ->
                        !(cells.get(2).equals("unknown") && cells.get(4).equals("unknown")))
                .map(cells -> String.join(" | ", cells))
                .toList();
    }

    /** A line of the table as it stands in a table of slides: what is not announced has its sign. */
    private static String withSigns(String line) {
        String[] parts = line.split(" \\| ", -1);
        return parts[0] + " | " + withSign(parts[1], parts[2]) + " | " + withSign(parts[3], parts[4]);
    }

    private static String withSign(String words, String basis) {
        return switch (basis) {
            case "announced" -> words;
            case "unknown" -> "–";
            default -> Basis.valueOf(basis.toUpperCase(java.util.Locale.ROOT)).sign() + " " + words;
        };
    }

    /** The rows of the ledger on slides, from the first that somebody speaks of. */
    private List<String> slide(String path) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(body(path)))) {
            return show.getSlides().stream()
                    .flatMap(slide -> slide.getShapes().stream())
                    .filter(XSLFTable.class::isInstance)
                    .flatMap(table -> ((XSLFTable) table).getRows().stream())
                    .map(row -> row.getCells().stream()
                            .map(XSLFTableCell::getText)
                            .map(text -> text.split("\n")[0])
                            .toList())
                    .filter(cells -> cells.get(0).matches("\\d+(st|nd|rd|th)"))
                    .map(cells -> cells.get(0).replaceFirst("\\D+$", "") + " | " + cells.get(1) + " | " + cells.get(2))
                    .filter(line -> !line.endsWith("– | –"))
                    .distinct()
                    .toList();
        }
    }

    private byte[] body(String path) {
        return Objects.requireNonNull(
                        mvc.get().uri(path).header("Accept-Language", "en").exchange())
                .getResponse()
                .getContentAsByteArray();
    }
}
