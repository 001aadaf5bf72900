package org.pacta.desk.merging;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pacta.desk.merging.Duplicates.Each;
import org.pacta.desk.merging.MergeService.ConflictException;
import org.pacta.desk.merging.Touched.Row;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Organisations that should be looked at, and the merging and parting of two of them. */
@Controller
class MergeController {

    private final MergeService merges;
    private final Duplicates duplicates;
    private final Touched touched;

    MergeController(MergeService merges, Duplicates duplicates, Touched touched) {
        this.merges = merges;
        this.duplicates = duplicates;
        this.touched = touched;
    }

    /** One of the two, with what names it. */
    public record Side(Each organisation, List<Row> rows) {

        public Map<String, Long> counted() {
            return Touched.counted(rows);
        }
    }

    @GetMapping("/desk/organisations")
    String list(Model model) {
        model.addAttribute("pairs", duplicates.pairs());
        model.addAttribute("stubs", duplicates.toComplete(1, Duplicates.MOST).rows());
        model.addAttribute("misfits", duplicates.misfits());
        model.addAttribute("merges", duplicates.merges());
        return "merging/list";
    }

    @PostMapping("/desk/organisations/distinct")
    String distinguish(@RequestParam long one, @RequestParam long other, @AuthenticationPrincipal SignedIn person) {
        merges.distinguish(one, other, person);
        return "redirect:/desk/organisations";
    }

    @GetMapping("/desk/merges/preview")
    String preview(@RequestParam long one, @RequestParam long other, Model model) {
        model.addAttribute("sides", List.of(side(one), side(other)));
        return "merging/preview";
    }

    private Side side(long id) {
        return new Side(
                duplicates.find(id).orElseThrow(() -> new NotFoundException("organisation", id)), touched.by(id));
    }

    @PostMapping("/desk/merges")
    String merge(
            @RequestParam long one,
            @RequestParam long other,
            @RequestParam long into,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedIn person) {
        if (into != one && into != other) {
            throw new BadParameterException("into");
        }
        merges.merge(into == one ? other : one, into == one ? one : other, reason.strip(), person);
        return "redirect:/organisations/" + (into == one ? one : other);
    }

    @PostMapping("/desk/merges/{id}/reversal")
    String part(@PathVariable long id, @RequestParam String reason, @AuthenticationPrincipal SignedIn person) {
        merges.part(id, reason.strip(), person);
        return "redirect:/desk/organisations#merges";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    String cannotPart(ConflictException conflict, Model model) {
        model.addAttribute("rows", conflict.rows());
        return "merging/refused";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    String breaksARule(BrokenRuleException broken, Model model) {
        model.addAttribute("rows", List.of());
        model.addAttribute("rule", "rule." + Objects.requireNonNull(broken.rule()));
        return "merging/refused";
    }
}
