package org.pacta.registry.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacta.registry.tally.Basis;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Series with everything that is awkward at once, entered in any order, against tables that were worked out by hand before anybody looked:
 * the lead, each line of the file, the same in JSON, and the table of the slides.
 */
@PageTest
class ThornySeriesTests {

    private static final JsonMapper json = new JsonMapper();

    /**
     * @param meetings ordinal, status, day
     * @param figures measure, meeting, through, as of, place in the series, value, digits, factor, of which meeting, comparator, standing, side,
     *     why it is set aside
     * @param lines by hand, of each measure: meeting or day, what is new, how that is known, least and most, the total, how that is known, least
     *     and most
     * @param lead what is told first
     * @param more what else the page says
     */
    private record Thorny(
            String name,
            List<String> meetings,
            List<String> figures,
            Map<String, List<String>> lines,
            String lead,
            List<String> more) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** A hole, a cancelled meeting, one without a day and one to come; a lost digit, rivals, a total of a day, a fall, one side, one set aside. */
    private static final Thorny HOLES = new Thorny(
            "holes",
            List.of(
                    "1, 'held', '2012-05-10'",
                    "2, 'held', '2013-06-20'",
                    "4, 'held', '2015-11-03'",
                    "5, 'cancelled', '2017-09-18'",
                    "6, 'held', '2019-07-02'",
                    "7, 'held', null",
                    "8, 'held', '2022-11-08'",
                    "9, 'planned', '2099-03-01'"),
            List.of(
                    "'mous', 1, null, null, 'at', 6, null, null, null, 'exactly', 'reported', null, null",
                    "'mous', 2, null, null, 'at', null, '1?', null, null, 'exactly', 'reported', null, null",
                    "'mous', 2, null, null, 'after', 18, null, null, null, 'exactly', 'reported', null, null",
                    "'mous', 4, null, null, 'after', 30, null, null, null, 'at_least', 'reported', null, null",
                    "'mous', null, null, '2016-06-30', 'after', 33, null, null, null, 'exactly', 'reported', null, null",
                    "'mous', 6, null, null, 'at', 9, null, null, null, 'exactly', 'reported', null, null",
                    "'mous', 6, null, null, 'at', 11, null, null, null, 'exactly', 'reported', null, null",
                    "'mous', 8, null, null, 'at', 12, null, null, null, 'exactly', 'reported', null, null",
                    "'mous', 8, null, null, 'after', 70, null, null, null, 'exactly', 'reported', null, null",
                    "'mous', null, null, '2023-12-31', 'after', 64, null, null, null, 'exactly', 'reported', null, null",
                    "'mous', 8, null, null, 'at', 31, null, null, null, 'exactly', 'reported', 'singapore', null",
                    "'mous', 8, null, null, 'at', 21, null, null, null, 'exactly', 'reported', null, 'Counted twice'",
                    "'mous', 9, null, null, 'at', 15, null, null, null, 'exactly', 'planned', null, null"),
            Map.of(
                    "mous",
                    List.of(
                            "1 | 6 announced 6..6 | 6 assumed 6..6",
                            "2 | 12 assumed 12..12 | 18 announced 18..18",
                            "3 | up to 15 bounded ..15 | 18 to 33 bounded 18..33",
                            "3–4 | 15 derived 15..15 | -",
                            "4 | up to 15 bounded ..15 | 33 derived 33..33",
                            "2016-06-30 | - | 33 announced 33..33",
                            "5 | 0 derived 0..0 | 33 derived 33..33",
                            "6 | 9 or 11 rival 9..11 | 42 to 44 bounded 42..44",
                            "7 |  unknown .. | at least 42 bounded 42..",
                            "8 | 12 announced 12..12 | 70 disputed 70..70",
                            "2023-12-31 | - | 64 disputed 64..64",
                            "9 | 15 planned .. | at least 64 bounded 64..")),
            "For Holes sources give 70 MOUs (after the 8th meeting), then 64 MOUs (as of 31 December 2023): a total never falls, so they contradict each other.",
            List.of(
                    "Sources differ on what the 6th meeting added (MOUs): 9 and 11,",
                    "◇12 = 18 − 6 1? (10 to 19) as stated",
                    "○33 at least 30 as stated",
                    "33 MOUs “as printed” to date, as of 30 June 2016"));

    /** Totals of days without a meeting, of which hardly one is exact. */
    private static final Thorny DAYS = new Thorny(
            "days",
            List.of(),
            List.of(
                    "'projects', null, null, '2015', 'after', 100, null, null, null, 'more_than', 'reported', null, null",
                    "'projects', null, null, '2016-11', 'after', 118, null, null, null, 'exactly', 'reported', null, null",
                    "'projects', null, null, '2018', 'after', 150, null, null, null, 'about', 'reported', null, null",
                    "'projects', null, null, '2019-09', 'after', 199, null, null, null, 'exactly', 'reported', null, null",
                    "'projects', null, null, '[..2020-02-29]', 'after', 204, null, null, null, 'exactly', 'reported', null, null",
                    "'projects', null, null, '2020-10', 'after', 230, null, null, null, 'at_least', 'reported', null, null",
                    "'projects', null, null, '2022', 'after', null, '2??', null, null, 'exactly', 'reported', null, null",
                    "'projects', null, null, '2024', 'after', 260, null, null, null, 'exactly', 'reported', null, null"),
            Map.of(
                    "projects",
                    List.of(
                            "2015 | - | more than 100 approximate 101..118",
                            "2016-11 | - | 118 announced 118..118",
                            "2018 | - | about 150 approximate 118..199",
                            "2019-09 | - | 199 announced 199..199",
                            "[..2020-02-29] | - | 204 announced 204..204",
                            "2020-10 | - | at least 230 approximate 230..260",
                            "2022 | - | 2?? (200 to 299) approximate 230..260",
                            "2024 | - | 260 announced 260..260")),
            "By the end of 2024 Days had announced 260 projects.",
            List.of("by 29 February 2020 204"));

    /** MOUs among agreements, two meetings told together, and one that is double another. */
    private static final Thorny NESTED = new Thorny(
            "nested",
            List.of("1, 'held', '2016-03-01'", "2, 'held', '2017-03-01'", "3, 'held', '2018-03-01'"),
            List.of(
                    "'agreements', 1, null, null, 'at', 5, null, null, null, 'exactly', 'reported', null, null",
                    "'agreements', 2, null, null, 'at', null, null, 2, 1, 'exactly', 'reported', null, null",
                    "'agreements', 3, null, null, 'after', 30, null, null, null, 'exactly', 'reported', null, null",
                    "'mous', 1, 2, null, 'at', 9, null, null, null, 'exactly', 'reported', null, null",
                    "'mous', 3, null, null, 'at', 4, null, null, null, 'exactly', 'reported', null, null"),
            Map.of(
                    "agreements",
                    List.of(
                            "1 | 5 announced 5..5 | 5 assumed 5..5",
                            "2 | 10 derived 10..10 | 15 assumed 15..15",
                            "3 | 15 assumed 15..15 | 30 announced 30..30"),
                    "mous",
                    List.of(
                            "1 | up to 5 bounded ..5 | up to 16 bounded ..16",
                            "1–2 | 9 announced 9..9 | -",
                            "2 | 4 to 9 bounded 4..9 | 9 assumed 9..9",
                            "3 | 4 announced 4..4 | 13 assumed 13..13")),
            "By 1 March 2018 Nested had announced 30 agreements.",
            List.of(
                    "added 4 MOUs and 15 agreements (derived if nothing came before).",
                    "5 agreements is what the 1st meeting added",
                    "30 agreements is the total after the 3rd meeting; 4 is what the 3rd meeting added; 10 agreements is what the 2nd"));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PageText pages;

    @Autowired
    private MockMvcTester mvc;

    static Stream<Thorny> series() {
        return Stream.of(HOLES, DAYS, NESTED);
    }

    @ParameterizedTest
    @MethodSource("series")
    void isToldAsTheTableByHandHasIt(Thorny series) throws IOException {
        enter(series);
        String page = "/councils/" + series.name;
        keep(series.name, page);

        assertThat(pages.section(page, "answer")).contains(series.lead);
        assertThat(pages.text(page)).contains(series.more);
        explainsTheSignsWhereTheyStand(page);
        for (Map.Entry<String, List<String>> each : series.lines.entrySet()) {
            String file = page + "/ledger%s?measure=" + each.getKey();
            assertThat(points(file.formatted(".csv"))).containsExactlyElementsOf(each.getValue());
            assertThat(members(file.formatted(".json"))).containsExactlyElementsOf(each.getValue());
        }
        assertThat(slides(page))
                .containsAll(series.lines.values().stream()
                        .flatMap(List::stream)
                        .map(line -> line.split(" \\| "))
                        .filter(line -> line[0].matches("\\d"))
                        .map(line -> words(line[2]))
                        .toList());
    }

    /** "70 disputed 70..70" as the table of slides has it: the sign of what is not announced, and the words. */
    private static String words(String cell) {
        String[] parts = cell.replaceAll(" [\\d.]*$", "").split(" (?=[a-z]+$)");
        Basis basis = Basis.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT));
        return basis == Basis.ANNOUNCED ? parts[0] : basis.sign() + " " + parts[0];
    }

    private void enter(Thorny series) {
        jdbc.sql("insert into council (id, slug, name, kind) values (-1, '%s', '%s', 'council')"
                        .formatted(series.name, org.springframework.util.StringUtils.capitalize(series.name)))
                .update();
        for (String meeting : series.meetings) {
            jdbc.sql(
                            "insert into meeting (id, council_id, kind, ordinal, status, held_on) values (-%s, -1, 'session', %s)"
                                    .formatted(meeting.split(",")[0], meeting))
                    .update();
        }
        List<String> figures = new ArrayList<>(series.figures);
        Collections.shuffle(figures, new Random(series.name.length()));
        for (int i = 0; i < figures.size(); i++) {
            List<String> parts = List.of(figures.get(i).split(", "));
            boolean isSpan = !parts.get(2).equals("null");
            String meeting = isSpan || parts.get(1).equals("null") ? "null" : "-" + parts.get(1);
            String side = parts.get(11).equals("null")
                    ? "null"
                    : "(select id from place where slug = %s)".formatted(parts.get(11));
            jdbc.sql("""
                            insert into figure (id, council_id, measure, measure_as_printed, scope, meeting_id, ordinal, through_ordinal, as_of, series,
                                value, value_as_printed, relation_factor, relation_ordinal, comparator, standing, side_id, set_aside_reason)
                            values (%d, -1, %s, 'as printed', 'not_stated', %s, %s, %s, %s, %s)
                            """.formatted(
                                    -1 - i,
                                    parts.get(0),
                                    meeting,
                                    isSpan ? parts.get(1) : "null",
                                    parts.get(2),
                                    String.join(", ", parts.subList(3, 11)),
                                    side + ", " + parts.get(12)))
                    .update();
        }
    }

    private List<String> points(String path) {
        List<String> lines =
                new String(body(path, "en"), StandardCharsets.UTF_8).lines().toList();
        List<String> head = List.of(lines.get(0).replace("\uFEFF", "").split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)))
                .map(cells -> line(column -> cells.get(head.indexOf(column)).replace("\"", "")))
                .toList();
    }

    private List<String> members(String path) {
        List<String> members = new ArrayList<>();
        json.readTree(body(path, "en"))
                .get("rows")
                .forEach(row -> members.add(line(column -> {
                    JsonNode value = row.get(column);
                    return value == null || value.isNull() ? "" : value.asString();
                })));
        return members;
    }

    private static String line(java.util.function.UnaryOperator<String> value) {
        String meeting = value.apply("meeting");
        String through = value.apply("through");
        if (meeting.isEmpty()) {
            return value.apply("date") + " | - | " + number("to_date", value);
        }
        return through.isEmpty() || !value.apply("to_date_basis").isEmpty()
                ? meeting + " | " + number("new", value) + " | " + number("to_date", value)
                : meeting + "–" + through + " | " + number("new", value) + " | -";
    }

    private static String number(String column, java.util.function.UnaryOperator<String> value) {
        return Stream.of("_words", "_basis")
                        .map(part -> value.apply(column + part))
                        .collect(Collectors.joining(" "))
                + " " + value.apply(column + "_least") + ".." + value.apply(column + "_most");
    }

    private List<String> slides(String page) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(body(page + "/brief.pptx", "en")))) {
            return show.getSlides().stream()
                    .flatMap(slide -> slide.getShapes().stream())
                    .filter(XSLFTable.class::isInstance)
                    .flatMap(table -> ((XSLFTable) table).getRows().stream())
                    .flatMap(row -> row.getCells().stream())
                    .map(XSLFTableCell::getText)
                    .map(text -> text.split("\n")[0])
                    .toList();
        }
    }

    private void explainsTheSignsWhereTheyStand(String page) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(body(page + "/brief.pptx", "en")))) {
            assertThat(show.getSlides().stream()
                            .filter(slide -> slide.getShapes().stream()
                                    .anyMatch(shape -> shape instanceof XSLFTextShape text
                                            && text.getText().startsWith("● announced ·"))))
                    .hasSize(1)
                    .allMatch(slide -> slide.getShapes().stream().anyMatch(XSLFTable.class::isInstance));
        }
    }

    /** What is told stands in {@code target/thorny}, to be read by eye. */
    private void keep(String name, String page) throws IOException {
        Path kept = Files.createDirectories(Path.of("target", "thorny"));
        Files.writeString(kept.resolve(name + "-en.txt"), pages.text(page) + "\n\n" + pages.text(page + "/brief"));
        Files.writeString(
                kept.resolve(name + "-zh.txt"), pages.inChinese(page) + "\n\n" + pages.inChinese(page + "/brief"));
        for (String language : List.of("en", "zh-CN")) {
            Files.write(kept.resolve(name + "-" + language + ".pptx"), body(page + "/brief.pptx", language));
            Files.write(kept.resolve(name + "-" + language + ".docx"), body(page + "/brief.docx", language));
        }
    }

    private byte[] body(String path, String language) {
        return Objects.requireNonNull(
                        mvc.get().uri(path).header("Accept-Language", language).exchange())
                .getResponse()
                .getContentAsByteArray();
    }
}
