package org.pacta.reader.outcome;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.pacta.reader.outcome.OutcomesView.Question;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From an agreement to a project to an outcome. */
@Controller
class OutcomesController {

    private final Outcomes outcomes;

    OutcomesController(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @GetMapping(OutcomesView.PAGE)
    String show(@RequestParam @Nullable String council, Model model) {
        model.addAttribute("outcomes", outcomes.show(council));
        return "outcome/show";
    }

    @GetMapping(OutcomesView.PAGE + "/rows")
    String rows(@Valid Question question, Model model) {
        model.addAttribute("rows", outcomes.rows(question));
        return "outcome/rows";
    }

    @GetMapping(OutcomesView.PAGE + "/rows.csv")
    ResponseEntity<String> rows(@Valid Question question) {
        return outcomes.file(question).csv();
    }

    @GetMapping(OutcomesView.PAGE + ".csv")
    ResponseEntity<String> csv() {
        return outcomes.chart().csv();
    }

    @GetMapping(OutcomesView.PAGE + ".json")
    ResponseEntity<String> json() {
        return outcomes.chart().json(OutcomesView.PAGE);
    }

    @GetMapping(OutcomesView.PAGE + ".xlsx")
    ResponseEntity<byte[]> workbook() {
        return outcomes.chart().workbook(OutcomesView.PAGE);
    }
}
