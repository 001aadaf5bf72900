package org.pacta.registry.telling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CouncilLedger.Source;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.rules.ledger.Bounds;
import org.pacta.rules.ledger.Finding;
import org.pacta.rules.ledger.Measure;
import org.pacta.rules.ledger.Proof;
import org.pacta.rules.ledger.Proof.Stated;
import org.pacta.rules.ledger.Proof.Term;
import org.pacta.rules.ledger.Statement;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts rules, proofs and places into the reader's language; templates know it as {@code @ledgerWording}. */
@Component
public class LedgerWording {

    private final MessageSource messages;
    private final Wording wording;
    private final FigureWording figures;
    private final SumWording sums;

    LedgerWording(MessageSource messages, Wording wording, FigureWording figures, SumWording sums) {
        this.messages = messages;
        this.wording = wording;
        this.figures = figures;
        this.sums = sums;
    }

    /**
     * Something said, with the sources it rests on.
     *
     * @param pages addresses of the meetings to look at
     */
    public record Said(Tone tone, String text, List<Source> sources, List<String> pages) {

        Said(Tone tone, String text, List<Source> sources) {
            this(tone, text, sources, List.of());
        }
    }

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
     * @param declaration that two words are one series, where the sum uses it
     */
    public record Reasoning(
            String lead,
            String sum,
            List<Said> terms,
            @Nullable String declaration) {}

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

    /** The rule that pages count by unless they are told otherwise. */
    public String plainRule() {
        return rule(CountingRule.PLAIN);
    }

    public String measure(Measure measure) {
        return say("measure." + measure.code());
    }

    /** The proofs of a derived number: one, or one for each end. */
    public List<Reasoning> proof(CouncilLedger ledger, Number number) {
        Bounds bounds = Objects.requireNonNull(number.bounds());
        if (bounds.isExact()) {
            return List.of(reasoning(
                    ledger,
                    number.measure(),
                    wording.count(bounds.least().value()),
                    bounds.least().proof(),
                    true));
        }
        List<Reasoning> ends = new ArrayList<>();
        if (!bounds.least().proof().terms().isEmpty()) {
            ends.add(reasoning(
                    ledger,
                    number.measure(),
                    say("comparator.at_least", wording.count(bounds.least().value())),
                    bounds.least().proof(),
                    false));
        }
        Optional.ofNullable(bounds.most())
                .ifPresent(most -> ends.add(reasoning(
                        ledger,
                        number.measure(),
                        say("comparator.up_to", wording.count(most.value())),
                        most.proof(),
                        false)));
        return ends;
    }

    private Reasoning reasoning(CouncilLedger ledger, Measure measure, String lead, Proof proof, boolean isExact) {
        List<Term> terms = SumWording.told(proof, isExact);
        return new Reasoning(
                lead,
                sums.sum(terms),
                terms.stream().map(term -> term(ledger, measure, term)).toList(),
                declaration(ledger, proof).orElse(null));
    }

    /** That an editor declared two words one series, where a proof uses it. */
    private Optional<String> declaration(CouncilLedger ledger, Proof proof) {
        return Optional.ofNullable(ledger.ledger().oneSeries())
                .filter(declared -> ledger.ledger().usesDeclaration(proof))
                .map(declared -> say("proof.declared", measure(declared.word()), measure(declared.series())));
    }

    private Said term(CouncilLedger ledger, Measure measure, Term term) {
        String value = value(ledger, measure, term);
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
                    sums.sum(derived.proof().terms()));
            return said(ledger, Tone.AGREES, words, List.copyOf(derived.statements()));
        }
        if (term.ground() instanceof Proof.Undecided undecided) {
            List<Statement> rivals = undecided.rivals();
            if (undecided.isOfTwoTimes()) {
                String falls = rivals.stream()
                        .map(rival -> say("finding.misfit.one", place(ledger, rival), amount(ledger, rival)))
                        .collect(Collectors.joining(say("list.semicolon")));
                return said(ledger, Tone.DOUBTFUL, say("proof.term.fallen", value, falls), rivals);
            }
            String words = say("proof.term.undecided", value, place(ledger, rivals.get(0)), amounts(ledger, rivals));
            return said(ledger, Tone.OPEN, words, rivals);
        }
        return said(
                ledger,
                term.ground().assumes() ? Tone.OPEN : Tone.AGREES,
                say("proof.term." + term.ground().code(), value),
                List.copyOf(term.ground().statements()));
    }

    /** A term of a proof, with what it counts where that is another measure than the number proved: MOUs among agreements. */
    private String value(CouncilLedger ledger, Measure measure, Term term) {
        String number = wording.number(term.value());
        boolean isFactor =
                term.ground() instanceof Stated stated && stated.statement().amount() instanceof Statement.Relation;
        return term.measure()
                .map(word -> ledger.ledger().series(word).measure())
                .filter(other -> other != measure && !isFactor)
                .map(other -> figures.quantity(number, term.value().longValue(), other))
                .orElse(number);
    }

    /** What a proof is about: "MOUs, the total after the 3rd meeting:". */
    public String title(LedgerView.Proved proved) {
        Number first = proved.first();
        Number last = proved.last();
        String place = first.equals(last)
                ? place(first)
                : say("place.totals", wording.ordinal(first.ordinal()), wording.ordinal(last.ordinal()));
        return say("proof.of", measure(first.measure()), place);
    }

    /** What a number is about: "the total after the 3rd meeting". */
    public String place(Number number) {
        return number.place() instanceof Statement.AsOf && !number.figures().isEmpty()
                ? place(number.figures().get(0))
                : place(Objects.requireNonNull(number.place()));
    }

    private String place(Figure figure) {
        return say("place.asof", figure.day() == null ? day(figure) : figures.asOf(figure.day()));
    }

    /** The day of a figure, or what it is about where that is not known. */
    String when(Figure figure) {
        return figure.day() == null ? about(figure) : wording.date(figure.day());
    }

    /** What a figure is about, be it of the series or not. */
    String about(Figure figure) {
        return figure.place()
                .filter(place -> !(place instanceof Statement.AsOf))
                .map(this::place)
                .orElseGet(() -> figure.isTotal() ? place(figure) : day(figure));
    }

    /** The quantity of a figure, and whether it is a part of another. */
    String quantity(Figure figure) {
        return figure.partOf() == null ? figures.quantity(figure) : say("sentence.part", figures.quantity(figure));
    }

    /** The same with the occasion or the day it is of, or that an editor set it aside. */
    String occasion(Figure figure) {
        if (figure.setAsideReason() != null) {
            return say("sentence.setaside", figures.quantity(figure));
        }
        return figure.meetingKind() == null
                ? say("sentence.apart", quantity(figure), when(figure))
                : say(
                        "sentence.apart.meeting",
                        quantity(figure),
                        when(figure),
                        say("meeting.kind." + figure.meetingKind()));
    }

    private String day(Figure figure) {
        return day(figure.day());
    }

    String day(@Nullable PartialDate day) {
        return day == null ? say("sentence.undated") : wording.date(day);
    }

    String place(CouncilLedger ledger, Statement statement) {
        Figure figure = ledger.figures().get(statement.key());
        if (statement.amount() instanceof Statement.Relation && figure != null) {
            return say("place.relation", figures.amount(figure));
        }
        String place = statement.place() instanceof Statement.AsOf && figure != null
                ? place(figure)
                : place(statement.place());
        return figure == null || figure.valueAsPrinted() == null
                ? place
                : say("place.as_printed", place, figure.valueAsPrinted());
    }

    String place(Statement.Place place) {
        if (place instanceof Statement.At at) {
            return at.isSpan()
                    ? say("place.span", wording.ordinal(at.ordinal()), wording.ordinal(at.through()))
                    : say("place.at", wording.ordinal(at.ordinal()));
        }
        if (place instanceof Statement.AsOf asOf) {
            return say("place.asof", figures.asOf(date(asOf)));
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

    String day(LocalDate day) {
        return wording.date(PartialDate.parse(day.toString()));
    }

    /** Meetings in a row that are not on record, with the sessions that may be of them. */
    public Said missing(CouncilLedger ledger, Finding.MissingMeetings run) {
        boolean isOne = run.ordinal() == run.through();
        String words = isOne
                ? say("finding.missingmeeting", wording.ordinal(run.ordinal()))
                : say("finding.missingmeetings", wording.ordinal(run.ordinal()), wording.ordinal(run.through()));
        List<CouncilLedger.Session> candidates = ledger.candidates(run);
        if (candidates.isEmpty()) {
            return new Said(Tone.OPEN, words, List.of());
        }
        String days = candidates.stream()
                .map(session -> wording.date(Objects.requireNonNull(session.day())))
                .collect(Collectors.joining(say("list.and")));
        String hint = say(
                isOne ? "finding.candidate" : "finding.candidates",
                candidates.size(),
                days,
                wording.ordinal(run.ordinal() - 1),
                wording.ordinal(run.through() + 1),
                wording.ordinal(run.ordinal()));
        return new Said(
                Tone.OPEN,
                words + say("list.space") + hint,
                List.of(),
                candidates.stream().map(CouncilLedger.Session::path).toList());
    }

    /** The figure of a statement as its source has it. */
    String amount(CouncilLedger ledger, Statement statement) {
        return Optional.ofNullable(ledger.figures().get(statement.key()))
                .map(figures::amount)
                .orElse("");
    }

    /** What rivals say, each number once. */
    String amounts(CouncilLedger ledger, List<Statement> rivals) {
        return rivals.stream()
                .sorted(Bounds.LOWEST_FIRST)
                .map(rival -> amount(ledger, rival))
                .distinct()
                .collect(Collectors.joining(say("list.and")));
    }

    /** Something said, with the sources of its statements. */
    static Said said(CouncilLedger ledger, Tone tone, String text, List<Statement> statements) {
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
