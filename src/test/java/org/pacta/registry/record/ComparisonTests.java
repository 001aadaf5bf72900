package org.pacta.registry.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.registry.record.Comparison.Difference;
import org.pacta.registry.record.Comparison.Line;
import org.pacta.registry.record.Comparison.Piece;
import org.pacta.registry.record.FormWording.Said;

class ComparisonTests {

    /** What differs stands in brackets, a line that was not there is a dash; lines are parted by a slash. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Trade data|Trade data exchange|Trade data > Trade data[ exchange]",
                "Trade data|Health data|[Trade] data > [Health] data",
                "Trade data|Trade-data|Trade[ ]data > Trade[-]data",
                "Trade datum|Trade data|Trade [datum] > Trade [data]",
                "5 projects|50 projects|[5] projects > [50] projects",
                "Régie|Regie|[Régie] > [Regie]",
                "跨境贸易数据|跨境数据交换|跨境[贸易]数据 > 跨境数据[交换]",
                "上海 Shanghai|上 Shanghai|上[海] Shanghai > 上 Shanghai",
                "𠮷野家|吉野家|[𠮷]野家 > [吉]野家",
                "a/b|a/c|[b] > [c]",
                "a/b|a|[b] > -",
                "a|a/b|- > [b]",
                "a/b/c|a/c|[b] > -",
                "a/b/c|x/b/y/z|[a] > [x]; [c] > [y]; - > [z]",
                "a/a|a|[a] > -",
            })
    void marksWhatDiffers(String before, String after, String differences) {
        assertThat(lines(compare(before, after))).isEqualTo(differences);
    }

    @Test
    void leavesOutWhatIsTheSame() {
        assertThat(compare("Trade data/Health", "Trade data/Health")).isEmpty();
    }

    @Test
    void namesTheFieldsThatDifferInTheirOrder() {
        List<Said> before = List.of(
                new Said("kind", "Kind", List.of("MOU")),
                new Said("title", "Title", List.of("Trade data")),
                new Said("note", "Note", List.of()));
        List<Said> after = List.of(
                new Said("kind", "Kind", List.of("Protocol")),
                new Said("title", "Title", List.of("Trade data")),
                new Said("note", "Note", List.of("As printed")));

        assertThat(Comparison.of(before, after))
                .extracting(Difference::name, Difference::label, each -> lines(List.of(each)))
                .containsExactly(
                        tuple("kind", "Kind", "[MOU] > [Protocol]"), tuple("note", "Note", "- > [As printed]"));
    }

    private static List<Difference> compare(String before, String after) {
        return Comparison.of(
                List.of(new Said("title", "Title", List.of(before.split("/")))),
                List.of(new Said("title", "Title", List.of(after.split("/")))));
    }

    private static String lines(List<Difference> differences) {
        return differences.stream()
                .flatMap(difference -> difference.lines().stream())
                .map(ComparisonTests::line)
                .collect(Collectors.joining("; "));
    }

    private static String line(Line line) {
        return side(line.before()) + " > " + side(line.after());
    }

    private static String side(List<Piece> pieces) {
        return pieces == null
                ? "-"
                : pieces.stream()
                        .map(piece -> piece.isChanged() ? "[" + piece.text() + "]" : piece.text())
                        .collect(Collectors.joining());
    }
}
