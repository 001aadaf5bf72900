package org.pacta.rules.annex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Each sentence with an instrument, a verb of agreeing or a count is a row, a figure or a passage; told by words of this test, not the parser's. */
class UnreadTests {

    private static final Pattern SPEAKS = Pattern.compile(
            "\\b(?:MOUs?|MoUs?|LOIs?|memorand(?:um|a|ums)|agreements?|letters? of intent|action plans?|protocols?|contracts?|pacts?"
                    + "|signed|inked|concluded|teamed up|joining hands)\\b"
                    + "|备忘录|協議|协议|意向书|议定书|合同|签署|签订|簽署|簽訂");
    private static final Pattern SENTENCE_END = Pattern.compile("\\n|。|(?<=[a-z0-9)]{4})\\.(?=\\s+[A-Z])|$");

    @Test
    void losesNothingOfTheCorpus() {
        for (String file : Corpus.ALL) {
            for (Corpus.Block block : Corpus.of(file).blocks()) {
                assertThat(lost(block.text())).as(file).isEmpty();
            }
        }
    }

    @Test
    void keepsAPassageWithItsPlace() {
        String text = "\uD83D\uDE00 Good news.\nThe sides hailed a pact between them. Nothing else was said.";

        Annex annex = Annex.parse(text, Corpus.KNOWN);

        assertThat(annex.rows()).isEmpty();
        assertThat(annex.unread()).singleElement().satisfies(passage -> {
            assertThat(passage.text()).isEqualTo("The sides hailed a pact between them.");
            assertThat(text.substring(
                            text.offsetByCodePoints(0, passage.start()), text.offsetByCodePoints(0, passage.end())))
                    .isEqualTo(passage.text());
        });
    }

    @Test
    void keepsAHeadingThatNothingFollows() {
        assertThat(Annex.parse("Annex A: List of MOUs\n", Corpus.KNOWN).unread())
                .extracting(Annex.Passage::text)
                .containsExactly("Annex A: List of MOUs");
        assertThat(Annex.parse("List of MOUs\n1. Straits University and Xihu College on tea", Corpus.KNOWN)
                        .unread())
                .isEmpty();
    }

    @Test
    void keepsAParagraphTooLongToBeRead() {
        String text = "On an MOU " + "the delegates and their many guests spoke at length ".repeat(60);

        assertThat(Annex.parse(text, Corpus.KNOWN).unread()).hasSize(1);
    }

    /** The real texts are not part of the project: {@code -Dpacta.texts=folder} names where they are. */
    @Test
    @EnabledIfSystemProperty(named = "pacta.texts", matches = ".+")
    void losesNothingOfTheRealTexts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("pacta.texts")))) {
            assertThat(files.sorted()).hasSize(5).allSatisfy(file -> {
                String text = read(file);
                assertThat(lost(text)).isEmpty();
                System.out.println(file.getFileName() + ": "
                        + Annex.parse(text, Corpus.KNOWN).unread().stream()
                                .map(Annex.Passage::text)
                                .toList());
            });
        }
    }

    /** The sentences of a text that speak of an agreement and are accounted for by nothing. */
    private static List<String> lost(String text) {
        Annex annex = Annex.parse(text, Corpus.KNOWN);
        List<int[]> covered = new ArrayList<>();
        annex.rows().forEach(row -> covered.add(new int[] {row.start(), row.end()}));
        annex.figures().forEach(figure -> covered.add(new int[] {figure.start(), figure.end()}));
        annex.repeated().forEach(passage -> covered.add(new int[] {passage.start(), passage.end()}));
        annex.unread().forEach(passage -> covered.add(new int[] {passage.start(), passage.end()}));
        Items.of(text).stream()
                .filter(Items.Item::isHeading)
                .map(Items.Item::piece)
                .forEach(piece -> covered.add(
                        new int[] {text.codePointCount(0, piece.start()), text.codePointCount(0, piece.end())}));
        List<String> lost = new ArrayList<>();
        Matcher end = SENTENCE_END.matcher(text);
        for (int start = 0; end.find(); start = end.end()) {
            String sentence = text.substring(start, end.start());
            int from = text.codePointCount(0, start);
            int to = from + sentence.codePointCount(0, sentence.length());
            boolean isCovered = covered.stream().anyMatch(span -> span[0] < to && span[1] > from);
            if (SPEAKS.matcher(sentence).find() && !isCovered) {
                lost.add(sentence);
            }
        }
        return lost;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
