package org.pacta.rules.ledger;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a number is what it is, as terms to be put into words: 13 = 21 − 8. Without terms it says that no count is negative; a bound whose
 * terms stop at an earlier meeting also uses that totals never fall.
 */
public record Proof(List<Term> terms) {

    static final Proof NONE = new Proof(List.of());

    /** What is added comes before what is taken away. */
    public Proof {
        terms = Stream.concat(
                        terms.stream().filter(term -> term.operator != Operator.MINUS),
                        terms.stream().filter(term -> term.operator == Operator.MINUS))
                .toList();
    }

    /** What is done with a term. */
    public enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY
    }

    /** One number of a proof, with the ground it stands on. */
    public record Term(Operator operator, BigDecimal value, Ground ground) {

        Term(Operator operator, long value, Ground ground) {
            this(operator, BigDecimal.valueOf(value), ground);
        }

        /** What it counts, where that is one thing. */
        public Optional<Measure> measure() {
            Set<Measure> measures =
                    ground.statements().stream().map(Statement::measure).collect(Collectors.toSet());
            if (ground instanceof Derived derived) {
                return Optional.of(derived.series);
            }
            return measures.size() == 1 ? measures.stream().findFirst() : Optional.empty();
        }

        Term negated() {
            return new Term(operator == Operator.PLUS ? Operator.MINUS : Operator.PLUS, value, ground);
        }

        /** The value with its sign. */
        long signed() {
            return operator == Operator.MINUS ? -value.longValueExact() : value.longValueExact();
        }

        private boolean isSum() {
            return operator == Operator.PLUS || operator == Operator.MINUS;
        }
    }

    /** Why a term may be used. */
    public sealed interface Ground permits Stated, Undecided, Derived, Tried, Cancelled, NothingBefore, OnlyFounding {

        /** The name in message keys. */
        default String code() {
            return getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }

        /** Every statement it rests on. */
        default Set<Statement> statements() {
            return Set.of();
        }

        /** Whether it rests on an assumption about what came before the first meeting. */
        default boolean assumes() {
            return true;
        }
    }

    /** A source says so. */
    public record Stated(Statement statement) implements Ground {

        @Override
        public Set<Statement> statements() {
            return Set.of(statement);
        }

        @Override
        public boolean assumes() {
            return false;
        }
    }

    /** One of several sources says so, and no editor has decided between them. */
    public record Undecided(List<Statement> rivals) implements Ground {

        /** Whether they are totals of different times, which fall. */
        public boolean isOfTwoTimes() {
            return rivals.stream().map(Statement::place).distinct().count() > 1;
        }

        @Override
        public Set<Statement> statements() {
            return new LinkedHashSet<>(rivals);
        }

        @Override
        public boolean assumes() {
            return false;
        }
    }

    /** Another number of the ledger, which has its own proof. */
    public record Derived(Measure series, Statement.Place place, Proof proof) implements Ground {

        @Override
        public Set<Statement> statements() {
            return proof.statements();
        }

        @Override
        public boolean assumes() {
            return proof.assumes();
        }

        /** Without its proof, which rests on that of the number before it and so on: in words, each would tell all of them again. */
        @Override
        public String toString() {
            return "Derived[" + series + ", " + place + "]";
        }
    }

    /** No number beyond this one fits these statements together (rule 6), be it only with what is assumed to have come before. */
    public record Tried(Set<Statement> statements, boolean assumes) implements Ground {

        @Override
        public String code() {
            return assumes ? "tried.assuming" : "tried";
        }

        /** The same for an exact number, which assumes what either end of it does. */
        Tried with(@Nullable Tried other) {
            return new Tried(statements, assumes || other != null && other.assumes);
        }
    }

    /** Nothing is added at a meeting that did not take place. */
    public record Cancelled() implements Ground {

        @Override
        public boolean assumes() {
            return false;
        }
    }

    /** The assumption that nothing was counted before the first meeting. */
    public record NothingBefore() implements Ground {}

    /** The assumption that the founding agreement alone was counted before the first meeting. */
    public record OnlyFounding() implements Ground {}

    /** The same proof with the sums inside it written out: 21 − 8 in place of 13. */
    public Proof writtenOut() {
        return writtenOut(Integer.MAX_VALUE);
    }

    /** The same as it is where it would have more terms than these, which are not looked for then. */
    public Proof writtenOut(int most) {
        List<Term> sum = new ArrayList<>();
        Deque<Iterator<Term>> open = new ArrayDeque<>(List.of(terms.iterator()));
        while (!open.isEmpty()) {
            if (sum.size() > most) {
                return this;
            }
            if (!open.peek().hasNext()) {
                open.pop();
                continue;
            }
            Term term = open.peek().next();
            if (term.ground instanceof Derived derived && derived.proof.isSum()) {
                boolean isNegated = term.operator == Operator.MINUS;
                open.push(derived.proof.terms.stream()
                        .map(each -> isNegated ? each.negated() : each)
                        .iterator());
            } else {
                sum.add(term);
            }
        }
        return new Proof(sum);
    }

    /** Every statement it rests on, those of the numbers inside it included. */
    public Set<Statement> statements() {
        Set<Statement> statements = new LinkedHashSet<>();
        grounds().forEach(ground -> statements.addAll(ground.statements()));
        return statements;
    }

    /** Whether any statement that it rests on is of a kind; those that stand in it are looked at before those of the numbers inside it. */
    public boolean restsOn(Predicate<Statement> kind) {
        Set<Proof> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Proof> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            for (Term term : open.poll().terms) {
                if (!(term.ground instanceof Derived derived)) {
                    if (term.ground.statements().stream().anyMatch(kind)) {
                        return true;
                    }
                } else if (seen.add(derived.proof)) {
                    open.add(derived.proof);
                }
            }
        }
        return false;
    }

    /** The grounds that are no proofs themselves, however deep: each number may rest on the one before it, a thousand meetings long. */
    private List<Ground> grounds() {
        List<Ground> grounds = new ArrayList<>();
        Set<Proof> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Iterator<Term>> open = new ArrayDeque<>(List.of(terms.iterator()));
        while (!open.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                continue;
            }
            Ground ground = open.peek().next().ground;
            if (!(ground instanceof Derived derived)) {
                grounds.add(ground);
            } else if (seen.add(derived.proof)) {
                open.push(derived.proof.terms.iterator());
            }
        }
        return grounds;
    }

    /** Whether it rests on an assumption about what came before the first meeting. */
    public boolean assumes() {
        return grounds().stream().anyMatch(Ground::assumes);
    }

    /** The ground it gives to a number: what is stated or assumed as such, or the whole proof. */
    Ground ground(Measure series, Statement.Place place) {
        return only().filter(ground -> !(ground instanceof Derived)).orElseGet(() -> new Derived(series, place, this));
    }

    /** The ground of its only term. */
    public Optional<Ground> only() {
        return terms.size() == 1 && terms.get(0).operator == Operator.PLUS
                ? Optional.of(terms.get(0).ground)
                : Optional.empty();
    }

    private boolean isSum() {
        return !terms.isEmpty() && terms.stream().allMatch(Term::isSum);
    }
}
