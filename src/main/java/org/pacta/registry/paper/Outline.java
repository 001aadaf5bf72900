package org.pacta.registry.paper;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.registry.chart.Chart;

/**
 * What a Word document or a set of slides says, in the reader's language.
 *
 * @param facts lines under the title
 * @param foot what stands on every sheet: the rule by which it counts
 */
public record Outline(String title, List<String> facts, String foot, List<Section> sections) {

    /** Whether a table of words needs sheets that lie on their side. */
    boolean isWide() {
        return sections.stream()
                .flatMap(section -> section.parts().stream())
                .anyMatch(part -> part instanceof Grid grid && grid.isOfWords());
    }

    /** The same with one more line under the title. */
    public Outline saying(String fact) {
        return new Outline(title, Stream.concat(facts.stream(), Stream.of(fact)).toList(), foot, sections);
    }

    /**
     * A heading with what stands under it.
     *
     * @param sources that it rests on: at the end of a document, and in the notes of a slide
     */
    public record Section(String heading, List<Part> parts, List<String> sources) {}

    /** One thing under a heading. */
    public sealed interface Part permits Words, Items, Grid, Drawn {}

    /** Paragraphs. */
    public record Words(List<String> paragraphs) implements Part {}

    /** A list. */
    public record Items(List<Item> items) implements Part {}

    /** An item of a list: what it is called, and what is said of it; either may be empty. */
    public record Item(String name, String text) {

        String whole() {
            return (name + " " + text).strip();
        }
    }

    /**
     * A table whose rows all cover the same columns, those that other rows reach into included.
     *
     * @param heads rows that stand on top of every sheet
     * @param isOfWords whether its cells hold words; those of others hold numbers behind the name of their row
     */
    public record Grid(List<List<Cell>> heads, List<List<Cell>> rows, boolean isOfWords) implements Part {

        int columns() {
            return heads.get(0).stream().mapToInt(Cell::columns).sum();
        }
    }

    /**
     * A cell of a table.
     *
     * @param notes what stands under its text in smaller letters
     * @param columns how many it covers
     * @param rows how many it covers; 0 for one that a cell above covers
     */
    public record Cell(String text, List<String> notes, int columns, int rows) {

        public Cell(String text) {
            this(text, List.of(), 1, 1);
        }
    }

    /** A chart of steps or meetings. */
    public record Drawn(Chart chart) implements Part {}

    /** A text on one line, without the characters that XML 1.0 has no way to write. */
    static String line(String text) {
        return forXml(text).replaceAll("\\s+", " ").strip();
    }

    /** A text without the characters that XML 1.0 has no way to write. */
    public static String forXml(String text) {
        return text.codePoints()
                .filter(letter -> letter >= 0x20 && !(letter >= 0xD800 && letter <= 0xDFFF) && letter < 0xFFFE
                        || letter > 0xFFFF
                        || letter == '\t'
                        || letter == '\n'
                        || letter == '\r')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
