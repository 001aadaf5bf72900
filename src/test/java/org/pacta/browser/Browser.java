package org.pacta.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's Chromium, driven page by page; what a page writes to its console as an error is kept. */
final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> errors = new ArrayList<>();

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    /** Starts Chromium, if this machine has it. */
    static Optional<Browser> start() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Browser::new);
    }

    /** A new window in a language, light or dark, of this width. */
    Page window(String language, ColorScheme scheme, int width) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(width, 900));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    /** Where pages run no script. */
    BrowserContext withoutScripts() {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("en")
                .setJavaScriptEnabled(false));
    }

    /** Closes all windows. */
    void closeWindows() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
    }

    /** What the pages complained of, a refusal by the Content-Security-Policy among them. */
    List<String> errors() {
        return errors;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
