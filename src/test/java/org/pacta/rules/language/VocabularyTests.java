package org.pacta.rules.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTests {

    @ParameterizedTest
    @CsvSource({
        "MOU, mou, false",
        "MOU, memorandum of understanding, false",
        "MOU, memoranda of understanding, true",
        "MOU, memorandums of understanding, true",
        "MOU, protocoles d'accord, true",
        "FRAMEWORK_AGREEMENT, accord-cadre, false",
        "COMMERCIAL_CONTRACT, contracts, true",
        "number, twelve 12, false",
    })
    void knowsWordsAndTheirPlurals(String section, String phrase, boolean isPlural) {
        assertThat(Vocabulary.section(section).contains(phrase)).isTrue();
        assertThat(Vocabulary.section(section).isPlural(Words.of(Piece.of(phrase)), 0))
                .isEqualTo(isPlural);
    }

    @Test
    void holdsNeitherNotesNorHeadings() {
        assertThat(Vocabulary.section("MOU").firstWords()).doesNotContain("#", "[", "", "|");
    }

    @Test
    void hasNoSectionOfAnotherName() {
        assertThatNullPointerException()
                .isThrownBy(() -> Vocabulary.section("telegram"))
                .withMessage("telegram");
    }

    @Test
    void saysEachPhraseOnceInASection() throws IOException {
        sections()
                .forEach((section, phrases) -> assertThat(phrases)
                        .as(section)
                        .doesNotHaveDuplicates()
                        .allSatisfy(phrase -> assertThat(phrase).isEqualTo(phrase.toLowerCase(Locale.ROOT))));
    }

    @Test
    void neverCallsOnePhraseTwoKindsOfInstrument() throws IOException {
        List<String> instruments = sections().entrySet().stream()
                .filter(section -> section.getKey().matches("[A-Z_]+"))
                .flatMap(section -> section.getValue().stream())
                .toList();

        assertThat(instruments).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    }

    private static Map<String, List<String>> sections() throws IOException {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.txt"))) {
            List<String> section = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("[")) {
                    section = sections.computeIfAbsent(line.substring(1, line.indexOf(']')), name -> new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("# ")) {
                    Arrays.stream(line.split("\\|")).map(String::strip).forEach(section::add);
                }
            }
        }
        return sections;
    }
}
