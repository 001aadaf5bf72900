package org.pacta.reader.search;

import java.util.List;
import org.pacta.platform.form.RecordKind;
import org.pacta.reader.indexing.SearchIndex;
import org.pacta.reference.organisation.OrganisationLine;
import org.springframework.stereotype.Component;

/** Has the index find organisations for whoever types a name. */
@Component
class OrganisationFinder implements OrganisationLine.Finder {

    private final Asked asked;

    OrganisationFinder(Asked asked) {
        this.asked = asked;
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
}
