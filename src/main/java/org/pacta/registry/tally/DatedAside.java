package org.pacta.registry.tally;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.rules.ledger.Bounds;
import org.pacta.rules.ledger.Ledger.Cell;
import org.pacta.rules.ledger.Statement;
import org.pacta.rules.ledger.Statement.AsOf;

/** A total of a day that does not count: what is known of that day lies between the totals before it and those after it. */
record DatedAside(AsOf day, Figure figure) {

    /** A total of the series, and the days between which it was reached; {@link LocalDate#MIN} where the first is not known. */
    private record Total(LocalDate earliest, LocalDate latest, Cell cell) {

        Optional<Bounds> bounds() {
            return cell.isDisputed() ? Optional.empty() : cell.certain();
        }
    }

    static Stream<DatedAside> of(Tally tally) {
        return tally.series().unplaced().stream()
                .filter(statement -> statement.place() instanceof AsOf)
                .map(statement -> new DatedAside((AsOf) statement.place(), figure(tally, statement)));
    }

    private static Figure figure(Tally tally, Statement statement) {
        return Objects.requireNonNull(tally.ledger().figures().get(statement.key()));
    }

    Number number(Tally tally) {
        List<Total> totals = totals(tally).toList();
        Optional<Bounds> before = totals.stream()
                .filter(total -> total.latest.isBefore(day.earliest()))
                .flatMap(total -> total.bounds().stream())
                .max(Comparator.comparing(bounds -> bounds.least().value()));
        Optional<Bounds> after = totals.stream()
                .filter(total -> total.earliest.isAfter(day.latest()))
                .flatMap(total -> total.bounds().stream())
                .filter(bounds -> bounds.most() != null)
                .min(Comparator.comparing(
                        bounds -> Objects.requireNonNull(bounds.most()).value()));
        Bounds bounds = new Bounds(
                before.orElse(Bounds.ANY).least(), after.map(Bounds::most).orElse(null));
        boolean isKnown = bounds.restsOn(statement -> true);
        boolean isDoubtful = totals.stream()
                .filter(total -> total.cell.restsOnDisputed())
                .anyMatch(
                        total -> total.bounds().equals(before) || total.bounds().equals(after));
        return isKnown
                ? new Number(
                        tally.measure(),
                        day,
                        bounds.isExact() ? Basis.DERIVED : Basis.BOUNDED,
                        List.of(figure),
                        bounds,
                        null,
                        isDoubtful,
                        null,
                        null)
                : Number.unknown(tally.measure(), day, List.of(figure));
    }

    private static Stream<Total> totals(Tally tally) {
        Stream<Total> ofMeetings = tally.series().rows().stream()
                .flatMap(row -> tally.ledger().day(row.ordinal()).stream()
                        .filter(date -> date.latest() != null && row.ordinal() == row.through())
                        .map(date -> new Total(earliest(date), Objects.requireNonNull(date.latest()), row.toDate())));
        Stream<Total> ofDays = tally.series().dated().stream()
                .flatMap(cell -> cell.place() instanceof AsOf on
                        ? Stream.of(new Total(on.earliest(), on.latest(), cell))
                        : Stream.empty());
        return Stream.concat(ofMeetings, ofDays);
    }

    private static LocalDate earliest(PartialDate date) {
        return Objects.requireNonNullElse(date.earliest(), LocalDate.MIN);
    }
}
