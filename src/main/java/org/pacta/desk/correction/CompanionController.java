package org.pacta.desk.correction;

import java.util.Objects;
import java.util.function.Function;
import org.pacta.desk.publication.Refusals;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Several records in one correction, and a published correction taken back. */
@Controller
class CompanionController {

    private static final String RECORDS = "/desk/corrections/{id}/records";

    private final CorrectionService corrections;
    private final CompanionQueries companions;
    private final Refusals refusals;

    CompanionController(CorrectionService corrections, CompanionQueries companions, Refusals refusals) {
        this.corrections = corrections;
        this.companions = companions;
        this.refusals = refusals;
    }

    @PostMapping(RECORDS)
    String add(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal SignedIn person,
            RedirectAttributes flash) {
        RecordKind kind =
                RecordKind.ofPlural(CorrectionController.hidden(parameters, "correction.kind", Function.identity()));
        try {
            corrections.add(
                    id,
                    kind,
                    Objects.requireNonNull(CorrectionController.base(parameters)),
                    CorrectionController.typing(parameters),
                    person);
        } catch (BrokenRuleException broken) {
            flash.addFlashAttribute("refused", refusals.words(broken).orElseThrow(() -> broken));
        }
        return page(id);
    }

    @GetMapping(RECORDS + "/{kind}/{record}/edit")
    String edit(@PathVariable long id, @PathVariable String kind, @PathVariable long record, Model model) {
        model.addAttribute("into", id);
        model.addAttribute("form", companions.form(id, RecordKind.ofPlural(kind), record));
        return "correction/form";
    }

    @PostMapping(RECORDS + "/{kind}/{record}/removal")
    String leaveOut(
            @PathVariable long id,
            @PathVariable String kind,
            @PathVariable long record,
            @AuthenticationPrincipal SignedIn person) {
        corrections.leaveOut(id, RecordKind.ofPlural(kind), record, person);
        return page(id);
    }

    private static String page(long id) {
        return "redirect:/desk/corrections/" + id;
    }
}
