package org.pacta.desk.reversal;

import jakarta.servlet.http.HttpServletResponse;
import org.pacta.desk.publication.Refusals;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.security.SignedIn;
import org.pacta.reader.revision.RevisionQueries;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a record back, with a reason that its page shows from then on, and has it stand again. */
@Controller
class WithdrawalController {

    private static final String KIND = "/desk/withdrawals/{kind}/{key}";
    private static final String MEETING = "/desk/withdrawals/councils/{council}/meetings/{ordinal:\\d+}";

    private final Withdrawals withdrawals;
    private final RevisionQueries revisions;
    private final Refusals refusals;

    WithdrawalController(Withdrawals withdrawals, RevisionQueries revisions, Refusals refusals) {
        this.withdrawals = withdrawals;
        this.revisions = revisions;
        this.refusals = refusals;
    }

    @GetMapping(KIND)
    String blank(@PathVariable String kind, @PathVariable String key, Model model) {
        return blank(subject(kind, key), model);
    }

    @GetMapping(MEETING)
    String blank(@PathVariable String council, @PathVariable int ordinal, Model model) {
        return blank(revisions.meeting(council, ordinal), model);
    }

    private String blank(Subject subject, Model model) {
        model.addAttribute("withdrawal", withdrawals.of(subject));
        return "reversal/withdrawal";
    }

    @PostMapping(KIND)
    String withdraw(
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam int version,
            @RequestParam(defaultValue = "0") int with,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedIn person,
            HttpServletResponse response,
            Model model) {
        Subject subject = subject(kind, key);
        return decided(
                subject,
                reason,
                () -> withdrawals.withdraw(subject, version, with, reason.strip(), person),
                model,
                response);
    }

    @PostMapping(KIND + "/reversal")
    String restore(
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam int version,
            @RequestParam(defaultValue = "0") int with,
            @RequestParam(defaultValue = "0") int along,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedIn person,
            HttpServletResponse response,
            Model model) {
        Subject subject = subject(kind, key);
        return decided(
                subject,
                reason,
                () -> withdrawals.restore(subject, version, with, along, reason.strip(), person),
                model,
                response);
    }

    private String decided(
            Subject subject, String reason, Runnable decision, Model model, HttpServletResponse response) {
        try {
            decision.run();
            return "redirect:/" + subject.kind().plural() + "/" + subject.id() + "/history";
        } catch (OptimisticLockingFailureException faster) {
            model.addAttribute("overtaken", true);
            response.setStatus(HttpStatus.CONFLICT.value());
        } catch (RuntimeException failure) {
            model.addAttribute("refused", refusals.words(failure).orElseThrow(() -> failure));
            model.addAttribute(
                    "at",
                    failure instanceof BrokenRuleException broken
                                    && broken.rule().startsWith("rest")
                            ? "with"
                            : "reason");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("reason", reason);
        return blank(subject, model);
    }

    private Subject subject(String kind, String key) {
        return revisions.subject(RecordKind.ofPlural(kind), key);
    }
}
