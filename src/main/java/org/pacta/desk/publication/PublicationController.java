package org.pacta.desk.publication;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.pacta.desk.discussion.Reply;
import org.pacta.desk.draft.Draft;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.publication.Refusals.Refusal;
import org.pacta.platform.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From a draft to the page: check, preview, submit, return, publish. */
@Controller
class PublicationController {

    private final DraftQueries queries;
    private final DraftService drafts;
    private final Checks checks;
    private final Publisher publisher;
    private final Review review;
    private final Reviewing reviewing;
    private final ReviewedLines lines;
    private final Preview preview;

    PublicationController(
            DraftQueries queries,
            DraftService drafts,
            Checks checks,
            Publisher publisher,
            Review review,
            Reviewing reviewing,
            ReviewedLines lines,
            Preview preview) {
        this.queries = queries;
        this.drafts = drafts;
        this.checks = checks;
        this.publisher = publisher;
        this.review = review;
        this.reviewing = reviewing;
        this.lines = lines;
        this.preview = preview;
    }

    @GetMapping("/desk/drafts/{id}/check")
    String check(@PathVariable long id, @AuthenticationPrincipal SignedIn person, Model model) {
        DraftView draft = queries.get(id);
        model.addAttribute("lines", lines.of(draft));
        List<Problem> problems = draft.state() == Draft.State.DISCARDED ? List.of() : checks.of(id, person);
        return shown(draft, problems, person, model);
    }

    private String shown(DraftView draft, List<Problem> problems, SignedIn person, Model model) {
        model.addAttribute("draft", draft);
        List<Problem> grave = problems.stream().filter(Problem::isGrave).toList();
        model.addAttribute("grave", grave);
        model.addAttribute("ready", grave.stream().allMatch(Problem::isOfTheDecision));
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

    @PostMapping("/desk/drafts/{id}/remarks")
    String say(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal SignedIn person,
            RedirectAttributes flash) {
        Reply reply = Reply.read(parameters);
        say(id, reply, person, flash);
        return "redirect:/desk/drafts/" + id + "/check" + reply.anchor();
    }

    private void say(long id, Reply reply, SignedIn person, RedirectAttributes flash) {
        if (!review.say(id, reply, person)) {
            flash.addFlashAttribute("told", "desk.keep.gone");
        }
    }

    @PostMapping("/desk/drafts/{id}/submission")
    String submit(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal SignedIn person,
            RedirectAttributes flash) {
        say(id, Reply.read(parameters), person, flash);
        drafts.submit(id, person);
        return "redirect:/desk/drafts/" + id + "/check";
    }

    @PostMapping("/desk/drafts/{id}/return")
    String giveBack(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal SignedIn person,
            Model model,
            HttpServletResponse response) {
        Optional<Problem> refused = checks.tried(() -> review.giveBack(id, person, Reply.read(parameters)));
        return refused.isEmpty() ? "redirect:/desk" : refused(id, refused.get(), person, model, response);
    }

    @PostMapping("/desk/drafts/{id}/reopening")
    String takeBack(
            @PathVariable long id,
            @AuthenticationPrincipal SignedIn person,
            Model model,
            HttpServletResponse response) {
        Optional<Problem> refused = checks.tried(() -> drafts.takeBack(id, person));
        return refused.isEmpty() ? "redirect:/desk/drafts/" + id : refused(id, refused.get(), person, model, response);
    }

    @PostMapping("/desk/drafts/{id}/publication")
    String publish(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal SignedIn person,
            RedirectAttributes flash,
            Model model,
            HttpServletResponse response) {
        Optional<String> faster = queries.publisher(id).filter(name -> !name.equals(person.displayName()));
        review.sayUnlessPublished(id, Reply.read(parameters), person);
        AtomicReference<String> path = new AtomicReference<>();
        Optional<Problem> refused = checks.tried(() -> path.set(review.publish(id, person)));
        faster.ifPresent(name -> {
            flash.addFlashAttribute("told", "desk.faster");
            flash.addFlashAttribute("faster", name);
        });
        return refused.isEmpty() ? "redirect:" + path.get() : refused(id, refused.get(), person, model, response);
    }

    private String refused(long id, Problem refusal, SignedIn person, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        DraftView draft = queries.get(id);
        model.addAttribute("lines", lines.of(draft));
        return shown(draft, checks.with(draft, refusal), person, model);
    }
}
