package org.pacta.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

/** Reads pages as a person does: their words, in order, without markup. */
public class PageText {

    private final MockMvcTester mvc;

    PageText(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    /** The words of the main part of a page, in English. */
    public String text(String path) {
        return words(main(path, "en"));
    }

    /** The words of the main part of a page, in Chinese. */
    public String inChinese(String path) {
        return words(main(path, "zh-CN"));
    }

    /** The words of the section, or of what is folded, with this id. */
    public String section(String path, String id) {
        String main = main(path, "en");
        int start = main.indexOf("id=\"" + id + "\"");
        assertThat(start).as("section %s of %s", id, path).isPositive();
        String element = main.substring(main.lastIndexOf('<', start) + 1).split("[ >]", 2)[0];
        return words("<" + main.substring(start, main.indexOf("</" + element + ">", start)));
    }

    private String main(String path, String language) {
        String html = Objects.requireNonNull(body(path, language));
        return html.substring(html.indexOf("<main"), html.indexOf("</main>"));
    }

    private String body(String path, String language) {
        var answer = mvc.get()
                .uri(path)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String words(String html) {
        String inline = "</?(a|span|strong|small|q|time|code|mark)( [^>]*)?>";
        return HtmlUtils.htmlUnescape(html.replaceAll(inline, "").replaceAll("<[^>]*>", " "))
                .replaceAll("\\s+", " ")
                .replaceAll(" ([,;:.])", "$1")
                .strip();
    }
}
