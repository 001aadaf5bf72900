package org.pacta.platform.token;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tokens of whoever is signed in. A new one is shown by the answer itself, which is the only place it ever stands in. */
@Controller
class TokenController {

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    /** What somebody calls a token. */
    public record TokenForm(
            @NotBlank(message = "{token.name.empty}") @Size(max = 100, message = "{form.long}")
            String name) {}

    @GetMapping("/account/tokens")
    String list(@ModelAttribute("form") TokenForm blank, @AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("tokens", tokens.of(person));
        return "token/list";
    }

    @PostMapping("/account/tokens")
    String add(
            @Valid @ModelAttribute("form") TokenForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedIn person,
            Model model,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(form, person, model);
        }
        model.addAttribute("token", tokens.add(person, form.name()));
        return "token/given";
    }

    @PostMapping("/account/tokens/{id}/revocation")
    String revoke(@PathVariable long id, @AuthenticationPrincipal SignedIn person, RedirectAttributes flash) {
        tokens.revoke(person, id);
        flash.addFlashAttribute("saved", "token.revoked");
        return "redirect:/account/tokens";
    }
}
