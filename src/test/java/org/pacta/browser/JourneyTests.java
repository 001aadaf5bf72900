package org.pacta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.pacta.PactaApplication;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.Staff;
import org.pacta.test.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Staff take a press release all the way from the clipboard to a published page, by keyboard alone and with forms alone. What is published
 * cannot be rolled back, so the application is one of its own, and each journey is to a council of its own.
 */
class JourneyTests {

    /** Six minutes at five keystrokes a second. */
    private static final int MOST_KEYS = 1_800;

    @RegisterExtension
    static final Browser browser = new Browser();

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext pacta;
    private static JdbcClient database;
    private static SignedIn editor;
    private static SignedIn reviewer;

    @BeforeAll
    static void start() {
        JdbcConnectionDetails connection = TestDatabase.create();
        pacta = SpringApplication.run(
                PactaApplication.class,
                "--server.port=0",
                "--pacta.data-dir=" + data,
                "--pacta.sample=true",
                "--pacta.search.backend=memory",
                "--spring.datasource.url=" + connection.getJdbcUrl(),
                "--spring.datasource.username=" + connection.getUsername(),
                "--spring.datasource.password=" + connection.getPassword());
        database = pacta.getBean(JdbcClient.class);
        editor = Staff.editor(database, "Lim Wei");
        reviewer = Staff.reviewer(database, "Chen Jing");
    }

    @AfterAll
    static void stop() {
        if (pacta != null) {
            pacta.close();
        }
    }

    /** What is typed, and how many keys that takes. */
    private static final class Keys {

        private final Page page;
        private int count;

        Keys(Page page) {
            this.page = page;
        }

        void type(String words) {
            page.keyboard().type(words);
            count += words.length();
        }

        void press(String key) {
            page.keyboard().press(key);
            count++;
        }

        void press(String key, int times) {
            for (int i = 0; i < times; i++) {
                press(key);
            }
        }

        void paste(String text) {
            page.keyboard().insertText(text);
            count++;
        }

        /** Goes down the choices of what is about to have the focus: typed letters count as one word only while the machine is quick. */
        void choose(String selector, String value) {
            page.waitForSelector(selector + ":focus");
            int choices = page.locator(selector + " option").count();
            for (int i = 1; i < choices && !page.inputValue(selector).equals(value); i++) {
                press("ArrowDown");
            }
            assertThat(page.inputValue(selector)).isEqualTo(value);
        }

        /** Goes on with Tab until what has the focus fits. */
        void tabTo(String selector) {
            for (int i = 0; i < 300; i++) {
                if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                    return;
                }
                press("Tab");
            }
            throw new AssertionError(selector + " cannot be reached by Tab");
        }
    }

    @Test
    void aPressReleaseIsPublishedWithoutTheMouse() {
        Keys keys = new Keys(browser.window("en", ColorScheme.LIGHT, 1366));
        signIn(keys, editor);
        keys.choose("#council", "sci");
        keys.press("Tab");
        keys.press("Enter");
        keys.page.waitForURL("**/desk/drafts/*");
        String draft = URI.create(keys.page.url()).getPath();
        keys.press("p");
        keys.paste(release());
        keys.press("Control+Enter");
        keys.page.waitForURL("**/review");
        keys.press("a");
        keys.page.waitForSelector("[data-state=accepted]");
        lookThrough(keys);
        keys.press("Enter");
        keys.page.waitForURL(address -> address.matches(".*/desk/drafts/\\d+"));
        keys.press("n");
        settle(keys);
        keys.page.waitForURL("**#names");
        int lines = keys.page.locator("#section-project fieldset:not(.blank)").count();
        keys.press("Control+Enter");
        keys.page.waitForURL("**/check");

        assertThat(keys.page.locator(".error-summary li").allTextContents()).isEmpty();
        assertThat(Browser.axe(keys.page).analyze().getViolations()).isEmpty();
        assertThat(lines).isEqualTo(14);
        keys.press("Enter");
        keys.page.waitForSelector("text=It waits for a reviewer");
        Keys second = new Keys(browser.window("en", ColorScheme.LIGHT, 1366));
        signIn(second, reviewer);
        second.tabTo("#waiting a[href='%s/check']".formatted(draft));
        second.press("Enter");
        second.page.waitForURL("**/check");
        assertThat(second.page.locator("[autofocus]").count()).isZero();
        int warnings = second.page.locator("input[name=reason]").count();
        for (int i = 0; i < warnings; i++) {
            second.tabTo("#reason-" + i);
            second.type("It is so");
        }
        second.tabTo("button[formaction$='/publication']");
        assertThat(second.page.locator(":focus").innerText()).isEqualTo("Publish 1 meeting, 3 MOUs, 14 projects");
        second.press("Enter");
        second.page.waitForURL("**/councils/sci/meetings/5");

        String published = second.page.textContent("main");
        assertThat(published)
                .contains("Beihai Cargo Technology (Shenzhen) Co. Ltd", "on or before 21 November 2024", "Shenzhen")
                .contains("Merlion Polytechnic", "Banyan & Lim Singapore LLP", "Joseph Leong")
                .contains("a representative from the municipal government");
        assertThat(count("agreement")).isEqualTo(3);
        assertThat(count("project")).isEqualTo(14);
        assertThat(database.sql("""
                        select string_agg(measure || ' ' || series || ' ' || value, ', ' order by measure, series) from figure
                        where meeting_id = (select id from meeting where ordinal = 5 and council_id = 1)
                        """).query(String.class).single())
                .isEqualTo("mous after 32, mous at 3, projects after 57, projects at 14");
        assertThat(database.sql("""
                        select locator || ': ' || quote from agreement_citation join agreement on agreement.id = agreement_id
                        where title like '%Street lamps%' and council_id = 1
                        """).query(String.class).single())
                .isEqualTo("line 9: MOU between Straits Lantern Pte Ltd and Shenzhen Qianwan Lighting Co., Ltd.");
        second.page.navigate(at("/agreements?q=lamps"));
        assertThat(second.page.textContent("main")).contains("Straits Lantern");
        System.out.printf("Keystrokes: %d to the reviewer, %d to the page%n", keys.count, second.count);
        assertThat(keys.count + second.count).isLessThanOrEqualTo(MOST_KEYS);
    }

    private static void lookThrough(Keys keys) {
        for (int i = 0; i < 60 && isAtARow(keys.page); i++) {
            boolean isKind = isFigureOfTheSidelines(keys.page);
            keys.press(isKind ? "Space" : "Enter");
        }
        assertThat(keys.page.evaluate("document.activeElement.id")).isEqualTo("back");
    }

    private static boolean isAtARow(Page page) {
        return (boolean) page.evaluate("document.activeElement.classList.contains('found')");
    }

    /** What nobody counts as an outcome of the meeting is skipped. */
    private static boolean isFigureOfTheSidelines(Page page) {
        return page.evaluate("document.activeElement.dataset.state").equals("duplicate");
    }

    private static void settle(Keys keys) {
        int names = keys.page.locator("#names select[name=organisation]").count();
        for (int i = 0; i < names; i++) {
            if (keys.page
                    .evaluate("document.activeElement.options[1].textContent")
                    .toString()
                    .startsWith("CrimsonLogic")) {
                keys.press("ArrowDown");
            } else {
                keys.press("End");
            }
            keys.press("Tab");
        }
        keys.press("Enter");
    }

    @Test
    void aPressReleaseIsPublishedWithFormsAlone() {
        Page page = browser.withoutScripts().newPage();
        signIn(page, editor);
        page.selectOption("#council", "sjcc");
        go(page, "main .box form button");
        String draft = URI.create(page.url()).getPath();
        press(page, "#paste summary");
        page.fill("#words", releaseOfJiangsu());
        go(page, "text=Read it");
        go(page, "#accept-ready button");
        for (Locator open = page.locator(".found form button[data-step=accept]"); open.count() > 0; ) {
            boolean isDouble = page.locator(".found:has(form) >> nth=0")
                    .getAttribute("data-state")
                    .equals("duplicate");
            Locator button = isDouble ? page.locator(".found form button[data-step=skip]") : open;
            go(page, () -> button.first().click());
        }
        go(page, "#back");
        List<Locator> names = page.locator("#names select[name=organisation]").all();
        names.forEach(name -> name.selectOption("new"));
        if (!names.isEmpty()) {
            go(page, "#names form[method=post] > button >> nth=0");
        }
        go(page, "text=Save draft");
        go(page, "button[name=then]");
        go(page, "text=Send to a reviewer");
        Page second = browser.withoutScripts().newPage();
        signIn(second, reviewer);
        go(second, "#waiting a[href='%s/check']".formatted(draft));
        second.locator("input[name=reason]").all().forEach(reason -> reason.fill("It is so"));
        go(second, "text=Publish 1 meeting");

        assertThat(second.url()).endsWith("/councils/sjcc/meetings/19");
        assertThat(second.textContent("main")).contains("on or before 21 November 2025", "Garden Routes Pte Ltd");
    }

    @Test
    void publishingTwiceAtOncePublishesOnce() throws Exception {
        Page page = browser.withoutScripts().newPage();
        signIn(page, editor);
        String check = draft(page, "ssccc", "A project sent twice");
        press(page, "text=Send to a reviewer");
        Page second = browser.withoutScripts().newPage();
        signIn(second, reviewer);
        second.navigate(at(check));
        String cookie = second.context().cookies().stream()
                .map(each -> each.name + "=" + each.value)
                .reduce((one, other) -> one + "; " + other)
                .orElseThrow();
        String token = second.getAttribute("input[name=_csrf] >> nth=0", "value");

        ExecutorService both = Executors.newFixedThreadPool(4);
        Callable<String> publish = () -> post(at(check.replace("/check", "/publication")), cookie, token);
        List<Future<String>> answers = both.invokeAll(List.of(publish, publish, publish, publish));
        both.shutdown();

        for (Future<String> answer : answers) {
            assertThat(answer.get()).endsWith("/councils/ssccc/meetings/7");
        }
        assertThat(database.sql("select count(*) from project where title = 'A project sent twice'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(database.sql("select held_on from meeting where council_id = 3 and ordinal = 7")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-07-17");
    }

    @Test
    void theOtherPagesOfTheDeskAreReadable() {
        SignedIn admin = Staff.admin(database, "Tan Hui");
        Page page = browser.window("zh-CN", ColorScheme.DARK, 360);
        signIn(page, admin);
        page.waitForURL(at("/desk"));
        String check = draft(page, "sstic", "A project that waits");
        String pair = "/desk/merges/preview?one=1&other=2";

        for (String path : List.of(
                "/desk",
                "/desk?list=pairs",
                "/desk/reviewing",
                "/desk/organisations",
                "/desk/translations",
                "/desk/changes/projects?council=sci&change.field=focusAreas",
                "/agreements/1",
                "/councils/sci/meetings/4",
                pair,
                check)) {
            page.navigate(at(path));
            assertThat(Browser.axe(page).analyze().getViolations()).as(path).isEmpty();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(360);
        }
    }

    /** Drafts a meeting with one project, and gives the path of the page that checks it. */
    private static String draft(Page page, String council, String project) {
        page.selectOption("#council", council);
        press(page, "main .box form button");
        page.waitForURL("**/desk/drafts/*");
        page.fill("#section-basics .field-heldOn input", "17 Jul 2026");
        page.fill("#section-source .blank .field-title input", "A made-up release");
        page.fill("#section-project .blank .field-title input", project);
        press(page, "button[name=then]");
        page.waitForURL("**/check");
        return URI.create(page.url()).getPath();
    }

    private static void go(Page page, String selector) {
        go(page, () -> press(page, selector));
    }

    /** Waits for the page that an action leads to, even where its address is the same. */
    private static void go(Page page, Runnable action) {
        AtomicInteger arrived = new AtomicInteger();
        Consumer<Page> count = any -> arrived.incrementAndGet();
        page.onDOMContentLoaded(count);
        action.run();
        page.waitForCondition(() -> arrived.get() > 0);
        page.offDOMContentLoaded(count);
    }

    /** Without scripts a click may wait for a frame that never comes. */
    private static void press(Page page, String selector) {
        page.locator(selector).last().press("Enter");
    }

    /** Where the answer leads. */
    private static String post(String address, String cookie, String token) throws IOException, InterruptedException {
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(URI.create(address))
                                .header("Cookie", cookie)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                        "_csrf=" + java.net.URLEncoder.encode(token, StandardCharsets.UTF_8)))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString());
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }

    private static long count(String table) {
        return database.sql("select count(*) from " + table
                        + " where meeting_id = (select id from meeting where ordinal = 5 and council_id = 1)")
                .query(Long.class)
                .single();
    }

    private static void signIn(Keys keys, SignedIn person) {
        keys.page.navigate(at("/sign-in?to=/desk"));
        keys.tabTo("#name");
        keys.type(person.name());
        keys.press("Tab");
        keys.type(Staff.password(person));
        keys.press("Enter");
        keys.page.waitForURL(at("/desk"));
    }

    private static void signIn(Page page, SignedIn person) {
        page.navigate(at("/sign-in?to=/desk"));
        page.fill("#name", person.name());
        page.fill("#password", Staff.password(person));
        go(page, "main form button");
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + pacta.getEnvironment().getRequiredProperty("local.server.port") + path;
    }

    /** The same in other words, of another council and year. */
    private static String releaseOfJiangsu() {
        return release()
                .replace(
                        "China (Shenzhen) Smart City Initiative (SCI) Joint Implementation Committee",
                        "Jiangsu Cooperation Council")
                .replaceAll("\\(JIC\\)|SCI JIC", "(SJCC)")
                .replace("SCI", "SJCC")
                .replace("Shenzhen", "Jiangsu")
                .replace("5th", "19th")
                .replace("2024", "2025")
                .replace(" to ", " indeed to ");
    }

    private static String release() {
        try (var release = JourneyTests.class.getResourceAsStream("/journey/release.txt")) {
            return new String(release.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
