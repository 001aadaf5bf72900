package org.pacta.reader.focus;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;

/**
 * How many rows on record each focus area has, in the years and in the councils of one list.
 *
 * @param counted agreements or projects
 * @param areas those with rows, the one with most first
 * @param undated how many rows with a focus area have no date
 * @param without how many rows have no focus area
 */
record FocusTable(
        String counted, List<Area> areas, List<Integer> years, List<Council> councils, long undated, long without) {

    /** A council as the head of a column. */
    public record Council(String slug, Name name, @Nullable String acronym) {}

    /**
     * A focus area.
     *
     * @param rows how many it has in all
     * @param years a cell for each year
     * @param councils a cell for each council
     */
    public record Area(String slug, Name name, long rows, Address address, List<Cell> years, List<Cell> councils) {}

    /**
     * @param heat from 0 for none to 5 for the most of any cell beside it
     * @param address where the rows are listed
     */
    public record Cell(long rows, int heat, Address address) {}

    /** The focus area with the most rows. */
    public Optional<Area> first() {
        return areas.stream().findFirst();
    }

    /** The list that is counted, narrowed to a focus area, and to a council where one is given. */
    static Address list(String counted, @Nullable String council, String focus) {
        return Address.of("/" + counted).with("council", council).with("focus", focus);
    }

    /** Where the other list is counted. */
    public Address counting(String other) {
        return Address.of("/dashboard/topics").with("count", other.equals("agreements") ? null : other);
    }

    /** One of the two tables as a file. */
    public Address file(String by, String format) {
        return Address.of("/dashboard/topics/" + by + "." + format).with("count", counted);
    }

    public List<String> choices() {
        return List.of("agreements", "projects");
    }
}
