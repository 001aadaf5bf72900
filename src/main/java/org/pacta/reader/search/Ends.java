package org.pacta.reader.search;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.pacta.platform.reading.Facet;
import org.pacta.platform.shared.Address;
import org.pacta.reader.indexing.SearchIndex.Fields;

/** When agreements end by their own dates, seen from today: spans of days that lie within each other. */
final class Ends {

    /** Before today, or within so many months from it. */
    static final List<String> SPANS = List.of("past", "3m", "6m", "12m", "24m");

    private static final String CONDITION = """
            ends_latest is not null and exists (
                select from (select (now() at time zone '%s')::date as today) clock, unnest(array[:ends]::text[]) span (words)
                where case words when 'past' then ends_by < today
                    else ends_by between today and today + ('P' || upper(words))::interval end)""";

    private Ends() {}

    /** @param zone what day it is today is told by */
    static Facet facet(ZoneId zone) {
        return Facet.words(Fields.ENDS, CONDITION.formatted(zone), SPANS.toArray(String[]::new));
    }

    /** Narrows a question to spans, those with a minus before them left out. */
    static void choose(
            SearchPredicateFactory find, BooleanPredicateClausesStep<?, ?> all, List<String> spans, LocalDate today) {
        BooleanPredicateClausesStep<?, ?> wanted = find.bool();
        for (String span : spans) {
            boolean isExcluded = span.startsWith("-");
            SearchPredicate days = days(find, isExcluded ? span.substring(1) : span, today);
            if (isExcluded) {
                all.mustNot(days);
            } else {
                wanted.should(days);
            }
        }
        if (wanted.hasClause()) {
            all.filter(wanted.toPredicate());
        }
    }

    private static SearchPredicate days(SearchPredicateFactory find, String span, LocalDate today) {
        var ends = find.range().field(Fields.ENDS);
        return span.equals("past")
                ? ends.lessThan(today).toPredicate()
                : ends.between(today, today.plusMonths(Long.parseLong(span.replace("m", ""))))
                        .toPredicate();
    }

    /** A view with a span chosen beside those that it leaves out. */
    static Address within(Address view, String span) {
        List<String> spans = new ArrayList<>(view.values(Fields.ENDS));
        spans.add(span);
        return view.with(Fields.ENDS, spans);
    }
}
