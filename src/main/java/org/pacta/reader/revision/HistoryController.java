package org.pacta.reader.revision;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.pacta.platform.form.RecordKind;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the history of a record at its own address, and what changed in the registry. */
@Controller
class HistoryController {

    private static final String RECORD = "/{kind}/{key}/history";
    private static final String MEETING = "/councils/{council}/meetings/{ordinal:\\d+}/history";
    private static final String AT = "/{revision:\\d+}";
    private static final String BETWEEN = "/{before:\\d+}..{after:\\d+}";

    private final HistoryQueries history;
    private final RevisionQueries revisions;

    HistoryController(HistoryQueries history, RevisionQueries revisions) {
        this.history = history;
        this.revisions = revisions;
    }

    @GetMapping(RECORD)
    String list(@PathVariable String kind, @PathVariable String key, Model model) {
        return list(subject(kind, key), model);
    }

    @GetMapping(MEETING)
    String list(@PathVariable String council, @PathVariable int ordinal, Model model) {
        return list(revisions.meeting(council, ordinal), model);
    }

    private String list(Subject subject, Model model) {
        model.addAttribute("history", history.all(subject));
        return "revision/list";
    }

    @GetMapping(RECORD + AT)
    String show(@PathVariable String kind, @PathVariable String key, @PathVariable long revision, Model model) {
        return show(subject(kind, key), revision, model);
    }

    @GetMapping(MEETING + AT)
    String show(@PathVariable String council, @PathVariable int ordinal, @PathVariable long revision, Model model) {
        return show(revisions.meeting(council, ordinal), revision, model);
    }

    private String show(Subject subject, long revision, Model model) {
        model.addAttribute("state", history.asOf(subject, revision));
        return "revision/show";
    }

    @GetMapping(RECORD + BETWEEN)
    String compare(
            @PathVariable String kind,
            @PathVariable String key,
            @PathVariable long before,
            @PathVariable long after,
            Model model) {
        return compare(subject(kind, key), before, after, model);
    }

    @GetMapping(MEETING + BETWEEN)
    String compare(
            @PathVariable String council,
            @PathVariable int ordinal,
            @PathVariable long before,
            @PathVariable long after,
            Model model) {
        return compare(revisions.meeting(council, ordinal), before, after, model);
    }

    private String compare(Subject subject, long before, long after, Model model) {
        model.addAttribute("compared", history.between(subject, before, after));
        return "revision/compare";
    }

    /** The form of the list sends the two revisions to compare; their address is the comparison. */
    @GetMapping(
            path = {RECORD, MEETING},
            params = {"from", "to"})
    String choose(@RequestParam long from, @RequestParam long to, HttpServletRequest request) {
        return "redirect:%s/%d..%d".formatted(request.getRequestURI(), Math.min(from, to), Math.max(from, to));
    }

    @GetMapping("/desk/log")
    String log(@RequestParam(defaultValue = "1") @Min(1) int page, Model model) {
        model.addAttribute("changes", revisions.log(ChangesFilter.all(page)));
        return "revision/log";
    }

    @GetMapping("/changes")
    String changes(@Valid ChangesFilter filter, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("changes", revisions.log(filter));
        model.addAttribute("kinds", RecordKind.values());
        model.addAttribute("councils", revisions.councils());
        return "revision/changes";
    }

    private Subject subject(String kind, String key) {
        return revisions.subject(RecordKind.ofPlural(kind), key);
    }
}
