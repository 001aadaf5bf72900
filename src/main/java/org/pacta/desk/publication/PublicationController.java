package org.pacta.desk.publication;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.pacta.desk.draft.Draft;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftView;
import org.pacta.platform.reading.SentFields;
import org.pacta.platform.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From a draft to the page: check, preview, submit, return, publish. */
@Controller
class PublicationController {

    private final DraftQueries queries;
    private final DraftService drafts;
    private final Checks checks;
    private final Publisher publisher;
    private final Reviewing reviewing;
    private final Preview preview;

    PublicationController(
            DraftQueries queries,
            DraftService drafts,
            Checks checks,
            Publisher publisher,
            Reviewing reviewing,
            Preview preview) {
        this.queries = queries;
        this.drafts = drafts;
        this.checks = checks;
        this.publisher = publisher;
        this.reviewing = reviewing;
        this.preview = preview;
    }

    @GetMapping("/desk/drafts/{id}/check")
    String check(@PathVariable long id, @AuthenticationPrincipal SignedIn person, Model model) {
        DraftView draft = queries.get(id);
        List<Problem> problems = draft.state() == Draft.State.DISCARDED ? List.of() : checks.of(id, person);
        return shown(draft, problems, person, model);
    }

    private String shown(DraftView draft, List<Problem> problems, SignedIn person, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("grave", problems.stream().filter(Problem::isGrave).toList());
        model.addAttribute(
                "doubtful",
                problems.stream().filter(problem -> !problem.isGrave()).toList());
        model.addAttribute("mayPublish", reviewing.mayPublish(draft, person));
        model.addAttribute("hasWritten", reviewing.hasWritten(draft, person));
        model.addAttribute("writers", queries.writers(draft.id()));
        model.addAttribute(
                "unanswered", problems.stream().filter(Problem::isOpen).count());
        model.addAttribute("created", draft.created());
        model.addAttribute("alone", reviewing.whyAlone(draft, person).orElse(null));
        return "publication/check";
    }

    @GetMapping("/desk/drafts/{id}/preview")
    void preview(
            @PathVariable long id,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        preview.show(id, () -> publisher.publish(id, person), request, response);
    }

    /** Of a draft that cannot be published there is no preview; the check says why. */
    @ExceptionHandler
    String noPreview(Refusal refusal, HttpServletRequest request) {
        return "redirect:/desk/drafts/" + request.getAttribute("preview") + "/check";
    }

    @PostMapping("/desk/drafts/{id}/submission")
    String submit(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        drafts.submit(id, person);
        return "redirect:/desk/drafts/" + id + "/check";
    }

    @PostMapping("/desk/drafts/{id}/return")
    String giveBack(
            @PathVariable long id,
            @RequestParam String comment,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedIn person) {
        publisher.giveBack(id, person, comment.strip(), comments(parameters));
        return "redirect:/desk";
    }

    private static Map<Long, String> comments(Map<String, String> parameters) {
        SentFields.check(parameters.keySet(), name -> name.matches("(\\d{1,18}\\.)?comment"));
        return parameters.entrySet().stream()
                .filter(each ->
                        each.getKey().endsWith(".comment") && !each.getValue().isBlank())
                .collect(Collectors.toMap(
                        each -> Long.valueOf(
                                each.getKey().substring(0, each.getKey().indexOf('.'))),
                        each -> each.getValue().strip()));
    }

    @PostMapping("/desk/drafts/{id}/keeping")
    String keep(
            @PathVariable long id,
            @RequestParam String warning,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn person) {
        checks.keep(id, warning, reason, person);
        return "redirect:/desk/drafts/" + id + "/check";
    }

    @PostMapping("/desk/drafts/{id}/reopening")
    String takeBack(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        drafts.takeBack(id, person);
        return "redirect:/desk/drafts/" + id;
    }

    @PostMapping("/desk/drafts/{id}/publication")
    String publish(
            @PathVariable long id,
            @AuthenticationPrincipal SignedIn person,
            Model model,
            HttpServletResponse response) {
        AtomicReference<String> path = new AtomicReference<>();
        Optional<Problem> refused = checks.tried(() -> path.set(publisher.publishReviewed(id, person)));
        if (refused.isEmpty()) {
            return "redirect:" + path.get();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(queries.get(id), List.of(refused.get()), person, model);
    }
}
