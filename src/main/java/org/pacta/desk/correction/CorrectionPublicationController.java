package org.pacta.desk.correction;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pacta.desk.correction.CorrectionService.UnreadableException;
import org.pacta.desk.publication.Refusals;
import org.pacta.platform.security.SignedIn;
import org.springframework.dao.OptimisticLockingFailureException;
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
    private final Refusals refusals;
    private final TransactionTemplate transactions;

    CorrectionPublicationController(
            CorrectionService corrections,
            Refusals refusals,
            PlatformTransactionManager transactions) {
        this.corrections = corrections;
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
            forward(corrections.attempt(id, person), request, response);
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
    String submit(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        corrections.submit(id, person);
        return "redirect:/desk/corrections/" + id;
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
