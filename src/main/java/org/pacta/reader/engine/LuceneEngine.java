package org.pacta.reader.engine;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.LongValueFacetCounts;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.AlreadyClosedException;
import org.hibernate.search.backend.lucene.LuceneBackend;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.projection.SearchProjection;
import org.hibernate.search.engine.search.projection.dsl.SearchProjectionFactory;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.util.common.SearchException;
import org.hibernate.search.util.common.SearchTimeoutException;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Marked;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reader.indexing.SearchIndex.Fields;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Asks the local index. To count, it gathers the records that fit once, and then runs over them for each field; to mark words, it takes the texts
 * of hits apart once more.
 */
@Component
@ConditionalOnExpression("'${pacta.search.backend}' != 'opensearch'")
class LuceneEngine implements SearchEngine {

    /** What the highlighter knows to stand between values of one field. */
    private static final String BETWEEN = "\0";

    private final EntityManagerFactory entities;
    private final Supplier<Marking> marking = SingletonSupplier.of(this::newMarking);

    LuceneEngine(EntityManagerFactory entities) {
        this.entities = entities;
    }

    @Override
    public Counted all(SearchSession session, SearchScope<Object> scope, SearchPredicate fitting) {
        return among(scope, fitting, (index, found) -> {
            PartialDate[] span = span(found);
            return new Counted(
                    found.getMatchingDocs().stream()
                            .mapToLong(part -> part.totalHits)
                            .sum(),
                    new LongValueFacetCounts(Fields.ORGANISATION, found)
                            .getTopChildren(1, Fields.ORGANISATION)
                            .childCount,
                    span[0],
                    span[1]);
        });
    }

    @Override
    public Map<String, Long> values(
            SearchSession session, SearchScope<Object> scope, SearchPredicate fitting, String field) {
        return among(scope, fitting, (index, found) -> values(index, found, field));
    }

    @Override
    public Map<Long, Long> organisations(
            SearchSession session, SearchScope<Object> scope, SearchPredicate fitting, int most) {
        return among(scope, fitting, (index, found) -> {
            Map<Long, Long> organisations = new LinkedHashMap<>();
            FacetResult top =
                    new LongValueFacetCounts(Fields.ORGANISATION, found).getTopChildren(most, Fields.ORGANISATION);
            for (LabelAndValue each : top.labelValues) {
                organisations.put(Long.valueOf(each.label), each.value.longValue());
            }
            return organisations;
        });
    }

    private static Map<String, Long> values(IndexReader index, FacetsCollector found, String field) throws IOException {
        FacetResult values =
                new StringValueFacetCounts(new StringDocValuesReaderState(index, field), found).getAllChildren(field);
        return Arrays.stream(values.labelValues)
                .collect(Collectors.toMap(each -> each.label, each -> each.value.longValue()));
    }

    /** When the first and the last record date, nulls where none has a date. */
    private static @Nullable PartialDate[] span(FacetsCollector found) throws IOException {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (MatchingDocs part : found.getMatchingDocs()) {
            SortedNumericDocValues dates = DocValues.getSortedNumeric(part.context.reader(), Fields.DATED);
            DocIdSetIterator records = part.bits.iterator();
            for (int record = records.nextDoc(); record != DocIdSetIterator.NO_MORE_DOCS; record = records.nextDoc()) {
                if (dates.advanceExact(record)) {
                    long date = dates.nextValue();
                    first = Math.min(first, date);
                    last = Math.max(last, date);
                }
            }
        }
        return first > last ? new PartialDate[2] : new PartialDate[] {Fields.date(first), Fields.date(last)};
    }

    @Override
    public SearchPredicate spelledOut(SearchScope<Object> scope, SearchPredicate fuzzy) {
        return reading(
                scope,
                index -> scope.predicate()
                        .extension(LuceneExtension.get())
                        .fromLuceneQuery(new IndexSearcher(index).rewrite(LuceneMigrationUtils.toLuceneQuery(fuzzy)))
                        .toPredicate());
    }

    @Override
    public SearchProjection<@Nullable List<String>> marked(
            SearchScope<Object> scope, SearchPredicate words, String field, boolean several) {
        SearchProjectionFactory<?, ?> select = scope.projection();
        FieldHighlighter marker = marking.get().marker(field, LuceneMigrationUtils.toLuceneQuery(words));
        return several
                ? select.composite()
                        .from(select.field(field, String.class).list())
                        .as(texts -> mark(marker, String.join(BETWEEN, texts)))
                        .toProjection()
                : select.composite()
                        .from(select.field(field, String.class))
                        .as(text -> mark(marker, text))
                        .toProjection();
    }

    private static List<String> mark(FieldHighlighter marker, String text) {
        try {
            Object marked = marker.highlightFieldForDoc(null, -1, text);
            return marked == null ? List.of() : List.of((String) marked);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Marking newMarking() {
        return new Marking(Search.mapping(entities)
                .backend()
                .unwrap(LuceneBackend.class)
                .analyzer(Fields.WORDS)
                .orElseThrow());
    }

    /** Marks words without an index in memory that would tell how well a text fits, and gets ready once for all texts of an answer. */
    private static final class Marking extends UnifiedHighlighter {

        Marking(Analyzer analyzer) {
            super(UnifiedHighlighter.builderWithoutSearcher(analyzer)
                    .withPassageRelevancyOverSpeed(false)
                    .withWeightMatches(false)
                    .withMaxNoHighlightPassages(0)
                    .withFormatter(new DefaultPassageFormatter(
                            String.valueOf(Marked.START), String.valueOf(Marked.END), "", false)));
        }

        FieldHighlighter marker(String field, Query query) {
            return getFieldHighlighter(field, query, extractTerms(query), 1);
        }
    }

    private interface Reading<T> {

        T from(IndexReader index) throws IOException;
    }

    private interface Counting<T> {

        T of(IndexReader index, FacetsCollector found) throws IOException;
    }

    private static <T> T among(SearchScope<Object> scope, SearchPredicate fitting, Counting<T> counting) {
        return reading(scope, index -> {
            IndexSearcher searcher = new IndexSearcher(index);
            searcher.setTimeout(new QueryTimeoutImpl(TimeUnit.SECONDS.toMillis(SECONDS)));
            FacetsCollector found =
                    searcher.search(LuceneMigrationUtils.toLuceneQuery(fitting), new FacetsCollectorManager());
            if (searcher.timedOut()) {
                throw new SearchTimeoutException("Counting took longer than %d seconds".formatted(SECONDS));
            }
            return counting.of(index, found);
        });
    }

    private static <T> T reading(SearchScope<Object> scope, Reading<T> reading) {
        try (IndexReader index = scope.extension(LuceneExtension.get()).openIndexReader()) {
            return reading.from(index);
        } catch (IOException | AlreadyClosedException unreadable) {
            throw new SearchException("The index could not be read", unreadable);
        }
    }
}
