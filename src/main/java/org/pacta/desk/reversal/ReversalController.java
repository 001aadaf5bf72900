package org.pacta.desk.reversal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.reading.SentFields;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.BadParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what taking a publication back would do, and does it. */
@Controller
class ReversalController {

    private final ReversalService reversals;

    ReversalController(ReversalService reversals) {
        this.reversals = reversals;
    }

    @GetMapping("/desk/drafts/{id}/reversal")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("reversal", reversals.of(id));
        return "reversal/show";
    }

    @PostMapping("/desk/drafts/{id}/reversal")
    String takeBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "stays") String rest,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedIn person,
            HttpServletResponse response,
            Model model) {
        Map<String, Boolean> decisions = decisions(parameters);
        try {
            reversals.takeBack(id, decisions, stays("rest", rest), reason.strip(), person);
            return "redirect:/desk/drafts/" + id + "/check";
        } catch (BrokenRuleException broken) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAllAttributes(refused(broken, rest, decisions, reason));
            return show(id, model);
        }
    }

    /** What the form shows again. */
    static Map<String, Object> refused(
            BrokenRuleException broken, String rest, Map<String, Boolean> decisions, String reason) {
        return Map.of("refused", broken.rule(), "rest", rest, "decisions", decisions, "reason", reason);
    }

    /** What is said of single records, as {@code agreement-12=stays}. */
    static Map<String, Boolean> decisions(Map<String, String> parameters) {
        SentFields.check(parameters.keySet(), name -> name.matches("rest|reason|form-key|[a-z]+-\\d{1,18}"));
        Map<String, Boolean> decisions = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (name.matches("[a-z]+-\\d{1,18}") && !value.isEmpty()) {
                decisions.put(name, stays(name, value));
            }
        });
        return decisions;
    }

    static boolean stays(String name, String value) {
        if (!value.equals("stays") && !value.equals("goes")) {
            throw new BadParameterException(name);
        }
        return value.equals("stays");
    }
}
