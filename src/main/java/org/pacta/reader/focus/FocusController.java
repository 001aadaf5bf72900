package org.pacta.reader.focus;

import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.BadParameterException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Focus areas by year and by council, as tables whose cells open their rows. */
@Controller
class FocusController {

    private static final String PAGE = "/dashboard/topics";

    private final FocusQueries focus;

    FocusController(FocusQueries focus) {
        this.focus = focus;
    }

    @GetMapping(PAGE)
    String show(@RequestParam(defaultValue = "agreements") String count, Model model) {
        model.addAttribute("table", focus.table(known(count)));
        return "focus/show";
    }

    @GetMapping(PAGE + "/{by:years|councils}.csv")
    ResponseEntity<String> csv(@PathVariable String by, @RequestParam(defaultValue = "agreements") String count) {
        return focus.chart(known(count), by).csv();
    }

    @GetMapping(PAGE + "/{by:years|councils}.json")
    ResponseEntity<String> json(@PathVariable String by, @RequestParam(defaultValue = "agreements") String count) {
        String address = Address.of(PAGE).with("count", count).toString();
        return focus.chart(known(count), by).json(address);
    }

    private static String known(String count) {
        if (!count.equals("agreements") && !count.equals("projects")) {
            throw new BadParameterException("count");
        }
        return count;
    }
}
