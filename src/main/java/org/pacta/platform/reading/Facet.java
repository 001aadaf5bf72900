package org.pacta.platform.reading;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NameOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One way to narrow a list.
 *
 * @param parameter its name in the query string, and in message keys
 * @param condition SQL that holds for the rows wanted, with the chosen values as a parameter of the same name
 * @param ofOne the same for a single value, where that can be said so that an index gives the rows in their order
 * @param values reads what can be chosen, given what is chosen
 * @param offered whether all values are offered on the page, or only named when chosen
 */
public record Facet(
        String parameter,
        String condition,
        String ofOne,
        BiFunction<JdbcClient, List<String>, List<Value>> values,
        boolean offered) {

    /** A value to choose; one without a name is a fixed word with a message key. */
    public record Value(String value, @Nullable Name name) {}

    private Facet(
            String parameter,
            String condition,
            BiFunction<JdbcClient, List<String>, List<Value>> values,
            boolean offered) {
        this(parameter, condition, condition, values, offered);
    }

    /** Values that are words of ours: the codes of an enumeration. */
    public static Facet words(String parameter, String condition, String... codes) {
        List<Value> values = Stream.of(codes).map(code -> new Value(code, null)).toList();
        return new Facet(parameter, condition, (jdbc, chosen) -> values, true);
    }

    /** Values that are rows: a query that gives value, name and local_name, in the order of {@link NameOrder}. */
    public static Facet rows(String parameter, String condition, String query) {
        return new Facet(parameter, condition, (jdbc, chosen) -> read(jdbc, query, Map.of()), true);
    }

    /** Values too many to offer: a query that gives value, name and local_name of those in {@code :chosen}. */
    public static Facet chosenRows(String parameter, String condition, String query) {
        return new Facet(
                parameter,
                condition,
                (jdbc, chosen) -> chosen.isEmpty() ? List.of() : read(jdbc, query, Map.of("chosen", chosen)),
                false);
    }

    /** The councils, for a list whose rows have a {@code council_id}. */
    public static Facet council() {
        String condition = "council_id in (select id from council where slug in (:council))";
        Facet council = council(condition);
        return new Facet(
                council.parameter, condition, condition.replaceFirst("in", "="), council.values, council.offered);
    }

    /** The councils. */
    public static Facet council(String condition) {
        return rows("council", condition, """
                select slug as value, name, local_name from council where withdrawn_on is null order by {name}""");
    }

    /** The places that are a side of a council, or contain one. */
    public static Facet place(String condition) {
        return rows("place", condition, """
                select slug as value, name, local_name from place
                where withdrawn_on is null
                and id in (select ancestor_id from place_within join council_side using (place_id)) order by {name}""");
    }

    public static Facet focus(String condition) {
        return rows("focus", condition, "select slug as value, name, local_name from focus_area order by {name}");
    }

    public static Facet organisation(String condition) {
        return chosenRows("organisation", condition, """
                select id::text as value, name, local_name from organisation where id::text in (:chosen)""");
    }

    private static List<Value> read(JdbcClient jdbc, String query, Map<String, ?> parameters) {
        return jdbc.sql(NameOrder.in(query))
                .params(parameters)
                .query((row, n) -> new Value(row.getString("value"), Columns.name(row, "")))
                .list();
    }
}
