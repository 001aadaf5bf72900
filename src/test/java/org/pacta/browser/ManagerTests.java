package org.pacta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pacta.test.PageTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager reads cumulative counts in a real browser. */
@PageTest
class ManagerTests {

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Test
    void goesFromTheFrontPageToTheSourceOfANumber() throws IOException {
        Page page = open("/", 1366);

        page.click("nav >> text=Dashboard");
        page.click(".controls summary");
        page.check(".controls label:has-text('Smart City Initiative') input");
        page.check(".controls label:has-text('Shanghai Comprehensive') input");
        page.click(".controls button");
        page.waitForLoadState();
        assertThat(page.textContent(".compared")).contains("had announced 29 MOUs", "comes to 70 MOUs");

        page.fill(
                "input[name=knownOn]",
                LocalDate.now(ZoneId.of("Asia/Singapore")).toString());
        page.click(".controls button");
        assertThat(page.url()).contains("council=sci", "council=ssccc", "knownOn=");
        assertThat(page.textContent("main")).contains("as known on the evening of");

        page.click("text=14 of the 43 projects");
        assertThat(page.textContent("h1")).contains("projects recorded");
        assertThat(page.url()).contains("knownOn=");
        page.click("text=Law office in Qianhai");
        page.click("#sources >> a >> nth=0");
        assertThat(page.url()).contains("/sources/");

        page.navigate(at("/dashboard?council=sci"));
        Download file = page.waitForDownload(() -> page.evaluate(
                "const a = document.querySelector('.chart-files a'); a.setAttribute('download', ''); a.click()"));
        assertThat(Files.readString(file.path())).contains("sci,SCI,4,", "all ever signed");
    }

    @Test
    void seesTheAnswerOnTheFirstScreen() {
        for (String path : new String[] {"/councils/sci", "/dashboard"}) {
            Page page = open(path, 1366);
            page.setViewportSize(1366, 768);
            assertThat(bottom(page, "text=43 projects >> nth=0")).as(path).isLessThan(768);
            assertThat(bottom(page, "text=the names of 26 MOUs >> nth=0"))
                    .as(path)
                    .isLessThan(768);

            page.setViewportSize(375, 740);
            assertThat(bottom(page, "text=43 projects >> nth=0"))
                    .as(path + " on a phone")
                    .isLessThan(740);
            assertThat(bottom(page, "text=29 MOUs >> nth=0"))
                    .as(path + " on a phone")
                    .isLessThan(740);
        }
    }

    @Test
    void drawsAStepForEachKnownTotal() {
        Page page = open("/councils/sci", 1366);
        page.click("#charts > summary");
        page.waitForSelector("figure.chart[data-drawn]");

        String known = "figure[data-name=pacta-sci-mous] svg path[stroke-width='2.5'][fill=none]";
        String line = (String) page.evaluate(
                "selector => [...document.querySelectorAll(selector)].map(path => path.getAttribute('d'))"
                        + ".sort((a, b) => b.length - a.length)[0]",
                known);

        // 21 from the 3rd meeting to the 4th, then 29; what the 2nd, without a date, left between 8 and 13 is a band.
        assertThat(Pattern.compile("[\\d.]+[ ,][\\d.]+").matcher(line).results().count())
                .isEqualTo(3);
        assertThat(page.getAttribute("figure[data-name=pacta-sci-mous] .chart-canvas", "aria-label"))
                .contains("29 MOUs announced, 3 recorded");
    }

    /** 37 in May 2023 and 15 more at the next meeting make 52: only what the 3rd meeting left open is a band, up to 22. */
    @Test
    void drawsATotalOfADayAsItStandsUntilAMeetingAddsToIt() {
        Page page = open("/councils/ssccc", 1366);
        page.click("#charts > summary");
        page.waitForSelector("figure[data-name=pacta-ssccc-mous][data-drawn]");

        assertThat(page.evaluate("""
                () => {
                    const chart = echarts.getInstanceByDom(document.querySelector('figure[data-name=pacta-ssccc-mous] .chart-canvas'));
                    const bands = chart.getOption().series.find(series => series.id === 'band-0').data;
                    return bands.map(band => band.value[3]).join(' ');
                }""")).isEqualTo("22");
    }

    /** Of JCBC no total is known exactly. */
    @Test
    void namesInTheLegendOnlyWhatIsDrawnAndRecordedRowsByAnArea() {
        Page page = open("/dashboard?council=jcbc&measure=agreements", 1366);
        page.waitForSelector("figure.chart[data-drawn]");

        assertThat(page.evaluate("""
                () => echarts.getInstanceByDom(document.querySelector('.chart-canvas')).getOption().legend[0].data
                    .map(entry => `${entry.name}: ${entry.icon}`).join(', ')""")).isEqualTo("known within bounds: rect, Recorded: rect");
    }

    @Test
    void drawsMeetingsAndTheNetwork() {
        Page page = open("/dashboard?council=sci&per=meeting", 1366);
        page.waitForSelector("figure.chart[data-drawn]");
        assertThat(page.locator("figure.chart svg path").count()).isGreaterThan(5);

        page.navigate(at("/dashboard/cooperation"));
        page.waitForSelector("figure[data-name=pacta-network][data-drawn]");
        assertThat(page.locator("figure[data-name=pacta-network] svg text").count())
                .isGreaterThan(10);
    }

    @Test
    void savesAChartAsAPicture() throws IOException {
        Page page = open("/councils/sci", 1366);
        page.click("#charts > summary");
        page.waitForSelector("figure[data-name=pacta-sci-mous][data-drawn]");

        assertThat(Files.readString(saved(page, "svg"))).startsWith("<svg").contains("</svg>");
        assertThat(Files.readAllBytes(saved(page, "png")))
                .startsWith(0x89, 'P', 'N', 'G')
                .hasSizeGreaterThan(10_000);
    }

    private static Path saved(Page page, String format) {
        Download file =
                page.waitForDownload(() -> page.click("figure[data-name=pacta-sci-mous] [data-save=" + format + "]"));
        assertThat(file.suggestedFilename()).isEqualTo("pacta-sci-mous." + format);
        return file.path();
    }

    @Test
    void opensAMeetingFromItsMarker() {
        Page page = open("/dashboard?council=sci", 1366);
        page.waitForSelector("figure.chart[data-drawn]");

        page.evaluate("""
                () => {
                    const chart = echarts.getInstanceByDom(document.querySelector('.chart-canvas'));
                    const index = chart.getOption().series.findIndex(series => series.id === 'mark-announced');
                    const data = chart.getOption().series[index].data;
                    const [x, y] = chart.convertToPixel({ seriesIndex: index }, data[data.length - 1].value);
                    const box = chart.getDom().querySelector('svg').getBoundingClientRect();
                    for (const type of ['mousemove', 'mousedown', 'mouseup', 'click']) {
                        chart.getDom().querySelector('svg').dispatchEvent(new MouseEvent(type,
                            { bubbles: true, clientX: box.left + x, clientY: box.top + y }));
                    }
                }""");

        page.waitForURL("**/councils/sci/meetings/4");
    }

    @Test
    void findsEveryNumberInATableWithoutAScript() {
        Page page = browser.withoutScripts().newPage();
        page.navigate(at("/dashboard?council=sci"));

        assertThat(page.textContent("figure.chart table")).contains("announced", "on or before 15 December 2023", "29");
        assertThat(page.isVisible(".chart-canvas")).isFalse();
    }

    @Test
    void printsOneCouncilAndTwoComparedOnOneSheet() {
        for (String path :
                new String[] {"/dashboard?council=sci", "/dashboard?council=sci&council=ssccc", "/councils/sci/brief"
                }) {
            Page page = open(path, 1366);
            if (path.startsWith("/dashboard")) {
                page.waitForSelector("figure.chart[data-drawn]");
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));

            String text = new String(pdf, StandardCharsets.ISO_8859_1);
            assertThat(Pattern.compile("/Type\\s*/Page\\b")
                            .matcher(text)
                            .results()
                            .count())
                    .as(path)
                    .isEqualTo(1);
        }
    }

    private static double bottom(Page page, String selector) {
        var box = page.locator(selector).boundingBox();
        return box.y + box.height;
    }

    private Page open(String path, int width) {
        Page page = browser.window("en", ColorScheme.LIGHT, width);
        page.navigate(at(path));
        return page;
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
