package org.pacta.registry.tally;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.LedgerView.Item;
import org.pacta.registry.tally.LedgerWording.Said;
import org.pacta.registry.tally.LedgerWording.Tone;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.rules.ledger.Bounds.Bound;
import org.pacta.rules.ledger.Evidence;
import org.pacta.rules.ledger.Finding;
import org.pacta.rules.ledger.Ledger.Cell;
import org.pacta.rules.ledger.Measure;
import org.pacta.rules.ledger.Proof;
import org.pacta.rules.ledger.Proof.Operator;
import org.pacta.rules.ledger.Proof.Stated;
import org.pacta.rules.ledger.Proof.Term;
import org.pacta.rules.ledger.Statement;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts what a ledger found into sentences: what agrees, what is open, what is in doubt. */
@Component
class FindingWording {

    private final LedgerWording words;
    private final CellWording cells;
    private final Wording wording;

    FindingWording(LedgerWording words, CellWording cells, Wording wording) {
        this.words = words;
        this.cells = cells;
        this.wording = wording;
    }

    /** A finding in a sentence or two. */
    Said of(CouncilLedger ledger, Finding finding) {
        if (finding instanceof Finding.Agreement agreement) {
            return agreement(ledger, agreement);
        }
        if (finding instanceof Finding.Contradiction contradiction) {
            return contradiction(ledger, contradiction);
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
                    cells.quantity(
                            cells.bounds(growth.growth()),
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
                    cells.bounds(far.known()));
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
                new Item("", words.say("sure.derived", quantity, cells.sum(total)), cells.href(tally, total));
            case ASSUMED -> new Item("", words.say("sure.assumed", quantity), cells.href(tally, total));
            case BOUNDED, UNKNOWN ->
                new Item(
                        "",
                        words.say("sure.bounded", words.measure(tally.measure()), cells.proof(total)),
                        cells.href(tally, total));
            case ANNOUNCED ->
                tally.confirmation()
                        .map(agreement -> cells.sum(agreement.proof().writtenOut()))
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
                cells.amount(figure),
                figure.setAsideReason());
        return new Said(Tone.DOUBTFUL, text, figure.sources());
    }

    private Said agreement(CouncilLedger ledger, Finding.Agreement agreement) {
        List<Term> terms = agreement.proof().writtenOut().terms();
        String text = words.say(
                "finding.agreement",
                words.amount(ledger, agreement.statement()),
                cells.sum(terms),
                words.place(ledger, agreement.statement()),
                words.measure(agreement.series()));
        return LedgerWording.said(
                ledger,
                Tone.AGREES,
                text,
                with(agreement.statement(), agreement.proof().statements()));
    }

    private Said contradiction(CouncilLedger ledger, Finding.Contradiction contradiction) {
        if (contradiction.explanations().contains(Finding.Explanation.UNDECIDED_RIVALS)) {
            return undecided(ledger, contradiction);
        }
        Term announced = contradiction.announced();
        List<Term> others = contradiction.sum().writtenOut().terms();
        BigDecimal total = announced.value().subtract(BigDecimal.valueOf(contradiction.difference()));
        String here = announced.ground() instanceof Stated stated
                ? words.place(ledger, stated.statement())
                : words.say("finding.contradiction.here");
        Measure series = contradiction.series();
        List<Measure> summed = measures(others.stream());
        List<Measure> all = measures(Stream.concat(Stream.of(announced), others.stream()));
        boolean isOfOne = all.size() <= 1;
        String names = isOfOne
                ? words.measure(series)
                : all.stream().map(words::measure).collect(Collectors.joining(words.say("list.and")));
        boolean isPair = others.size() == 1 && others.get(0).ground() instanceof Stated;
        String against = isOfOne && !isPair
                ? wording.number(announced.value())
                : number(announced.value(), announced.measure().orElse(series));
        List<String> sentences = new ArrayList<>();
        if (others.size() == 1 && others.get(0).ground() instanceof Stated other) {
            sentences.add(words.say(
                    "finding.contradiction.one",
                    names,
                    number(total, summed.get(0)),
                    words.place(ledger, other.statement()),
                    against,
                    here));
        } else {
            String sum = summed.size() > 1
                    ? cells.sum(
                            others, term -> number(term.value(), term.measure().orElse(series)))
                    : cells.sum(others);
            String result = isOfOne || summed.size() != 1 ? wording.number(total) : number(total, summed.get(0));
            String sentence = others.size() == 1 ? result : sum + " = " + result;
            sentences.add(words.say("finding.contradiction", names, sentence, against, here));
        }
        sentences.addAll(relations(ledger, announced, contradiction.sum()));
        contradiction
                .explanations()
                .forEach(explanation -> sentences.add(
                        words.say("explanation." + explanation.name().toLowerCase(Locale.ROOT))));
        contradiction
                .rivals()
                .forEach(rival -> sentences.add(words.say("explanation.rival", words.amount(ledger, rival))));
        List<Statement> statements = new ArrayList<>(announced.ground().statements());
        statements.addAll(contradiction.sum().statements());
        return LedgerWording.said(ledger, Tone.DOUBTFUL, String.join(words.say("list.space"), sentences), statements);
    }

    private static List<Measure> measures(Stream<Term> terms) {
        return terms.flatMap(term -> term.measure().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** By which relation a number of a contradiction follows, and who states it. */
    private List<String> relations(CouncilLedger ledger, Term announced, Proof sum) {
        List<String> sentences = new ArrayList<>();
        Set<Statement> told = new HashSet<>();
        Stream.concat(Stream.of(announced), sum.writtenOut().terms().stream())
                .filter(term -> term.ground() instanceof Proof.Derived)
                .forEach(term -> ((Proof.Derived) term.ground())
                        .proof().terms().stream()
                                .filter(factor -> isRelation(factor)
                                        && told.addAll(factor.ground().statements()))
                                .forEach(factor -> sentences.add(relation(ledger, term, factor))));
        return sentences;
    }

    private static boolean isRelation(Term factor) {
        return factor.ground() instanceof Stated stated && stated.statement().amount() instanceof Statement.Relation;
    }

    private String relation(CouncilLedger ledger, Term term, Term factor) {
        Statement statement = ((Stated) factor.ground()).statement();
        Proof proof = ((Proof.Derived) term.ground()).proof();
        BigDecimal base = proof.terms().get(0).value();
        boolean isExact = factor.operator() == Operator.TIMES
                ? base.multiply(factor.value()).compareTo(term.value()) == 0
                : term.value().multiply(factor.value()).compareTo(base) == 0;
        String sources = ledger.sources(statement).stream()
                .map(source -> Objects.requireNonNullElseGet(
                        source.publisher(), () -> source.name().in(LocaleContextHolder.getLocale())))
                .distinct()
                .collect(Collectors.joining(words.say("list.and")));
        return words.say(
                isExact ? "finding.contradiction.relation" : "finding.contradiction.related",
                wording.number(term.value()),
                cells.sum(proof),
                sources.isEmpty() ? words.say("finding.contradiction.source") : sources,
                words.place(statement.place()),
                words.amount(ledger, statement));
    }

    private String number(BigDecimal value, Measure measure) {
        return cells.quantity(wording.number(value), value.longValue(), measure);
    }

    /** Two figures for one number are told once, both. */
    private Said undecided(CouncilLedger ledger, Finding.Contradiction contradiction) {
        List<Statement> rivals = Stream.concat(
                        contradiction.announced().ground().statements().stream(),
                        contradiction.sum().statements().stream())
                .distinct()
                .toList();
        String text = words.say(
                "finding.undecided",
                words.place(ledger, rivals.get(0)),
                words.measure(contradiction.series()),
                words.amounts(ledger, rivals));
        return LedgerWording.said(ledger, Tone.DOUBTFUL, text, rivals);
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
            sum = wording.count(least.value()) + " = " + cells.sum(terms);
        }
        String text = words.say(
                "finding.countedbefore",
                sum,
                cells.quantity(cells.bounds(before.before()), least.value(), before.series()));
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
                .map(cells::amount)
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
        Number number = Number.of(ledger, measure, expected, null);
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
        return cell.certain().map(cells::bounds).orElse("");
    }
}
