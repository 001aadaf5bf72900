package org.pacta.reader.search;

import java.util.List;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.ListPage;
import org.pacta.reader.search.Lists.Searched;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Lists as wholes, for those who take them away: every row of a view in its order. */
@Service
public class WholeLists {

    private final Lists lists;
    private final ListSearch search;
    private final Asked asked;

    WholeLists(Lists lists, ListSearch search, Asked asked) {
        this.lists = lists;
        this.search = search;
        this.asked = asked;
    }

    /** The view as its page shows it. Refuses what the page refuses, and answers 503 while words cannot be looked up. */
    public ListPage<?> view(String list, ListFilter filter) {
        ListPage<?> page = search.page(lists.get(list), filter);
        if (page.words() != null && page.words().problem() != null) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        return page;
    }

    /** The ids of all rows of a view, in its order. */
    public List<Long> ids(String list, ListPage<?> view) {
        Searched<?> searched = lists.get(list);
        return view.words() == null || view.words().text().isEmpty()
                ? searched.listing().ids(view.address(), view.order())
                : asked.ids(
                        searched.kind(),
                        view.address(),
                        Keywords.of(view.words().text()),
                        view.words().forgiven(),
                        view.order());
    }
}
