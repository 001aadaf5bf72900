package org.pacta.reader.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.aggregation.SearchAggregation;
import org.hibernate.search.engine.search.highlighter.dsl.HighlighterUnifiedOptionsStep;
import org.hibernate.search.engine.search.highlighter.dsl.SearchHighlighterFactory;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.SearchScroll;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.mapper.orm.common.EntityReference;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Marked;
import org.pacta.reader.indexing.RecordKind;
import org.pacta.reader.indexing.SearchIndex;
import org.pacta.reader.indexing.SearchIndex.Fields;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts what a reader chose and typed to the index. */
@Component
class Asked {

    /** The order of what stands in {@link Fields#TRAITS}. */
    private static final List<String> TRAITS = List.of(Fields.KIND, Fields.STATUS, Fields.PARTIES);

    /** A facet has no more values, or sets of values, than these; only organisations are more, and asked for by number. */
    private static final int VALUES = 1_000;

    /** A question that takes longer is given up: it holds up everybody else's. */
    private static final int SECONDS = 3;

    /** Rows that are handed out at a time where all are wanted. */
    private static final int BATCH = 1_000;

    private static final Marked NOTHING = new Marked(List.of());

    private final SearchIndex index;

    Asked(SearchIndex index) {
        this.index = index;
    }

    /**
     * One record found.
     *
     * @param name its name with the words marked
     * @param excerpt other words of it with those marked; empty where its name shows them
     */
    record Hit(RecordKind kind, long id, Marked name, Marked excerpt) {}

    /**
     * What there is of each value of each facet, in all rows that fit the choices of the other facets.
     *
     * @param total of the rows that fit all
     */
    record Counts(long total, Map<String, Map<String, Long>> values, ListPage.@Nullable Summary summary) {}

    /** How many records of each kind there are. */
    Map<String, Long> kinds(Keywords words, boolean nearly) {
        AggregationKey<Map<String, Long>> key = AggregationKey.of(Fields.RECORD);
        return index.ask(session -> {
            SearchScope<Object> all = session.scope(Object.class);
            return session.search(all)
                    .where(matching(all.predicate(), words, nearly))
                    .aggregation(key, terms(all, Fields.RECORD, VALUES))
                    .failAfter(SECONDS, TimeUnit.SECONDS)
                    .fetch(0)
                    .aggregation(key);
        });
    }

    /** The best records of some kinds. */
    List<Hit> best(List<RecordKind> kinds, Keywords words, boolean nearly, int offset, int limit) {
        return index.ask(session -> {
            SearchScope<Object> scope = scope(session, kinds);
            SearchPredicate matching = matching(scope.predicate(), words, nearly);
            SearchPredicate preferred = words.preferred(scope.predicate(), matching);
            return marked(session, scope, preferred, matching, null, offset, limit);
        });
    }

    /** The rows of a list, in the order it names. */
    List<Hit> rows(RecordKind kind, Address view, Keywords words, boolean nearly, String order, int offset, int limit) {
        return index.ask(session -> {
            SearchScope<Object> scope = scope(session, List.of(kind));
            SearchPredicateFactory find = scope.predicate();
            SearchPredicate matching = matching(find, words, nearly);
            SearchPredicate fitting =
                    chosen(find, view, "").must(words.named(find, matching)).toPredicate();
            return marked(session, scope, fitting, matching, sort(scope.sort(), order), offset, limit);
        });
    }

    /** Hands out the ids of all rows of a list in the order it names, some at a time. */
    void ids(RecordKind kind, Address view, Keywords words, boolean nearly, String order, Consumer<List<Long>> batch) {
        index.ask(session -> {
            SearchScope<Object> scope = scope(session, List.of(kind));
            SearchPredicateFactory find = scope.predicate();
            var question = session.search(scope)
                    .select(select -> select.id(Long.class))
                    .where(chosen(find, view, "")
                            .must(words.named(find, matching(find, words, nearly)))
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
                    .where(fitting(scope.predicate(), view, words, nearly, ""))
                    .failAfter(SECONDS, TimeUnit.SECONDS)
                    .fetchTotalHitCount();
        });
    }

    /** Counts for a list with these facets: one question, and one more for each facet that is chosen, since its own choice must not count. */
    Counts counts(RecordKind kind, List<String> facets, Address view, Keywords words, boolean nearly) {
        return index.ask(session -> {
            SearchScope<Object> scope = scope(session, List.of(kind));
            Map<String, Map<String, Long>> values = new HashMap<>();
            AggregationKey<Long> organisations = AggregationKey.of("organisations");
            AggregationKey<LocalDate> first = AggregationKey.of("first");
            AggregationKey<LocalDate> last = AggregationKey.of("last");
            var question = session.search(scope).where(fitting(scope.predicate(), view, words, nearly, ""));
            var counted = question.failAfter(SECONDS, TimeUnit.SECONDS)
                    .aggregation(organisations, count -> count.countDistinct().field(Fields.ORGANISATION))
                    .aggregation(first, min -> min.min().field(Fields.DAY, LocalDate.class))
                    .aggregation(last, max -> max.max().field(Fields.DAY, LocalDate.class));
            for (String field : facets.stream()
                    .filter(facet -> view.values(facet).isEmpty())
                    .map(Asked::counted)
                    .distinct()
                    .toList()) {
                counted = counted.aggregation(key(field), terms(scope, field, VALUES));
            }
            SearchResult<?> all = counted.fetch(0);
            for (String facet : facets) {
                AggregationKey<Map<String, Long>> key = key(counted(facet));
                Map<String, Long> sets = view.values(facet).isEmpty()
                        ? all.aggregation(key)
                        : session.search(scope)
                                .where(fitting(scope.predicate(), view, words, nearly, facet))
                                .failAfter(SECONDS, TimeUnit.SECONDS)
                                .aggregation(key, terms(scope, counted(facet), VALUES))
                                .fetch(0)
                                .aggregation(key);
                values.put(facet, apart(facet, sets));
            }
            return new Counts(
                    all.total().hitCount(),
                    values,
                    new ListPage.Summary(
                            all.aggregation(organisations), all.aggregation(first), all.aggregation(last)));
        });
    }

    /** How many rows of a list each organisation is in, the most frequent first: of all, or of those given. */
    Map<Long, Long> organisations(
            RecordKind kind, Address view, Keywords words, boolean nearly, @Nullable List<Long> among, int limit) {
        AggregationKey<Map<Long, Long>> key = AggregationKey.of(Fields.ORGANISATION);
        return index.ask(session -> {
            SearchScope<Object> scope = scope(session, List.of(kind));
            SearchPredicateFactory find = scope.predicate();
            BooleanPredicateClausesStep<?, ?> fitting =
                    find.bool().filter(fitting(find, view, words, nearly, Fields.ORGANISATION));
            if (among != null) {
                fitting.filter(find.terms().field(Fields.ORGANISATION).matchingAny(among));
            }
            return session.search(scope)
                    .where(fitting.toPredicate())
                    .aggregation(
                            key,
                            scope.aggregation()
                                    .terms()
                                    .field(Fields.ORGANISATION, Long.class)
                                    .maxTermCount(limit)
                                    .toAggregation())
                    .failAfter(SECONDS, TimeUnit.SECONDS)
                    .fetch(0)
                    .aggregation(key);
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
                    .failAfter(SECONDS, TimeUnit.SECONDS)
                    .fetchHits(limit)
                    .stream()
                    .map(record -> hit(record, NOTHING, NOTHING))
                    .toList();
        });
    }

    private static SearchScope<Object> scope(SearchSession session, List<RecordKind> kinds) {
        return session.scope(kinds.stream().<Class<?>>map(RecordKind::entity).toList());
    }

    private static SearchPredicate matching(SearchPredicateFactory find, Keywords words, boolean nearly) {
        return words.isEmpty() ? find.matchAll().toPredicate() : nearly ? words.nearly(find) : words.matching(find);
    }

    private static SearchPredicate fitting(
            SearchPredicateFactory find, Address view, Keywords words, boolean nearly, String except) {
        return chosen(find, view, except).filter(matching(find, words, nearly)).toPredicate();
    }

    /** What fits the choices of a view, those of one facet apart. */
    private static BooleanPredicateClausesStep<?, ?> chosen(SearchPredicateFactory find, Address view, String except) {
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
                default -> {
                    if (!parameter.equals(except)) {
                        choose(find, all, parameter, values);
                    }
                }
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
     * Hits with the words marked in the name the reader sees, and in what else they say where that does not show them: taking a text apart
     * costs more than all the rest.
     */
    private static List<Hit> marked(
            SearchSession session,
            SearchScope<Object> scope,
            SearchPredicate fitting,
            SearchPredicate matching,
            @Nullable SearchSort sort,
            int offset,
            int limit) {
        boolean chinese = LocaleContextHolder.getLocale().getLanguage().equals("zh");
        SearchQueryOptionsStep<?, ?, List<?>, ?, ?, ?> question = session.search(scope)
                .select(select -> select.composite(
                        select.entityReference(), select.highlight(chinese ? Fields.LOCAL_NAME : Fields.NAME)))
                .where(fitting)
                .highlighter(Asked::between)
                .totalHitCountThreshold(offset + limit)
                .failAfter(SECONDS, TimeUnit.SECONDS);
        if (sort != null) {
            question.sort(sort);
        }
        List<List<?>> rows = question.fetchHits(offset, limit);
        List<EntityReference> unmarked = rows.stream()
                .filter(row -> fragments(row, 1).isEmpty())
                .map(Asked::reference)
                .toList();
        Map<EntityReference, Hit> others =
                elsewhere(session, scope, matching, unmarked, chinese ? Fields.NAME : Fields.LOCAL_NAME);
        return rows.stream()
                .map(row -> others.containsKey(reference(row))
                        ? others.get(reference(row))
                        : hit(reference(row), new Marked(fragments(row, 1)), NOTHING))
                .toList();
    }

    /** Some hits with the words marked in their other name and in what else they say. */
    private static Map<EntityReference, Hit> elsewhere(
            SearchSession session,
            SearchScope<Object> scope,
            SearchPredicate matching,
            List<EntityReference> records,
            String otherName) {
        if (records.isEmpty()) {
            return Map.of();
        }
        SearchPredicateFactory find = scope.predicate();
        return session
                .search(scope)
                .select(select -> select.composite(
                        select.entityReference(),
                        select.highlight(otherName),
                        select.highlight(Fields.ALIAS),
                        select.highlight(Fields.TEXT)))
                .where(find.bool()
                        .must(matching)
                        .filter(find.id()
                                .matchingAny(records.stream()
                                        .map(EntityReference::id)
                                        .toList()))
                        .toPredicate())
                .highlighter(Asked::between)
                .failAfter(SECONDS, TimeUnit.SECONDS)
                .fetchHits(records.size() * RecordKind.values().length)
                .stream()
                .collect(Collectors.toMap(
                        Asked::reference,
                        row -> hit(
                                reference(row),
                                new Marked(fragments(row, 1)),
                                new Marked(Stream.of(fragments(row, 2), fragments(row, 3))
                                        .flatMap(List::stream)
                                        .toList()))));
    }

    private static HighlighterUnifiedOptionsStep between(SearchHighlighterFactory highlight) {
        return highlight.unified().numberOfFragments(1).tag(String.valueOf(Marked.START), String.valueOf(Marked.END));
    }

    private static EntityReference reference(List<?> row) {
        return (EntityReference) row.get(0);
    }

    @SuppressWarnings("unchecked")
    private static List<String> fragments(List<?> row, int field) {
        return (List<String>) row.get(field);
    }

    private static Hit hit(EntityReference record, Marked name, Marked excerpt) {
        return new Hit(RecordKind.of(record.name()), (Long) record.id(), name, excerpt);
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
            default ->
                (descending
                                ? by.field(Fields.SORT).desc()
                                : by.field(Fields.SORT).asc())
                        .toSort();
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

    private static AggregationKey<Map<String, Long>> key(String facet) {
        return AggregationKey.of(facet);
    }

    private static SearchAggregation<Map<String, Long>> terms(SearchScope<Object> scope, String field, int values) {
        return scope.aggregation()
                .terms()
                .field(field, String.class)
                .maxTermCount(values)
                .toAggregation();
    }
}
