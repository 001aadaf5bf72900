package org.pacta.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTests {

    private final Phrases phrases = phrases();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a Memorandum of Understanding between|1|3|false",
                "a memorandum between|1|1|false",
                "two memoranda of understanding|1|3|true",
                "memorandum of|0|1|false",
                "memorandum of intent|0|1|false",
                "a memorandum|0|0|false",
                "a memorandum|2|0|false",
                "accord-cadre|0|1|false",
            })
    void areFoundByTheLongestRunOfWords(String text, int from, int length, boolean isPlural) {
        Words words = Words.of(Piece.of(text));

        assertThat(phrases.length(words, from)).isEqualTo(length);
        assertThat(phrases.isPlural(words, from)).isEqualTo(isPlural);
    }

    @ParameterizedTest
    @CsvSource({"签署谅解备忘录, 2, 5", "签署谅解备忘录, 4, 3", "签署谅解备忘录, 0, 0", "签署谅解, 2, 0", "谅解, 2, 0", "谅解, 3, 0"})
    void areFoundByTheLongestRunOfCharacters(String text, int from, int length) {
        assertThat(phrases.length(text, from)).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({
        "签署谅解备忘录, 7, 5",
        "签署备忘录, 5, 3",
        "签署备忘录, 4, 0",
        "备忘录, 3, 3",
        "备忘录, 0, 0",
        "一二三四五六七八, 8, 8",
        "一二三四五六七八九, 9, 0",
    })
    void areFoundBeforeAPlace(String text, int end, int length) {
        assertThat(phrases.lengthBefore(text, end)).isEqualTo(length);
    }

    @Test
    void areKnownWhole() {
        assertThat(phrases.contains("memorandum")).isTrue();
        assertThat(phrases.contains("of understanding")).isFalse();
        assertThat(phrases.firstWords())
                .containsExactlyInAnyOrder(
                        "memorandum", "memoranda", "accord-cadre", "谅解备忘录", "备忘录", "一二三四五六七八", "一二三四五六七八九十", "british");
    }

    @Test
    void haveARestBehindTheFirstWord() {
        assertThat(phrases.rest("british")).contains("united kingdom");
        assertThat(phrases.rest("memorandum")).contains("");
        assertThat(phrases.rest("french")).isEmpty();
    }

    private static Phrases phrases() {
        Phrases phrases = new Phrases();
        phrases.add("memorandum", false);
        phrases.add("memorandum of understanding", false);
        phrases.add("memoranda of understanding", true);
        phrases.add("accord-cadre", false);
        phrases.add("备忘录", false);
        phrases.add("谅解备忘录", false);
        phrases.add("一二三四五六七八", false);
        phrases.add("一二三四五六七八九十", false);
        phrases.add("british united kingdom", false);
        return phrases;
    }
}
