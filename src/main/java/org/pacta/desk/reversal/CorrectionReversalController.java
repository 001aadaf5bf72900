package org.pacta.desk.reversal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what taking a correction back would do, and does it: an admin at once, others by a correction that is reviewed. */
@Controller
class CorrectionReversalController {

    private final ReversalService reversals;

    CorrectionReversalController(ReversalService reversals) {
        this.reversals = reversals;
    }

    @GetMapping("/desk/corrections/{id}/reversal")
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("reversal", reversals.ofCorrection(id));
        model.addAttribute("isReviewed", !person.is(Role.ADMIN));
        return "reversal/show";
    }

    @PostMapping("/desk/corrections/{id}/reversal")
    String takeBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "stays") String rest,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedIn person,
            RedirectAttributes flash,
            HttpServletResponse response,
            Model model) {
        Map<String, Boolean> decisions = ReversalController.decisions(parameters);
        try {
            if (!person.is(Role.ADMIN)) {
                return begun(id, reason.strip(), person, flash);
            }
            reversals.takeBackCorrection(id, decisions, ReversalController.stays("rest", rest), reason.strip(), person);
            return page(id);
        } catch (BrokenRuleException broken) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAllAttributes(ReversalController.refused(broken, rest, decisions, reason));
            return show(id, person, model);
        }
    }

    private String begun(long id, String reason, SignedIn person, RedirectAttributes flash) {
        return page(reversals.begin(id, reason, person).orElseGet(() -> {
            flash.addFlashAttribute("told", "correction.nothing_left");
            return id;
        }));
    }

    private static String page(long id) {
        return "redirect:/desk/corrections/" + id;
    }
}
