package org.pacta.desk.attaching;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.attaching.Attachments.Described;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.storage.StoreFailure;
import org.pacta.registry.document.DocumentFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The form by which a file is attached to a source or an agreement. */
@Controller
class AttachmentController {

    private static final Logger log = LoggerFactory.getLogger(AttachmentController.class);

    private static final String PAGE = "/desk/{noun:sources|agreements}/{id}/documents";

    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping(PAGE)
    String blank(@PathVariable String noun, @PathVariable long id, Model model) {
        model.addAttribute("named", attachments.named(RecordKind.ofPlural(noun), id));
        return "attaching/form";
    }

    @PostMapping(PAGE)
    String attach(
            @PathVariable String noun,
            @PathVariable long id,
            @RequestParam @Nullable MultipartFile file,
            @ModelAttribute("described") Described described,
            @AuthenticationPrincipal SignedIn person,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Path copy = Files.createTempFile("pacta-document", "");
        try {
            if (file != null) {
                file.transferTo(copy);
            }
            String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return "redirect:/desk/corrections/"
                    + attachments.attach(RecordKind.ofPlural(noun), id, copy, name, described, person);
        } catch (DocumentFiles.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", refused.reason());
        } catch (StoreFailure failed) {
            log.error("A document could not be kept", failed);
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute("refused", "store");
        } finally {
            Files.deleteIfExists(copy);
        }
        return blank(noun, id, model);
    }
}
