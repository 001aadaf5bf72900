package org.pacta.reader.counting;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
import org.apache.lucene.store.AlreadyClosedException;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.util.common.SearchException;
import org.hibernate.search.util.common.SearchTimeoutException;
import org.jspecify.annotations.Nullable;
import org.pacta.reader.indexing.SearchIndex.Fields;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Counts in the local index: gathers the records that fit once, and then runs over them for each field. */
@Component
@ConditionalOnExpression("'${pacta.search.backend}' != 'opensearch'")
class LuceneCounts implements FacetCounts {

    @Override
    public Counted all(
            SearchSession session, SearchScope<Object> scope, SearchPredicate fitting, Collection<String> fields) {
        return among(scope, fitting, (index, found) -> {
            Map<String, Map<String, Long>> values = new HashMap<>();
            for (String field : fields) {
                values.put(field, values(index, found, field));
            }
            LocalDate[] span = span(found);
            return new Counted(
                    found.getMatchingDocs().stream()
                            .mapToLong(part -> part.totalHits)
                            .sum(),
                    values,
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

    /** The first and the last day, nulls where no record has one. */
    private static @Nullable LocalDate[] span(FacetsCollector found) throws IOException {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (MatchingDocs part : found.getMatchingDocs()) {
            SortedNumericDocValues days = DocValues.getSortedNumeric(part.context.reader(), Fields.DAY);
            DocIdSetIterator records = part.bits.iterator();
            for (int record = records.nextDoc(); record != DocIdSetIterator.NO_MORE_DOCS; record = records.nextDoc()) {
                if (days.advanceExact(record)) {
                    long day = days.nextValue();
                    first = Math.min(first, day);
                    last = Math.max(last, day);
                }
            }
        }
        return first > last
                ? new LocalDate[2]
                : new LocalDate[] {LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last)};
    }

    /** What is read from the records that were found, in the index as it was when they were. */
    private interface Reading<T> {

        T from(IndexReader index, FacetsCollector found) throws IOException;
    }

    private static <T> T among(SearchScope<Object> scope, SearchPredicate fitting, Reading<T> reading) {
        try (IndexReader index = scope.extension(LuceneExtension.get()).openIndexReader()) {
            IndexSearcher searcher = new IndexSearcher(index);
            searcher.setTimeout(new QueryTimeoutImpl(TimeUnit.SECONDS.toMillis(SECONDS)));
            FacetsCollector found =
                    searcher.search(LuceneMigrationUtils.toLuceneQuery(fitting), new FacetsCollectorManager());
            if (searcher.timedOut()) {
                throw new SearchTimeoutException("Counting took longer than %d seconds".formatted(SECONDS));
            }
            return reading.from(index, found);
        } catch (IOException | AlreadyClosedException unreadable) {
            throw new SearchException("The index could not be read", unreadable);
        }
    }
}
