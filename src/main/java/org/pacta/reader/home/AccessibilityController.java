package org.pacta.reader.home;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** For whom the pages are made, and what of that is measured. */
@Controller
class AccessibilityController {

    /** Public pages that a browser looks over with every change; a test holds the number. */
    private static final int MEASURED = 34;

    @GetMapping("/accessibility")
    String show(Model model) {
        model.addAttribute("measured", MEASURED);
        return "home/accessibility";
    }
}
