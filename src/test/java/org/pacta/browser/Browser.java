package org.pacta.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The system's Chromium, driven page by page. After each test its windows are closed, and the test fails if a page wrote an error to its
 * console, a refusal by the Content-Security-Policy among them. Where there is no Chromium the tests are skipped with one line, unless
 * {@code PACTA_REQUIRE_BROWSER} is true.
 */
final class Browser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** What htmx says when a newer request replaces an older one, as {@code hx-sync} asks. */
    private static final List<String> REPLACED = List.of("htmx:sendAbort", "htmx:afterRequest");

    private final List<String> complaints = new ArrayList<>();
    private final Map<List<Object>, BrowserContext> readers = new HashMap<>();
    private Playwright playwright;
    private com.microsoft.playwright.Browser chromium;

    @Override
    public void beforeAll(ExtensionContext tests) {
        Optional<Path> executable = Stream.of(
                        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (executable.isEmpty()) {
            assertThat(Boolean.parseBoolean(System.getenv("PACTA_REQUIRE_BROWSER")))
                    .as("Chromium is required and not there")
                    .isFalse();
            System.out.println("No Chromium on this machine: " + tests.getDisplayName() + " are skipped.");
        }
        assumeTrue(executable.isPresent(), "no Chromium");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.get())
                        .setArgs(ARGUMENTS));
    }

    /** A new window in a language, light or dark, of this width. */
    Page window(String language, ColorScheme scheme, int width) {
        return page(context(language, scheme, width));
    }

    private BrowserContext context(String language, ColorScheme scheme, int width) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(width, 900));
    }

    private Page page(BrowserContext context) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isExpected(message, page)) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    /** A window that leaves nothing behind and is opened where others like it were before, so that what they fetched is there. */
    Page reading(String language, ColorScheme scheme, int width) {
        return page(readers.computeIfAbsent(List.of(language, scheme, width), any -> context(language, scheme, width)));
    }

    /** What looks a page over. No page has frames, so none is looked for, and what is well is not told. */
    static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options);
    }

    /** Where pages run no script. */
    BrowserContext withoutScripts() {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("en")
                .setJavaScriptEnabled(false));
    }

    /** A page that is itself an error page is reported too, as is a request replaced by a newer one. */
    private static boolean isExpected(ConsoleMessage message, Page page) {
        return message.location().startsWith(page.url())
                        && message.text().matches(".*(status of|Error Code) 4\\d\\d .*")
                || REPLACED.stream().anyMatch(message.text()::startsWith);
    }

    /** What pages have complained of so far was meant to happen. */
    void forgive() {
        complaints.clear();
    }

    void closeWindows() {
        List.copyOf(chromium.contexts()).stream()
                .filter(context -> !readers.containsValue(context))
                .forEach(BrowserContext::close);
        readers.values().stream()
                .flatMap(context -> List.copyOf(context.pages()).stream())
                .forEach(Page::close);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        closeWindows();
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        assertThat(said).isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (playwright != null) {
            playwright.close();
        }
    }
}
