package org.pacta.reader.outcome;

import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;

/**
 * What became of what was agreed, by council and by year.
 *
 * @param chosen the council whose years are shown; null for all together
 * @param councils each council that has records, those below another after it
 * @param years of the chosen council, newest first; the last is that of undated records where there are some
 */
record OutcomesView(@Nullable Row chosen, List<Row> councils, List<Row> years, Row all) {

    static final String PAGE = "/dashboard/outcomes";

    /** What is counted of all the years, or of all the councils. */
    public Row total() {
        return chosen == null ? all : chosen;
    }

    public List<Stage> stages() {
        return List.of(Stage.values());
    }

    /** The address of the same as a file. */
    public Address file(String format) {
        return Address.of(PAGE + "." + format);
    }

    /**
     * A council, or a year, with how many records have come how far.
     *
     * @param slug of the council; null where all are counted together
     * @param isBelow whether it belongs to the council above it
     * @param year null for all years; 0 where records have no date
     */
    public record Row(
            @Nullable String slug,
            Name name,
            boolean isBelow,
            @Nullable Integer year,
            Map<Stage, Long> counts) {

        public List<Cell> cells() {
            return Arrays.stream(Stage.values()).map(this::cell).toList();
        }

        private Cell cell(Stage stage) {
            return new Cell(
                    stage,
                    counts.getOrDefault(stage, 0L),
                    counts.getOrDefault(stage.all(), 0L),
                    new Question(stage, slug, year, null).address());
        }

        /** Whether there are agreements and projects, and not one is linked to another. */
        public boolean isUnlinked() {
            return cell(Stage.AGREEMENTS).count > 0
                    && cell(Stage.PROJECTS).count > 0
                    && cell(Stage.WITH_PROJECT).count == 0;
        }

        /** The years of the council. */
        public Address years() {
            return Address.of(PAGE).with("council", slug);
        }
    }

    /**
     * How many records there are.
     *
     * @param of how many of the kind there are in all
     * @param rows where they are listed
     */
    public record Cell(Stage stage, long count, long of, Address rows) {

        /** The share in whole per cent, of what is not nothing. */
        public @Nullable Long share() {
            return stage.isWhole() || of == 0 ? null : Math.round(100.0 * count / of);
        }
    }

    /**
     * Which records are asked for.
     *
     * @param council the name in its address; null for every council
     * @param year null for every year; 0 for records without a date
     */
    record Question(
            @NotNull Stage stage,
            @Nullable String council,
            @Nullable Integer year,
            @Nullable Integer page) {

        public Address address() {
            return at(PAGE + "/rows");
        }

        public Address file() {
            return at(PAGE + "/rows.csv");
        }

        private Address at(String path) {
            return Address.of(path)
                    .with("stage", stage.code())
                    .with("council", council)
                    .with("year", year);
        }
    }

    /** The records behind a number. */
    record Rows(Question question, Name council, Slice<Record> slice) {

        public Address page(int number) {
            return question.address().with("page", number == 1 ? null : number);
        }
    }

    /**
     * An agreement, a project or a commitment.
     *
     * @param path null where no page shows it
     * @param standing how far it has come, as in {@link Stage}; other where nothing is said
     */
    public record Record(
            String kind,
            long id,
            Name title,
            @Nullable String path,
            @Nullable String councilSlug,
            Name council,
            @Nullable PartialDate day,
            @Nullable PartialDate due,
            String standing) {}
}
