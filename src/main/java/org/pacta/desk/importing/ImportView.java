package org.pacta.desk.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.importing.TableFile.Shape;
import org.pacta.rules.table.ColumnTarget;
import org.pacta.rules.table.TableDates.Order;

/**
 * An import as it stands.
 *
 * @param name of the file
 * @param size of the file in bytes
 * @param work that is under way; null where none is
 * @param done rows that the work under way has done
 * @param due rows that it has to do
 * @param trouble what the last work ended with, as the end of a key of a message; null where it ended well
 * @param shape what the file is read as; null until it was read
 * @param headingRow number of the row with the headings; 0 where there is none
 * @param mapping null until the file was read
 * @param triedAt when the last dry run ended; null where nothing was tried since the columns were changed
 */
public record ImportView(
        long id,
        String name,
        String sha256,
        long size,
        String author,
        long authorId,
        Instant madeAt,
        Instant changedAt,
        String state,
        @Nullable String work,
        int done,
        int due,
        @Nullable String trouble,
        @Nullable Shape shape,
        int headingRow,
        List<String> headings,
        @Nullable Mapping mapping,
        @Nullable Instant triedAt,
        @Nullable String reviewer,
        @Nullable String comment,
        @Nullable Long source) {

    /** Whether its author is at work on it. */
    public boolean isOpen() {
        return state.equals("open") || state.equals("returned");
    }

    /** Whether the file can be read in another way: nothing was sent to a reviewer yet. */
    public boolean isReadable() {
        return isOpen() || state.equals("unread");
    }

    /** What its columns hold; nothing as long as it was not read. */
    public Mapping mapped() {
        return mapping == null ? new Mapping(List.of(), Map.of(), List.of()) : mapping;
    }

    public boolean isAtWork() {
        return work != null;
    }

    /** How far the work under way has come, in percent. */
    public int percent() {
        return due == 0 ? 0 : Math.min(100, (int) (100L * done / due));
    }

    /**
     * What the columns of a list hold.
     *
     * @param columns in the order of the file
     * @param constants what holds for every row, by the code of the target
     * @param accepted reasons to look at a row that somebody has looked at for the whole list
     */
    public record Mapping(List<Column> columns, Map<String, String> constants, List<String> accepted) {

        public Mapping {
            columns = List.copyOf(columns);
            constants = Map.copyOf(Objects.requireNonNullElse(constants, Map.of()));
            accepted = List.copyOf(Objects.requireNonNullElse(accepted, List.of()));
        }

        /**
         * What one column holds.
         *
         * @param separator between the values of one cell; empty where a cell has one value
         * @param order of day, month and year in its dates; null where that is plain
         */
        public record Column(
                ColumnTarget target,
                String separator,
                @Nullable Order order) {}

        /** The columns that hold something, from 0. */
        public List<Integer> of(ColumnTarget target) {
            return IntStream.range(0, columns.size())
                    .filter(i -> columns.get(i).target() == target)
                    .boxed()
                    .toList();
        }

        /** What holds for every row; empty where nothing does. */
        public String constant(ColumnTarget target) {
            return constants.getOrDefault(target.code(), "");
        }

        /** The same, once somebody has looked at all rows that have this reason. */
        Mapping accept(String reason) {
            return new Mapping(
                    columns,
                    constants,
                    Stream.concat(accepted.stream(), Stream.of(reason))
                            .distinct()
                            .toList());
        }
    }
}
