package org.pacta.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.PrivateUse;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.storage.FileName;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes texts that are pasted into a draft, and files that are dropped on it. */
@Controller
class TextController {

    private final IntakeService intake;

    TextController(IntakeService intake) {
        this.intake = intake;
    }

    @PostMapping("/desk/drafts/{id}/texts")
    String add(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam @Nullable MultipartFile file,
            @AuthenticationPrincipal SignedIn person,
            RedirectAttributes flash)
            throws IOException {
        boolean isText = file == null || file.isEmpty();
        String name = file == null || isText ? "" : FileName.tidy(file.getOriginalFilename(), "file");
        String read = file == null || isText ? words : FileText.handedIn(name, file, person.id());
        Optional<Long> text = intake.add(id, name, read, person);
        if (PrivateUse.isIn(read)) {
            flash.addFlashAttribute("leftOut", PrivateUse.named(read));
        }
        flash.addFlashAttribute("again", text.isEmpty());
        return "redirect:/desk/drafts/" + id + "/review";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String refused(RefusedException refused, HttpServletRequest request, Model model) {
        model.addAttribute("draftPage", request.getRequestURI().replaceFirst("/texts$", ""));
        model.addAttribute("words", request.getParameter("words"));
        model.addAttribute("refused", refused.getMessage());
        return "intake/refused";
    }
}
