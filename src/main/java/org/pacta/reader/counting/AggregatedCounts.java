package org.pacta.reader.counting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.aggregation.SearchAggregation;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.pacta.reader.indexing.SearchIndex.Fields;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Has OpenSearch count, by the aggregations of Hibernate Search. */
@Component
@ConditionalOnProperty(name = "pacta.search.backend", havingValue = "opensearch")
class AggregatedCounts implements FacetCounts {

    @Override
    public Counted all(
            SearchSession session, SearchScope<Object> scope, SearchPredicate fitting, Collection<String> fields) {
        AggregationKey<Long> organisations = AggregationKey.of("organisations");
        AggregationKey<LocalDate> first = AggregationKey.of("first");
        AggregationKey<LocalDate> last = AggregationKey.of("last");
        var question = session.search(scope)
                .where(fitting)
                .failAfter(SECONDS, TimeUnit.SECONDS)
                .aggregation(organisations, count -> count.countDistinct().field(Fields.ORGANISATION))
                .aggregation(first, min -> min.min().field(Fields.DAY, LocalDate.class))
                .aggregation(last, max -> max.max().field(Fields.DAY, LocalDate.class));
        for (String field : fields) {
            question = question.aggregation(key(field), terms(scope, field));
        }
        var found = question.fetch(0);
        return new Counted(
                found.total().hitCount(),
                fields.stream().collect(Collectors.toMap(field -> field, field -> found.aggregation(key(field)))),
                found.aggregation(organisations),
                found.aggregation(first),
                found.aggregation(last));
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
