package org.pacta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.Codes;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Staff sign in and keep accounts in a real browser, by keyboard. */
@PageTest
@Transactional(propagation = Propagation.NEVER)
class SigningInTests {

    private static final AtomicInteger tests = new AtomicInteger();

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private SignedIn tan;

    @BeforeEach
    void hire() {
        tan = Staff.admin(database, "Tan Hui Ling " + tests.incrementAndGet());
    }

    @AfterEach
    void leave() {
        browser.closeWindows();
        Staff.leave(database);
    }

    @Test
    void anAdminSignsInByKeyboardAndAddsAColleague() {
        Page page = open("/desk/accounts", "en", ColorScheme.LIGHT, 1366);
        assertThat(page.url()).endsWith("/sign-in?to=%2Fdesk%2Faccounts");
        isReadable(page);

        page.focus("#name");
        page.keyboard().type(tan.name());
        page.keyboard().press("Tab");
        page.keyboard().type("wrong");
        page.keyboard().press("Enter");
        page.waitForSelector(".error-summary");
        isReadable(page);
        page.focus("#password");
        page.keyboard().type(Staff.password(tan));
        page.keyboard().press("Enter");
        page.waitForURL("**/desk/accounts");
        assertThat(page.textContent(".signed-in")).contains("Desk", tan.displayName(), "Sign out");
        isReadable(page);

        page.focus("#displayName");
        page.keyboard().type("林伟");
        page.keyboard().press("Tab");
        page.keyboard().type("lim wei");
        page.keyboard().press("Enter");
        page.click(".error-summary a");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("name");
        assertThat(page.inputValue("#displayName")).isEqualTo("林伟");
        isReadable(page);
        page.fill("#name", "lim");
        page.keyboard().press("Enter");
        page.waitForSelector("main code");
        String given = page.locator("main code").nth(1).textContent();
        isReadable(page);

        page.click(".signed-in button");
        page.waitForURL(url -> url.endsWith("/"));
        assertThat(page.locator(".signed-in").count()).isZero();
        signIn(page, "lim", given);
        assertThat(page.url()).contains("/account?to=");
        isReadable(page);
        page.fill("#current", given);
        page.fill("#chosen", "river stone kettle");
        page.fill("#repeated", "river stone kettle");
        page.keyboard().press("Enter");
        page.waitForURL("**/desk");
    }

    @Test
    void allPagesFitAPhoneAndTheDarkAndBothLanguages() {
        for (String path : new String[] {
            "/sign-in", "/account", "/account/authenticator", "/account/tokens", "/desk/accounts", "/desk/accounts/1"
        }) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                Page page = open("/sign-in", "zh-CN", scheme, 360);
                if (!path.equals("/sign-in")) {
                    signIn(page, tan.name(), Staff.password(tan));
                    page.navigate(address(path));
                }

                assertThat(page.getAttribute("html", "lang")).isEqualTo("zh-Hans");
                assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(360);
                isReadable(page);
                browser.closeWindows();
            }
        }
    }

    @Test
    void aPageGoesOnAfterSomebodySignedInAgainInAnotherWindow() {
        Page page = open("/sign-in", "en", ColorScheme.LIGHT, 1366);
        signIn(page, tan.name(), Staff.password(tan));
        page.navigate(address("/desk/accounts"));
        // htmx writes each refusal to the console, and here refusals are what is asked for.
        page.evaluate("console.error = () => {}");
        Page other = page.context().newPage();
        other.navigate(address("/account"));
        other.click(".signed-in button");
        assertThat(status(page)).as("signed out elsewhere").isEqualTo(401);
        other.navigate(address("/sign-in"));
        signIn(other, tan.name(), Staff.password(tan));

        assertThat(status(page)).as("the token is old").isEqualTo(403);
        assertThat(status(page)).as("the form is empty").isEqualTo(422);
    }

    @Test
    void whoDoesNothingIsWarnedAndKeepsWhatWasTyped() {
        Page page = browser.window("en", ColorScheme.LIGHT, 1366);
        page.clock().install();
        page.navigate(address("/sign-in"));
        signIn(page, tan.name(), Staff.password(tan));
        page.navigate(address("/desk/accounts"));
        page.fill("#displayName", "Lim Wei");
        page.fill("#name", "lim wei");
        // The console tells of the refusal that is asked for here.
        page.evaluate("console.error = () => {}");

        page.waitForResponse("**/account/presence", () -> page.clock().fastForward("06:00"));
        page.waitForFunction("() => document.querySelector('.idle').hidden");
        page.clock().fastForward("29:00");
        page.clock().runFor(10_000);
        page.waitForSelector(".idle >> text=signed out within two minutes");
        isReadable(page);
        page.click(".idle button");
        page.waitForSelector(".idle", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));

        database.sql("delete from spring_session").update();
        page.clock().fastForward("31:00");
        page.clock().runFor(10_000);
        page.waitForSelector(".idle >> text=What you typed is still on this page");
        isReadable(page);
        Page other = page.context().newPage();
        other.navigate(address("/sign-in"));
        signIn(other, tan.name(), Staff.password(tan));
        page.waitForSelector(".idle", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
        page.locator("#add button").click();

        page.waitForSelector("#add .error-summary");
        assertThat(page.inputValue("#displayName")).isEqualTo("Lim Wei");
    }

    @Test
    void codesAreAddedAndGivenByKeyboard() {
        Page page = open("/sign-in", "en", ColorScheme.LIGHT, 1366);
        signIn(page, tan.name(), Staff.password(tan));
        page.navigate(address("/account/authenticator"));
        page.click("main button");
        page.waitForSelector("img.qr");
        isReadable(page);
        assertThat((boolean) page.evaluate("document.querySelector('img.qr').naturalWidth > 0"))
                .isTrue();

        page.focus("[name=code]");
        page.keyboard().type(Codes.now(database, tan));
        page.keyboard().press("Enter");
        page.waitForSelector(".codes");
        isReadable(page);
        assertThat(page.locator(".codes li").count()).isEqualTo(10);
        String recovery = page.locator(".codes code").first().textContent();

        page.click(".signed-in button");
        page.waitForURL(url -> url.endsWith("/"));
        page.navigate(address("/sign-in"));
        page.fill("#name", tan.name());
        page.fill("#password", Staff.password(tan));
        page.keyboard().press("Enter");
        page.waitForURL("**/sign-in/code?to=**");
        isReadable(page);
        page.focus("[name=code]");
        page.keyboard().type(recovery);
        page.keyboard().press("Enter");
        page.waitForURL("**/desk");
    }

    /** Of a form that htmx sends. */
    private static int status(Page page) {
        Response answer = page.waitForResponse(
                "**/desk/accounts", () -> page.evaluate("void htmx.ajax('POST', '/desk/accounts', {swap: 'none'})"));
        page.waitForFunction("() => !document.querySelector('.htmx-request')");
        return answer.status();
    }

    private void signIn(Page page, String name, String password) {
        if (!page.url().contains("/sign-in")) {
            page.navigate(address("/sign-in"));
        }
        page.fill("#name", name);
        page.fill("#password", password);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private Page open(String path, String language, ColorScheme scheme, int width) {
        Page page = browser.window(language, scheme, width);
        page.navigate(address(path));
        return page;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static void isReadable(Page page) {
        assertThat(Browser.axe(page).analyze().getViolations())
                .extracting(rule -> rule.getId() + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }
}
