package org.pacta.registry.tally;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.Account.Number;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CouncilLedger.Source;
import org.pacta.rules.ledger.Bounds;
import org.pacta.rules.ledger.Bounds.Bound;
import org.pacta.rules.ledger.Cell;
import org.pacta.rules.ledger.Evidence;
import org.pacta.rules.ledger.Finding;
import org.pacta.rules.ledger.Measure;
import org.pacta.rules.ledger.Proof;
import org.pacta.rules.ledger.Proof.Operator;
import org.pacta.rules.ledger.Proof.Stated;
import org.pacta.rules.ledger.Proof.Term;
import org.pacta.rules.ledger.Statement;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts rules, numbers, proofs and findings into the reader's language; templates know it as {@code @ledgerWording}. */
@Component
public class LedgerWording {

    private final MessageSource messages;
    private final Wording wording;

    LedgerWording(MessageSource messages, Wording wording) {
        this.messages = messages;
        this.wording = wording;
    }

    /** Something said, with the sources it rests on. */
    public record Said(Tone tone, String text, List<Source> sources) {}

    /** Whether what is said confirms, asks for work or casts doubt. */
    public enum Tone {
        AGREES,
        OPEN,
        DOUBTFUL
    }

    /**
     * A proof: the sum that gives one end of a number, and its terms in words.
     *
     * @param lead what the sum gives, such as "13", "at least 47"
     */
    public record Reasoning(String lead, String sum, List<Said> terms) {}

    /** The measure and the rule, as they stand beside a chart or in a file. */
    public String rule(Measure measure, CountingRule rule) {
        return say("rule.of", measure(measure), rule(rule));
    }

    /** The rule, as it stands beside numbers of several measures. */
    public String rule(CountingRule rule) {
        String words = say("rule." + rule.state().code());
        String extras = rule.with().stream()
                .map(extra -> say("rule.with." + extra.code()))
                .collect(Collectors.joining(say("list.comma")));
        if (!extras.isEmpty()) {
            words += say("rule.with", extras);
        }
        if (rule.asOf() != null) {
            words += say("rule.asOf", day(rule.asOf()));
        }
        return rule.knownOn() == null ? words : words + say("rule.knownOn", day(rule.knownOn()));
    }

    public String measure(Measure measure) {
        return say("measure." + measure.code());
    }

    /** "29 MOUs", in the number the language asks for. */
    public String quantity(String number, long grammatical, Measure measure) {
        return say("quantity." + measure.code(), number, grammatical);
    }

    /** A number as short as it can be said: "13", "at least 47", "13 to 15", "about 50". */
    public String number(Number number) {
        if (number.bounds() != null && number.bounds().isExact()
                || number.figures().isEmpty()) {
            return number.bounds() == null ? say("number.unknown") : bounds(number.bounds());
        }
        boolean saysMore = number.bounds() != null && number.isDerived();
        return saysMore ? bounds(number.bounds()) : amount(number.figures().get(0));
    }

    /** A figure as its source has it. */
    public String amount(Figure figure) {
        return figure.value() == null
                ? say(
                        "figure.times",
                        wording.number(Objects.requireNonNull(figure.factor())),
                        wording.ordinal(Objects.requireNonNull(figure.factorOrdinal())))
                : say("comparator." + figure.comparator(), wording.count(figure.value()));
    }

    private String bounds(Bounds bounds) {
        String least = wording.count(bounds.least().value());
        if (bounds.isExact()) {
            return least;
        }
        if (bounds.most() == null) {
            return say("comparator.at_least", least);
        }
        String most = wording.count(bounds.most().value());
        return bounds.least().value() == 0 ? say("comparator.up_to", most) : say("number.between", least, most);
    }

    /** Whether a derived number is more than another one by another name. */
    public boolean hasSum(Number number) {
        return number.bounds() != null && sum(number).contains(" ");
    }

    /** The sum that gives a derived number, such as "21 − 8"; what is nothing is left out. */
    public String sum(Number number) {
        return number.bounds() == null
                ? ""
                : sum(told(number.bounds().least().proof(), number.bounds().isExact()));
    }

    String sum(Proof proof) {
        return sum(proof.terms());
    }

    /** The terms of an exact number as they are, each with a proof of its own; those of a bound written out, back to what was stated. */
    private static List<Term> told(Proof proof, boolean isExact) {
        return (isExact ? proof : proof.writtenOut()).terms();
    }

    private String sum(List<Term> terms) {
        List<Term> told =
                terms.stream().filter(term -> term.value().signum() != 0).toList();
        String sum = (told.isEmpty() ? terms : told)
                .stream()
                        .map(term -> sign(term.operator()) + wording.number(term.value()))
                        .collect(Collectors.joining());
        return sum.startsWith(" + ") ? sum.substring(3) : sum.strip();
    }

    private static String sign(Operator operator) {
        return switch (operator) {
            case PLUS -> " + ";
            case MINUS -> " − ";
            case TIMES -> " × ";
            case DIVIDED_BY -> " ÷ ";
        };
    }

    /** The proofs of a derived number: one, or one for each end. */
    public List<Reasoning> proof(CouncilLedger ledger, Number number) {
        Bounds bounds = Objects.requireNonNull(number.bounds());
        if (bounds.isExact()) {
            return List.of(reasoning(
                    ledger,
                    wording.count(bounds.least().value()),
                    told(bounds.least().proof(), true)));
        }
        List<Reasoning> ends = new ArrayList<>();
        if (!bounds.least().proof().terms().isEmpty()) {
            ends.add(reasoning(
                    ledger,
                    say("comparator.at_least", wording.count(bounds.least().value())),
                    told(bounds.least().proof(), false)));
        }
        Optional.ofNullable(bounds.most())
                .ifPresent(most -> ends.add(reasoning(
                        ledger, say("comparator.up_to", wording.count(most.value())), told(most.proof(), false))));
        return ends;
    }

    private Reasoning reasoning(CouncilLedger ledger, String lead, List<Term> terms) {
        return new Reasoning(
                lead, sum(terms), terms.stream().map(term -> term(ledger, term)).toList());
    }

    private Said term(CouncilLedger ledger, Term term) {
        String value = wording.number(term.value());
        if (term.ground() instanceof Stated stated) {
            return said(
                    ledger,
                    Tone.AGREES,
                    say("proof.term", value, place(ledger, stated.statement())),
                    List.of(stated.statement()));
        }
        if (term.ground() instanceof Proof.Derived derived) {
            String words = say(
                    "proof.term.derived",
                    value,
                    place(derived.place()),
                    sum(derived.proof().terms()));
            return said(ledger, Tone.AGREES, words, List.copyOf(derived.statements()));
        }
        return new Said(Tone.OPEN, say("proof.term." + term.ground().code(), value), List.of());
    }

    /** When a total was reached: after a meeting, or as of a day. */
    public String when(Account account, Number total) {
        if (total.place() instanceof Statement.After after) {
            return say("tally.after", wording.ordinal(after.ordinal()));
        }
        return account.day(total)
                .map(day -> say("figure.as_of", wording.date(day)))
                .orElse("");
    }

    /** What a number is about: "the total after the 3rd meeting". */
    public String place(Number number) {
        return number.place() == null ? place(number.figures().get(0)) : place(number.place());
    }

    private String place(Figure figure) {
        return say("place.asof", figure.day() == null ? "" : wording.date(figure.day()));
    }

    private String place(CouncilLedger ledger, Statement statement) {
        Figure figure = ledger.figures().get(statement.key());
        if (statement.amount() instanceof Statement.Relation && figure != null) {
            return say("place.relation", amount(figure));
        }
        return statement.place() instanceof Statement.AsOf && figure != null ? place(figure) : place(statement.place());
    }

    private String place(Statement.Place place) {
        if (place instanceof Statement.At at) {
            return at.isSpan()
                    ? say("place.span", wording.ordinal(at.ordinal()), wording.ordinal(at.through()))
                    : say("place.at", wording.ordinal(at.ordinal()));
        }
        if (place instanceof Statement.AsOf asOf) {
            return say("place.asof", wording.date(date(asOf)));
        }
        if (place instanceof Statement.Before before && before.ordinal() == 1) {
            return say("place.start");
        }
        return say("place." + place.code(), wording.ordinal(ordinal(place)));
    }

    private static int ordinal(Statement.Place place) {
        return place instanceof Statement.After after ? after.ordinal() : ((Statement.Before) place).ordinal();
    }

    private static PartialDate date(Statement.AsOf asOf) {
        if (asOf.earliest().equals(asOf.latest())) {
            return PartialDate.parse(asOf.latest().toString());
        }
        String first =
                asOf.earliest().equals(LocalDate.MIN) ? "" : asOf.earliest().toString();
        return PartialDate.parse("[%s..%s]".formatted(first, asOf.latest()));
    }

    private String day(LocalDate day) {
        return wording.date(PartialDate.parse(day.toString()));
    }

    /** A finding in a sentence or two. */
    public Said finding(CouncilLedger ledger, Finding finding) {
        if (finding instanceof Finding.Agreement agreement) {
            return agreement(ledger, agreement);
        }
        if (finding instanceof Finding.Contradiction contradiction) {
            return contradiction(ledger, contradiction);
        }
        if (finding instanceof Finding.CountedBefore before) {
            return countedBefore(ledger, before);
        }
        if (finding instanceof Finding.Growth growth) {
            String words = say(
                    "finding.growth",
                    wording.ordinal(growth.ordinal()),
                    quantity(bounds(growth.growth()), growth.growth().least().value(), growth.series()));
            return said(
                    ledger,
                    Tone.AGREES,
                    words,
                    List.copyOf(growth.growth().least().proof().statements()));
        }
        if (finding instanceof Finding.Rivals rivals) {
            String others = rivals.others().stream()
                    .map(other -> amount(ledger, other))
                    .distinct()
                    .collect(Collectors.joining(say("list.comma")));
            String words = say(
                    "finding.rivals",
                    place(ledger, rivals.preferred()),
                    measure(rivals.series()),
                    amount(ledger, rivals.preferred()),
                    others);
            return said(
                    ledger,
                    Tone.DOUBTFUL,
                    words,
                    Stream.concat(Stream.of(rivals.preferred()), rivals.others().stream())
                            .toList());
        }
        if (finding instanceof Finding.Others others) {
            String words = say(
                    "finding.others",
                    place(others.whole().place()),
                    cell(others.whole()),
                    cell(others.among()),
                    wording.count(others.others()));
            return said(
                    ledger,
                    Tone.AGREES,
                    words,
                    Stream.concat(others.whole().announced().stream(), others.among().announced().stream())
                            .toList());
        }
        if (finding instanceof Finding.Gap gap) {
            return recorded(ledger, "gap", Tone.OPEN, gap.series(), gap.expected(), gap.recorded(), gap.missing());
        }
        if (finding instanceof Finding.OverCount over) {
            return recorded(
                    ledger,
                    "overcount",
                    Tone.DOUBTFUL,
                    over.series(),
                    over.expected(),
                    over.recorded(),
                    over.surplus());
        }
        throw new IllegalArgumentException("No words for " + finding);
    }

    /** Meetings in a row that are not on record. */
    public Said missing(CouncilLedger.Run run) {
        String words = run.first() == run.last()
                ? say("finding.missingmeeting", wording.ordinal(run.first()))
                : say("finding.missingmeetings", wording.ordinal(run.first()), wording.ordinal(run.last()));
        return new Said(Tone.OPEN, words, List.of());
    }

    private Said agreement(CouncilLedger ledger, Finding.Agreement agreement) {
        List<Term> terms = agreement.proof().writtenOut().terms();
        String words = say(
                "finding.agreement",
                amount(ledger, agreement.statement()),
                sum(terms),
                place(ledger, agreement.statement()),
                measure(agreement.series()));
        List<Statement> statements = new ArrayList<>(List.of(agreement.statement()));
        statements.addAll(agreement.proof().statements());
        return said(ledger, Tone.AGREES, words, statements);
    }

    private Said contradiction(CouncilLedger ledger, Finding.Contradiction contradiction) {
        Term announced = contradiction.announced();
        List<Term> others = contradiction.sum().writtenOut().terms();
        BigDecimal total = announced.value().subtract(BigDecimal.valueOf(contradiction.difference()));
        List<String> sentences = new ArrayList<>();
        sentences.add(say(
                "finding.contradiction",
                measure(contradiction.series()),
                others.size() == 1 ? wording.number(total) : sum(others) + " = " + wording.number(total),
                wording.number(announced.value()),
                announced.ground() instanceof Stated stated
                        ? place(ledger, stated.statement())
                        : say("finding.contradiction.here")));
        contradiction
                .explanations()
                .forEach(explanation ->
                        sentences.add(say("explanation." + explanation.name().toLowerCase(java.util.Locale.ROOT))));
        contradiction.rivals().forEach(rival -> sentences.add(say("explanation.rival", amount(ledger, rival))));
        List<Statement> statements = new ArrayList<>(announced.ground().statements());
        statements.addAll(contradiction.sum().statements());
        return said(ledger, Tone.DOUBTFUL, String.join(say("list.space"), sentences), statements);
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
            sum = say(
                    "finding.countedbefore.sum",
                    taken.size() == 1 ? written : written + " = " + wording.number(added),
                    wording.number(terms.get(0).value()));
        } else {
            sum = wording.count(least.value()) + " = " + sum(terms);
        }
        String words =
                say("finding.countedbefore", sum, quantity(bounds(before.before()), least.value(), before.series()));
        if (before.founding() != null && least.value() == 1) {
            words += say("list.space") + say("finding.countedbefore.founding");
        }
        return said(ledger, Tone.DOUBTFUL, words, List.copyOf(least.proof().statements()));
    }

    private Said recorded(
            CouncilLedger ledger,
            String code,
            Tone tone,
            Measure measure,
            Cell expected,
            Evidence.Recorded recorded,
            long difference) {
        Number number = Number.of(ledger, measure, expected);
        String basis = expected.basis() == Cell.Basis.ANNOUNCED || !number.isDerived() ? "announced" : "derived";
        String words = say(
                "finding." + code,
                wording.ordinal(recorded.ordinal()),
                quantity(number(number), number.least(), measure),
                say("basis." + basis),
                wording.count(recorded.count()),
                wording.count(difference));
        if (recorded.possibly() > 0) {
            words += say("list.space") + say("finding.perhaps", recorded.possibly());
        }
        return said(ledger, tone, words, expected.announced());
    }

    private String cell(Cell cell) {
        return cell.certain().map(this::bounds).orElse("");
    }

    private String amount(CouncilLedger ledger, Statement statement) {
        return Optional.ofNullable(ledger.figures().get(statement.key()))
                .map(this::amount)
                .orElse("");
    }

    private static Said said(CouncilLedger ledger, Tone tone, String text, List<Statement> statements) {
        return new Said(
                tone,
                text,
                statements.stream()
                        .flatMap(statement -> ledger.sources(statement).stream())
                        .distinct()
                        .toList());
    }

    /** A message in the reader's language. */
    public String say(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
