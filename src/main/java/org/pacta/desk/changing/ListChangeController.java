package org.pacta.desk.changing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacta.desk.changing.ListChanges.Outcome;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.SentFields;
import org.pacta.platform.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes a field of everything in a list; the list is as its own page narrows it. */
@Controller
class ListChangeController {

    private static final String PAGE = "/desk/changes/{noun:agreements|projects|organisations|meetings}";

    /** What the form has besides the filter of the list. */
    private static final Set<String> CHANGE = Set.of("change.field", "change.value", "change.how", "change.reason");

    private static final Set<String> FILTER =
            ListFilter.PARAMETERS.stream().filter(name -> !name.equals("page")).collect(Collectors.toUnmodifiableSet());

    private final ListChanges changes;

    ListChangeController(ListChanges changes) {
        this.changes = changes;
    }

    @GetMapping(PAGE)
    String blank(
            @PathVariable String noun,
            ListFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        ListChange change = ListChange.of(parameters);
        model.addAttribute("change", change);
        model.addAttribute("view", changes.show(noun, filter, change));
        return "changing/show";
    }

    @PostMapping(PAGE)
    String begin(
            @PathVariable String noun,
            ListFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal SignedIn person,
            HttpServletResponse response,
            Model model) {
        SentFields.check(parameters.keySet(), name -> CHANGE.contains(name) || FILTER.contains(name));
        Outcome outcome = changes.begin(noun, filter, ListChange.of(parameters), person);
        if (outcome.correction() != null) {
            return "redirect:/desk/corrections/" + outcome.correction();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("faults", outcome.faults());
        return blank(noun, filter, parameters, model);
    }
}
