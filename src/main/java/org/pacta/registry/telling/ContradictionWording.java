package org.pacta.registry.telling;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.telling.LedgerWording.Said;
import org.pacta.registry.telling.LedgerWording.Tone;
import org.pacta.rules.ledger.Finding;
import org.pacta.rules.ledger.Measure;
import org.pacta.rules.ledger.Proof;
import org.pacta.rules.ledger.Proof.Operator;
import org.pacta.rules.ledger.Proof.Stated;
import org.pacta.rules.ledger.Proof.Term;
import org.pacta.rules.ledger.Statement;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says which numbers contradict each other, by which relations they follow, and what could explain it. */
@Component
class ContradictionWording {

    private final LedgerWording words;
    private final FigureWording figures;
    private final SumWording sums;
    private final Wording wording;

    ContradictionWording(LedgerWording words, FigureWording figures, SumWording sums, Wording wording) {
        this.words = words;
        this.figures = figures;
        this.sums = sums;
        this.wording = wording;
    }

    Said of(CouncilLedger ledger, Finding.Contradiction contradiction) {
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
                    ? sums.sum(
                            others, term -> number(term.value(), term.measure().orElse(series)))
                    : sums.sum(others);
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
                sums.sum(proof),
                sources.isEmpty() ? words.say("finding.contradiction.source") : sources,
                words.place(statement.place()),
                words.amount(ledger, statement));
    }

    private String number(BigDecimal value, Measure measure) {
        return figures.quantity(wording.number(value), value.longValue(), measure);
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
}
