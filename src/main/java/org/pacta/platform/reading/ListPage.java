package org.pacta.platform.reading;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Marked;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;

/**
 * A list as its page shows it.
 *
 * @param address of this view, without its page number
 * @param facets what can be chosen
 * @param chips what is chosen, each with the view without it
 * @param dated whether it can be narrowed by year
 * @param orders the names of what it can be sorted by
 * @param order the one in use, with a leading minus for the reverse
 * @param summary of all rows; null where it is not known
 * @param words what was looked for; null where the list is not searched
 */
public record ListPage<T>(
        Slice<T> slice,
        Address address,
        List<Choices> facets,
        List<Chip> chips,
        boolean dated,
        List<String> orders,
        String order,
        @Nullable Summary summary,
        @Nullable Words words) {

    /**
     * What one facet offers.
     *
     * @param choices none while the facet is closed and they are to be asked for
     * @param offered whether the choices stand in the form, or are looked up on request
     */
    public record Choices(String parameter, List<Choice> choices, boolean offered) {

        public boolean anyChosen() {
            return choices.stream().anyMatch(each -> each.chosen() || each.excluded());
        }

        /** Those that are chosen. */
        public List<Choice> chosen() {
            return choices.stream().filter(Choice::chosen).toList();
        }

        /** Those that are excluded. */
        public List<Choice> excluded() {
            return choices.stream().filter(Choice::excluded).toList();
        }
    }

    /**
     * One value of a facet; without a name it is a word with a message key.
     *
     * @param rows how many rows it would leave, its own facet apart; null where it was not counted
     */
    public record Choice(
            String value,
            @Nullable Name name,
            boolean chosen,
            boolean excluded,
            @Nullable Long rows) {

        public boolean isEmpty() {
            return rows != null && rows == 0;
        }
    }

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
            boolean excluded,
            Address without,
            @Nullable Long rowsWithout) {}

    /** All rows in a line: how many organisations are in them, and from when to when they date, as exactly as that is known. */
    public record Summary(
            long organisations,
            @Nullable PartialDate first,
            @Nullable PartialDate last) {

        /** From the first to the last; asked only when there is one. */
        public PartialDate span() {
            PartialDate from = Objects.requireNonNull(first);
            return from.equals(last) ? from : PartialDate.parse(from + "/" + last);
        }
    }

    /**
     * What was looked for.
     *
     * @param text as typed
     * @param problem the message key of why it was not looked for, null when it was
     * @param forgiven whether nothing fits it and what nearly fits is shown
     * @param marked where the words stand in a row, by its id
     * @param rowsWithout how many rows the list has without them; asked only when it is empty
     * @param fewer what the list has with some of them; asked only when it is empty
     */
    public record Words(
            String text,
            @Nullable String problem,
            boolean forgiven,
            Map<Long, Marked> marked,
            @Nullable Long rowsWithout,
            List<Fewer> fewer) {}

    /** Some of the words, which leave rows in the same view. */
    public record Fewer(String text, Address address, long rows) {}

    public boolean isNarrowed() {
        return !chips.isEmpty();
    }

    /** Those that leave rows when they are taken away from an empty list. */
    public List<Chip> waysOut() {
        return chips.stream().filter(chip -> isFuller(chip.rowsWithout())).toList();
    }

    /** Whether taking the words or one of the choices away from an empty list leaves rows. */
    public boolean hasWaysOut() {
        return words != null && (isFuller(words.rowsWithout) || !words.fewer.isEmpty())
                || !waysOut().isEmpty();
    }

    private static boolean isFuller(@Nullable Long rows) {
        return rows != null && rows > 0;
    }

    public boolean isSearched() {
        return words != null && !words.text().isEmpty() && words.problem() == null;
    }

    /** The name of a row in parts, those that were looked for marked. */
    public List<Marked.Part> marked(long id, String name) {
        Marked found = words == null ? null : words.marked().get(id);
        return found == null ? Marked.plain(name) : found.in(name);
    }

    /** What a row says of the words looked for, where its name does not. */
    public List<Marked.Part> excerpt(long id, String name) {
        Marked found = words == null ? null : words.marked().get(id);
        return found == null ? List.of() : found.besides(name);
    }

    /** What is listed, as message keys name it: agreements, projects, organisations or meetings. */
    public String noun() {
        return all().substring(1);
    }

    /** Whether it can be narrowed by organisations, which are looked up on request. */
    public boolean choosesOrganisations() {
        return words != null && facets.stream().anyMatch(each -> !each.offered());
    }

    /** Where the organisations in these rows are looked up. */
    public String organisations() {
        return beside("organisations");
    }

    /** Where the choices of a facet are that is closed here. */
    public String choices(String parameter) {
        return beside("choices/" + parameter);
    }

    private String beside(String path) {
        String view = address.without("sort").toString();
        return all() + "/" + path + view.substring(all().length());
    }

    /** The address of the file or feed of this whole view. */
    public String file(String ending) {
        return all() + "." + ending + address.toString().substring(all().length());
    }

    /** The address of what changed in this view, whatever its order. */
    public String feed() {
        return all() + ".atom" + address.without("sort").toString().substring(all().length());
    }

    /** Where staff change a field of everything in this view. */
    public String change() {
        return "/desk/changes" + address;
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

    /** The address of this very page. */
    public Address here() {
        return page(slice.number());
    }

    public boolean sorts(String name) {
        return orders.contains(name);
    }

    /** The address of this view sorted by a heading: first ascending, then, when it is that already, descending. */
    public Address sortedBy(String name) {
        return address.with("sort", order.equals(name) ? "-" + name : name);
    }

    /** The address of this view in one of the orders a search offers, the best or newest first. */
    public Address orderedBy(String name) {
        return address.with("sort", name.equals("relevance") ? null : name.equals("date") ? "-date" : name);
    }

    /** What {@code aria-sort} says of a heading. */
    public String direction(String name) {
        return order.equals(name) ? "ascending" : order.equals("-" + name) ? "descending" : "none";
    }

    /** The parameters to keep when the form is sent: the order, what is excluded, and choices the form does not offer. */
    public Map<String, List<String>> kept() {
        Map<String, List<String>> kept = address.chosen();
        facets.stream()
                .filter(Choices::offered)
                .forEach(facet -> kept.computeIfPresent(
                        facet.parameter(),
                        (name, values) -> values.stream()
                                .filter(value -> value.startsWith("-"))
                                .toList()));
        kept.remove("from");
        kept.remove("to");
        kept.remove("q");
        return kept;
    }
}
