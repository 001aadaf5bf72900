package org.pacta.platform.reading;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.Slice;

/**
 * A list as its page shows it.
 *
 * @param address of this view, without its page number
 * @param facets what can be chosen
 * @param chips what is chosen, each with the view without it
 * @param dated whether it can be narrowed by year
 * @param order the one in use, with a leading minus for the reverse
 */
public record ListPage<T>(
        Slice<T> slice, Address address, List<Choices> facets, List<Chip> chips, boolean dated, String order) {

    /** What one facet offers. */
    public record Choices(String parameter, List<Choice> choices) {

        public boolean anyChosen() {
            return choices.stream().anyMatch(Choice::chosen);
        }
    }

    /** One value of a facet; without a name it is a word with a message key. */
    public record Choice(String value, @Nullable Name name, boolean chosen) {}

    /**
     * A chosen value that can be taken away.
     *
     * @param without the address of the list without it
     * @param rowsWithout how many rows the list then has; asked only when the list is empty
     */
    public record Chip(
            String parameter,
            String value,
            @Nullable Name name,
            Address without,
            @Nullable Long rowsWithout) {}

    public boolean isNarrowed() {
        return !chips.isEmpty();
    }

    /** What is listed, as message keys name it: agreements, projects, organisations or meetings. */
    public String noun() {
        return all().substring(1);
    }

    /** The address of the list with nothing chosen. */
    public String all() {
        String view = address.toString();
        return view.contains("?") ? view.substring(0, view.indexOf('?')) : view;
    }

    /** The address of another page of this view. */
    public Address page(long number) {
        return address.with("page", number == 1 ? null : number);
    }

    /** The address of this view sorted by a heading: first ascending, then, when it is that already, descending. */
    public Address sortedBy(String name) {
        return address.with("sort", order.equals(name) ? "-" + name : name);
    }

    /** What {@code aria-sort} says of a heading. */
    public String direction(String name) {
        return order.equals(name) ? "ascending" : order.equals("-" + name) ? "descending" : "none";
    }

    /** The parameters to keep when the form is sent: the order, and choices the form does not offer. */
    public Map<String, List<String>> kept() {
        Map<String, List<String>> kept = address.chosen();
        facets.forEach(facet -> kept.remove(facet.parameter()));
        kept.remove("from");
        kept.remove("to");
        return kept;
    }
}
