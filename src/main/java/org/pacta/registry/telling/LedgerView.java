package org.pacta.registry.telling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CouncilLedger.Source;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.registry.telling.LedgerWording.Reasoning;
import org.pacta.registry.telling.LedgerWording.Said;
import org.pacta.rules.ledger.Statement;
import org.springframework.util.StringUtils;

/**
 * A ledger as pages show it.
 *
 * @param sentences what a reader should know first
 * @param gist the same in one short paragraph
 * @param from the first meeting that table, proofs and findings show
 * @param proofs of each number that follows from others
 * @param findings doubts first, then what is open, then what agrees
 * @param targets beside the numbers they can be compared with
 */
public record LedgerView(
        CouncilLedger ledger,
        int from,
        LedgerTable table,
        List<Sentence> sentences,
        List<Sentence> gist,
        List<Proved> proofs,
        List<Found> findings,
        List<Targets.Told> targets) {

    /** One sentence: words, the items in the middle, and words again. */
    public record Sentence(String code, String before, List<Item> items, String after) {

        /** The whole sentence without its links. */
        String text() {
            return before
                    + items.stream().map(item -> item.joint() + item.text()).collect(Collectors.joining())
                    + after;
        }
    }

    /**
     * One linked part of a sentence.
     *
     * @param joint what stands between it and the one before: a comma, "and", or nothing
     */
    public record Item(String joint, String text, @Nullable String href) {

        /** The same at the beginning of a sentence. */
        Item capitalised() {
            return joint.isEmpty() ? new Item(joint, StringUtils.capitalize(text), href) : this;
        }
    }

    /** A finding in words, with the meeting it is about. */
    public record Found(int ordinal, Said said) {}

    /** A derived number with its proofs, or the totals of meetings in a row that all follow alike. */
    public record Proved(List<Number> numbers, List<Reasoning> reasonings) {

        public Number first() {
            return numbers.get(0);
        }

        public Number last() {
            return numbers.get(numbers.size() - 1);
        }

        /** The marks on the page that it stands under. */
        public List<String> anchors() {
            return numbers.stream().map(LedgerView::anchor).toList();
        }

        /** Whether it is shown in a table from this meeting on, which keeps the totals of all days. */
        private boolean isIn(int from) {
            return last().place() instanceof Statement.AsOf || last().ordinal() >= from;
        }

        private boolean isLike(Proved next) {
            return reasonings.equals(next.reasonings)
                    && Objects.equals(first().withFounding(), next.first().withFounding());
        }

        private Proved with(Proved next) {
            return new Proved(
                    Stream.concat(numbers.stream(), next.numbers.stream()).toList(), reasonings);
        }
    }

    /** The mark on the page that the proof of a number stands under. */
    static String anchor(Number number) {
        return "proof-%s-%s".formatted(number.measure().code(), mark(number.place()));
    }

    /** The same number of the measure that alone says what it is, which proves it or has it from a source. */
    static Optional<Number> lent(Tally lender, Number number) {
        return lender.series()
                .cells()
                .filter(cell -> cell.place().equals(number.place()))
                .map(lender::number)
                .filter(lent -> lent.isKnown() && lent.lender() == null)
                .findFirst();
    }

    private static String mark(Statement.@Nullable Place place) {
        if (place instanceof Statement.At at) {
            return at.isSpan() ? at.ordinal() + "-" + at.through() : String.valueOf(at.ordinal());
        }
        if (place instanceof Statement.AsOf day) {
            return "by-" + day.latest();
        }
        return place instanceof Statement.After after ? "to-" + after.ordinal() : "before";
    }

    static LedgerView of(
            CouncilLedger ledger, LedgerWording words, FindingWording findings, Sentences sentences, Targets targets) {
        LedgerTable table = LedgerTable.of(ledger);
        return new LedgerView(
                ledger,
                1,
                table,
                sentences.of(ledger),
                sentences.gist(ledger),
                table.tallies().stream()
                        .flatMap(tally -> proofs(tally, words).stream())
                        .toList(),
                Stream.of(
                                ledger.ledger().findings().stream()
                                        .filter(finding -> finding.series() != null
                                                && ledger.tally(finding.series())
                                                        .isSpoken())
                                        .map(finding -> new Found(finding.ordinal(), findings.of(ledger, finding))),
                                missing(ledger, words),
                                ledger.setAside().stream()
                                        .map(figure -> new Found(ordinal(figure), findings.setAside(figure))))
                        .flatMap(found -> found)
                        .sorted(Comparator.comparing(
                                        (Found found) -> found.said().tone())
                                .reversed()
                                .thenComparing(Found::ordinal))
                        .toList(),
                targets.of(ledger));
    }

    private static List<Proved> proofs(Tally tally, LedgerWording words) {
        List<Proved> proofs = new ArrayList<>();
        int run = -1;
        for (Tally.Row row : tally.rows()) {
            if (isProved(row.added())) {
                proofs.add(proved(tally, row.added(), words));
            }
            if (!isProved(row.toDate())) {
                run = -1;
                continue;
            }
            Proved proved = proved(tally, row.toDate(), words);
            if (run >= 0 && proofs.get(run).isLike(proved)) {
                proofs.set(run, proofs.get(run).with(proved));
            } else {
                run = proofs.size();
                proofs.add(proved);
            }
        }
        Stream.of(tally.spans(), tally.dated(), tally.datedAsides())
                .flatMap(List::stream)
                .filter(LedgerView::isProved)
                .map(number -> proved(tally, number, words))
                .forEach(proofs::add);
        return proofs;
    }

    /** What another measure says alone is proved there. */
    private static boolean isProved(Number number) {
        return number.isProved() && number.lender() == null;
    }

    private static Proved proved(Tally tally, Number number, LedgerWording words) {
        return new Proved(List.of(number), words.proof(tally.ledger(), number));
    }

    /** The meeting a figure is of; one of a day stands after all of them. */
    private static int ordinal(Figure figure) {
        return Objects.requireNonNullElse(figure.ordinal(), Integer.MAX_VALUE);
    }

    /** One finding for each run of meetings that are not on record. */
    private static Stream<Found> missing(CouncilLedger ledger, LedgerWording words) {
        return ledger.missing().stream().map(run -> new Found(run.ordinal(), words.missing(ledger, run)));
    }

    /** The same with no more than the latest meetings; a span of meetings is not cut. */
    public LedgerView latest(int most) {
        int first = table.first(most);
        return first == 1
                ? this
                : new LedgerView(
                        ledger,
                        first,
                        table.from(first),
                        sentences,
                        gist,
                        proofs.stream().filter(proved -> proved.isIn(first)).toList(),
                        findings.stream()
                                .filter(found -> found.ordinal() >= first)
                                .toList(),
                        targets);
    }

    /** The line of a meeting, unless the series does not reach it. */
    public Optional<LedgerTable.Line> line(int ordinal) {
        return table.lines().stream().filter(line -> line.ordinal() == ordinal).findFirst();
    }

    /** The findings about a meeting. */
    public List<Said> findings(int ordinal) {
        return findings.stream()
                .filter(found -> found.ordinal() == ordinal)
                .map(Found::said)
                .toList();
    }

    /** The sentences without their links. */
    public List<String> told() {
        return sentences.stream().map(Sentence::text).toList();
    }

    /** The short paragraph without its links. */
    public String shortly() {
        return gist.stream().map(Sentence::text).collect(Collectors.joining(" "));
    }

    /** The sources of every announced number. */
    public List<Source> sources() {
        return ledger.figures().values().stream()
                .flatMap(figure -> figure.sources().stream())
                .distinct()
                .sorted(Comparator.comparing(Source::id))
                .toList();
    }

    /** The address of the whole ledger. */
    public Address whole() {
        return rule().on(Address.of(ledger.council().path()).with("all", true));
    }

    public CountingRule rule() {
        return ledger.rule();
    }
}
