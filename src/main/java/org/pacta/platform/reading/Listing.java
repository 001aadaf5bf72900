package org.pacta.platform.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NameOrder;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list that readers narrow, sort and page through. The number of SQL statements does not depend on the number of rows, and what a
 * row shows is read for the rows of the page alone.
 *
 * @param <T> one row
 */
public final class Listing<T> {

    private static final int PAGE_SIZE = 50;

    /** Rows of a whole view that are handed out, and read, at a time. */
    private static final int BATCH = 1_000;

    /** A row that stands for a record. */
    public interface Row {

        /** Number of the record. */
        long id();
    }

    /** Lists that can be taken away whole: every row of a view, in its order. */
    public interface Whole {

        /** What they list, as their paths name it. */
        Set<String> nouns();

        /** The first page of a view; refuses what its page refuses. */
        ListPage<?> page(String noun, ListFilter filter);

        /** Hands out the numbers of all rows of that view; in a transaction, so that they need not fit into memory. */
        void ids(String noun, ListPage<?> page, Consumer<List<Long>> batch);
    }

    private final JdbcClient jdbc;
    private final String path;
    private final String view;
    private final RowMapper<T> mapper;
    private final List<Facet> facets;
    private final boolean dated;
    private final Map<String, String> orders;

    /**
     * @param view SQL name of what is listed; a dated one has day_sort and day_latest
     * @param orders SQL to sort by, by name, each with {@code %1$s} for its direction and names as {@link NameOrder} has them; the first is the list's own, descending
     */
    public Listing(
            JdbcClient jdbc,
            String path,
            String view,
            RowMapper<T> mapper,
            List<Facet> facets,
            boolean dated,
            Map<String, String> orders) {
        this.jdbc = jdbc;
        this.path = path;
        this.view = view;
        this.mapper = mapper;
        this.facets = facets;
        this.dated = dated;
        this.orders = orders;
    }

    /**
     * Reads one page.
     *
     * @throws BadParameterException for a value or an order that is not offered
     * @throws NotFoundException for a page past the last
     */
    public ListPage<T> page(ListFilter filter) {
        Address address = filter.address(path).without("q");
        String order = order(filter.sort());
        List<ListPage.Choices> choices = choices(address, offers(address, parameters()));
        refuseUnknown(address, choices);
        long total = count(address);
        Slice<T> slice = new Slice<>(rows(address, order, filter.number()), filter.number(), PAGE_SIZE, total);
        List<ListPage.Chip> chips = chips(address, choices, total == 0 ? this::count : null);
        return new ListPage<>(slice, address, choices, chips, dated, orders(), order, null, null);
    }

    public String path() {
        return path;
    }

    public boolean isDated() {
        return dated;
    }

    /** The names of its orders. */
    public List<String> orders() {
        return List.copyOf(orders.keySet());
    }

    /** The names of the parameters its facets have. */
    public List<String> parameters() {
        return facets.stream().map(Facet::parameter).toList();
    }

    /**
     * The order to use.
     *
     * @throws BadParameterException for one that is not offered
     */
    public String order(@Nullable String wanted) {
        if (wanted == null) {
            String own = orders.keySet().iterator().next();
            return dated ? "-" + own : own;
        }
        if (!orders.containsKey(wanted.replaceFirst("^-", ""))) {
            throw new BadParameterException("sort");
        }
        return wanted;
    }

    /** The values that some facets offer, by their parameters. */
    public Map<String, List<Facet.Value>> offers(Address address, Collection<String> parameters) {
        Map<String, List<Facet.Value>> offers = new LinkedHashMap<>();
        facets.stream()
                .filter(facet -> parameters.contains(facet.parameter()))
                .forEach(facet -> offers.put(
                        facet.parameter(), facet.values().apply(jdbc, bare(address.values(facet.parameter())))));
        return offers;
    }

    /** The choices of each facet as the reader made them, not yet counted; none of a facet that offers nothing here. */
    public List<ListPage.Choices> choices(Address address, Map<String, List<Facet.Value>> offers) {
        return facets.stream()
                .map(facet -> choices(
                        facet, address.values(facet.parameter()), offers.getOrDefault(facet.parameter(), List.of())))
                .toList();
    }

    private static ListPage.Choices choices(Facet facet, List<String> chosen, List<Facet.Value> values) {
        return new ListPage.Choices(
                facet.parameter(),
                values.stream()
                        .map(each -> new ListPage.Choice(
                                each.value(),
                                each.name(),
                                chosen.contains(each.value()),
                                chosen.contains("-" + each.value()),
                                null))
                        .toList(),
                facet.offered());
    }

    /**
     * Makes sure that every parameter and value is one this list knows.
     *
     * @throws BadParameterException for the first that is not
     */
    public void refuseUnknown(Address address, List<ListPage.Choices> choices) {
        address.chosen().forEach((parameter, values) -> {
            boolean known = parameter.equals("sort")
                    || parameter.equals("q")
                    || dated && (parameter.equals("from") || parameter.equals("to"))
                    || choices.stream()
                            .filter(each -> each.parameter().equals(parameter))
                            .anyMatch(each ->
                                    each.chosen().size() + each.excluded().size() == values.size());
            if (!known) {
                throw new BadParameterException(parameter);
            }
        });
    }

    /**
     * The rows of one page.
     *
     * @throws NotFoundException for a page past the last
     */
    public List<T> rows(Address address, String order, int number) {
        String by = by(order);
        // The limit stands in the text: the database then has one plan for all councils, and need not make one each
        // time.
        List<T> rows = jdbc.sql("""
                        select %1$s.* from (select id from %1$s %2$s order by %3$s, id desc limit %4$d offset %5$d) page
                        join %1$s using (id) order by %3$s, id desc
                        """.formatted(view, where(address), by, PAGE_SIZE, (number - 1L) * PAGE_SIZE))
                .params(parameters(address))
                .query(mapper)
                .list();
        if (rows.isEmpty() && number > 1) {
            throw new NotFoundException("page", number);
        }
        return rows;
    }

    /** Hands out the ids of all rows of a view in its order, some at a time; in a transaction, so that they need not fit into memory. */
    public void ids(Address address, String order, Consumer<List<Long>> batch) {
        String sql = "select id from %s %s order by %s, id desc".formatted(view, where(address), by(order));
        List<Long> ids = new ArrayList<>(BATCH);
        try (Stream<Long> all =
                jdbc.sql(sql).withFetchSize(BATCH).params(parameters(address)).query(Long.class).stream()) {
            all.forEach(id -> {
                ids.add(id);
                if (ids.size() == BATCH) {
                    batch.accept(List.copyOf(ids));
                    ids.clear();
                }
            });
        }
        batch.accept(ids);
    }

    private String by(String order) {
        String direction = order.startsWith("-") ? "desc nulls last" : "asc nulls last";
        return NameOrder.in(Objects.requireNonNull(orders.get(order.replaceFirst("^-", ""))))
                .formatted(direction);
    }

    /** The rows with these ids, in their order; an id without a row leaves no gap. */
    public List<T> rows(List<Long> ids, ToLongFunction<T> id) {
        Map<Long, T> rows = jdbc
                .sql("select * from %s where id = any(:ids)".formatted(view))
                .param("ids", ids.toArray(Long[]::new))
                .query(mapper)
                .list()
                .stream()
                .collect(Collectors.toMap(id::applyAsLong, Function.identity()));
        return ids.stream().filter(rows::containsKey).map(rows::get).toList();
    }

    /** How many rows fit. */
    public long count(Address address) {
        return jdbc.sql("select count(*) from %s %s".formatted(view, where(address)))
                .params(parameters(address))
                .query(Long.class)
                .single();
    }

    private String where(Address address) {
        List<String> conditions = new ArrayList<>();
        for (Facet facet : facets) {
            List<String> values = address.values(facet.parameter());
            long wanted =
                    values.stream().filter(value -> !value.startsWith("-")).count();
            if (wanted > 0) {
                conditions.add("(" + (wanted == 1 ? facet.ofOne() : facet.condition()) + ")");
            }
            if (values.stream().anyMatch(value -> value.startsWith("-"))) {
                String condition = facet.condition().replace(":" + facet.parameter(), ":not_" + facet.parameter());
                conditions.add("(" + condition + ") is not true");
            }
        }
        if (!address.values("from").isEmpty()) {
            conditions.add("day_latest >= make_date(:from, 1, 1)");
        }
        if (!address.values("to").isEmpty()) {
            // A date is sorted by the first day it can be, so that the rows are a stretch of the index.
            conditions.add("day_sort <= make_date(:to, 12, 31)");
        }
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    private static Map<String, Object> parameters(Address address) {
        Map<String, Object> parameters = new HashMap<>();
        address.chosen().forEach((name, values) -> {
            boolean excluding = values.get(0).startsWith("-");
            boolean numbers = List.of("organisation", "from", "to").contains(name);
            Function<String, Object> value = numbers ? Long::valueOf : each -> each;
            parameters.put(
                    name,
                    values.stream()
                            .filter(each -> !each.startsWith("-"))
                            .map(value)
                            .toList());
            if (excluding) {
                parameters.put(
                        "not_" + name,
                        bare(values.stream()
                                        .filter(each -> each.startsWith("-"))
                                        .toList())
                                .stream()
                                .map(value)
                                .toList());
            }
        });
        for (String bound : List.of("from", "to")) {
            parameters.computeIfPresent(bound, (name, years) -> ((Long) ((List<?>) years).get(0)).intValue());
        }
        return parameters;
    }

    private static List<String> bare(List<String> values) {
        return values.stream().map(each -> each.replaceFirst("^-", "")).toList();
    }

    /**
     * What is chosen, value by value.
     *
     * @param count tells how many rows remain without one; null when that is not asked
     */
    public List<ListPage.Chip> chips(
            Address address, List<ListPage.Choices> choices, @Nullable ToLongFunction<Address> count) {
        List<ListPage.Chip> chips = new ArrayList<>();
        for (ListPage.Choices facet : choices) {
            for (ListPage.Choice choice : facet.choices()) {
                if (choice.chosen() || choice.excluded()) {
                    String value = (choice.excluded() ? "-" : "") + choice.value();
                    Address without = address.without(facet.parameter(), value);
                    chips.add(
                            chip(facet.parameter(), choice.value(), choice.name(), choice.excluded(), without, count));
                }
            }
        }
        for (String bound : List.of("from", "to")) {
            address.values(bound)
                    .forEach(year -> chips.add(chip(bound, year, null, false, address.without(bound), count)));
        }
        return chips;
    }

    private static ListPage.Chip chip(
            String parameter,
            String value,
            @Nullable Name name,
            boolean excluded,
            Address without,
            @Nullable ToLongFunction<Address> count) {
        Long rows = count == null ? null : count.applyAsLong(without);
        return new ListPage.Chip(parameter, value, name, excluded, without, rows);
    }
}
