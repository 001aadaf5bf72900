package org.pacta.rules.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pacta.rules.ledger.Bounds.Bound;
import org.pacta.rules.ledger.Ledger.Cell;
import org.pacta.rules.ledger.Ledger.Series;
import org.pacta.rules.ledger.Oracle.Verdict;
import org.pacta.rules.ledger.Statement.Place;

/**
 * Holds what the ledger makes of random figures against every whole number that fits them. -Dledger.seed=… chooses others,
 * -Dledger.tries=… more.
 */
class RandomLedgerTests {

    private static final long SEED = Long.getLong("ledger.seed", 19);
    private static final int TRIES = Integer.getInteger("ledger.tries", 2_000);

    private static final List<Set<Measure>> GROUPS =
            List.of(EnumSet.of(Measure.MOUS, Measure.AGREEMENTS), EnumSet.of(Measure.PROJECTS));

    @Test
    void derivesWhatFollowsAndNothingElse() {
        Map<Verdict, List<String>> verdicts = verdicts(SEED, TRIES);

        assertThat(verdicts.get(Verdict.UNSOUND)).isEmpty();
        assertThat(verdicts.get(Verdict.MISSED)).isEmpty();
        assertThat(verdicts.get(Verdict.WIDE))
                .hasSizeLessThanOrEqualTo(verdicts.get(Verdict.TIGHT).size() / 500);
    }

    @Test
    void derivesOfUndecidedRivalsWhatFollowsFromAnyOfThem() {
        Map<Verdict, List<String>> verdicts = noVerdicts();
        Map<Verdict, List<String>> chosen = noVerdicts();
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES / 4; i++) {
            Figures figures = TrueSeries.withRivals(random, 6);
            Ledger ledger = figures.ledger(random);
            List<List<Statement>> rivals = rivals(figures);
            List<List<Statement>> choices = areAlone(rivals, ledger)
                    ? List.of(eitherOf(figures.statements(), rivals))
                    : choices(figures.statements(), rivals);
            for (List<Statement> choice : choices) {
                judge(figures, choice, ledger, choices.size() == 1 ? verdicts : chosen);
            }
        }

        assertThat(verdicts.get(Verdict.UNSOUND)).isEmpty();
        assertThat(chosen.get(Verdict.UNSOUND)).isEmpty();
        assertThat(verdicts.get(Verdict.MISSED)).isEmpty();
        assertThat(verdicts.get(Verdict.WIDE))
                .hasSizeLessThanOrEqualTo(verdicts.get(Verdict.TIGHT).size() / 500);
        assertThat(chosen.get(Verdict.TIGHT)).isNotEmpty();
    }

    /** The statements of one number that exclude each other. */
    private static List<List<Statement>> rivals(Figures figures) {
        return figures.statements().stream()
                .collect(Collectors.groupingBy(statement ->
                        List.of(statement.measure(), statement.place(), statement.amount() instanceof Statement.Count)))
                .values()
                .stream()
                .map(same -> same.stream()
                        .filter(one -> same.stream()
                                .anyMatch(
                                        other -> Bounds.of(List.of(one, other)).isEmpty()))
                        .toList())
                .filter(same -> !same.isEmpty())
                .toList();
    }

    private static boolean areAlone(List<List<Statement>> rivals, Ledger ledger) {
        return ledger.findings().stream()
                .map(RandomLedgerTests::statements)
                .filter(each -> !each.isEmpty())
                .allMatch(each -> rivals.stream().anyMatch(same -> same.containsAll(each)));
    }

    /** Each number of which there are rivals as one from the least to the most of them. */
    private static List<Statement> eitherOf(List<Statement> statements, List<List<Statement>> rivals) {
        return Stream.concat(without(rivals, statements), rivals.stream().map(same -> {
                    Bounds bounds = Bounds.either(same);
                    return with(
                            same.get(0),
                            Math.toIntExact(bounds.least().value()),
                            bounds.most() == null
                                    ? Oracle.ENDLESS
                                    : Math.toIntExact(bounds.most().value()));
                }))
                .toList();
    }

    private static Statement with(Statement statement, int least, int most) {
        return new Statement(
                statement.key(),
                statement.measure(),
                statement.place(),
                new Statement.Count(Statement.Comparator.EXACTLY, least, most),
                false,
                statement.standing());
    }

    /** The statements with one of each number's rivals, in every way. */
    private static List<List<Statement>> choices(List<Statement> statements, List<List<Statement>> rivals) {
        List<List<Statement>> choices = List.of(without(rivals, statements).toList());
        for (List<Statement> same : rivals) {
            choices = choices.stream()
                    .flatMap(choice -> same.stream()
                            .map(one -> Stream.concat(choice.stream(), Stream.of(one))
                                    .toList()))
                    .toList();
        }
        return choices;
    }

    private static Stream<Statement> without(List<List<Statement>> rivals, List<Statement> statements) {
        return statements.stream().filter(statement -> rivals.stream().noneMatch(same -> same.contains(statement)));
    }

    @Test
    void namesEverySmallestContradictionAndNoOther() {
        Random random = new Random(SEED);
        int found = 0;
        for (int i = 0; i < TRIES / 10; i++) {
            Figures figures = Contradictory.any(random);
            Optional<Set<Set<String>>> sets = Contradictory.minimal(figures);
            if (sets.isPresent()) {
                found += sets.get().size();
                assertThat(contradictions(figures.ledger(random)))
                        .as(told(figures))
                        .containsExactlyInAnyOrderElementsOf(sets.get());
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void drawsUpTheSameLedgerOfAnyContradictionsInAnyOrder() {
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES / 10; i++) {
            Figures figures = Contradictory.any(random);

            Ledger ledger = figures.ledger();

            assertThat(figures.ledger(random)).as(told(figures)).isEqualTo(ledger);
            ledger.series().stream()
                    .flatMap(Series::cells)
                    .filter(cell -> cell.stated() != null && cell.derived() != null)
                    .forEach(cell -> assertThat(
                                    Objects.requireNonNull(cell.derived()).and(Objects.requireNonNull(cell.stated())))
                            .as("%s of %s", cell, told(figures))
                            .isPresent());
        }
    }

    /** The keys of the figures of each. */
    private static List<Set<String>> contradictions(Ledger ledger) {
        return ledger.findings().stream()
                .map(RandomLedgerTests::statements)
                .filter(statements -> !statements.isEmpty())
                .map(statements -> statements.stream().map(Statement::key).collect(Collectors.toSet()))
                .toList();
    }

    private static Set<Statement> statements(Finding finding) {
        Set<Statement> statements = new HashSet<>();
        if (finding instanceof Finding.Contradiction contradiction) {
            statements.addAll(contradiction.announced().ground().statements());
            statements.addAll(contradiction.sum().statements());
        } else if (finding instanceof Finding.Misfit misfit) {
            statements.addAll(misfit.statements());
        }
        return statements;
    }

    private static String told(Figures figures) {
        return figures.statements().stream()
                .map(statement -> statement.measure() + " " + statement.place() + " " + statement.amount())
                .map(told ->
                        told.replaceAll("ordinal=|through=|comparator=|value=|factor=|earliest=|latest=|Count", ""))
                .collect(Collectors.joining("; "));
    }

    private static Map<Verdict, List<String>> verdicts(long seed, int tries) {
        Map<Verdict, List<String>> verdicts = noVerdicts();
        Random random = new Random(seed);
        for (int i = 0; i < tries; i++) {
            Figures figures = TrueSeries.any(random, 8);
            Ledger ledger = figures.ledger(random);
            for (Finding finding : ledger.findings()) {
                if (!statements(finding).isEmpty()) {
                    verdicts.get(Verdict.UNSOUND).add(finding + " of " + told(figures));
                }
            }
            judge(figures, figures.statements(), ledger, verdicts);
        }
        return verdicts;
    }

    private static Map<Verdict, List<String>> noVerdicts() {
        Map<Verdict, List<String>> verdicts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, new ArrayList<>());
        }
        return verdicts;
    }

    /** Holds every cell of a ledger against what the statements that have to fit allow. */
    private static void judge(
            Figures figures, List<Statement> fitting, Ledger ledger, Map<Verdict, List<String>> verdicts) {
        Evidence evidence = figures.evidence();
        String what = told(figures);
        for (Set<Measure> measures : GROUPS) {
            Oracle oracle = new Oracle(evidence, measures, figures.statements(), fitting);
            measures.forEach(measure ->
                    ledger.series(measure).cells().forEach(cell -> judge(oracle, measure, cell, what, verdicts)));
        }
    }

    private static void judge(
            Oracle oracle, Measure measure, Cell cell, String what, Map<Verdict, List<String>> verdicts) {
        Whole.Sum sum = oracle.at(measure, cell.place());
        Whole.Sum before = oracle.at(measure, Place.before(1));
        judge(oracle, sum, List.of(), and(cell.stated(), cell.derived()), cell, what, verdicts);
        Stream.of(cell.assuming(), cell.withFounding())
                .filter(Objects::nonNull)
                .map(RandomLedgerTests::withoutAssumption)
                .filter(bounds -> !bounds.isAny())
                .filter(bounds -> oracle.judge(sum, bounds.least().value(), most(bounds)) == Verdict.UNSOUND)
                .forEach(bounds -> verdicts.get(Verdict.UNSOUND)
                        .add("%s %s without an assumption of %s".formatted(cell.place(), Words.range(bounds), what)));
        if (cell.assuming() != null) {
            judge(
                    oracle,
                    sum,
                    List.of(before.between(0, 0)),
                    and(cell.stated(), cell.derived(), cell.assuming()),
                    cell,
                    what,
                    verdicts);
        }
        if (cell.withFounding() != null) {
            judge(oracle, sum, List.of(before.between(1, 1)), and(cell.withFounding()), cell, what, verdicts);
        }
    }

    private static void judge(
            Oracle oracle,
            Whole.Sum sum,
            List<Whole.Condition> supposed,
            Bounds bounds,
            Cell cell,
            String what,
            Map<Verdict, List<String>> verdicts) {
        Verdict verdict =
                oracle.judge(sum, bounds.least().value(), most(bounds), supposed.toArray(Whole.Condition[]::new));
        verdicts.get(verdict).add("%s %s of %s".formatted(cell.place(), Words.range(bounds), what));
    }

    /** The ends whose proof says that they need no assumption about what came before the first meeting. */
    private static Bounds withoutAssumption(Bounds bounds) {
        Bound most = bounds.most();
        return new Bounds(
                bounds.least().proof().assumes() ? Bounds.ANY.least() : bounds.least(),
                most == null || most.proof().assumes() ? null : most);
    }

    private static @Nullable Long most(Bounds bounds) {
        return bounds.most() == null ? null : bounds.most().value();
    }

    private static Bounds and(@Nullable Bounds... all) {
        Bounds known = Bounds.ANY;
        for (Bounds bounds : all) {
            known = bounds == null ? known : known.and(bounds).orElseThrow();
        }
        return known;
    }
}
