package org.pacta.reader.home;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How Pacta counts, in plain words. */
@Controller
class MethodController {

    @GetMapping("/method")
    String show() {
        return "home/method";
    }
}
