package org.pacta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** Walks from the front page to one page of each kind, and holds each to a title, a description and one heading of its own. */
@PageTest
class PageHeadTests {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
    private static final Pattern ABOUT = Pattern.compile("<meta name=\"description\" content=\"([^\"]*)\"");
    private static final Pattern HEADING = Pattern.compile("<h1[ >]");

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void eachKindOfPageSaysWhatItIs(String language) {
        Map<String, String> pages = walk(language);

        assertThat(pages)
                .hasSizeGreaterThan(30)
                .containsKeys("/councils/_/meetings/0", "/councils/_/brief", "/agreements/0/cite");
        SoftAssertions.assertSoftly(each -> {
            Map<String, String> titles = new LinkedHashMap<>();
            Map<String, String> abouts = new LinkedHashMap<>();
            pages.forEach((kind, html) -> {
                String head = html.substring(0, html.indexOf("</head>"));
                String title = first(TITLE, head);
                String about = first(ABOUT, head);
                each.assertThat(title).as("title of %s", kind).matches(kind.equals("/") ? "Pacta" : ".+ · Pacta");
                each.assertThat(about)
                        .as("description of %s", kind)
                        .hasSizeBetween(15, 400)
                        .doesNotContain("{", "null");
                each.assertThat(titles.put(title, kind))
                        .as("%s has the title of another page", kind)
                        .isNull();
                each.assertThat(abouts.put(about, kind))
                        .as("%s has the description of another page", kind)
                        .isNull();
                each.assertThat(HEADING.matcher(html).results())
                        .as("headings of %s", kind)
                        .hasSize(1);
            });
        });
    }

    private Map<String, String> walk(String language) {
        Map<String, String> pages = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        open.add("/");
        while (!open.isEmpty()) {
            String address = open.remove();
            if (pages.containsKey(kind(address))) {
                continue;
            }
            MvcTestResult answer = mvc.get()
                    .uri(address)
                    .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                    .exchange();
            if (!String.valueOf(answer.getResponse().getContentType()).startsWith("text/html")) {
                continue;
            }
            assertThat(answer).as(address).hasStatusOk();
            String html = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
            pages.put(kind(address), html);
            LINK.matcher(html)
                    .results()
                    .map(link -> HtmlUtils.htmlUnescape(link.group(1)))
                    .filter(PageHeadTests::isPage)
                    .forEach(open::add);
        }
        return pages;
    }

    private static boolean isPage(String address) {
        return !address.matches("/(assets|language|desk|account|sign-in|actuator).*")
                && !kind(address).matches(".*\\.\\w+");
    }

    /** The address without what tells pages of one kind apart. */
    private static String kind(String address) {
        return address.replaceFirst("\\?.*", "")
                .replaceFirst("^/(councils|places)/[^/]+", "/$1/_")
                .replaceAll("\\d+", "0");
    }

    private static String first(Pattern pattern, String html) {
        Matcher found = pattern.matcher(html);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }
}
