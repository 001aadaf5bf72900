package org.pacta.desk.correction;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pacta.desk.correction.CorrectionService.UnreadableException;
import org.pacta.desk.publication.Refusals;
import org.pacta.desk.publication.Reviewing;
import org.pacta.platform.security.SignedIn;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
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
    private final Reviewing reviewing;
    private final Refusals refusals;
    private final TransactionTemplate transactions;

    CorrectionPublicationController(
            CorrectionService corrections,
            CorrectionQueries queries,
            Reviewing reviewing,
            Refusals refusals,
            PlatformTransactionManager transactions) {
        this.corrections = corrections;
        this.queries = queries;
        this.reviewing = reviewing;
        this.refusals = refusals;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** The page as it would stand, made by publishing and taken back before anybody else can see it. */
    @GetMapping("/desk/corrections/{id}/preview")
    void preview(
            @PathVariable long id,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.setAttribute("preview", id);
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            forward(corrections.publish(id, person), request, response);
        });
    }

    private static void forward(String path, HttpServletRequest request, HttpServletResponse response) {
        try {
            request.getRequestDispatcher(path.replaceFirst("#.*", "")).forward(request, response);
        } catch (ServletException | IOException failed) {
            throw new IllegalStateException("The preview could not be shown", failed);
        }
    }

    @PostMapping("/desk/corrections/{id}/publication")
    String publish(@PathVariable long id, @AuthenticationPrincipal SignedIn person, RedirectAttributes flash) {
        requireReviewer(id, person);
        try {
            return "redirect:" + corrections.publish(id, person);
        } catch (OptimisticLockingFailureException late) {
            return "redirect:/desk/corrections/" + id + "/conflict";
        } catch (UnreadableException unreadable) {
            return "redirect:/desk/corrections/" + id;
        } catch (RuntimeException failure) {
            flash.addFlashAttribute("refused", refusals.words(failure).orElseThrow(() -> failure));
            return "redirect:/desk/corrections/" + id;
        }
    }

    @PostMapping("/desk/corrections/{id}/submission")
    String submit(@PathVariable long id) {
        corrections.submit(id);
        return "redirect:/desk/corrections/" + id;
    }

    @PostMapping("/desk/corrections/{id}/reopening")
    String takeBack(@PathVariable long id) {
        corrections.takeBack(id);
        return "redirect:/desk/corrections/" + id;
    }

    @PostMapping("/desk/corrections/{id}/return")
    String giveBack(@PathVariable long id, @RequestParam String comment, @AuthenticationPrincipal SignedIn person) {
        requireReviewer(id, person);
        corrections.giveBack(id, person, comment.strip());
        return "redirect:/desk/corrections";
    }

    @PostMapping("/desk/corrections/{id}/withdrawal")
    String discard(@PathVariable long id) {
        corrections.discard(id);
        return "redirect:/desk/corrections";
    }

    private void requireReviewer(long id, SignedIn person) {
        if (!reviewing.mayPublish(queries.view(id).authorId(), person)) {
            throw new AccessDeniedException("A correction is published by a reviewer who did not write it");
        }
    }
}
