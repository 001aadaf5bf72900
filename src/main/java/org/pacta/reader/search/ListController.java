package org.pacta.reader.search;

import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.ListPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ListController {

    private final Lists lists;
    private final ListSearch search;

    ListController(Lists lists, ListSearch search) {
        this.lists = lists;
        this.search = search;
    }

    @GetMapping("/{list:agreements|projects|organisations|meetings}")
    String list(@PathVariable String list, ListFilter filter, Model model) {
        ListPage<?> page = search.page(lists.get(list), filter);
        model.addAttribute("list", page);
        model.addAttribute("view", page.here());
        return lists.get(list).template();
    }

    @GetMapping(
            "/{list:agreements|projects|organisations|meetings}/choices/{facet:council|place|kind|status|focus|parties|mode|ends}")
    String choices(@PathVariable String list, @PathVariable String facet, ListFilter filter, Model model) {
        model.addAttribute("noun", list);
        model.addAttribute("filter", filter.address("/" + list));
        ListSearch.Opened opened = search.open(lists.get(list), filter, facet);
        model.addAttribute("facet", opened.facet());
        model.addAttribute("problem", opened.problem());
        return "search/choices";
    }

    @GetMapping("/{list:agreements|projects}/organisations")
    String organisations(
            @PathVariable String list,
            ListFilter filter,
            @RequestParam(required = false) @Nullable String find,
            Model model) {
        model.addAttribute("noun", list);
        model.addAttribute("filter", filter.address("/" + list));
        model.addAttribute("find", Keywords.of(find).text());
        model.addAttribute("problem", search.problem(filter, find));
        model.addAttribute("organisations", search.organisations(lists.get(list), filter, find));
        return "search/organisations";
    }
}
