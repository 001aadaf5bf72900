package org.pacta.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PageTest
class ListExportTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agreements",
                "/agreements?council=sci",
                "/agreements?kind=-mou&sort=title",
                "/agreements?q=water",
                "/agreements?q=crimson&sort=-date",
                "/agreements?q=crimsn",
                "/projects",
                "/projects?from=2019&to=2021&sort=council",
                "/organisations",
                "/organisations?q=bank",
                "/organisations?kind=bank&sort=-place",
                "/meetings",
                "/meetings?sort=place",
                "/sources",
                "/sources?sort=publisher",
                "/people?sort=-name",
                "/councils"
            })
    void holdsTheRowsOfItsPagesInTheirOrder(String view) throws IOException {
        List<String> shown = shown(view);

        assertThat(shown).isNotEmpty();
        assertThat(csv(view).stream().map(row -> row.getField("address")).toList())
                .isEqualTo(shown);
        List<Row> sheet = sheet(view, 0);
        int address = sheet.get(0).getCellCount() - 1;
        assertThat(sheet.get(0).getCellText(address)).isEqualTo("address");
        assertThat(sheet.subList(1, sheet.size()).stream()
                        .map(row -> row.getCellText(address))
                        .toList())
                .isEqualTo(shown);
        assertThat(json(view).get("rows"))
                .extracting(row -> row.get("address").stringValue())
                .isEqualTo(shown);
    }

    @Test
    void startsWithAByteOrderMarkAndItsColumns() {
        MvcTestResult file = get("/agreements.csv");

        assertThat(file).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        assertThat(text(file))
                .startsWith(
                        "\uFEFFid,title,local_title,summary,local_summary,kind,kind_as_printed,position,signed_on,signed_on_inferred,signed_earliest,signed_latest,"
                                + "status,counting,counting_note,parties_published,parties,");
        assertThat(file.getResponse().getHeader("Link"))
                .isEqualTo("</agreements.metadata.json>; rel=\"describedby\"; type=\"application/json\"");
    }

    @Test
    void givesBothNamesTheDatesAndTheSourcesOfARow() throws IOException {
        NamedCsvRecord meeting = csv("/meetings?council=sci").stream()
                .filter(row -> row.getField("ordinal").equals("4"))
                .findFirst()
                .orElseThrow();

        assertThat(meeting.getField("council_name")).isNotEmpty();
        assertThat(meeting.getField("held_on")).isNotEmpty();
        assertThat(meeting.getField("held_latest")).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(meeting.getField("sources")).startsWith("http");
        assertThat(meeting.getField("address")).isEqualTo("http://localhost/councils/sci/meetings/4");
    }

    @Test
    void linesUpWhatItSaysOfEachParty() throws IOException {
        database.sql(
                        "insert into agreement_relation (id, agreement_id, related_id, kind) values (900000, 1, 2, 'amends')")
                .update();
        List<NamedCsvRecord> agreements = csv("/agreements");

        assertThat(agreements)
                .anySatisfy(row -> assertThat(row.getField("signed_by")).isNotEmpty());
        assertThat(agreements)
                .anySatisfy(row -> assertThat(row.getField("party_sides")).isNotEmpty());
        assertThat(agreements)
                .anySatisfy(
                        row -> assertThat(row.getField("relations")).isEqualTo("amends http://localhost/agreements/2"));
        assertThat(agreements)
                .allSatisfy(row -> assertThat(List.of(
                                "party_ids", "party_roles", "local_parties", "party_sides", "signed_by", "offices"))
                        .allSatisfy(column -> assertThat(row.getField(column))
                                .satisfiesAnyOf(
                                        cell -> assertThat(cell).isEmpty(),
                                        cell -> assertThat(cell.split("; ", -1))
                                                .hasSameSizeAs(
                                                        row.getField("parties").split("; ", -1)))));
        assertThat(csv("/projects"))
                .allSatisfy(row -> assertThat(row.getField("participant_ids").split("; ", -1))
                        .hasSameSizeAs(row.getField("participants").split("; ", -1)));
    }

    @Test
    void saysWhatItHoldsBesideTheRows() throws IOException {
        String view = "/agreements?q=water&council=sci&kind=-mou&from=2015";
        JsonNode head =
                JsonMapper.shared().readTree(text(get(view.replace("/agreements", "/agreements.metadata.json"))));

        assertThat(head.get("view").stringValue())
                .startsWith("With the words “water”. Council: ")
                .endsWith("Kind: not MOU. From 2015 on.");
        assertThat(head.get("address").stringValue()).isEqualTo("http://localhost" + view);
        assertThat(head.get("licence").stringValue()).isEqualTo("CC BY 4.0");
        assertThat(head.get("columns")).hasSizeGreaterThan(20);
        assertThat(json(view).get("view")).isEqualTo(head.get("view"));
        assertThat(sheet(view, 1))
                .anySatisfy(row -> assertThat(row.getCellText(1))
                        .isEqualTo(head.get("view").stringValue()));
    }

    @ParameterizedTest
    @CsvSource({
        "?measure=mous, 4",
        "?measure=projects, 14",
        "?measure=projects&meeting=4, 14",
        "?measure=mous&standing=founding, 1"
    })
    void holdsTheRowsBehindANumber(String query, int rows) throws IOException {
        List<NamedCsvRecord> file = csv("/councils/sci/rows" + query);

        assertThat(file).hasSize(rows);
        assertThat(shown("/councils/sci/rows" + query))
                .isEqualTo(file.stream().map(row -> row.getField("address")).toList());
        assertThat(file).allSatisfy(row -> assertThat(row.getField("sources")).isNotEmpty());
        assertThat(get("/councils/sci/rows" + query)).bodyText().contains("/councils/sci/rows.csv");
        assertThat(json("/councils/sci/rows" + query).get("rule").stringValue()).isNotEmpty();
    }

    @Test
    void marksWhichRowsARuleCounts() throws IOException {
        assertThat(csv("/councils/sci/rows?measure=mous"))
                .extracting(row -> row.getField("standing") + " " + row.getField("counted"))
                .containsExactlyInAnyOrder("in_count true", "in_count true", "in_count true", "founding false");
        assertThat(csv("/councils/sci/rows?measure=mous&with=founding"))
                .extracting(row -> row.getField("counted"))
                .containsOnly("true");
        // Before the registry began nothing was known.
        assertThat(get("/councils/sci/rows.csv?knownOn=2020-01-01")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void holdsIndicatorsAndPlaces() throws IOException {
        int indicators = database.sql("select count(*) from indicator where withdrawn_on is null")
                .query(Integer.class)
                .single();

        assertThat(csv("/dashboard/indicators")).hasSize(indicators).allSatisfy(row -> {
            assertThat(row.getField("value")).isNotEmpty();
            assertThat(row.getField("sources")).isNotEmpty();
        });
        assertThat(get("/dashboard/indicators.metadata.json")).hasStatusOk();
        assertThat(get("/dashboard/indicators")).bodyText().contains("href=\"/dashboard/indicators.xlsx\"");
        assertThat(csv("/places")).extracting(row -> row.getField("slug")).contains("shanghai", "singapore");
        assertThat(get("/places")).bodyText().contains("href=\"/places.csv\"");
    }

    @Test
    void linksFromItsPage() {
        assertThat(get("/agreements?council=sci"))
                .bodyText()
                .contains("href=\"/agreements.csv?council=sci\"", "href=\"/agreements.xlsx?council=sci\"");
        assertThat(get("/people")).bodyText().contains("href=\"/people.json\"");
        assertThat(get("/councils")).bodyText().contains("href=\"/councils.csv\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agreements.csv?page=-1",
                "/agreements.csv?page=x",
                "/agreements.csv?size=1000000000",
                "/agreements.json?council=nowhere",
                "/agreements.xlsx?sort=colour",
                "/councils.csv?council=sci",
                "/people.csv?kind=mou",
                "/agreements.metadata.json?x=1"
            })
    void refusesWhatItDoesNotKnowWithAPage(String view) {
        assertThat(get(view)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(get(view).getResponse().getHeader("Content-Disposition")).isNull();
    }

    @Test
    void hasNoOtherFormats() {
        assertThat(get("/agreements.pdf")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/figures.csv")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void saysWhereACellIsTooShortForItsText() throws IOException {
        String note = "😀".repeat(20_000);
        database.sql("update agreement set counting_note = :note where id = 1")
                .param("note", note)
                .update();

        assertThat(sheet("/agreements", 0))
                .anySatisfy(row -> assertThat(row.stream().map(cell -> cell == null ? "" : cell.getText()))
                        .anySatisfy(text -> assertThat(text).startsWith("😀😀").endsWith("😀 […]")));
        assertThat(sheet("/agreements", 1).stream().map(row -> row.getCellText(0)))
                .contains("cut_cells");
        assertThat(csv("/agreements"))
                .anySatisfy(row -> assertThat(row.getField("counting_note")).isEqualTo(note));
    }

    @Test
    void letsNoCellStartAFormula() throws IOException {
        List<String> starts = List.of(
                "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\u00A0=", "\u3000＝", "\uFEFF=",
                "\u200B+", "\t=", "\r\n=", " \t@", "\u2028-");
        List<String> formulas = List.of("1+1", "HYPERLINK(\"https://x.example\",\"x\")", "cmd|' /C calc'!A0");
        List<String> titles = new ArrayList<>();
        starts.forEach(start -> formulas.forEach(formula -> titles.add(start + formula)));
        for (int i = 0; i < titles.size(); i++) {
            database.sql("""
                            insert into agreement (id, kind, title, status, counting, parties)
                            values (:id, 'other', :title, 'signed', 'not_stated', 'not_published')""")
                    .param("id", 900_000 + i)
                    .param("title", titles.get(i))
                    .update();
        }

        List<NamedCsvRecord> hostile = csv("/agreements").stream()
                .filter(row -> Long.parseLong(row.getField("id")) >= 900_000)
                .toList();
        assertThat(titles).hasSize(60);
        assertThat(hostile).hasSize(60).allSatisfy(row -> {
            String title = titles.get((int) (Long.parseLong(row.getField("id")) - 900_000));
            assertThat(row.getField("title")).isEqualTo("'" + title);
        });
        List<Row> sheet = sheet("/agreements", 0);
        assertThat(sheet.stream()
                        .flatMap(Row::stream)
                        .filter(cell -> cell != null && cell.getText().startsWith("9000")))
                .hasSize(60);
        assertThat(sheet)
                .allSatisfy(row ->
                        assertThat(row.stream()).noneMatch(cell -> cell != null && cell.getType() == CellType.FORMULA));
        assertThat(json("/agreements").get("rows"))
                .extracting(row -> row.get("title").stringValue(null))
                .containsAll(titles);
    }

    /** The addresses of the rows on all pages of a view, as its pages link them. */
    private List<String> shown(String view) {
        String path = view.replaceFirst("\\?.*", "");
        String row = path.equals("/meetings")
                ? "<td><a href=\"(/councils/[a-z-]+/meetings/\\d+|/meetings/\\d+)\""
                : "<td><a[^>]* ?href=\"(" + (path.endsWith("/rows") ? "/(?:agreements|projects)" : path)
                        + "/[a-z0-9-]+)\"";
        List<String> addresses = new ArrayList<>();
        for (int page = 1; ; page++) {
            String number = page == 1 ? "" : (view.contains("?") ? "&" : "?") + "page=" + page;
            MvcTestResult answer = get(view + number);
            if (answer.getResponse().getStatus() != 200 || path.equals("/councils") && page > 1) {
                return addresses;
            }
            String html = text(answer);
            Pattern.compile(row)
                    .matcher(html.substring(html.indexOf("<tbody")))
                    .results()
                    .map((MatchResult match) -> "http://localhost" + match.group(1))
                    .forEach(addresses::add);
        }
    }

    private List<NamedCsvRecord> csv(String view) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .ofNamedCsvRecord(text(get(file(view, "csv"))).substring(1))) {
            return reader.stream().toList();
        }
    }

    private List<Row> sheet(String view, int number) throws IOException {
        byte[] file = get(file(view, "xlsx")).getResponse().getContentAsByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getSheet(number).orElseThrow().read();
        }
    }

    private JsonNode json(String view) {
        return JsonMapper.shared().readTree(text(get(file(view, "json"))));
    }

    private static String file(String view, String format) {
        return view.replaceFirst("^([/a-z]+)", "$1." + format);
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
