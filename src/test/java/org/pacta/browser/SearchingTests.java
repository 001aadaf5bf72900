package org.pacta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pacta.test.PageTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An analyst searches and narrows in a real browser. */
@PageTest
class SearchingTests {

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Test
    void findsWhileSomebodyTypes() {
        Page page = open("/agreements");

        page.locator("#words").pressSequentially("biodiesel");

        page.waitForURL("**/agreements?q=biodiesel");
        page.locator("#results mark").first().waitFor();
        assertThat(page.locator("#results mark").first().textContent()).isEqualTo("biodiesel");
        assertThat(page.textContent("#status")).contains("1 agreement");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("words");
    }

    @Test
    void narrowsByAChoiceAndTakesItAway() {
        Page page = open("/agreements");

        page.click("summary:has-text('Kind')");
        page.check("#kind-mou");
        page.waitForURL("**/agreements?kind=mou");
        page.locator(".chip").waitFor();
        assertThat(page.textContent("#status")).contains("Kind: MOU");
        assertThat(page.locator("#kind-mou").isChecked()).isTrue();

        page.click(".chip");
        page.waitForURL("**/agreements");
        assertThat(page.locator(".chip").count()).isZero();
    }

    @Test
    void keepsFacetsOpenAndTheFocusWhereItIs() {
        Page page = open("/agreements");

        page.click("#facet-council summary");
        page.click("#facet-kind summary");
        page.focus("#kind-mou");
        page.keyboard().press("Space");
        page.waitForURL("**/agreements?kind=mou");
        page.locator(".chip").waitFor();

        assertThat(page.locator("#facet-council").getAttribute("open")).isNotNull();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("kind-mou");

        page.keyboard().press("Space");
        page.waitForURL("**/agreements");
        page.locator(".chip").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.locator("#kind-mou:focus").waitFor();

        assertThat(page.locator("#facet-kind").getAttribute("open")).isNotNull();
        assertThat(page.locator("#kind-mou").isChecked()).isFalse();
    }

    @Test
    void keepsOneEntryOfTheHistoryForAllThatIsTyped() {
        Page page = open("/agreements");

        for (String typed : List.of("bio", "biod", "biodiesel")) {
            page.fill("#words", typed);
            page.waitForURL("**/agreements?q=" + typed);
        }
        page.goBack();

        page.waitForURL("**/agreements");
    }

    @Test
    void followsTheFirstClickAfterTyping() {
        Page page = open("/agreements");

        page.locator("#words").pressSequentially("biodiesel");
        page.waitForURL("**/agreements?q=biodiesel");
        page.locator("#results mark").first().waitFor();
        page.locator("#results td a").first().click(new Locator.ClickOptions().setDelay(150));

        page.waitForURL("**/agreements/*");
    }

    @Test
    void suggestsNothingToWhoHasLeftTheBox() {
        Page page = open("/councils");
        List<Route> asked = new ArrayList<>();
        page.route("**/search/suggestions**", asked::add);

        page.focus("#masthead-q");
        page.waitForRequest("**/search/suggestions**", () -> page.keyboard().type("shenzhen"));
        page.keyboard().press("Tab");
        asked.forEach(Route::resume);
        page.unroute("**/search/suggestions**");
        page.evaluate("fetch('/search/suggestions?q=shenzhen').then(answer => answer.text())");

        assertThat(page.locator("#suggestions").isVisible()).isFalse();
    }

    @Test
    void excludesAValue() {
        Page page = open("/agreements?kind=mou");

        page.click("summary:has-text('Status')");
        page.click("button[aria-label='without signed']");

        page.waitForURL("**/agreements?kind=mou&status=-signed");
        assertThat(page.textContent("#status")).contains("not signed");
    }

    @Test
    void looksUpAnOrganisationToNarrowBy() {
        Page page = open("/agreements");

        page.click("#organisation-facet summary");
        page.locator("#find-organisation").pressSequentially("ruijin");
        page.locator(".organisation-choices li:has-text('Ruijin') >> a").first().click();

        page.waitForURL("**/agreements?organisation=*");
        assertThat(page.textContent("#status")).contains("Organisation: Ruijin Hospital");
    }

    @Test
    void jumpsToARecordByKeyboard() {
        Page page = open("/councils");

        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("masthead-q");
        page.keyboard().type("crims");
        Locator option = page.locator("[role=option]:has-text('CrimsonLogic')").first();
        option.waitFor();
        assertThat(Browser.axe(page).include(".masthead-search").analyze().getViolations())
                .isEmpty();
        page.keyboard().press("ArrowDown");
        assertThat(page.getAttribute("#masthead-q", "aria-activedescendant"))
                .isEqualTo(page.locator("[role=option][aria-selected=true]").getAttribute("id"));
        page.keyboard().press("Escape");
        assertThat(page.locator("#suggestions").isVisible()).isFalse();

        page.keyboard().type("o");
        option.waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL("**/organisations/*");
    }

    @Test
    void opensTheJumpBoxFromAField() {
        Page page = open("/agreements");

        page.focus("#words");
        page.keyboard().press("/");
        assertThat(page.inputValue("#words")).isEqualTo("/");
        page.keyboard().press("Control+k");

        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("masthead-q");
    }

    /** Letters that an input method is still composing are not looked for. */
    @Test
    void waitsForChineseToBeComposed() {
        Page page = open("/councils");

        page.focus("#masthead-q");
        page.evaluate("""
                const box = document.querySelector('#masthead-q');
                box.dispatchEvent(new CompositionEvent('compositionstart'));
                box.value = 'shanghai';
                box.dispatchEvent(new InputEvent('input', {isComposing: true}));
                """);
        page.waitForTimeout(400);
        assertThat(page.locator("#suggestions").isVisible()).isFalse();

        page.evaluate("""
                const typed = document.querySelector('#masthead-q');
                typed.value = '上';
                typed.dispatchEvent(new CompositionEvent('compositionend'));
                """);
        page.locator("[role=option]").first().waitFor();
        assertThat(page.textContent("#suggestions")).contains("Shanghai");
    }

    @Test
    void worksWithoutAScript() {
        BrowserContext context = browser.withoutScripts();
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + port + "/agreements");

        page.fill("#words", "biodiesel");
        page.click("button:has-text('Show')");
        assertThat(page.url()).endsWith("/agreements?q=biodiesel");
        assertThat(page.textContent("#results mark")).isEqualTo("biodiesel");
        page.click("#organisation-facet summary");
        page.click("text=Choose an organisation");
        assertThat(page.url()).endsWith("/agreements/organisations?q=biodiesel");
        assertThat(page.locator(".organisation-choices li").count()).isPositive();
    }

    private Page open(String path) {
        Page page = browser.window("en", ColorScheme.LIGHT, 1366);
        page.navigate("http://127.0.0.1:" + port + path);
        return page;
    }
}
