package org.pacta.platform.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.Slice;
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

    private final JdbcClient jdbc;
    private final String path;
    private final String view;
    private final RowMapper<T> mapper;
    private final List<Facet> facets;
    private final boolean dated;
    private final Map<String, String> orders;

    /**
     * @param view SQL name of what is listed; a dated one has day_earliest and day_latest
     * @param orders SQL to sort by, by name, each with {@code %1$s} for its direction; the first is the list's own, descending
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
        Address address = filter.address(path);
        String order = order(filter.sort());
        List<ListPage.Choices> choices = facets.stream()
                .map(facet -> choices(facet, address.values(facet.parameter())))
                .toList();
        refuseUnknown(address, choices);
        Slice<T> slice = slice(address, order, filter.number());
        return new ListPage<>(
                slice,
                address,
                choices.stream().filter(each -> offered(each.parameter())).toList(),
                chips(address, choices, slice.total() == 0),
                dated,
                order);
    }

    private String order(@Nullable String wanted) {
        if (wanted == null) {
            String own = orders.keySet().iterator().next();
            return dated ? "-" + own : own;
        }
        if (!orders.containsKey(wanted.replaceFirst("^-", ""))) {
            throw new BadParameterException("sort");
        }
        return wanted;
    }

    private ListPage.Choices choices(Facet facet, List<String> chosen) {
        return new ListPage.Choices(
                facet.parameter(),
                facet.values().apply(jdbc, chosen).stream()
                        .map(each -> new ListPage.Choice(each.value(), each.name(), chosen.contains(each.value())))
                        .toList());
    }

    private boolean offered(String parameter) {
        return facets.stream().anyMatch(facet -> facet.parameter().equals(parameter) && facet.offered());
    }

    private void refuseUnknown(Address address, List<ListPage.Choices> choices) {
        address.chosen().forEach((parameter, values) -> {
            boolean known = parameter.equals("sort")
                    || dated && (parameter.equals("from") || parameter.equals("to"))
                    || choices.stream()
                            .filter(each -> each.parameter().equals(parameter))
                            .anyMatch(each -> each.choices().stream()
                                            .filter(ListPage.Choice::chosen)
                                            .count()
                                    == values.size());
            if (!known) {
                throw new BadParameterException(parameter);
            }
        });
    }

    private Slice<T> slice(Address address, String order, int number) {
        long total = count(address);
        Map<String, Object> parameters = parameters(address);
        parameters.put("size", PAGE_SIZE);
        parameters.put("offset", (number - 1L) * PAGE_SIZE);
        String direction = order.startsWith("-") ? "desc nulls last" : "asc nulls last";
        String by = orders.get(order.replaceFirst("^-", "")).formatted(direction);
        List<T> rows = jdbc.sql("""
                        select %1$s.* from (select id from %1$s %2$s order by %3$s, id desc limit :size offset :offset) page
                        join %1$s using (id) order by %3$s, id desc
                        """.formatted(view, where(address), by))
                .params(parameters)
                .query(mapper)
                .list();
        if (rows.isEmpty() && number > 1) {
            throw new NotFoundException("page", number);
        }
        return new Slice<>(rows, number, PAGE_SIZE, total);
    }

    private long count(Address address) {
        return jdbc.sql("select count(*) from %s %s".formatted(view, where(address)))
                .params(parameters(address))
                .query(Long.class)
                .single();
    }

    private String where(Address address) {
        List<String> conditions = new ArrayList<>();
        for (Facet facet : facets) {
            if (!address.values(facet.parameter()).isEmpty()) {
                conditions.add("(" + facet.condition() + ")");
            }
        }
        if (!address.values("from").isEmpty()) {
            conditions.add("day_latest >= make_date(:from, 1, 1)");
        }
        if (!address.values("to").isEmpty()) {
            conditions.add("day_earliest <= make_date(:to, 12, 31)");
        }
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    private static Map<String, Object> parameters(Address address) {
        Map<String, Object> parameters = new HashMap<>(address.chosen());
        parameters.computeIfPresent("organisation", (name, ids) -> numbers(ids));
        parameters.computeIfPresent(
                "from", (name, years) -> numbers(years).get(0).intValue());
        parameters.computeIfPresent("to", (name, years) -> numbers(years).get(0).intValue());
        return parameters;
    }

    private static List<Long> numbers(Object values) {
        return ((List<?>) values)
                .stream().map(each -> Long.valueOf(each.toString())).toList();
    }

    private List<ListPage.Chip> chips(Address address, List<ListPage.Choices> choices, boolean empty) {
        List<ListPage.Chip> chips = new ArrayList<>();
        for (ListPage.Choices facet : choices) {
            for (ListPage.Choice choice : facet.choices()) {
                if (choice.chosen()) {
                    Address without = address.without(facet.parameter(), choice.value());
                    chips.add(chip(facet.parameter(), choice.value(), choice.name(), without, empty));
                }
            }
        }
        for (String bound : List.of("from", "to")) {
            address.values(bound).forEach(year -> chips.add(chip(bound, year, null, address.without(bound), empty)));
        }
        return chips;
    }

    private ListPage.Chip chip(String parameter, String value, @Nullable Name name, Address without, boolean empty) {
        return new ListPage.Chip(parameter, value, name, without, empty ? count(without) : null);
    }
}
