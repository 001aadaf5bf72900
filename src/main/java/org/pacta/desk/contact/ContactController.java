package org.pacta.desk.contact;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.pacta.platform.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ContactController {

    private static final String PAGE = "/desk/agreements/{agreement}/contact";

    private final Contacts contacts;

    ContactController(Contacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping(PAGE)
    String show(@PathVariable long agreement, Model model) {
        model.addAttribute("named", contacts.title(agreement));
        model.addAttribute("version", contacts.version(agreement));
        model.addAttribute("form", contacts.of(agreement));
        return "contact/show";
    }

    @PostMapping(PAGE)
    String name(
            @PathVariable long agreement,
            @RequestParam(defaultValue = "0") int version,
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedIn person,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            model.addAttribute("named", contacts.title(agreement));
            model.addAttribute("version", version);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "contact/show";
        }
        contacts.name(agreement, version, form, person);
        flash.addFlashAttribute("saved", "contact.saved");
        return "redirect:" + PAGE;
    }
}
