package org.pacta.reader.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTests {

    @Test
    void writesElementsWithTheirAttributesAndTexts() {
        String html = new Html()
                .open("p")
                .with("lang", "zh-Hans")
                .text("上海")
                .open("input")
                .with("checked", "")
                .with("title", null)
                .text(" ")
                .open("b")
                .close("b")
                .close("p")
                .toString();

        assertThat(html).isEqualTo("<p lang=\"zh-Hans\">上海<input checked=\"\"> <b></b></p>");
    }

    @Test
    void escapesWhateverCouldBeMarkup() {
        String html = new Html()
                .open("a")
                .with("href", "\"><script>'&")
                .text("<script>\"'&amp;")
                .close("a")
                .toString();

        assertThat(html)
                .isEqualTo("<a href=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">&lt;script&gt;&quot;&#39;&amp;amp;</a>");
    }
}
