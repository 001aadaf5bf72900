package org.pacta.rules.ledger;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Proof.Operator;
import org.pacta.rules.ledger.Proof.Term;

/**
 * What is known of a number: the least and the most it can be, each with its proof.
 *
 * @param most null when there is no upper bound
 */
public record Bounds(Bound least, @Nullable Bound most) {

    /** No count is negative; that alone needs no proof. */
    public static final Bounds ANY = new Bounds(new Bound(0, Proof.NONE), null);

    /** Of statements of one number, what says most of it first: the exact, then what has two ends, one, and none. */
    public static final Comparator<Statement> MOST_EXACT_FIRST = Comparator.comparing(
            Bounds::stated,
            Comparator.comparing(Bounds::width)
                    .thenComparing(bounds -> bounds.least.value, Comparator.reverseOrder())
                    .thenComparing(bounds -> bounds.most == null ? Long.MAX_VALUE : bounds.most.value));

    /** Of statements of one number, the lowest first. */
    public static final Comparator<Statement> LOWEST_FIRST =
            Comparator.comparing(Bounds::stated, Comparator.comparing(bounds -> bounds.least.value));

    /** One end. */
    public record Bound(long value, Proof proof) {

        static Bound stated(long value, Statement statement) {
            return new Bound(value, new Proof(List.of(new Term(Operator.PLUS, value, statement.ground()))));
        }
    }

    /** What a printed number says. */
    static Bounds stated(Statement statement) {
        Long least = statement.least();
        Long most = statement.most();
        return new Bounds(
                least == null ? ANY.least : Bound.stated(least, statement),
                most == null ? null : Bound.stated(most, statement));
    }

    /** What the numbers printed for one thing say together, unless they exclude each other. */
    public static Optional<Bounds> of(List<Statement> statements) {
        Optional<Bounds> bounds = Optional.of(ANY);
        for (Statement statement : statements) {
            bounds = bounds.flatMap(known -> known.and(stated(statement)));
        }
        return bounds;
    }

    /** What one at least of the numbers printed for one thing says, whichever it is. */
    public static Bounds either(List<Statement> statements) {
        return statements.isEmpty() ? ANY : stated(Statement.either(statements));
    }

    /** Whether the number is known exactly. */
    public boolean isExact() {
        return most != null && least.value == most.value;
    }

    /** Whether it is nothing because there was no meeting. */
    public boolean isOfNoMeeting() {
        return isExact() && least.proof.only().orElse(null) instanceof Proof.Cancelled;
    }

    /** Whether one proof gives the number, rather than two that meet. */
    public boolean isEquality() {
        return most != null && isExact() && least.proof.equals(most.proof);
    }

    /** Whether it rests on an assumption about what came before the first meeting. */
    public boolean assumes() {
        return least.proof.assumes() || most != null && most.proof.assumes();
    }

    /** The statements that its ends rest on. */
    public Set<Statement> statements() {
        return Stream.of(least, most)
                .filter(Objects::nonNull)
                .flatMap(end -> end.proof().statements().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether any statement that its ends rest on is of a kind. */
    public boolean restsOn(Predicate<Statement> kind) {
        return least.proof.restsOn(kind) || most != null && most.proof.restsOn(kind);
    }

    private long width() {
        return most == null ? Long.MAX_VALUE : most.value - least.value;
    }

    /** Whether nothing is known. */
    boolean isAny() {
        return least.value == 0 && most == null;
    }

    /** Whether this says more than the other at either end. */
    boolean narrows(Bounds other) {
        return least.value > other.least.value || most != null && (other.most == null || most.value < other.most.value);
    }

    /** Both together, unless no number fits both. */
    Optional<Bounds> and(Bounds other) {
        Bounds both = new Bounds(
                other.least.value > least.value ? other.least : least,
                most == null || other.most != null && other.most.value < most.value ? other.most : most);
        return both.most == null || both.least.value <= both.most.value ? Optional.of(both) : Optional.empty();
    }
}
