package org.pacta.registry.tally;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pacta.platform.shared.Address;
import org.pacta.registry.tally.CouncilLedger.Source;
import org.pacta.registry.tally.LedgerWording.Reasoning;
import org.pacta.registry.tally.LedgerWording.Said;
import org.pacta.registry.tally.Sentences.Sentence;
import org.pacta.registry.tally.Tally.Number;

/**
 * A ledger as pages show it.
 *
 * @param sentences what a reader should know first
 * @param gist the same in one short paragraph
 * @param from the first meeting that table, proofs and findings show
 * @param proofs of each number that follows from others
 * @param findings doubts first, then what is open, then what agrees
 */
public record LedgerView(
        CouncilLedger ledger,
        int from,
        LedgerTable table,
        List<Sentence> sentences,
        List<Sentence> gist,
        List<Proved> proofs,
        List<Found> findings) {

    /** A finding in words, with the meeting it is about. */
    public record Found(int ordinal, Said said) {}

    /** A derived number with its proofs. */
    public record Proved(Number number, List<Reasoning> reasonings) {}

    static LedgerView of(CouncilLedger ledger, LedgerWording words, FindingWording findings, Sentences sentences) {
        LedgerTable table = LedgerTable.of(ledger);
        return new LedgerView(
                ledger,
                1,
                table,
                sentences.of(ledger),
                sentences.gist(ledger),
                table.derived()
                        .map(number -> new Proved(number, words.proof(ledger, number)))
                        .toList(),
                Stream.concat(
                                ledger.ledger().findings().stream()
                                        .filter(finding -> finding.series() != null
                                                && ledger.tally(finding.series())
                                                        .isSpoken())
                                        .map(finding -> new Found(finding.ordinal(), findings.of(ledger, finding))),
                                missing(ledger, words))
                        .sorted(Comparator.comparing(
                                        (Found found) -> found.said().tone())
                                .reversed()
                                .thenComparing(Found::ordinal))
                        .toList());
    }

    /** One finding for each run of meetings that are not on record. */
    private static Stream<Found> missing(CouncilLedger ledger, LedgerWording words) {
        return ledger.missing().stream().map(run -> new Found(run.first(), words.missing(run)));
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
                        proofs.stream()
                                .filter(proved -> proved.number().ordinal() >= first)
                                .toList(),
                        findings.stream()
                                .filter(found -> found.ordinal() >= first)
                                .toList());
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
