package org.pacta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Staff change a record in a real browser up to the preview, with scripts and without; nothing is published. */
@PageTest
@Transactional(propagation = Propagation.NEVER)
class CorrectionTests {

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
        editor = Staff.editor(database, "Ng Hui " + tests.incrementAndGet());
    }

    @AfterEach
    void leave() {
        browser.closeWindows();
        database.sql("delete from correction").update();
        Staff.leave(database);
    }

    @Test
    void changesAnAgreementByKeyboardWithAnotherSignatory() {
        Page page = browser.window("en", ColorScheme.LIGHT, 1366);
        signIn(page);
        page.navigate(at("/agreements/1"));
        page.click(".record-foot >> text=Change");
        isReadable(page);

        page.fill("#title", "A made-up title");
        page.focus("fieldset[data-rows=signatories] > button");
        page.keyboard().press("Enter");
        page.keyboard().type("witnesses");
        page.keyboard().press("Tab");
        page.keyboard().type("National University of Sing");
        // What was suggested for fewer letters is there first.
        String wanted = "#suggested-records option:first-child[value^='National University of Singapore #']";
        page.waitForSelector(wanted, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        String found = page.getAttribute(wanted, "value");
        page.locator("fieldset[data-rows=signatories] .row-fields")
                .last()
                .locator("input")
                .first()
                .fill(found);
        page.locator("fieldset[data-rows=signatories] .row-fields")
                .first()
                .locator("button")
                .press("Enter");
        page.fill("[id='correction.reason']", "Made up for a test");
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/desk/corrections/*");

        isReadable(page);
        assertThat(page.locator(".differences ins").allTextContents())
                .contains("made")
                .anyMatch(text -> text.contains("National University of Singapore"));
        assertThat(page.textContent("main")).contains("Send to a reviewer");
        page.navigate(page.url() + "/preview");
        assertThat(page.textContent("main")).contains("A made-up title", "National University of Singapore");
        page.navigate(at("/agreements/1"));
        assertThat(page.textContent("main")).doesNotContain("A made-up title");
    }

    @Test
    void addsAPersonWithoutScripts() {
        Page page = browser.withoutScripts().newPage();
        signIn(page);
        page.navigate(at("/desk/people/new"));
        page.fill("#name", "Made-up Person");
        page.fill("[id='otherNames[0].name']", "虚构人物");
        page.fill("[id='citations[0].source']", "#1");
        page.fill("[id='correction.reason']", "Made up for a test");
        page.press("[id='correction.reason']", "Enter");

        assertThat(page.textContent(".error-summary")).contains("Other names, row 1: Kind: This is needed.");
        page.selectOption("[id='otherNames[0].kind']", "alias");
        page.press("[id='correction.reason']", "Enter");
        assertThat(page.textContent("main")).contains("What this changes", "虚构人物");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/councils/sci/edit",
                "/desk/corrections",
                "/desk/log",
                "/councils/sci/history",
                "/councils/sci/history/1",
                "/agreements/1/cite"
            })
    void canBeReadInTheDarkInChineseOnAPhone(String address) {
        Page page = browser.window("zh", ColorScheme.DARK, 360);
        signIn(page);
        page.navigate(at(address));

        isReadable(page);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(360);
    }

    private static void isReadable(Page page) {
        assertThat(Browser.axe(page).analyze().getViolations()).isEmpty();
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
