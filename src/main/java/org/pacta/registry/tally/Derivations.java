package org.pacta.registry.tally;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Statements.Figure;
import org.pacta.platform.shared.PartialDate;
import org.pacta.rules.ledger.Bounds;
import org.pacta.rules.ledger.Cell;
import org.pacta.rules.ledger.Evidence;
import org.pacta.rules.ledger.Ledger;
import org.pacta.rules.ledger.Measure;
import org.pacta.rules.ledger.Proof;
import org.pacta.rules.ledger.Statement;

/** The numbers of a council that no source states and that follow from those that are stated. */
public final class Derivations {

    /**
     * A number that follows, with the sum that gives it.
     *
     * @param toDate whether it is a total to date or what the meeting added
     * @param sum such as "21 − 8"
     * @param isAssumed whether it only follows if nothing was counted before the first meeting
     * @param withFounding the number if the founding agreement was counted before the first meeting
     */
    public record Derived(
            String measure,
            int ordinal,
            boolean toDate,
            long value,
            String sum,
            boolean isAssumed,
            @Nullable Long withFounding) {}

    /** A numbered meeting that was held, with its day. */
    public record Held(int ordinal, @Nullable PartialDate day) {}

    private Derivations() {}

    /**
     * Derives what follows from the figures of one council.
     *
     * @param founding whether the agreement that founded the council is known to be an MOU, or another agreement; null when none is known
     */
    public static List<Derived> of(List<Figure> figures, List<Held> meetings, @Nullable String founding) {
        Ledger ledger = Ledger.of(new Evidence(
                meetings.stream().map(Derivations::meeting).toList(),
                figures.stream().flatMap(figure -> statement(figure).stream()).toList(),
                List.of(),
                founding == null ? null : new Evidence.Founding("founding", measures(founding)),
                null));
        List<Derived> derived = new ArrayList<>();
        for (Ledger.Series series : ledger.series()) {
            if (!series.isSilent()) {
                for (Ledger.Row row : series.rows()) {
                    derived(series.measure(), row.ordinal(), false, row.added()).ifPresent(derived::add);
                    derived(series.measure(), row.ordinal(), true, row.toDate()).ifPresent(derived::add);
                }
            }
        }
        return derived;
    }

    private static Optional<Derived> derived(Measure measure, int ordinal, boolean toDate, Cell cell) {
        boolean assumed = cell.basis() == Cell.Basis.ASSUMED;
        if (!assumed && cell.basis() != Cell.Basis.DERIVED) {
            return Optional.empty();
        }
        Bounds number = Objects.requireNonNull(assumed ? cell.assuming() : cell.derived());
        Bounds withFounding = assumed ? cell.withFounding() : null;
        return Optional.of(new Derived(
                measure.name().toLowerCase(Locale.ROOT),
                ordinal,
                toDate,
                number.least().value(),
                sum(number.least().proof()),
                assumed,
                withFounding != null && withFounding.isExact()
                        ? withFounding.least().value()
                        : null));
    }

    /** The terms that are numbers of sources or of the ledger, in figures and signs that every reader understands. */
    private static String sum(Proof proof) {
        String sum = proof.terms().stream()
                .map(term -> switch (term.operator()) {
                            case PLUS -> " + ";
                            case MINUS -> " − ";
                            case TIMES -> " × ";
                            case DIVIDED_BY -> " ÷ ";
                        }
                        + term.value().toPlainString())
                .collect(Collectors.joining());
        return sum.replaceFirst("^ \\+ ", "").strip();
    }

    private static Evidence.Meeting meeting(Held held) {
        return new Evidence.Meeting(
                held.ordinal(),
                held.day() == null ? null : held.day().earliest(),
                held.day() == null ? null : held.day().latest());
    }

    private static Set<Measure> measures(String founding) {
        return founding.equals("mou") ? EnumSet.of(Measure.MOUS, Measure.AGREEMENTS) : EnumSet.of(Measure.AGREEMENTS);
    }

    /** A figure as the ledger takes it; one without a measure or a place in the series, or with sub-councils in it, is none. */
    private static Optional<Statement> statement(Figure figure) {
        if (figure.measure() == null || figure.scope().equals("sub_councils_included")) {
            return Optional.empty();
        }
        Statement.Comparator comparator =
                Statement.Comparator.valueOf(figure.comparator().toUpperCase(Locale.ROOT));
        Statement.Amount amount = figure.value() == null
                ? new Statement.Relation(
                        comparator,
                        Objects.requireNonNull(figure.factor()),
                        Objects.requireNonNull(figure.factorOrdinal()))
                : new Statement.Count(comparator, figure.value());
        return place(figure)
                .map(place -> new Statement(
                        String.valueOf(figure.id()),
                        Measure.valueOf(figure.measure().toUpperCase(Locale.ROOT)),
                        place,
                        amount,
                        figure.preferred(),
                        Statement.Standing.valueOf(figure.standing().toUpperCase(Locale.ROOT))));
    }

    private static Optional<Statement.Place> place(Figure figure) {
        Integer ordinal = figure.ordinal();
        if (ordinal == null) {
            return figure.series().equals("at")
                            || figure.asOf() == null
                            || figure.asOf().latest() == null
                    ? Optional.empty()
                    : Optional.of(new Statement.AsOf(
                            Objects.requireNonNullElse(figure.asOf().earliest(), LocalDate.MIN),
                            figure.asOf().latest()));
        }
        return Optional.of(
                switch (figure.series()) {
                    case "after" -> Statement.Place.after(ordinal);
                    case "before" -> Statement.Place.before(ordinal);
                    default -> new Statement.At(ordinal, Objects.requireNonNullElse(figure.throughOrdinal(), ordinal));
                });
    }
}
