package org.pacta.reader.search;

import java.util.List;
import org.pacta.platform.form.RecordKind;
import org.pacta.reader.indexing.SearchIndex;
import org.pacta.reference.organisation.OrganisationLine;
import org.springframework.stereotype.Component;

/** Has the index find organisations for whoever types a name. */
@Component
class OrganisationFinder implements OrganisationLine.Finder {

    private final SearchIndex index;
    private final Asked asked;

    OrganisationFinder(SearchIndex index, Asked asked) {
        this.index = index;
        this.asked = asked;
    }

    @Override
    public List<Long> beginning(String typed, int most) {
        Keywords words = Keywords.of(typed);
        return words.canBeAsked() && index.isReady()
                ? asked.beginning(RecordKind.ORGANISATION, words, most).stream()
                        .map(Asked.Hit::id)
                        .toList()
                : List.of();
    }
}
