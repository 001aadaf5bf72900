package org.pacta.reader.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.search.engine.common.EntityReference;
import org.hibernate.search.engine.search.highlighter.dsl.HighlighterUnifiedOptionsStep;
import org.hibernate.search.engine.search.highlighter.dsl.SearchHighlighterFactory;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchScroll;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Marked;
import org.pacta.platform.shared.WallClock;
import org.pacta.reader.engine.SearchEngine;
import org.pacta.reader.indexing.SearchIndex;
import org.pacta.reader.indexing.SearchIndex.Fields;
import org.pacta.reader.indexing.Searchable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts what a reader chose and typed to the index. */
@Component
class Asked {

    /** The order of what stands in {@link Fields#TRAITS}. */
    private static final List<String> TRAITS = List.of(Fields.KIND, Fields.STATUS, Fields.PARTIES, Fields.MODE);

    /** Rows that are handed out at a time where all are wanted. */
    private static final int BATCH = 1_000;

    private static final Marked NOTHING = new Marked(List.of());

    private final SearchIndex index;
    private final SearchEngine engine;

    private final WallClock clock;

    Asked(SearchIndex index, SearchEngine engine, WallClock clock) {
        this.index = index;
        this.engine = engine;
        this.clock = clock;
    }

    /** One record found, with the words marked in one of its names, or else in what else it says. */
    record Hit(RecordKind kind, long id, Marked marked) {}

    /** All rows that fit a view. */
    record Counts(long total, ListPage.Summary summary) {}

    /** How many records of each kind there are. */
    Map<String, Long> kinds(Keywords words, boolean nearly) {
        return index.ask(session -> {
            SearchScope<Object> all = session.scope(Object.class);
            return engine.values(session, all, matching(all, words, nearly), Fields.RECORD);
        });
    }

    /** The best records of some kinds. */
    List<Hit> best(List<RecordKind> kinds, Keywords words, boolean nearly, int offset, int limit) {
        return index.ask(session -> {
            SearchScope<Object> scope = scope(session, kinds);
            SearchPredicate matching = matching(scope, words, nearly);
            SearchPredicate preferred = words.preferred(scope.predicate(), matching);
            return marked(session, scope, preferred, matching, words, null, offset, limit);
        });
    }

    /** The rows of a list, in the order it names. */
    List<Hit> rows(RecordKind kind, Address view, Keywords words, boolean nearly, String order, int offset, int limit) {
        return index.ask(session -> {
            SearchScope<Object> scope = scope(session, List.of(kind));
            SearchPredicateFactory find = scope.predicate();
            SearchPredicate matching = matching(scope, words, nearly);
            SearchPredicate fitting =
                    chosen(find, view).must(words.named(find, matching)).toPredicate();
            return marked(session, scope, fitting, matching, words, sort(scope.sort(), order), offset, limit);
        });
    }

    /** Hands out the ids of all rows of a list in the order it names, some at a time. */
    void ids(RecordKind kind, Address view, Keywords words, boolean nearly, String order, Consumer<List<Long>> batch) {
        index.ask(session -> {
            SearchScope<Object> scope = scope(session, List.of(kind));
            SearchPredicateFactory find = scope.predicate();
            var question = session.search(scope)
                    .select(select -> select.id(Long.class))
                    .where(chosen(find, view)
                            .must(words.named(find, matching(scope, words, nearly)))
                            .toPredicate());
            SearchSort sort = sort(scope.sort(), order);
            try (SearchScroll<Long> scroll = (sort == null ? question : question.sort(sort)).scroll(BATCH)) {
                for (var next = scroll.next(); next.hasHits(); next = scroll.next()) {
                    batch.accept(next.hits());
                }
            }
            return true;
        });
    }

    long total(RecordKind kind, Address view, Keywords words, boolean nearly) {
        return index.ask(session -> {
            SearchScope<Object> scope = scope(session, List.of(kind));
            return session.search(scope)
                    .where(fitting(scope.predicate(), view, matching(scope, words, nearly)))
                    .failAfter(SearchEngine.SECONDS, TimeUnit.SECONDS)
                    .fetchTotalHitCount();
        });
    }

    /** Counts the rows of a view and sums them up. */
    Counts counts(RecordKind kind, Address view, Keywords words, boolean nearly) {
        return index.ask(session -> {
            SearchScope<Object> scope = scope(session, List.of(kind));
            SearchEngine.Counted all =
                    engine.all(session, scope, fitting(scope.predicate(), view, matching(scope, words, nearly)));
            return new Counts(all.total(), new ListPage.Summary(all.organisations(), all.first(), all.last()));
        });
    }

    /**
     * Counts for one facet, of each value as many rows as a click on it would leave: one question, and one more for each value that the view
     * excludes, which its own exclusion would leave without rows.
     */
    Map<String, Long> values(RecordKind kind, String facet, Address view, Keywords words, boolean nearly) {
        if (facet.equals(Fields.ENDS)) {
            return Ends.SPANS.stream()
                    .collect(Collectors.toMap(
                            span -> span,
                            span -> total(kind, Ends.within(open(view, facet, span), span), words, nearly)));
        }
        return index.ask(session -> {
            SearchScope<Object> scope = scope(session, List.of(kind));
            SearchPredicateFactory find = scope.predicate();
            SearchPredicate matching = matching(scope, words, nearly);
            return ofChosen(
                    facet, view, open -> engine.values(session, scope, fitting(find, open, matching), counted(facet)));
        });
    }

    private static Map<String, Long> ofChosen(String facet, Address view, Function<Address, Map<String, Long>> count) {
        Map<String, Long> values = new HashMap<>(apart(facet, count.apply(open(view, facet, ""))));
        for (String value : view.values(facet)) {
            if (value.startsWith("-")) {
                String excluded = value.substring(1);
                values.put(
                        excluded,
                        apart(facet, count.apply(open(view, facet, excluded))).getOrDefault(excluded, 0L));
            }
        }
        return values;
    }

    /** A view with nothing chosen of a facet and no exclusion but those of other values than this. */
    private static Address open(Address view, String facet, String value) {
        return view.with(
                facet,
                view.values(facet).stream()
                        .filter(each -> each.startsWith("-") && !each.equals("-" + value))
                        .toList());
    }

    /** How many rows of a list each organisation is in, the most frequent first: of all, or of those given. */
    Map<Long, Long> organisations(
            RecordKind kind, Address view, Keywords words, boolean nearly, @Nullable List<Long> among, int limit) {
        return index.ask(session -> {
            SearchScope<Object> scope = scope(session, List.of(kind));
            SearchPredicateFactory find = scope.predicate();
            BooleanPredicateClausesStep<?, ?> fitting = find.bool()
                    .filter(fitting(find, open(view, Fields.ORGANISATION, ""), matching(scope, words, nearly)));
            if (among != null) {
                fitting.filter(find.terms().field(Fields.ORGANISATION).matchingAny(among));
            }
            return engine.organisations(session, scope, fitting.toPredicate(), limit);
        });
    }

    /** Records of one kind with a name in which words start as typed, the closest first and nothing marked. */
    List<Hit> beginning(RecordKind kind, Keywords typed, int limit) {
        return index.ask(session -> {
            SearchScope<Object> scope = scope(session, List.of(kind));
            return session
                    .search(scope)
                    .select(select -> select.entityReference())
                    .where(typed.beginning(scope.predicate()))
                    .totalHitCountThreshold(limit)
                    .failAfter(SearchEngine.SECONDS, TimeUnit.SECONDS)
                    .fetchHits(limit)
                    .stream()
                    .map((EntityReference record) -> hit(record, NOTHING))
                    .toList();
        });
    }

    private static SearchScope<Object> scope(SearchSession session, List<RecordKind> kinds) {
        return session.scope(kinds.stream().<Class<?>>map(Searchable::entity).toList());
    }

    private SearchPredicate matching(SearchScope<Object> scope, Keywords words, boolean nearly) {
        SearchPredicateFactory find = scope.predicate();
        if (words.isEmpty()) {
            return find.matchAll().toPredicate();
        }
        return nearly ? engine.spelledOut(scope, words.nearly(find)) : words.matching(find);
    }

    private SearchPredicate fitting(SearchPredicateFactory find, Address view, SearchPredicate matching) {
        return chosen(find, view).filter(matching).toPredicate();
    }

    /** What fits the choices of a view. */
    private BooleanPredicateClausesStep<?, ?> chosen(SearchPredicateFactory find, Address view) {
        BooleanPredicateClausesStep<?, ?> all = find.bool();
        view.chosen().forEach((parameter, values) -> {
            switch (parameter) {
                case "q", "sort", "page" -> {}
                case "from" ->
                    all.filter(find.range()
                            .field(Fields.LATEST)
                            .atLeast(LocalDate.of(Integer.parseInt(values.get(0)), 1, 1)));
                case "to" ->
                    all.filter(find.range()
                            .field(Fields.EARLIEST)
                            .atMost(LocalDate.of(Integer.parseInt(values.get(0)), 12, 31)));
                case Fields.ENDS -> Ends.choose(find, all, values, clock.today());
                default -> choose(find, all, parameter, values);
            }
        });
        return all;
    }

    private static void choose(
            SearchPredicateFactory find, BooleanPredicateClausesStep<?, ?> all, String parameter, List<String> values) {
        Function<String, Object> value = parameter.equals(Fields.ORGANISATION) ? Long::valueOf : each -> each;
        List<Object> wanted =
                values.stream().filter(each -> !each.startsWith("-")).map(value).toList();
        List<Object> unwanted = values.stream()
                .filter(each -> each.startsWith("-"))
                .map(each -> value.apply(each.substring(1)))
                .toList();
        if (!wanted.isEmpty()) {
            all.filter(find.terms().field(parameter).matchingAny(wanted));
        }
        if (!unwanted.isEmpty()) {
            all.mustNot(find.terms().field(parameter).matchingAny(unwanted));
        }
    }

    /**
     * Hits with the words marked in the name of their script, and in the other name and what else a record says where that has none of them:
     * taking a text apart costs more than all the rest.
     */
    private List<Hit> marked(
            SearchSession session,
            SearchScope<Object> scope,
            SearchPredicate fitting,
            SearchPredicate matching,
            Keywords words,
            @Nullable SearchSort sort,
            int offset,
            int limit) {
        String name = words.areChinese() ? Fields.LOCAL_NAME : Fields.NAME;
        String otherName = words.areChinese() ? Fields.NAME : Fields.LOCAL_NAME;
        SearchQueryOptionsStep<?, ?, List<?>, ?, ?, ?> question = session.search(scope)
                .select(select -> select.composite(
                        select.entityReference().toProjection(), engine.marked(scope, matching, name, false)))
                .where(fitting)
                .highlighter(Asked::between)
                .totalHitCountThreshold(offset + limit)
                .failAfter(SearchEngine.SECONDS, TimeUnit.SECONDS);
        if (sort != null) {
            question.sort(sort);
        }
        List<Hit> hits =
                question.fetchHits(offset, limit).stream().map(Asked::hit).toList();
        List<Long> unmarked =
                hits.stream().filter(hit -> hit.marked.isEmpty()).map(Hit::id).toList();
        if (unmarked.isEmpty()) {
            return hits;
        }
        Map<Hit, Marked> others = session
                .search(scope)
                .select(select -> select.composite(
                        select.entityReference().toProjection(),
                        engine.marked(scope, matching, otherName, false),
                        engine.marked(scope, matching, Fields.ALIAS, true),
                        engine.marked(scope, matching, Fields.TEXT, true)))
                .where(scope.predicate()
                        .bool()
                        .must(matching)
                        .filter(scope.predicate().id().matchingAny(unmarked))
                        .toPredicate())
                .highlighter(Asked::between)
                .failAfter(SearchEngine.SECONDS, TimeUnit.SECONDS)
                .fetchHits(unmarked.size() * Searchable.KINDS.size())
                .stream()
                .map(Asked::hit)
                .collect(Collectors.toMap(hit -> new Hit(hit.kind, hit.id, NOTHING), Hit::marked));
        return hits.stream()
                .map(hit -> hit.marked.isEmpty() && others.containsKey(hit)
                        ? new Hit(hit.kind, hit.id, others.get(hit))
                        : hit)
                .toList();
    }

    private static HighlighterUnifiedOptionsStep between(SearchHighlighterFactory highlight) {
        return highlight.unified().numberOfFragments(1).tag(String.valueOf(Marked.START), String.valueOf(Marked.END));
    }

    /** A record with the fragments of some fields after it, null for those it has not. */
    @SuppressWarnings("unchecked")
    private static Hit hit(List<?> row) {
        return hit(
                (EntityReference) row.get(0),
                new Marked(row.stream()
                        .skip(1)
                        .filter(Objects::nonNull)
                        .flatMap(fragments -> ((List<String>) fragments).stream())
                        .toList()));
    }

    private static Hit hit(EntityReference record, Marked marked) {
        return new Hit(RecordKind.of(record.name()), (Long) record.id(), marked);
    }

    private static @Nullable SearchSort sort(SearchSortFactory by, String order) {
        boolean descending = order.startsWith("-");
        return switch (order.replaceFirst("^-", "")) {
            case "relevance" -> null;
            case "date" ->
                (descending ? by.field(Fields.DAY).desc() : by.field(Fields.DAY).asc())
                        .missing()
                        .last()
                        .toSort();
            default -> {
                String name =
                        LocaleContextHolder.getLocale().getLanguage().equals("zh") ? Fields.LOCAL_SORT : Fields.SORT;
                yield (descending ? by.field(name).desc() : by.field(name).asc()).toSort();
            }
        };
    }

    /** The field a facet is counted by. */
    private static String counted(String facet) {
        return TRAITS.contains(facet) ? Fields.TRAITS : facet;
    }

    /** Counts of values from counts of sets of them. */
    private static Map<String, Long> apart(String facet, Map<String, Long> sets) {
        if (counted(facet).equals(facet)) {
            return sets;
        }
        int trait = TRAITS.indexOf(facet);
        Map<String, Long> values = new HashMap<>();
        sets.forEach((set, rows) -> values.merge(set.split(" ")[trait], rows, Long::sum));
        return values;
    }
}
