package org.pacta.desk.correction;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.correction.CorrectionService.UnreadableException;
import org.pacta.desk.publication.Preview;
import org.pacta.desk.publication.Refusals;
import org.pacta.platform.security.SignedIn;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From a correction to the page: preview, submit, return, publish. */
@Controller
class CorrectionPublicationController {

    private final CorrectionService corrections;
    private final CorrectionQueries queries;
    private final Refusals refusals;
    private final Preview preview;

    CorrectionPublicationController(
            CorrectionService corrections, CorrectionQueries queries, Refusals refusals, Preview preview) {
        this.corrections = corrections;
        this.queries = queries;
        this.refusals = refusals;
        this.preview = preview;
    }

    @GetMapping("/desk/corrections/{id}/preview")
    @Nullable
    String preview(
            @PathVariable long id,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        try {
            preview.show(id, () -> corrections.attempt(id, person), request, response);
            return null;
        } catch (RuntimeException failure) {
            return refused(id, failure, flash);
        }
    }

    @PostMapping("/desk/corrections/{id}/publication")
    String publish(@PathVariable long id, @AuthenticationPrincipal SignedIn person, RedirectAttributes flash) {
        try {
            return "redirect:" + corrections.publish(id, person);
        } catch (RuntimeException failure) {
            return refused(id, failure, flash);
        }
    }

    private String refused(long id, RuntimeException failure, RedirectAttributes flash) {
        if (failure instanceof OptimisticLockingFailureException) {
            return "redirect:/desk/corrections/" + id + (queries.isStale(id) ? "/conflict" : "");
        }
        if (!(failure instanceof UnreadableException)) {
            flash.addFlashAttribute("refused", refusals.words(failure).orElseThrow(() -> failure));
        }
        return "redirect:/desk/corrections/" + id;
    }

    @PostMapping("/desk/corrections/{id}/submission")
    String submit(@PathVariable long id, @AuthenticationPrincipal SignedIn person, RedirectAttributes flash) {
        flash.addFlashAttribute("told", "correction.sent");
        return "redirect:" + corrections.submit(id, person);
    }

    @PostMapping("/desk/corrections/{id}/takeover")
    String takeOver(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        corrections.takeOver(id, person);
        return "redirect:/desk/corrections/" + id + "/edit";
    }

    @PostMapping("/desk/corrections/{id}/reopening")
    String takeBack(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        corrections.takeBack(id, person);
        return "redirect:/desk/corrections/" + id;
    }

    @PostMapping("/desk/corrections/{id}/return")
    String giveBack(@PathVariable long id, @RequestParam String comment, @AuthenticationPrincipal SignedIn person) {
        corrections.giveBack(id, person, comment.strip());
        return "redirect:/desk/corrections";
    }

    @PostMapping("/desk/corrections/{id}/withdrawal")
    String discard(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        corrections.discard(id, person);
        return "redirect:/desk/corrections";
    }
}
