import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.pacta.rules.ledger.Evidence;
import org.pacta.rules.ledger.Ledger;
import org.pacta.rules.ledger.Measure;
import org.pacta.rules.ledger.Statement;
import org.pacta.rules.ledger.Statement.Comparator;
import org.pacta.rules.ledger.Statement.Place;

/** Draws up ledgers of few and of many figures and meetings, and prints the CPU of one draft. See README.md. */
class LedgerBench {

    public static void main(String[] arguments) {
        measure("17 meetings, three figures", evidence(17, three(17)), 2_000);
        measure("999 meetings, three figures", evidence(999, three(999)), 2_000);
        measure("no meeting on record, three figures up to the 999th", evidence(0, three(999)), 2_000);
        measure("999 meetings, all stated exactly", evidence(999, all(999, Comparator.EXACTLY)), 5);
        measure("999 meetings, all stated at least", evidence(999, all(999, Comparator.AT_LEAST)), 2);
        measure("one contradiction of 300 figures", evidence(300, wrong(300, 1)), 1);
        measure("one contradiction of 999 figures", evidence(999, wrong(999, 1)), 1);
        measure("contradictions without number among 999 figures", evidence(999, wrong(999, -2_000)), 1);
        measure("a total that contradicts each of 999 figures of its own", evidence(999, tooFew(999)), 1);
    }

    private static void measure(String what, Evidence evidence, int drafts) {
        double best = IntStream.range(0, 4)
                .mapToDouble(round -> {
                    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    for (int i = 0; i < drafts; i++) {
                        Ledger.of(evidence);
                    }
                    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6 / drafts;
                })
                .min()
                .orElseThrow();
        System.out.printf("%10.3f ms  %s%n", best, what);
    }

    private static Evidence evidence(int meetings, List<Statement> statements) {
        return new Evidence(
                IntStream.rangeClosed(1, meetings)
                        .mapToObj(ordinal -> new Evidence.Meeting(ordinal, null, null))
                        .toList(),
                List.of(),
                Set.of(),
                statements,
                List.of(),
                null,
                null);
    }

    private static List<Statement> three(int last) {
        return List.of(
                state(Measure.MOUS, Place.at(1), Comparator.EXACTLY, 8),
                state(Measure.MOUS, Place.after(last / 2 + 1), Comparator.EXACTLY, 50),
                state(Measure.MOUS, Place.after(last), Comparator.EXACTLY, 92));
    }

    /** What each meeting added, and a last total that differs from the sum by so much. */
    private static List<Statement> wrong(int last, int difference) {
        List<Statement> statements = new ArrayList<>();
        for (int ordinal = 1; ordinal <= last; ordinal++) {
            statements.add(state(Measure.PROJECTS, Place.at(ordinal), Comparator.EXACTLY, 5));
        }
        statements.add(state(Measure.PROJECTS, Place.before(1), Comparator.EXACTLY, 0));
        statements.add(state(Measure.PROJECTS, Place.after(last), Comparator.EXACTLY, 5 * last + difference));
        return statements;
    }

    /** What each meeting added, and a last total that is less than nearly each of them. */
    private static List<Statement> tooFew(int last) {
        List<Statement> statements = new ArrayList<>();
        for (int ordinal = 1; ordinal <= last; ordinal++) {
            statements.add(state(Measure.MOUS, Place.at(ordinal), Comparator.AT_LEAST, ordinal % 15));
        }
        statements.add(state(Measure.MOUS, Place.after(last), Comparator.EXACTLY, 3));
        return statements;
    }

    private static List<Statement> all(int last, Comparator comparator) {
        List<Statement> statements = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            int more = measure == Measure.MOUS ? 3 : 5;
            for (int ordinal = 1; ordinal <= last; ordinal++) {
                statements.add(state(measure, Place.at(ordinal), comparator, more));
                statements.add(state(measure, Place.after(ordinal), comparator, ordinal * more));
            }
        }
        return statements;
    }

    private static Statement state(Measure measure, Place place, Comparator comparator, int value) {
        return new Statement(
                measure + " " + place,
                measure,
                place,
                new Statement.Count(comparator, value),
                false,
                Statement.Standing.REPORTED);
    }
}
