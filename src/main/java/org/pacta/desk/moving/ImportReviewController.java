package org.pacta.desk.moving;

import java.util.List;
import org.pacta.desk.moving.ImportReview.About;
import org.pacta.desk.moving.TakeBackWork.InTheWay;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.BadParameterException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A list on its way to the registry, and back. */
@Controller
class ImportReviewController {

    private final ImportReview review;

    ImportReviewController(ImportReview review) {
        this.review = review;
    }

    @PostMapping("/desk/imports/{id}/submission")
    String submit(
            @PathVariable long id,
            @RequestParam String title,
            @RequestParam(defaultValue = "") String publisher,
            @RequestParam(defaultValue = "") String url,
            @RequestParam String language,
            @AuthenticationPrincipal SignedIn person) {
        if (title.isBlank() || !language.matches("[a-z]{2,3}(-[A-Za-z]+)?")) {
            throw new BadParameterException(title.isBlank() ? "title" : "language");
        }
        review.submit(id, new About(title.strip(), publisher.strip(), url.strip(), language), person);
        return page(id);
    }

    @PostMapping("/desk/imports/{id}/return")
    String giveBack(@PathVariable long id, @RequestParam String comment, @AuthenticationPrincipal SignedIn person) {
        review.giveBack(id, comment.strip(), person);
        return page(id);
    }

    @PostMapping("/desk/imports/{id}/reopening")
    String reopen(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        review.reopen(id, person);
        return page(id);
    }

    @PostMapping("/desk/imports/{id}/publication")
    String publish(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        review.publish(id, person);
        return page(id);
    }

    @PostMapping("/desk/imports/{id}/reversal")
    String takeBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn person,
            RedirectAttributes flash) {
        List<InTheWay> inTheWay = review.takeBack(id, reason.strip(), person);
        flash.addFlashAttribute("inTheWay", inTheWay);
        return page(id);
    }

    private static String page(long id) {
        return "redirect:/desk/imports/" + id;
    }
}
