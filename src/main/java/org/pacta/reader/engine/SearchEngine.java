package org.pacta.reader.engine;

import java.util.List;
import java.util.Map;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.projection.SearchProjection;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Marked;
import org.pacta.platform.shared.PartialDate;

/**
 * Counts records of a scope that fit a predicate, spells predicates out and marks their words.
 *
 * <p>Each method throws {@link org.hibernate.search.util.common.SearchTimeoutException} when the index takes longer than a question may.
 */
public interface SearchEngine {

    /** A question that takes longer, in seconds, is given up: it holds up everybody else's. */
    int SECONDS = 3;

    /** A facet has no more values, or sets of values, than these; only organisations are more. */
    int VALUES = 1_000;

    /**
     * All that is said of some records together.
     *
     * @param organisations how many different ones are in them
     * @param first when the earliest dates, as exactly as it is known; null where none has a date
     */
    record Counted(
            long total,
            long organisations,
            @Nullable PartialDate first,
            @Nullable PartialDate last) {}

    /** Sums up. */
    Counted all(SearchSession session, SearchScope<Object> scope, SearchPredicate fitting);

    /** Counts the values of one field; a value of none is left out. */
    Map<String, Long> values(SearchSession session, SearchScope<Object> scope, SearchPredicate fitting, String field);

    /** How many records each organisation is in, the most frequent first, so many at most. */
    Map<Long, Long> organisations(SearchSession session, SearchScope<Object> scope, SearchPredicate fitting, int most);

    /** The same predicate with every word that only has to be like one replaced by those there are, where that makes it cheaper to ask again. */
    SearchPredicate spelledOut(SearchScope<Object> scope, SearchPredicate fuzzy);

    /**
     * The sentence of a field that has most words of a predicate, with those between {@link Marked#START} and {@link Marked#END}; none where
     * nothing in the field has any, null where there is no such field.
     *
     * @param several whether the field has more values than one
     */
    SearchProjection<@Nullable List<String>> marked(
            SearchScope<Object> scope, SearchPredicate words, String field, boolean several);
}
