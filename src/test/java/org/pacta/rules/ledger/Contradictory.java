package org.pacta.rules.ledger;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures of two councils told of one, and every smallest set of them that no whole numbers fit, by trying each set there is. */
final class Contradictory {

    private Contradictory() {}

    /** At most ten figures of one measure or of two. */
    static Figures any(Random random) {
        Figures all;
        do {
            Figures one = TrueSeries.any(random, 4);
            Figures other = TrueSeries.any(random, 4);
            boolean isNested = random.nextBoolean();
            all = new Figures().meetings(4);
            for (Statement statement : IntStream.range(0, 40)
                    .mapToObj(i -> (i % 2 == 0 ? one : other))
                    .flatMap(figures -> figures.statements().stream())
                    .filter(statement -> !(statement.place() instanceof Statement.AsOf))
                    .filter(statement -> isNested == (statement.measure() != Measure.PROJECTS))
                    .distinct()
                    .toList()) {
                if (all.statements().size() < 10 && random.nextInt(3) > 0) {
                    all.add(statement);
                }
            }
        } while (all.statements().size() < 3);
        return all;
    }

    /** The keys of each; nothing where some set is too hard to try. */
    static Optional<Set<Set<String>>> minimal(Figures figures) {
        List<Statement> statements = figures.statements();
        Set<Set<String>> minimal = new LinkedHashSet<>();
        AtomicBoolean isOpen = new AtomicBoolean();
        IntStream.range(1, 1 << statements.size())
                .boxed()
                .sorted((one, other) -> Integer.bitCount(one) - Integer.bitCount(other))
                .forEach(chosen -> {
                    List<Statement> some = IntStream.range(0, statements.size())
                            .filter(i -> (chosen >> i & 1) == 1)
                            .mapToObj(statements::get)
                            .toList();
                    Set<String> keys = some.stream().map(Statement::key).collect(Collectors.toCollection(TreeSet::new));
                    if (!isOpen.get() && minimal.stream().noneMatch(keys::containsAll)) {
                        fit(figures, some)
                                .ifPresentOrElse(
                                        fits -> {
                                            if (!fits) {
                                                minimal.add(keys);
                                            }
                                        },
                                        () -> isOpen.set(true));
                    }
                });
        return isOpen.get() ? Optional.empty() : Optional.of(minimal);
    }

    private static Optional<Boolean> fit(Figures figures, List<Statement> some) {
        return new Oracle(figures.evidence(), EnumSet.allOf(Measure.class), figures.statements(), some).fits(false);
    }
}
