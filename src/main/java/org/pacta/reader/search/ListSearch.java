package org.pacta.reader.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.history.Snapshots.Snapshot;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Facet;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.reading.ListPage.Words;
import org.pacta.platform.reading.Listing;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.reader.indexing.SearchIndex;
import org.pacta.reader.indexing.SearchIndex.Fields;
import org.pacta.reader.search.Lists.Searched;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Reads a page of a list. Without a keyword its rows come from SQL, whether there is an index or not; with one they come from the index. A
 * page, and what the pages of one view share, counts above all, is kept for ten seconds, or until the next revision or change of the index.
 */
@Service
class ListSearch {

    /** Rows found by words are read closely, and each shows where. */
    private static final int FOUND = 20;

    private static final int ORGANISATIONS = 20;

    /** What is chosen or excluded, then what leaves most rows, and what leaves as many in the order in which it was offered. */
    private static final Comparator<ListPage.Choice> FIRST = Comparator.comparing(
                    (ListPage.Choice each) -> !each.chosen() && !each.excluded())
            .thenComparing(each -> -Objects.requireNonNullElse(each.rows(), 0L));

    private final SearchIndex index;
    private final Asked asked;
    private final JdbcClient jdbc;
    private final Snapshots snapshots;
    private final OrganisationFinder organisations;
    private final Cache<String, ListPage<?>> pages = kept(200);
    private final Cache<String, Known> known = kept(1_000);
    private final Cache<String, Map<String, List<Facet.Value>>> offered = kept(100);
    private final Cache<String, Map<String, Long>> values = kept(200);

    ListSearch(SearchIndex index, Asked asked, JdbcClient jdbc, Snapshots snapshots, OrganisationFinder organisations) {
        this.index = index;
        this.asked = asked;
        this.jdbc = jdbc;
        this.snapshots = snapshots;
        this.organisations = organisations;
    }

    private static <V> Cache<String, V> kept(long most) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(Duration.ofSeconds(10))
                .build();
    }

    /** What the pages of one view share. */
    private record Known(
            long total, List<ListPage.Choices> choices, ListPage.@Nullable Summary summary, boolean nearly) {}

    /**
     * A facet that was opened.
     *
     * @param problem the message key of why it is not counted, null when it is
     */
    record Opened(ListPage.Choices facet, @Nullable String problem) {}

    /** An organisation to choose, with the rows it is in. */
    record Organisation(long id, Name name, long rows, boolean chosen, Address with, Address without) {}

    <T> ListPage<T> page(Searched<T> list, ListFilter filter) {
        Keywords words = Keywords.of(filter.q());
        Address address = address(list, filter, words);
        String problem = words.problem();
        if (problem != null) {
            return refused(list, address, words, problem);
        }
        String version = version();
        String key = String.join(
                " ", version, language(), address.with("page", filter.number()).toString());
        try {
            @SuppressWarnings("unchecked") // The address tells the list.
            ListPage<T> page = (ListPage<T>) pages.get(
                    key,
                    any -> words.isEmpty()
                            ? listed(version, list, address, filter)
                            : found(version, list, address, words, filter));
            return page;
        } catch (SearchIndex.NotReadyException away) {
            return refused(list, address, words, away.why());
        }
    }

    private Address address(Searched<?> list, ListFilter filter, Keywords words) {
        return organisations.followed(filter.address(list.listing().path()).with("q", words.text()));
    }

    private <T> ListPage<T> listed(String version, Searched<T> list, Address typed, ListFilter filter) {
        Listing<T> listing = list.listing();
        String order = listing.order(filter.sort());
        Address address = order.equals(listing.order(null)) ? typed.without("sort") : typed;
        Known all = known(version, list, address, Keywords.of(null));
        return new ListPage<>(
                new Slice<>(listing.rows(address, order, filter.number()), filter.number(), 50, all.total),
                address,
                all.choices,
                listing.chips(address, all.choices, all.total == 0 ? listing::count : null),
                listing.isDated(),
                listing.orders(),
                order,
                all.summary,
                new Words("", null, false, Map.of(), null, List.of()));
    }

    private <T> ListPage<T> found(String version, Searched<T> list, Address typed, Keywords words, ListFilter filter) {
        Listing<T> listing = list.listing();
        List<String> orders =
                listing.isDated() ? List.of("relevance", "date", list.name()) : List.of("relevance", list.name());
        String wanted = listing.order(filter.sort());
        boolean byRelevance = filter.sort() == null || !orders.contains(wanted.replaceFirst("^-", ""));
        Address address = byRelevance ? typed.without("sort") : typed;
        String order = byRelevance ? "relevance" : wanted;
        Known all = known(version, list, address, words);
        long offset = (filter.number() - 1L) * FOUND;
        List<Asked.Hit> hits = all.total <= offset
                ? List.of()
                : asked.rows(list.kind(), address, words, all.nearly, order, (int) offset, FOUND);
        if (hits.isEmpty() && filter.number() > 1) {
            throw new NotFoundException("page", filter.number());
        }
        ToLongFunction<Address> total = view -> asked.total(list.kind(), view, words, all.nearly);
        return new ListPage<>(
                new Slice<>(
                        listing.rows(hits.stream().map(Asked.Hit::id).toList(), list.id()),
                        filter.number(),
                        FOUND,
                        all.total),
                address,
                all.choices,
                listing.chips(address, all.choices, all.total == 0 ? total : null),
                listing.isDated(),
                orders,
                order,
                all.summary,
                new Words(
                        words.text(),
                        null,
                        all.nearly,
                        hits.stream().collect(Collectors.toMap(Asked.Hit::id, Asked.Hit::marked)),
                        all.total == 0 ? listing.count(address.without("q")) : null,
                        all.total == 0 ? fewer(list, address, words) : List.of()));
    }

    private List<ListPage.Fewer> fewer(Searched<?> list, Address address, Keywords words) {
        return Ways.around(words, some -> asked.total(list.kind(), address, some, false)).stream()
                .map(way -> new ListPage.Fewer(
                        way.words().text(), address.with("q", way.words().text()), way.total()))
                .toList();
    }

    private <T> ListPage<T> refused(Searched<T> list, Address address, Keywords words, String problem) {
        Listing<T> listing = list.listing();
        List<ListPage.Choices> choices = listing.choices(address, listing.offers(address, chosen(listing, address)));
        listing.refuseUnknown(address, choices);
        return new ListPage<>(
                new Slice<>(List.of(), 1, FOUND, 0),
                address,
                choices,
                listing.chips(address, choices, null),
                listing.isDated(),
                List.of("relevance"),
                "relevance",
                null,
                new Words(words.text(), problem, false, Map.of(), null, List.of()));
    }

    private Known known(String version, Searched<?> list, Address address, Keywords words) {
        String key =
                String.join(" ", version, language(), address.without("sort").toString());
        return known.get(key, any -> learn(version, list, address, words));
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    /** The facets of which something is chosen or excluded. */
    private static List<String> chosen(Listing<?> listing, Address address) {
        return listing.parameters().stream()
                .filter(parameter -> !address.values(parameter).isEmpty())
                .toList();
    }

    /** What the facets of a list offer that are open, which depends on the view only where organisations are chosen. */
    private List<ListPage.Choices> choices(
            String version, Listing<?> listing, Address address, Collection<String> open) {
        Map<String, List<Facet.Value>> offers = new HashMap<>();
        for (String facet : open) {
            offers.putAll(
                    facet.equals("organisation")
                            ? listing.offers(address, List.of(facet))
                            : offered.get(
                                    String.join(" ", version, language(), listing.path(), facet),
                                    any -> listing.offers(address, List.of(facet))));
        }
        List<ListPage.Choices> choices = listing.choices(address, offers);
        listing.refuseUnknown(address, choices);
        return choices;
    }

    /**
     * Changes when anything lists are read from has changed. While another instance may still be writing the newest revision to the index, no
     * two are the same.
     */
    private String version() {
        Snapshot now = snapshots.now();
        boolean isFollowed = !index.isShared() || now.isSettled();
        return now.name() + (isFollowed ? " " + index.turn() : " since " + System.nanoTime());
    }

    private Known learn(String version, Searched<?> list, Address address, Keywords words) {
        Listing<?> listing = list.listing();
        List<ListPage.Choices> choices = choices(version, listing, address, chosen(listing, address));
        try {
            return counted(version, list, address, words, choices);
        } catch (SearchIndex.NotReadyException away) {
            if (words.isEmpty()) {
                return new Known(listing.count(address), choices, null, false);
            }
            throw away;
        }
    }

    private Known counted(
            String version, Searched<?> list, Address address, Keywords words, List<ListPage.Choices> choices) {
        Asked.Counts counts = asked.counts(list.kind(), address, words, false);
        boolean nearly = !words.isEmpty()
                && counts.total() == 0
                && asked.total(list.kind(), Address.of(list.listing().path()), words, false) == 0;
        Asked.Counts shown = nearly ? asked.counts(list.kind(), address, words, true) : counts;
        return new Known(
                shown.total(),
                choices.stream()
                        .map(each -> each.offered() && each.anyChosen()
                                ? counted(version, list, address, words, each, nearly)
                                : each)
                        .toList(),
                shown.summary(),
                nearly);
    }

    /** A facet with its counts, which views that differ in nothing but what is chosen of it have in common. */
    private ListPage.Choices counted(
            String version, Searched<?> list, Address address, Keywords words, ListPage.Choices facet, boolean nearly) {
        String parameter = facet.parameter();
        Address view = (facet.excluded().isEmpty() ? address.without(parameter) : address).without("sort");
        Map<String, Long> rows = values.get(
                String.join(" ", version, parameter, String.valueOf(nearly), view.toString()),
                any -> asked.values(list.kind(), parameter, view, words, nearly));
        return new ListPage.Choices(
                parameter,
                facet.choices().stream()
                        .map(each -> new ListPage.Choice(
                                each.value(),
                                each.name(),
                                each.chosen(),
                                each.excluded(),
                                rows.getOrDefault(each.value(), 0L)))
                        .sorted(parameter.equals(Fields.ENDS) ? (one, other) -> 0 : FIRST)
                        .toList(),
                facet.offered());
    }

    /**
     * What a facet offers in a view, counted unless the words cannot be looked for or the index is away.
     *
     * @throws BadParameterException for a facet that the list does not offer
     */
    Opened open(Searched<?> list, ListFilter filter, String facet) {
        Keywords words = Keywords.of(filter.q());
        Address address = address(list, filter, words);
        String version = version();
        Set<String> open = new LinkedHashSet<>(chosen(list.listing(), address));
        open.add(facet);
        ListPage.Choices choices = choices(version, list.listing(), address, open).stream()
                .filter(each -> each.parameter().equals(facet) && each.offered())
                .findFirst()
                .orElseThrow(() -> new BadParameterException(facet));
        if (words.problem() != null) {
            return new Opened(choices, words.problem());
        }
        try {
            boolean nearly = known(version, list, address, words).nearly;
            return new Opened(counted(version, list, address, words, choices, nearly), null);
        } catch (SearchIndex.NotReadyException away) {
            return new Opened(choices, away.why());
        }
    }

    /** The message key of why organisations cannot be looked up, null when they can. */
    @Nullable
    String problem(ListFilter filter, @Nullable String find) {
        return Stream.of(Keywords.of(filter.q()), Keywords.of(find))
                .map(Keywords::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(index.isReady() ? null : "search.building");
    }

    /** The organisations in the rows of a view, most frequent first, or those whose name begins as typed. */
    List<Organisation> organisations(Searched<?> list, ListFilter filter, @Nullable String find) {
        Keywords words = Keywords.of(filter.q());
        Keywords name = Keywords.of(find);
        Address address = address(list, filter, words);
        if (problem(filter, find) != null) {
            return List.of();
        }
        boolean nearly = known(version(), list, address, words).nearly;
        List<Long> among = name.isEmpty()
                ? null
                : asked.beginning(RecordKind.ORGANISATION, name, 200).stream()
                        .map(Asked.Hit::id)
                        .toList();
        if (among != null && among.isEmpty()) {
            return List.of();
        }
        Map<Long, Long> rows =
                asked.organisations(list.kind(), address, words, nearly, among, among == null ? ORGANISATIONS : 30_000);
        List<Long> shown = new ArrayList<>(among == null ? rows.keySet() : among);
        shown.removeIf(id -> !rows.containsKey(id));
        return named(shown.subList(0, Math.min(ORGANISATIONS, shown.size())), rows, address);
    }

    private List<Organisation> named(List<Long> ids, Map<Long, Long> rows, Address address) {
        Map<Long, Name> names = jdbc
                .sql("select id, name, local_name from organisation where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong("id"), Columns.name(row, "")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<String> chosen = address.values("organisation");
        return ids.stream()
                .filter(names::containsKey)
                .map(id -> new Organisation(
                        id,
                        Objects.requireNonNull(names.get(id)),
                        rows.getOrDefault(id, 0L),
                        chosen.contains(id.toString()),
                        address.with("organisation", plus(chosen, id.toString())),
                        address.with("organisation", plus(chosen, "-" + id))))
                .toList();
    }

    private static List<String> plus(List<String> values, String value) {
        List<String> more = new ArrayList<>(values);
        more.add(value);
        return more;
    }
}
