package org.pacta.reader.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SoughtTests {

    @Test
    void readsWordsAndPhrases() {
        assertThat(Sought.of(" Ports  “joint committee” 港口 ports -- ").words())
                .containsExactly("ports", "joint committee", "港口");
        assertThat(Sought.of("ＭＯＵ\u200b").words()).containsExactly("mou");
    }

    @Test
    void saysWhatKeepsItFromLooking() {
        assertThat(Sought.of("?!").problem()).isEqualTo("search.no_word");
        assertThat(Sought.of("x".repeat(201)).problem()).isEqualTo("search.too_long");
        assertThat(Sought.of("").problem()).isNull();
        assertThat(Sought.of(null).canBeAsked()).isFalse();
    }

    @Test
    void marksWhatIsFoundAmidTheWordsAroundIt() {
        String page = "The parties met. ".repeat(20) + "They agreed on Ports\nand on shipping. "
                + "More words follow. ".repeat(20);

        String excerpt = excerpt("ports shipping", page);

        assertThat(excerpt)
                .contains("They agreed on [Ports] and on [shipping].")
                .startsWith("… ")
                .endsWith(" …");
        assertThat(excerpt.length()).isLessThan(400);
    }

    @Test
    void findsChineseWordsThatALineBreaks() {
        assertThat(excerpt("新加坡", "双方在新加\n坡签署备忘录")).isEqualTo("双方在[新加坡]签署备忘录");
    }

    @Test
    void takesWhatIsTypedAsItStands() {
        assertThat(excerpt("a.c", "abc a.c")).isEqualTo("abc [a.c]");
    }

    private static String excerpt(String typed, String page) {
        return Sought.of(typed).in(page).stream()
                .map(part -> part.found() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }
}
