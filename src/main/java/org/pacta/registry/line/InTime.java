package org.pacta.registry.line;

/**
 * What is surely of a time up to a day. A date that is not a day counts when all of it lies in that time; what is of a numbered meeting
 * counts, too, when that or a later meeting of its council surely took place. What may be of the time does not count.
 */
public final class InTime {

    private InTime() {}

    /**
     * The condition in SQL, for the parameter {@code :until}, a date or null for all times.
     *
     * @param day the column or term that gives the date
     * @param table a table or view with the columns {@code council_id} and {@code ordinal}
     */
    public static String condition(String day, String table) {
        return condition(day, table, "ordinal");
    }

    static String condition(String day, String table, String ordinal) {
        return """
                (cast(:until as date) is null or edtf_latest(%1$s) <= cast(:until as date)
                    or coalesce(edtf_earliest(%1$s) <= cast(:until as date), true) and exists (
                        select from meeting later
                        where later.council_id = %2$s.council_id and later.ordinal >= %2$s.%3$s and later.status = 'held'
                            and later.withdrawn_on is null and edtf_latest(later.held_on) <= cast(:until as date)))
                """.formatted(day, table, ordinal);
    }
}
