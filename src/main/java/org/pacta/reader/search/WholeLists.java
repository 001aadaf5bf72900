package org.pacta.reader.search;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.reading.Listing;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.reader.indexing.SearchIndex;
import org.springframework.stereotype.Component;

/** Hands the four lists out whole: from SQL, or from the index where words are looked for. */
@Component
class WholeLists implements Listing.Whole {

    private final Lists lists;
    private final ListSearch search;
    private final Asked asked;

    WholeLists(Lists lists, ListSearch search, Asked asked) {
        this.lists = lists;
        this.search = search;
        this.asked = asked;
    }

    @Override
    public Set<String> nouns() {
        return Set.of("agreements", "projects", "organisations", "meetings");
    }

    @Override
    public ListPage<?> page(String noun, ListFilter filter) {
        ListPage<?> page = search.page(lists.get(noun), filter);
        ListPage.Words words = page.words();
        String problem = words == null ? null : words.problem();
        if (problem == null) {
            return page;
        }
        throw Keywords.areAtFault(problem)
                ? new BadParameterException("q")
                : new SearchIndex.NotReadyException(problem);
    }

    @Override
    public void ids(String noun, ListPage<?> page, Consumer<List<Long>> batch) {
        ListPage.Words words = page.words();
        if (words == null || words.text().isEmpty()) {
            lists.get(noun).listing().ids(page.address(), page.order(), batch);
        } else {
            asked.ids(
                    lists.get(noun).kind(),
                    page.address(),
                    Keywords.of(words.text()),
                    words.forgiven(),
                    page.order(),
                    batch);
        }
    }
}
