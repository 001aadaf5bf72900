package org.pacta.reader.dashboard;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;
import org.pacta.registry.tally.CountingRule;

/**
 * Councils down and years across.
 *
 * @param years from the first to the last shown
 * @param hasEarlier whether something lies before the first of them
 * @param rows each council after the one it belongs to
 * @param all what is recorded in each year, every row once; null where numbers are announced, which are never added
 */
record YearsView(
        Choice choice,
        CountingRule rule,
        List<Integer> years,
        boolean hasEarlier,
        boolean hasUndated,
        boolean hasSeveral,
        List<Row> rows,
        @Nullable Row all) {

    /** What is counted. */
    enum Counted {
        MEETINGS,
        MOUS,
        AGREEMENTS,
        PROJECTS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it is known: by the rows held here, or by what sources say and what follows from it. */
    enum Known {
        RECORDED,
        ANNOUNCED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a manager chose, bound from the query string.
     *
     * @param from first year; where none is chosen, the last fifteen are shown
     */
    record Choice(
            Counted measure,
            Known basis,
            @Nullable @Min(1) @Max(9999) Integer from,
            @Nullable @Min(1) @Max(9999) Integer to) {

        /** So many years are shown where none is chosen. */
        private static final int SHOWN = 15;

        Choice {
            measure = Objects.requireNonNullElse(measure, Counted.MEETINGS);
            basis = measure == Counted.MEETINGS ? Known.RECORDED : Objects.requireNonNullElse(basis, Known.RECORDED);
        }

        public boolean isAnnounced() {
            return basis == Known.ANNOUNCED;
        }

        public boolean isOfMeetings() {
            return measure == Counted.MEETINGS;
        }

        /** Whether the first year lies after the last. */
        public boolean isBackwards() {
            return from != null && to != null && from > to;
        }

        /** The years to show of those that have something, the latest unless others are chosen. */
        List<Integer> shown(List<Integer> all) {
            if (all.isEmpty()) {
                return List.of();
            }
            int latest = all.get(all.size() - 1);
            int last = to == null ? latest : Math.min(to, latest);
            int first = Math.max(all.get(0), from == null ? last - SHOWN + 1 : from);
            return IntStream.rangeClosed(first, last).boxed().toList();
        }

        Address on(String path, CountingRule rule) {
            Address address = Address.of(path)
                    .with("measure", isOfMeetings() ? null : measure.code())
                    .with("basis", isAnnounced() ? basis.code() : null)
                    .with("from", from)
                    .with("to", to);
            return rule.on(address);
        }
    }

    /**
     * A council.
     *
     * @param isBelow whether it is a body under another one
     * @param several what is only known of several years together
     * @param total of all years: of announced numbers the one that stands at the end, never a sum
     */
    record Row(
            @Nullable String slug,
            Name name,
            boolean isBelow,
            Cell earlier,
            List<Cell> years,
            Cell undated,
            Cell several,
            Cell total) {}

    /**
     * What is known of one council in one year.
     *
     * @param heat from 0 for nothing to 5 for the most of all cells
     */
    record Cell(List<Part> parts, int heat) {}

    /**
     * One number, or one of several that are not added.
     *
     * @param basis how it is known, in words; null for recorded rows
     * @param href its rows, its proof or its source
     */
    record Part(
            @Nullable String sign,
            String text,
            @Nullable String basis,
            List<String> notes,
            @Nullable String href) {}

    public Counted[] measures() {
        return Counted.values();
    }

    public Known[] bases() {
        return Known.values();
    }

    public Address file(String format) {
        return choice.on("/dashboard/years." + format, rule);
    }
}
