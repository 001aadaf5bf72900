package org.pacta.reader.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.shared.Address;
import org.pacta.reader.indexing.SearchIndex;
import org.pacta.reader.indexing.SearchIndex.Fields;
import org.pacta.reference.organisation.OrganisationLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds organisations: by the beginning of a name, for whoever types it, and by the number of one that was found to be another. */
@Component
class OrganisationFinder implements OrganisationLine.Finder {

    private final Asked asked;
    private final JdbcClient jdbc;

    OrganisationFinder(Asked asked, JdbcClient jdbc) {
        this.asked = asked;
        this.jdbc = jdbc;
    }

    /** None while the index is away: whoever asks has the names in the database beside them. */
    @Override
    public List<Long> beginning(String typed, int most) {
        Keywords words = Keywords.of(typed);
        try {
            return words.canBeAsked()
                    ? asked.beginning(RecordKind.ORGANISATION, words, most).stream()
                            .map(Asked.Hit::id)
                            .toList()
                    : List.of();
        } catch (SearchIndex.NotReadyException away) {
            return List.of();
        }
    }

    /** A view in which every organisation that was merged is the one it was found to be. */
    Address followed(Address view) {
        List<String> chosen = view.values(Fields.ORGANISATION);
        if (chosen.isEmpty()) {
            return view;
        }
        Map<String, String> survivors = jdbc
                .sql("""
                        with recursive followed as (
                            select id as merged, id, merged_into_id from organisation where id in (:ids)
                            union all
                            select merged, organisation.id, organisation.merged_into_id
                            from followed join organisation on organisation.id = followed.merged_into_id
                        )
                        select merged, id from followed where merged_into_id is null
                        """)
                .param(
                        "ids",
                        chosen.stream()
                                .map(each -> Math.abs(Long.parseLong(each)))
                                .toList())
                .query((row, n) -> Map.entry(row.getString("merged"), row.getString("id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return view.with(
                Fields.ORGANISATION,
                chosen.stream().map(each -> followed(each, survivors)).toList());
    }

    private static String followed(String chosen, Map<String, String> survivors) {
        String sign = chosen.startsWith("-") ? "-" : "";
        String id = chosen.substring(sign.length());
        return sign + survivors.getOrDefault(id, id);
    }
}
