package org.pacta.reader.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.aggregation.SearchAggregation;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.projection.SearchProjection;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reader.indexing.SearchIndex.Fields;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Has OpenSearch count by aggregations. */
@Component
@ConditionalOnProperty(name = "pacta.search.backend", havingValue = "opensearch")
class OpenSearchEngine implements SearchEngine {

    @Override
    public Counted all(SearchSession session, SearchScope<Object> scope, SearchPredicate fitting) {
        AggregationKey<Long> organisations = AggregationKey.of("organisations");
        AggregationKey<Long> first = AggregationKey.of("first");
        AggregationKey<Long> last = AggregationKey.of("last");
        var found = session.search(scope)
                .where(fitting)
                .failAfter(SECONDS, TimeUnit.SECONDS)
                .aggregation(
                        organisations,
                        count -> count.count().field(Fields.ORGANISATION).distinct())
                .aggregation(first, min -> min.min().field(Fields.DATED, Long.class))
                .aggregation(last, max -> max.max().field(Fields.DATED, Long.class))
                .fetch(0);
        return new Counted(
                found.total().hitCount(),
                found.aggregation(organisations),
                date(found.aggregation(first)),
                date(found.aggregation(last)));
    }

    @Override
    public Map<String, Long> values(
            SearchSession session, SearchScope<Object> scope, SearchPredicate fitting, String field) {
        return session.search(scope)
                .where(fitting)
                .failAfter(SECONDS, TimeUnit.SECONDS)
                .aggregation(key(field), terms(scope, field))
                .fetch(0)
                .aggregation(key(field));
    }

    @Override
    public Map<Long, Long> organisations(
            SearchSession session, SearchScope<Object> scope, SearchPredicate fitting, int most) {
        AggregationKey<Map<Long, Long>> key = AggregationKey.of(Fields.ORGANISATION);
        return session.search(scope)
                .where(fitting)
                .failAfter(SECONDS, TimeUnit.SECONDS)
                .aggregation(
                        key,
                        scope.aggregation()
                                .terms()
                                .field(Fields.ORGANISATION, Long.class)
                                .maxTermCount(most)
                                .toAggregation())
                .fetch(0)
                .aggregation(key);
    }

    @Override
    public SearchPredicate spelledOut(SearchScope<Object> scope, SearchPredicate fuzzy) {
        return fuzzy;
    }

    /** As the question sets its highlighter up. */
    @Override
    public SearchProjection<@Nullable List<String>> marked(
            SearchScope<Object> scope, SearchPredicate words, String field, boolean several) {
        return scope.projection().highlight(field).toProjection();
    }

    private static @Nullable PartialDate date(@Nullable Long dated) {
        return dated == null ? null : Fields.date(dated);
    }

    private static AggregationKey<Map<String, Long>> key(String field) {
        return AggregationKey.of(field);
    }

    private static SearchAggregation<Map<String, Long>> terms(SearchScope<Object> scope, String field) {
        return scope.aggregation()
                .terms()
                .field(field, String.class)
                .maxTermCount(VALUES)
                .toAggregation();
    }
}
