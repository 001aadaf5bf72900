package org.pacta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.pacta.test.PageTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An analyst reads the registry in a real browser.
 */
@PageTest
class ReadingTests {

    /** One page of each type. */
    static final List<String> pages = List.of(
            "/",
            "/councils",
            "/councils/sci",
            "/councils/sci/meetings/4",
            "/agreements",
            "/agreements?council=sci&from=2030",
            "/agreements/1",
            "/projects",
            "/projects/1",
            "/organisations",
            "/organisations/1",
            "/meetings",
            "/people",
            "/people/1",
            "/places",
            "/places/singapore",
            "/sources",
            "/sources/2",
            "/search?q=crimson",
            "/dashboard",
            "/dashboard?council=sci&council=ssccc&with=founding",
            "/dashboard/cooperation",
            "/dashboard/indicators",
            "/dashboard/targets",
            "/dashboard/outcomes",
            "/dashboard/coverage",
            "/councils/sci/rows?measure=mous&with=founding",
            "/councils/sci/brief",
            "/method",
            "/accessibility",
            "/data",
            "/agreements?q=smart&kind=mou&status=-planned",
            "/agreements/organisations?q=smart",
            "/nowhere");

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Test
    void leadsFromTheFrontPageToAnOrganisation() {
        Page page = open("/", "en", ColorScheme.LIGHT, 1366);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshot.png")));

        page.click("#councils >> text=Singapore-China (Shenzhen) Smart City Initiative");
        page.click("#meetings >> table >> text=1st meeting");
        page.click("#agreements >> text=Enforcement in Shenzhen");
        page.click(".parties-list >> text=Singapore International Mediation Centre");

        assertThat(page.textContent("h1")).isEqualTo("Singapore International Mediation Centre");
        assertThat(page.textContent("main")).contains("1 appearance in 1 council");
    }

    @Test
    void isWalkedThroughByKeyboard() {
        Page page = open("/", "en", ColorScheme.LIGHT, 1366);

        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().type("crimson");
        page.keyboard().press("Enter");

        page.waitForURL("**/search?q=crimson");
        assertThat(page.textContent("main")).contains("CrimsonLogic Pte Ltd");
    }

    @Test
    void narrowsAListWithoutAScript() {
        Page page = browser.withoutScripts().newPage();
        page.navigate("http://127.0.0.1:" + port + "/agreements");

        page.click("summary:has-text('Council')");
        page.click("#facet-council a:has-text('Show the choices')");
        page.check("label:has-text('Smart City Initiative') input");
        page.click("button:has-text('Show')");

        assertThat(page.url()).endsWith("/agreements?council=sci");
        assertThat(page.textContent(".list-summary")).contains("4 agreements");
        page.click(".chip");
        assertThat(page.url()).endsWith("/agreements");
    }

    @Test
    void measuresAsManyPagesAsItsPageSays() {
        assertThat(open("/accessibility", "en", ColorScheme.LIGHT, 1366).textContent("#measured"))
                .contains(pages.size() + " public pages");
    }

    @ParameterizedTest
    @FieldSource("pages")
    void isReadableForEverybody(String path) {
        assertThat(violations(Browser.axe(open(path, "en", ColorScheme.LIGHT, 1366))))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("pages")
    void keepsItsContrastInTheDark(String path) {
        Page page = open(path, "en", ColorScheme.DARK, 1366);

        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(18, 25, 28)");
        assertThat(violations(Browser.axe(page).withRules(List.of("color-contrast", "link-in-text-block"))))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("pages")
    void marksItsLanguagesInChinese(String path) {
        Page page = open(path, "zh-CN", ColorScheme.LIGHT, 1366);

        assertThat(page.getAttribute("html", "lang")).isEqualTo("zh-Hans");
        assertThat(violations(Browser.axe(page)
                        .withRules(List.of(
                                "html-has-lang",
                                "html-lang-valid",
                                "valid-lang",
                                "link-name",
                                "button-name",
                                "label"))))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("pages")
    void fitsAPhone(String path) {
        Page page = open(path, "en", ColorScheme.LIGHT, 360);

        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as(() -> "widest: " + page.evaluate("""
                        () => [...document.querySelectorAll('main *')]
                            .filter(each => each.getBoundingClientRect().right > 360 && !each.closest('.table-responsive'))
                            .map(each => each.outerHTML.slice(0, 200)).slice(0, 5)"""))
                .isLessThanOrEqualTo(360);
    }

    private Page open(String path, String language, ColorScheme scheme, int width) {
        Page page = browser.reading(language, scheme, width);
        page.navigate("http://127.0.0.1:" + port + path);
        return page;
    }

    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(ReadingTests::describe)
                .toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
