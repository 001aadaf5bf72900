package org.pacta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Staff draft the outcomes of a meeting in a real browser, by keyboard, up to the preview; nothing is published. */
@PageTest
@Transactional(propagation = Propagation.NEVER)
class DeskTests {

    private static final AtomicInteger tests = new AtomicInteger();

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private SignedIn editor;

    @BeforeEach
    void hire() {
        editor = Staff.editor(database, "Lim Wei " + tests.incrementAndGet());
    }

    @AfterEach
    void leave() {
        browser.closeWindows();
        for (String table : new String[] {"review_step", "draft_line", "draft_name", "draft_text", "draft"}) {
            database.sql("delete from " + table).update();
        }
        Staff.leave(database);
    }

    @Test
    void draftsAMeetingByKeyboard() {
        Page page = signedIn(1366);
        page.selectOption("#council", "sci");
        page.focus("#council");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/desk/drafts/*");
        isReadable(page);

        page.focus("#section-basics .field-heldOn input");
        type(page, "2025-03-14");
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Enter");
        }
        page.waitForFunction("() => document.querySelector('#saved').textContent.includes('saved')");

        line(page, "source", "Fifth meeting", "Ministry of Made-up Affairs", "https://example.org/fifth", "2025-03-15");
        page.focus("#section-figure .blank .field-measure select");
        page.keyboard().type("MOU");
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Tab");
        }
        type(page, "2");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForSelector("#standing >> text=Announced 2 MOUs, entered 0");

        line(page, "agreement", null, "CrimsonLogic", "Exchange of made-up trade data");
        page.waitForSelector("#standing >> text=Announced 2 MOUs, entered 1");
        page.focus("#section-agreement .blank .field-signatories input");
        type(page, "crims");
        page.waitForSelector("#desk-suggestions [role=option]");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.inputValue("#section-agreement .blank .field-signatories input"))
                .startsWith("CrimsonLogic");
        page.keyboard().press("Enter");
        type(page, "Another made-up subject");
        page.keyboard().press("Enter");
        page.waitForSelector("#standing >> text=Announced 2 MOUs, entered 2");

        page.keyboard().press("Control+Enter");
        page.waitForURL("**/check");
        isReadable(page);
        assertThat(page.locator(".error-summary li").allTextContents()).isEmpty();
        assertThat(page.textContent("main")).contains("Send to a reviewer");
        page.navigate(page.url().replace("/check", "/preview"));
        assertThat(page.textContent("main")).contains("Exchange of made-up trade data", "14 March 2025");
        assertThat(page.textContent(".preview-bar")).contains("Nothing of this is published");
        page.navigate(at("/councils/sci"));
        assertThat(page.textContent("#meetings")).doesNotContain("5th");
    }

    @Test
    void keepsALineOnThePageUntilTheServerHasIt() {
        Page page = signedIn(1366);
        page.selectOption("#council", "sci");
        page.click("main form button");
        page.waitForURL("**/desk/drafts/*");

        page.route("**/lines", route -> route.abort());
        line(page, "project", null, "A project typed while the server was away");
        page.waitForSelector(".line.unsaved");
        assertThat(page.textContent(".line.unsaved .line-note")).contains("Not saved yet");
        page.unroute("**/lines");
        page.waitForCondition(() -> database.sql(
                                "select count(*) from draft_line where typed ->> 'title' = 'A project typed while the server was away'")
                        .query(Long.class)
                        .single()
                == 1);
        browser.forgive();
    }

    @Test
    void showsALineBesideThePassageItWasReadFrom() {
        Page page = signedIn(1366);
        page.selectOption("#council", "sci");
        page.click("main form button");
        page.waitForURL("**/desk/drafts/*");
        page.keyboard().press("p");
        page.fill("#words", "Annex A: List of MOUs\n1. MOU between CrimsonLogic and Keppel on paperless trade");
        page.click(".paste-form button");
        page.waitForURL("**/review*");
        page.click("#accept-ready button");
        page.waitForURL("**/review?text=*");
        page.navigate(page.url().replaceFirst("/review.*", "/check"));

        assertThat((boolean) page.evaluate("""
                        () => {
                            const line = document.querySelector('#section-agreement .reviewed');
                            const said = line.querySelector('.reviewed-said').getBoundingClientRect();
                            const passage = line.querySelector('.reviewed-passage').getBoundingClientRect();
                            return passage.left >= said.right && Math.abs(passage.top - said.top) < 2;
                        }
                        """)).isTrue();
        isReadable(page);
    }

    @Test
    void savesWithOneButtonWithoutAScript() {
        Page page = browser.withoutScripts().newPage();
        signIn(page);
        page.selectOption("#council", "sci");
        page.click("main form button");
        page.fill("#section-agreement .blank .field-title input", "Typed without a script");
        page.fill("#section-basics .field-heldOn input", "2025-03-14");
        page.locator("#section-basics .field-heldOn input").press("Enter");

        page.waitForURL("**/desk/drafts/*");
        assertThat(page.textContent("#saved")).startsWith("saved");
        assertThat(page.locator("#section-agreement fieldset").count()).isEqualTo(2);
        assertThat(page.inputValue("#section-agreement fieldset >> nth=0 >> .field-title input"))
                .isEqualTo("Typed without a script");
    }

    @Test
    void fitsAPhone() {
        Page page = signedIn(360);
        isReadable(page);
        page.selectOption("#council", "sci");
        page.click("main form button");
        page.waitForURL("**/desk/drafts/*");

        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        isReadable(page);
    }

    /** Fills the blank line of a section from its first field on; null leaves a field as it is. */
    private static void line(Page page, String section, String... fields) {
        page.focus("#section-" + section + " .blank .line-fields >> nth=0 >> :is(input, select) >> nth=0");
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] != null) {
                type(page, fields[i]);
            }
            page.keyboard().press("Enter");
        }
    }

    private static void type(Page page, String words) {
        page.keyboard().type(words);
    }

    private static void isReadable(Page page) {
        assertThat(Browser.axe(page).analyze().getViolations()).isEmpty();
    }

    private Page signedIn(int width) {
        Page page = browser.window("en", ColorScheme.LIGHT, width);
        signIn(page);
        return page;
    }

    private void signIn(Page page) {
        page.navigate(at("/sign-in?to=/desk"));
        page.fill("#name", editor.name());
        page.fill("#password", Staff.password(editor));
        page.click("main form button");
        page.waitForURL("**/desk");
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
