package org.pacta.rules.annex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.pacta.rules.annex.Corpus.Block;

class AnnexCorpusTests {

    static final List<String> ALL = Corpus.ALL;

    /** A line that gets worse is named, and so is one that gets better: then it comes off the list. */
    @ParameterizedTest
    @FieldSource("ALL")
    void readsEachLineAsAPersonDoes(String file) {
        CorpusScore score = new CorpusScore().measure(Corpus.of(file));
        if (Boolean.getBoolean("pacta.annex.errors")) {
            score.report().forEach(System.out::println);
        }

        assertThat(score.wrong())
                .extracting(Block::line)
                .containsExactlyElementsOf(Corpus.of(file).blocks().stream()
                        .map(Block::line)
                        .filter(Corpus.misses()::contains)
                        .toList());
    }

    @Test
    void isSeldomSilentlyWrongAndLosesNothing() {
        CorpusScore all = new CorpusScore();
        for (String file : ALL) {
            CorpusScore score = new CorpusScore().measure(Corpus.of(file));
            all.measure(Corpus.of(file));
            System.out.printf("%-20s %s%n", file, score.whole());
        }
        all.kinds().forEach((kind, share) -> System.out.printf("%-40s %s%n", kind, share));
        System.out.printf("%-20s %s%n", "all", all.whole());

        assertThat(all.whole().silent()).isLessThanOrEqualTo(0.01);
        assertThat(all.whole().lost()).isZero();
        assertThat(all.whole().subjectsRight()).isGreaterThanOrEqualTo(0.95);
    }
}
