package org.pacta.registry.chart;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.registry.telling.CellWording;
import org.pacta.registry.telling.CellWording.Columns;

/**
 * What is known of a council at one meeting or on one day: a point of a chart, and a row of its file.
 *
 * @param through the last meeting where several are told together; null for one meeting or a day
 * @param date as it is known, of a meeting that is planned or was postponed too
 * @param day the last day that it can be; null for a meeting without a date, and for one that is planned or was postponed
 * @param drawnOn the same, or for a meeting without a date its place between its neighbours; null where it has none
 * @param isAfter whether it is a meeting after others whose day is known
 * @param added null where no number is announced by meeting
 * @param toDate null where only rows are recorded, for meetings together and for an occasion
 * @param recordedNew null for meetings together, of which each has its own
 */
record StepPoint(
        Tally tally,
        String name,
        @Nullable Integer meeting,
        @Nullable Integer through,
        @Nullable String date,
        @Nullable LocalDate day,
        @Nullable LocalDate drawnOn,
        boolean isAfter,
        @Nullable Number added,
        @Nullable Number toDate,
        @Nullable Long recordedNew,
        long recordedToDate,
        String page) {

    /** By their days; meetings whose place is not known come before or after those whose day is. */
    static final Comparator<StepPoint> IN_ORDER = Comparator.comparing(StepPoint::sort)
            .thenComparing(StepPoint::meeting, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final List<Column> COLUMNS = List.of(
            new Column(
                    "council", written -> written.point.tally.ledger().council().slug()),
            new Column("name", written -> written.point.name),
            new Column("meeting", written -> written.point.meeting),
            new Column("date", written -> written.point.date),
            new Column("day", written -> written.point.day),
            new Column("new", written -> of(written.added, Columns::value)),
            new Column("new_basis", written -> of(written.added, Columns::basis)),
            new Column("to_date", written -> of(written.toDate, Columns::value)),
            new Column("to_date_basis", written -> of(written.toDate, Columns::basis)),
            new Column("recorded_new", written -> written.point.recordedNew),
            new Column("recorded_to_date", written -> written.point.recordedToDate),
            new Column("page", written -> written.point.page),
            new Column("sources", Written::sources),
            new Column("new_words", written -> of(written.added, Columns::words)),
            new Column("new_least", written -> of(written.added, Columns::least)),
            new Column("new_most", written -> of(written.added, Columns::most)),
            new Column("new_alternative", written -> of(written.added, Columns::alternative)),
            new Column("new_proof", written -> of(written.added, Columns::proof)),
            new Column("new_sources", written -> of(written.added, Columns::sources)),
            new Column("to_date_words", written -> of(written.toDate, Columns::words)),
            new Column("to_date_least", written -> of(written.toDate, Columns::least)),
            new Column("to_date_most", written -> of(written.toDate, Columns::most)),
            new Column("to_date_alternative", written -> of(written.toDate, Columns::alternative)),
            new Column("to_date_proof", written -> of(written.toDate, Columns::proof)),
            new Column("to_date_sources", written -> of(written.toDate, Columns::sources)),
            new Column("drawn_on", written -> written.point.drawnOn),
            new Column("new_aside", written -> of(written.added, Columns::aside)),
            new Column("to_date_aside", written -> of(written.toDate, Columns::aside)),
            new Column("through", written -> written.point.through),
            new Column("date_words", Written::dateWords));

    /** A column of the file, and how it is read from a point in words. */
    private record Column(String name, Function<Written, @Nullable Object> of) {}

    /** A point with its numbers in words. */
    private record Written(
            StepPoint point,
            @Nullable String dateWords,
            @Nullable Columns added,
            @Nullable Columns toDate) {

        String sources() {
            return Stream.of(added, toDate)
                    .flatMap(columns -> Stream.ofNullable(of(columns, Columns::sources)))
                    .flatMap(paths -> Stream.of(paths.toString().split(" ")))
                    .distinct()
                    .collect(Collectors.joining(" "));
        }
    }

    private static @Nullable Object of(@Nullable Columns columns, Function<Columns, @Nullable Object> column) {
        return columns == null ? null : column.apply(columns);
    }

    private LocalDate sort() {
        return drawnOn != null ? drawnOn : isAfter ? LocalDate.MAX : LocalDate.MIN;
    }

    static List<String> columns() {
        return COLUMNS.stream().map(Column::name).toList();
    }

    /** A value for each column. */
    List<@Nullable Object> row(CellWording cells, Wording wording) {
        Written written = new Written(
                this,
                date == null ? null : wording.date(PartialDate.parse(date)),
                added == null ? null : cells.columns(tally, added),
                toDate == null ? null : cells.columns(tally, toDate));
        return COLUMNS.stream()
                .map(column -> plain(column.of.apply(written)))
                .collect(Collectors.<@Nullable Object>toList());
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof LocalDate day ? day.toString() : value;
    }
}
