package org.pacta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
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

/** An editor pastes an annex in a real browser and looks through it by keyboard. */
@PageTest
@Transactional(propagation = Propagation.NEVER)
class IntakeTests {

    private static final AtomicInteger tests = new AtomicInteger();

    private static final String ANNEX = """
            The 9th meeting of the Council was held in Shanghai on 12 March 2026.
            Two MOUs were signed and four new joint projects were launched.

            Annex A: List of MOUs
            1. MOU between Tembusu Robotics Pte Ltd and Haiyue Automation Co., Ltd. on warehouse robots
            2. MOU with Straits Polytechnic on exchanges of teachers

            Annex B: List of joint projects
            - Merlion Analytics Pte Ltd – Huangpu Data Technology Co., Ltd. to develop a platform for port data
            - Raintree Foods Pte Ltd – Songjiang Cold Chain Co., Ltd. to open a chilled corridor for fresh produce
            - Angsana Health Pte Ltd – Minhang Rehabilitation Hospital to build a ward for assisted walking
            - MOUs and other matters that nobody could make sense of with Kestrel
            """;

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private SignedIn lim;

    @BeforeEach
    void hire() {
        lim = Staff.editor(database, "Lim Wei " + tests.incrementAndGet());
    }

    @AfterEach
    void leave() {
        browser.closeWindows();
        for (String table : new String[] {"review_step", "draft_name", "draft_line", "draft_text"}) {
            database.sql("delete from " + table + " where draft_id in (select id from draft where author_id = :lim)")
                    .param("lim", lim.id())
                    .update();
        }
        database.sql("delete from draft where author_id = :lim")
                .param("lim", lim.id())
                .update();
        Staff.leave(database);
    }

    @Test
    void anAnnexIsPastedAndAcceptedByKeyboard() {
        Page page = begin(browser.window("en", ColorScheme.LIGHT, 1366));
        page.focus("#paste summary");
        page.keyboard().press("Enter");
        page.focus("#words");
        page.keyboard().insertText(ANNEX);
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/review");
        isReadable(page);
        assertThat(page.evaluate("document.activeElement.dataset.state")).isEqualTo("look");
        assertThat(page.locator(".used.here").count()).isPositive();
        int waiting = page.locator(".found form").count();

        page.keyboard().press("Enter");
        assertThat(page.locator("[data-state=accepted]").count()).isEqualTo(1);
        page.keyboard().press("u");
        page.waitForCondition(() -> page.locator("[data-state=accepted]").count() == 0);
        page.waitForSelector("[data-state=look]:focus");
        page.keyboard().press("Space");
        page.keyboard().press("a");
        page.waitForCondition(() -> page.locator("[data-state=accepted]").count() > 3);
        assertThat(page.locator("[data-state=skipped]").count()).isEqualTo(1);
        while (page.locator(".found:has(form:not([hidden]))").count() > 0) {
            page.keyboard().press("Enter");
        }
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("back");
        page.keyboard().press("Enter");
        page.waitForSelector("#section-project");

        assertThat(page.locator("#section-project input[name$='.participants']")
                        .first()
                        .inputValue())
                .isEqualTo("Merlion Analytics Pte Ltd; Huangpu Data Technology Co., Ltd.");
        assertThat(page.inputValue("input[name$='.heldOn']")).isEqualTo("2026-03-12");
        assertThat(database.sql("select count(*) from draft_line where state = 'proposed'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(waiting).isGreaterThan(5);
    }

    @Test
    void aWordIsMovedOverABoundaryAndALineIsSplit() {
        Page page = begin(browser.window("en", ColorScheme.LIGHT, 1366));
        paste(page, ANNEX);
        page.focus("input[value^='Merlion Analytics']");
        page.keyboard().press("Home");

        page.keyboard().press("Alt+ArrowLeft");
        assertThat(page.evaluate("document.activeElement.value"))
                .isEqualTo("Merlion Analytics Pte; Ltd Huangpu Data Technology Co., Ltd.");
        page.keyboard().press("Alt+ArrowRight");
        assertThat(page.evaluate("document.activeElement.value"))
                .isEqualTo("Merlion Analytics Pte Ltd; Huangpu Data Technology Co., Ltd.");
        int rows = page.locator(".found").count();
        page.focus("input[value='Develop a platform for port data']");
        page.keyboard().press("Home");
        for (int i = 0; i < "Develop a platform".length(); i++) {
            page.keyboard().press("ArrowRight");
        }
        page.keyboard().press("Alt+Enter");
        page.waitForCondition(() -> page.locator(".found").count() == rows + 1);

        assertThat(page.locator("input[value='for port data']").count()).isEqualTo(1);
        page.click("#undo button");
        page.waitForCondition(() -> page.locator(".found").count() == rows);
    }

    @Test
    void worksWithoutAScript() {
        BrowserContext context = browser.withoutScripts();
        Page page = begin(context.newPage());
        page.click("#paste summary");
        page.fill("#words", ANNEX);
        page.click("text=Read it");
        page.waitForURL("**/review");
        int open = page.locator(".found form").count();

        page.locator(".found form button[data-step=accept]").first().click();
        page.waitForCondition(() -> page.locator(".found form").count() == open - 1);
        page.locator(".found form button[data-step=skip]").first().click();
        page.waitForCondition(() -> page.locator(".found form").count() == open - 2);
        page.click("#undo button");
        page.waitForCondition(() -> page.locator(".found form").count() == open - 1);
        page.click("#undo button");
        page.waitForCondition(() -> page.locator(".found form").count() == open);
        page.click("#accept-ready button");
        page.waitForCondition(() -> page.locator("[data-state=accepted]").count() > 3);
    }

    @Test
    void aFileThatIsTooLargeGetsAClearAnswer() {
        Page page = begin(browser.window("en", ColorScheme.LIGHT, 1366));
        page.click("#paste summary");

        page.setInputFiles("#file", new FilePayload("annex.txt", "text/plain", new byte[30_000_000]));
        page.click("text=Read it");

        page.waitForSelector("text=too large");
    }

    @Test
    void thePageFitsAPhoneAndTheDarkInChinese() {
        Page page = begin(browser.window("zh-CN", ColorScheme.DARK, 360));

        paste(page, ANNEX);

        assertThat(page.getAttribute("html", "lang")).isEqualTo("zh-Hans");
        isReadable(page);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
    }

    private Page begin(Page page) {
        page.navigate(address("/sign-in?to=%2Fdesk"));
        page.fill("#name", lim.name());
        page.fill("#password", Staff.password(lim));
        page.press("#password", "Enter");
        page.waitForURL("**/desk");
        page.selectOption("#council", new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.locator("#main form .btn-primary").first().click();
        page.waitForURL("**/desk/drafts/*");
        return page;
    }

    private void paste(Page page, String text) {
        page.click("#paste summary");
        page.fill("#words", text);
        page.click(".paste-form button");
        page.waitForURL("**/review");
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static void isReadable(Page page) {
        assertThat(Browser.axe(page).analyze().getViolations()).isEmpty();
    }
}
