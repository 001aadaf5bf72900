package org.pacta.exchange.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pacta.platform.shared.Name;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.Party;
import org.pacta.registry.paper.Outline.Cell;
import org.pacta.registry.paper.Outline.Grid;
import org.pacta.registry.paper.Outline.Section;
import org.pacta.registry.paper.Outline.Words;

/**
 * The outcomes of a meeting with the two annexes of a press release. The columns are called what the annex parser calls them, and each cell
 * holds one thing, so that the document pasted at the desk gives the same rows again. What no row has is no column.
 */
final class MeetingDocument {

    /** Party columns; the header of a tenth would not be read as one. */
    private static final int PARTIES = 9;

    /** A table of nothing but these would be read as sentences, and has an empty column of parties before them. */
    private static final List<String> TITLES = List.of("Subject", "中文标题");

    private MeetingDocument() {}

    /** A column: what stands on top of it, and what a line says there, or an empty text. */
    private record Column(String head, Function<Line, String> says) {}

    /** The annexes that have rows. */
    static List<Section> annexes(List<Line> agreements, List<Line> projects) {
        return Stream.of(
                        annex("Annex A: MOUs", "附件一：谅解备忘录及其他协议", "Instrument", agreements),
                        annex("Annex B: Projects", "附件二：合作项目", "Type", projects))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Section> annex(String heading, String localHeading, String kind, List<Line> lines) {
        return lines.isEmpty()
                ? List.of()
                : List.of(
                        new Section(heading, List.of(new Words(List.of(localHeading)), grid(kind, lines)), List.of()));
    }

    private static Grid grid(String kind, List<Line> lines) {
        List<Column> all = columns(kind, lines);
        List<Column> filled = all.stream()
                .filter(column -> lines.stream().map(column.says()).anyMatch(Predicate.not(String::isEmpty)))
                .toList();
        boolean isOfTitles = filled.stream().allMatch(column -> TITLES.contains(column.head()));
        List<Column> columns = all.stream()
                .filter(column ->
                        filled.contains(column) || isOfTitles && column.head().equals("Party 1"))
                .toList();
        return new Grid(
                List.of(columns.stream().map(column -> new Cell(column.head())).toList()),
                lines.stream()
                        .map(line -> columns.stream()
                                .map(column -> new Cell(column.says().apply(line)))
                                .toList())
                        .toList(),
                true);
    }

    private static List<Column> columns(String kind, List<Line> lines) {
        int parties = Math.min(
                PARTIES,
                lines.stream().mapToInt(line -> names(line, false).size()).max().orElse(1));
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("No.", line -> Objects.toString(line.position(), "")));
        columns.add(new Column(kind, MeetingDocument::instrument));
        IntStream.rangeClosed(1, Math.max(1, parties))
                .mapToObj(party -> new Column("Party " + party, line -> party(line, party, parties)))
                .forEach(columns::add);
        columns.add(new Column(
                "Subject",
                line -> Objects.requireNonNullElse(
                        line.title().text(), line.title().in(Locale.CHINESE))));
        columns.add(new Column("中文标题", line -> local(line.title())));
        columns.add(new Column("中文名称", line -> String.join("; ", names(line, true))));
        return columns;
    }

    /** A party to a cell, so that no word in a name parts it; the last cell has all that are left. */
    private static String party(Line line, int party, int columns) {
        List<String> parties = names(line, false);
        return party > parties.size()
                ? ""
                : String.join("; ", parties.subList(party - 1, party == columns ? parties.size() : party));
    }

    private static String instrument(Line line) {
        return switch (Objects.requireNonNullElse(line.kind(), "project")) {
            case "mou" -> "Memorandum of Understanding";
            case "agreement" -> "Agreement";
            case "framework_agreement" -> "Framework Agreement";
            case "commercial_contract" -> "Commercial Contract";
            case "letter_of_intent" -> "Letter of Intent";
            case "joint_statement" -> "Joint Statement";
            case "action_plan" -> "Action Plan";
            case "protocol" -> "Protocol";
            case "project" -> "";
            default -> "Arrangement";
        };
    }

    private static List<String> names(Line line, boolean local) {
        return line.parties().stream()
                .filter(Party::signs)
                .map(Party::organisation)
                .filter(name -> !name.isEmpty())
                .map(name -> local ? local(name) : Objects.requireNonNullElse(name.text(), name.in(Locale.CHINESE)))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String local(Name name) {
        return name.text() == null || name.local() == null ? "" : name.local();
    }
}
