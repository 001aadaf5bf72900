package org.pacta.rules.ledger;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pacta.rules.ledger.Bounds.Bound;
import org.pacta.rules.ledger.Conflicts.Conflict;
import org.pacta.rules.ledger.Fact.Edge;
import org.pacta.rules.ledger.Fact.Growth;
import org.pacta.rules.ledger.Finding.Explanation;
import org.pacta.rules.ledger.Ledger.Cell;
import org.pacta.rules.ledger.Ledger.Row;
import org.pacta.rules.ledger.Ledger.Series;
import org.pacta.rules.ledger.Proof.Stated;
import org.pacta.rules.ledger.Proof.Term;
import org.pacta.rules.ledger.Statement.Count;

/** Compares what is announced, recorded and derived, and says where they agree, differ or fall short. */
final class Findings {

    private final Evidence evidence;
    private final Reckoning reckoning;
    private final List<Series> series;
    private final List<Finding> findings = new ArrayList<>();

    Findings(Evidence evidence, Reckoning reckoning, List<Series> series) {
        this.evidence = evidence;
        this.reckoning = reckoning;
        this.series = series;
    }

    /** In the order of the meetings. */
    List<Finding> list() {
        missing();
        reckoning.conflicts().forEach(this::contradiction);
        reckoning
                .unfinished()
                .forEach((measure, found) -> findings.add(new Finding.MoreContradictions(measure, found)));
        series.forEach(each -> {
            countedBefore(each);
            growth(each);
            rivals(each);
            farOff(each);
            agreements(each);
            others(each);
            each.rows().forEach(row -> recorded(each, row));
        });
        return findings.stream().sorted(comparingInt(Finding::ordinal)).toList();
    }

    private void missing() {
        BitSet met = evidence.settled();
        int last = evidence.lastHeld();
        int first = met.nextClearBit(1);
        while (first <= last) {
            int next = met.nextSetBit(first);
            findings.add(new Finding.MissingMeetings(first, next < 0 ? last : next - 1));
            first = next < 0 ? last + 1 : met.nextClearBit(next);
        }
    }

    private void contradiction(Conflict conflict) {
        if (conflict.round().isEmpty()) {
            int last = conflict.statements().stream()
                    .mapToInt(statement -> Evidence.ordinal(statement.place()))
                    .max()
                    .orElseThrow();
            findings.add(new Finding.Misfit(conflict.series(), last, List.copyOf(conflict.statements())));
            return;
        }
        Timeline timeline = reckoning.timeline(conflict.series());
        List<Edge> round = conflict.round().stream().filter(Edge::isStated).toList();
        Edge held = round.stream()
                .max(comparing((Edge edge) -> edge.fact().ground() instanceof Stated)
                        .thenComparing(edge -> edge.fact().from() == Timeline.ZERO)
                        .thenComparing(edge -> timeline.meeting(edge.fact().to()))
                        .thenComparing(edge -> edge.fact().to())
                        .thenComparing(edge -> edge.term().value()))
                .orElseThrow();
        Proof sum = new Proof(round.stream()
                .filter(edge -> edge != held)
                .sorted(comparingInt(edge -> edge.fact().to()))
                .map(edge -> held.isUpward() ? edge.term().negated() : edge.term())
                .toList());
        Term announced = held.isUpward() ? held.term() : held.term().negated();
        int latest = round.stream().mapToInt(edge -> edge.fact().to()).max().orElseThrow();
        long difference = announced.signed()
                - sum.terms().stream().mapToLong(Term::signed).sum();
        findings.add(new Finding.Contradiction(
                conflict.series(),
                timeline.meeting(latest),
                announced,
                sum,
                difference,
                explanations(conflict.series(), round, held, difference),
                fitting(round, held, difference)));
    }

    private Set<Explanation> explanations(Measure measure, List<Edge> round, Edge held, long difference) {
        Set<Explanation> explanations = EnumSet.noneOf(Explanation.class);
        long totals = round.stream()
                .filter(edge -> edge.fact().from() == Timeline.ZERO)
                .count();
        if (round.stream().map(Edge::fact).distinct().count() == 1) {
            explanations.add(Explanation.NO_WHOLE_NUMBER);
        } else if (!areAllOf(measure, statements(round))) {
            explanations.add(Explanation.DIFFERENT_SCOPE);
        } else if (areRivals(round)) {
            explanations.add(Explanation.UNDECIDED_RIVALS);
        } else if (totals == 2) {
            if (Math.abs(difference) == 1 && evidence.isFounded(measure)) {
                explanations.add(Explanation.FOUNDING);
            }
            if (difference > 0) {
                explanations.add(Explanation.BETWEEN_MEETINGS);
            }
        }
        if (round.stream().anyMatch(edge -> edge.fact().ground() instanceof Proof.Cancelled)) {
            explanations.add(Explanation.CANCELLED);
        }
        if (mixesWords(statements(round))) {
            explanations.add(Explanation.TWO_WORDS);
        }
        return explanations;
    }

    private boolean areAllOf(Measure series, Set<Statement> statements) {
        return statements.stream().allMatch(statement -> evidence.series(statement.measure()) == series);
    }

    private boolean mixesWords(Set<Statement> statements) {
        Set<Measure> words = statements.stream().map(Statement::measure).collect(Collectors.toSet());
        return words.stream().map(evidence::series).distinct().count() < words.size();
    }

    private static Set<Statement> statements(List<Edge> round) {
        return round.stream().flatMap(edge -> edge.fact().statements().stream()).collect(Collectors.toSet());
    }

    private static boolean areRivals(List<Edge> round) {
        return round.stream().allMatch(edge -> edge.fact().ground() instanceof Stated)
                && round.stream()
                                .map(edge -> new Growth(
                                        edge.fact().from(), edge.fact().to()))
                                .distinct()
                                .count()
                        == 1;
    }

    /** The figures set aside that would close the difference in place of the preferred one. */
    private List<Statement> fitting(List<Edge> round, Edge held, long difference) {
        return round.stream()
                .filter(edge -> edge.fact().ground() instanceof Stated)
                .flatMap(edge -> {
                    long change =
                            edge == held ? -difference : edge.isUpward() == held.isUpward() ? -difference : difference;
                    Statement statement = ((Stated) edge.fact().ground()).statement();
                    return reckoning.rivals(statement).stream().filter(rival -> isMoreBy(change, statement, rival));
                })
                .distinct()
                .toList();
    }

    private static boolean isMoreBy(long change, Statement statement, Statement rival) {
        return statement.amount() instanceof Count used
                && rival.amount() instanceof Count other
                && used.isWhole()
                && other.isWhole()
                && other.value() - used.value() == change;
    }

    private void countedBefore(Series each) {
        Bounds before = each.before().derived();
        if (before != null && before.least().value() > 0 && isOwn(each, before.least())) {
            findings.add(new Finding.CountedBefore(
                    each.measure(), before, evidence.isFounded(each.measure()) ? evidence.founding() : null));
        }
    }

    private void growth(Series each) {
        reckoning.timeline(each.measure()).growths().forEach((ordinal, growth) -> {
            Bounds more = reckoning.certain().bounds(each.measure(), growth);
            if (more.least().value() > 0) {
                findings.add(new Finding.Growth(each.measure(), ordinal, more));
            }
        });
    }

    private void rivals(Series each) {
        reckoning.usable(each.measure()).stream().filter(Statement::preferred).forEach(preferred -> {
            List<Statement> others = reckoning.rivals(preferred);
            if (!others.isEmpty()) {
                int ordinal = reckoning
                        .timeline(each.measure())
                        .growth(preferred.place())
                        .map(growth -> reckoning.timeline(each.measure()).meeting(growth.to()))
                        .orElse(0);
                findings.add(new Finding.Rivals(each.measure(), ordinal, preferred, others));
            }
        });
    }

    private void farOff(Series each) {
        Timeline timeline = reckoning.timeline(each.measure());
        reckoning.usable(each.measure()).stream()
                .filter(statement -> statement.amount() instanceof Count count && count.isRough())
                .forEach(statement -> timeline.growth(statement.place()).ifPresent(growth -> {
                    Bounds known = reckoning.certain().bounds(each.measure(), growth);
                    if (((Count) statement.amount()).isFarFrom(known)) {
                        findings.add(
                                new Finding.FarOff(each.measure(), timeline.meeting(growth.to()), statement, known));
                    }
                }));
    }

    /** Takes each exact figure away, the latest total first, and looks whether the others give it again; what was added is told once. */
    private void agreements(Series each) {
        Timeline timeline = reckoning.timeline(each.measure());
        Map<Growth, Statement> exact = new TreeMap<>(comparing(Growth::isTotal)
                .reversed()
                .thenComparing(Growth::to, reverseOrder())
                .thenComparing(Growth::from));
        for (Statement statement : reckoning.usable(each.measure())) {
            timeline.growth(statement.place())
                    .filter(growth -> Bounds.stated(statement).isExact())
                    .ifPresent(growth -> exact.putIfAbsent(growth, statement));
        }
        Chain agreeing = reckoning.certain().agreeing(each.measure());
        Set<Set<Statement>> named = new HashSet<>();
        Set<Statement> confirmed = new HashSet<>();
        exact.forEach((growth, statement) -> Optional.of(growth)
                .filter(number -> number.isTotal() || !confirmed.contains(statement))
                .flatMap(number -> others(agreeing, each.measure(), number, repeated(agreeing, number, exact))
                        .or(() -> others(agreeing, each.measure(), number, Set.of())))
                .map(others -> others.bounds(growth))
                .filter(others -> others.and(Bounds.stated(statement)).isPresent())
                .map(others -> others.least().proof())
                .ifPresent(proof -> {
                    Set<Statement> terms = proof.statements();
                    Set<Statement> statements = new HashSet<>(terms);
                    statements.add(statement);
                    if (named.add(statements) && (!growth.isTotal() || named.add(terms))) {
                        confirmed.addAll(statements);
                        findings.add(
                                new Finding.Agreement(each.measure(), timeline.meeting(growth.to()), statement, proof));
                    }
                }));
    }

    /** The figures that only say a total once more, of another day. */
    private static Set<Statement> repeated(Chain agreeing, Growth total, Map<Growth, Statement> exact) {
        return exact.entrySet().stream()
                .filter(other -> total.isTotal() && other.getKey().isTotal())
                .filter(other -> agreeing.isAlike(total.to(), other.getKey().to()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /** The other figures that give a number again; for a total, those up to it. */
    private Optional<Chain> others(Chain agreeing, Measure measure, Growth growth, Set<Statement> repeated) {
        Timeline timeline = reckoning.timeline(measure);
        Set<Statement> own = new HashSet<>(reckoning.announced(measure, growth));
        own.addAll(repeated);
        return agreeing.tie(
                growth,
                fact -> !(growth.isTotal() && timeline.isLater(fact, growth.to()))
                        && Collections.disjoint(fact.statements(), own));
    }

    private void others(Series each) {
        Measure whole = each.measure().whole();
        series.stream().filter(all -> all.measure() == whole).forEach(all -> {
            for (int i = 0; i < each.rows().size(); i++) {
                Row row = each.rows().get(i);
                others(each, row.ordinal(), all.rows().get(i).added(), row.added());
                others(each, row.ordinal(), all.rows().get(i).toDate(), row.toDate());
            }
        });
    }

    private void others(Series part, int ordinal, Cell whole, Cell among) {
        whole.certain()
                .filter(Bounds::isExact)
                .map(Bounds::least)
                .map(Bound::value)
                .filter(all -> all > 0)
                .ifPresent(all -> among.certain()
                        .filter(Bounds::isExact)
                        .map(bounds -> all - bounds.least().value())
                        .filter(others -> others >= 0)
                        .ifPresent(others ->
                                findings.add(new Finding.Others(part.measure(), ordinal, whole, among, others))));
    }

    private void recorded(Series each, Row row) {
        int count = row.recorded().count();
        row.added()
                .shown()
                .map(Bounds::least)
                .filter(least -> isOwn(each, least))
                .map(least -> least.value() - count)
                .filter(missing -> missing > 0)
                .map(missing -> new Finding.Gap(each.measure(), row.ordinal(), row.added(), row.recorded(), missing))
                .ifPresent(findings::add);
        row.added()
                .certain()
                .map(Bounds::most)
                .filter(most -> isOwn(each, most))
                .map(most -> count - most.value())
                .filter(surplus -> surplus > 0)
                .map(surplus ->
                        new Finding.OverCount(each.measure(), row.ordinal(), row.added(), row.recorded(), surplus))
                .ifPresent(findings::add);
    }

    /** Whether a bound says something about this series, and not only what another one has said already. */
    private boolean isOwn(Series each, Bound bound) {
        return bound.proof().statements().stream()
                .anyMatch(statement -> evidence.series(statement.measure()) == each.measure());
    }
}
