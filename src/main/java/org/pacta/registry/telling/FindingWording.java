package org.pacta.registry.telling;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.registry.telling.LedgerView.Item;
import org.pacta.registry.telling.LedgerWording.Said;
import org.pacta.registry.telling.LedgerWording.Tone;
import org.pacta.rules.ledger.Bounds.Bound;
import org.pacta.rules.ledger.Evidence;
import org.pacta.rules.ledger.Finding;
import org.pacta.rules.ledger.Ledger.Cell;
import org.pacta.rules.ledger.Measure;
import org.pacta.rules.ledger.Proof.Operator;
import org.pacta.rules.ledger.Proof.Term;
import org.pacta.rules.ledger.Statement;
import org.springframework.stereotype.Component;

/** Puts what a ledger found into sentences: what agrees, what is open, what is in doubt. */
@Component
class FindingWording {

    private final LedgerWording words;
    private final ContradictionWording contradictions;
    private final CellWording cells;
    private final FigureWording figures;
    private final SumWording sums;
    private final Wording wording;

    FindingWording(
            LedgerWording words,
            ContradictionWording contradictions,
            CellWording cells,
            FigureWording figures,
            SumWording sums,
            Wording wording) {
        this.words = words;
        this.contradictions = contradictions;
        this.cells = cells;
        this.figures = figures;
        this.sums = sums;
        this.wording = wording;
    }

    /** A finding in a sentence or two. */
    Said of(CouncilLedger ledger, Finding finding) {
        if (finding instanceof Finding.Agreement agreement) {
            return agreement(ledger, agreement);
        }
        if (finding instanceof Finding.Contradiction contradiction) {
            return contradictions.of(ledger, contradiction);
        }
        if (finding instanceof Finding.Misfit misfit) {
            String figures = misfit.statements().stream()
                    .map(statement -> words.say(
                            "finding.misfit.one", words.place(statement.place()), words.amount(ledger, statement)))
                    .collect(Collectors.joining(words.say("list.semicolon")));
            String text = words.say("finding.misfit", words.measure(misfit.series()), figures);
            return LedgerWording.said(ledger, Tone.DOUBTFUL, text, misfit.statements());
        }
        if (finding instanceof Finding.MoreContradictions more) {
            String text =
                    words.say("finding.morecontradictions", words.measure(more.series()), wording.count(more.found()));
            return new Said(Tone.DOUBTFUL, text, List.of());
        }
        if (finding instanceof Finding.CountedBefore before) {
            return countedBefore(ledger, before);
        }
        if (finding instanceof Finding.Growth growth) {
            String text = words.say(
                    "finding.growth",
                    wording.ordinal(growth.ordinal()),
                    figures.quantity(
                            sums.bounds(growth.growth()),
                            growth.growth().least().value(),
                            growth.series()));
            return LedgerWording.said(
                    ledger,
                    Tone.AGREES,
                    text,
                    List.copyOf(growth.growth().least().proof().statements()));
        }
        if (finding instanceof Finding.Rivals rivals) {
            String others = rivals.others().stream()
                    .map(other -> words.amount(ledger, other))
                    .distinct()
                    .collect(Collectors.joining(words.say("list.comma")));
            String text = words.say(
                    "finding.rivals",
                    words.place(ledger, rivals.preferred()),
                    words.measure(rivals.series()),
                    words.amount(ledger, rivals.preferred()),
                    others);
            return LedgerWording.said(ledger, Tone.DOUBTFUL, text, with(rivals.preferred(), rivals.others()));
        }
        if (finding instanceof Finding.FarOff far) {
            Statement statement = far.statement();
            String text = words.say(
                    "finding.faroff",
                    words.measure(far.series()),
                    words.amount(ledger, statement),
                    words.place(ledger, statement),
                    sums.bounds(far.known()));
            return LedgerWording.said(
                    ledger, Tone.DOUBTFUL, text, with(statement, far.known().statements()));
        }
        if (finding instanceof Finding.Others others) {
            String text = words.say(
                    "finding.others",
                    words.place(others.whole().place()),
                    cell(others.whole()),
                    cell(others.among()),
                    wording.count(others.others()),
                    least(others.whole()),
                    least(others.among()),
                    others.others());
            return LedgerWording.said(
                    ledger,
                    Tone.AGREES,
                    text,
                    Stream.of(others.whole(), others.among())
                            .flatMap(each -> each.announced().stream())
                            .filter(Statement::isReported)
                            .toList());
        }
        if (finding instanceof Finding.Gap gap) {
            return recorded(ledger, Tone.OPEN, gap.series(), gap.expected(), gap.recorded(), gap.missing());
        }
        if (finding instanceof Finding.OverCount over) {
            return recorded(ledger, Tone.DOUBTFUL, over.series(), over.expected(), over.recorded(), over.surplus());
        }
        throw new IllegalArgumentException("No words for " + finding);
    }

    private static List<Statement> with(Statement one, Collection<Statement> others) {
        return Stream.concat(Stream.of(one), others.stream()).toList();
    }

    /** How sure the total itself is, whatever is in doubt besides. */
    Item sureness(Tally tally) {
        Number total = tally.total();
        String quantity = cells.quantity(total);
        String href = tally.ledger().council().path() + "#findings";
        if (total.higher() != null) {
            return new Item("", words.say("sure.fallen", quantity), href);
        }
        return switch (total.basis()) {
            case DISPUTED, RIVAL ->
                new Item("", words.say("sure." + total.basis().code(), quantity), href);
            case APPROXIMATE, PLANNED ->
                new Item("", words.say("sure." + total.basis().code(), quantity), cells.href(tally, total));
            case DERIVED ->
                new Item("", words.say("sure.derived", quantity, sums.sum(total)), cells.href(tally, total));
            case ASSUMED -> new Item("", words.say("sure.assumed", quantity), cells.href(tally, total));
            case BOUNDED, UNKNOWN ->
                new Item(
                        "",
                        words.say("sure.bounded", words.measure(tally.measure()), sums.proof(total)),
                        cells.href(tally, total));
            case ANNOUNCED ->
                tally.confirmation()
                        .map(agreement -> sums.sum(agreement.proof().writtenOut()))
                        .map(sum -> new Item("", words.say("sure.confirmed", cells.number(total), sum), href))
                        .orElseGet(() -> new Item("", words.say("sure.stated", quantity), cells.href(tally, total)));
        };
    }

    /** That a figure does not count, and why. */
    Said setAside(Figure figure) {
        String text = words.say(
                "finding.setaside",
                words.about(figure),
                words.measure(figure.measure()),
                figures.amount(figure),
                figure.setAsideReason());
        return new Said(Tone.DOUBTFUL, text, figure.sources());
    }

    private Said agreement(CouncilLedger ledger, Finding.Agreement agreement) {
        List<Term> terms = agreement.proof().writtenOut().terms();
        String text = words.say(
                "finding.agreement",
                words.amount(ledger, agreement.statement()),
                sums.sum(terms),
                words.place(ledger, agreement.statement()),
                words.measure(agreement.series()));
        return LedgerWording.said(
                ledger,
                Tone.AGREES,
                text,
                with(agreement.statement(), agreement.proof().statements()));
    }

    /** "8 + 4 + 8 = 20, announced 21" where one total is held against what meetings added; else the sum as it is. */
    private Said countedBefore(CouncilLedger ledger, Finding.CountedBefore before) {
        Bound least = before.before().least();
        List<Term> terms = least.proof().writtenOut().terms();
        List<Term> taken =
                terms.stream().filter(term -> term.operator() == Operator.MINUS).toList();
        String sum;
        if (terms.size() == taken.size() + 1 && !taken.isEmpty()) {
            BigDecimal added = taken.stream().map(Term::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            String written =
                    taken.stream().map(term -> wording.number(term.value())).collect(Collectors.joining(" + "));
            sum = words.say(
                    "finding.countedbefore.sum",
                    taken.size() == 1 ? written : written + " = " + wording.number(added),
                    wording.number(terms.get(0).value()));
        } else {
            sum = wording.count(least.value()) + " = " + sums.sum(terms);
        }
        String text = words.say(
                "finding.countedbefore",
                sum,
                figures.quantity(sums.bounds(before.before()), least.value(), before.series()));
        if (before.founding() != null && least.value() == 1) {
            text += words.say("list.space") + founding(ledger, before.series());
        }
        return LedgerWording.said(
                ledger, Tone.DOUBTFUL, text, List.copyOf(least.proof().statements()));
    }

    /** That the founding agreement may be it, and which totals speak against it. */
    private String founding(CouncilLedger ledger, Measure measure) {
        List<String> against = ledger.figures().values().stream()
                .filter(figure -> figure.isTotal()
                        && figure.isReported()
                        && figure.scope().equals("at_meetings"))
                .filter(figure -> ledger.ledger().series(figure.measure()).measure() == measure)
                .map(figures::amount)
                .distinct()
                .sorted()
                .toList();
        String elsewhere = ledger.council().foundedAt();
        String founding = words.say("finding.countedbefore.founding");
        if (elsewhere == null || against.isEmpty()) {
            return founding;
        }
        return founding
                + words.say("list.space")
                + words.say("finding.countedbefore.against", String.join(words.say("list.comma"), against), elsewhere);
    }

    private Said recorded(
            CouncilLedger ledger,
            Tone tone,
            Measure measure,
            Cell expected,
            Evidence.Recorded recorded,
            long difference) {
        Number number = ledger.tally(measure).number(expected);
        boolean isGap = tone == Tone.OPEN;
        String text = words.say(
                isGap ? "finding.gap" : "finding.overcount",
                wording.ordinal(recorded.ordinal()),
                cells.told(number),
                wording.count(recorded.count()),
                isGap ? cells.toFind(number, difference) : wording.count(difference));
        if (recorded.possibly() > 0) {
            text += words.say("list.space") + words.say("finding.perhaps", recorded.possibly());
        }
        return LedgerWording.said(
                ledger,
                tone,
                text,
                expected.announced().stream().filter(Statement::isReported).toList());
    }

    private static long least(Cell cell) {
        return cell.certain().map(bounds -> bounds.least().value()).orElse(0L);
    }

    private String cell(Cell cell) {
        return cell.certain().map(sums::bounds).orElse("");
    }
}
