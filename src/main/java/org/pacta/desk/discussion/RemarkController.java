package org.pacta.desk.discussion;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows all that was said of a draft, or of one of its lines. */
@Controller
class RemarkController {

    private final Remarks remarks;
    private final DraftQueries drafts;

    RemarkController(Remarks remarks, DraftQueries drafts) {
        this.remarks = remarks;
        this.drafts = drafts;
    }

    @GetMapping("/desk/drafts/{id}/remarks")
    String list(
            @PathVariable long id,
            @RequestParam @Nullable Long line,
            @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page,
            Model model) {
        model.addAttribute("draft", drafts.get(id));
        model.addAttribute("line", line);
        model.addAttribute("remarks", remarks.slice(id, line, page));
        return "discussion/list";
    }
}
