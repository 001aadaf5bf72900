package org.pacta.registry.telling;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.rules.ledger.Bounds;
import org.pacta.rules.ledger.Proof;
import org.pacta.rules.ledger.Proof.Operator;
import org.pacta.rules.ledger.Proof.Term;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes bounds and the sums that give them: "13 to 15", "21 − 8". */
@Component
class SumWording {

    /** So many terms of a sum are told. */
    private static final int LONGEST = 30;

    private final MessageSource messages;
    private final Wording wording;

    SumWording(MessageSource messages, Wording wording) {
        this.messages = messages;
        this.wording = wording;
    }

    String bounds(Bounds bounds) {
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

    /** The sum that gives the number, or the sums of its ends. */
    String proof(Number number) {
        Bounds bounds = Objects.requireNonNull(number.bounds());
        if (bounds.isExact()) {
            return sum(number);
        }
        String least = bounds.least().proof().terms().isEmpty() ? "" : end("comparator.at_least", bounds.least());
        String most = bounds.most() == null ? "" : end("comparator.up_to", bounds.most());
        return Stream.of(least, most).filter(end -> !end.isEmpty()).collect(Collectors.joining(say("list.semicolon")));
    }

    private String end(String comparator, Bounds.Bound end) {
        String value = say(comparator, wording.count(end.value()));
        String sum = sum(told(end.proof(), false));
        return sum.contains(" ") ? value + " = " + sum : value;
    }

    /** Whether a derived number is more than another one by another name. */
    boolean hasSum(Number number) {
        return number.bounds() != null && sum(number).contains(" ");
    }

    /** The sum that gives a derived number, such as "21 − 8"; what is nothing is left out. */
    String sum(Number number) {
        return number.bounds() == null
                ? ""
                : sum(told(number.bounds().least().proof(), number.bounds().isExact()));
    }

    String sum(Proof proof) {
        return sum(proof.terms());
    }

    /**
     * The terms of an exact number as they are, each with a proof of its own; those of a bound written out, back to what was stated, unless
     * that is more than anybody reads.
     */
    static List<Term> told(Proof proof, boolean isExact) {
        return isExact ? proof.terms() : proof.writtenOut(LONGEST).terms();
    }

    String sum(List<Term> terms) {
        return sum(terms, term -> wording.number(term.value()));
    }

    /** The same with each number said in one's own way. */
    String sum(List<Term> terms, Function<Term, String> number) {
        List<Term> told =
                terms.stream().filter(term -> term.value().signum() != 0).toList();
        String sum = (told.isEmpty() ? terms : told)
                .stream()
                        .map(term -> sign(term.operator()) + number.apply(term))
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

    private String say(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
