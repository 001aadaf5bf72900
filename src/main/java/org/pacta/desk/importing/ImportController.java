package org.pacta.desk.importing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.security.SignedIn;
import org.pacta.rules.table.TextShape;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The lists that move in, and how the file of each is read. */
@Controller
class ImportController {

    static final List<String> CHARSETS = List.of(
            "UTF-8", "UTF-16", "GB18030", "Big5", "windows-1252", "ISO-8859-1", "windows-1251", "Shift_JIS", "EUC-KR");

    /** Seconds after which a page is asked for again on which work goes on. */
    private static final String SOON = "3";

    private final Imports imports;
    private final ImportQueries queries;

    ImportController(Imports imports, ImportQueries queries) {
        this.imports = imports;
        this.queries = queries;
    }

    @GetMapping("/desk/imports")
    String list(Model model) {
        model.addAttribute("imports", queries.list());
        return "importing/list";
    }

    @PostMapping("/desk/imports")
    String take(@RequestParam @Nullable MultipartFile file, @AuthenticationPrincipal SignedIn person)
            throws IOException {
        if (file == null || file.isEmpty()) {
            throw new UnreadableFileException("empty");
        }
        return "redirect:/desk/imports/" + imports.take(file, "", person);
    }

    @ExceptionHandler
    String refused(UnreadableFileException refused, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", refused.reason());
        return list(model);
    }

    @GetMapping("/desk/imports/{id}")
    String show(
            @PathVariable long id,
            @AuthenticationPrincipal SignedIn person,
            HttpServletResponse response,
            Model model) {
        ImportView list = queries.get(id);
        if (list.isAtWork()) {
            response.setHeader("Refresh", SOON);
        }
        model.addAttribute("list", list);
        model.addAttribute("head", queries.head(id, 5));
        model.addAttribute("totals", queries.totals(id));
        model.addAttribute("charsets", CHARSETS);
        model.addAttribute("separators", TextShape.SEPARATORS);
        return "importing/show";
    }

    @PostMapping("/desk/imports/{id}/reading")
    String read(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int sheet,
            @RequestParam @Nullable String charset,
            @RequestParam @Nullable String separator,
            @RequestParam(defaultValue = "0") int headingRow,
            @AuthenticationPrincipal SignedIn person) {
        imports.readAs(
                id,
                sheet,
                charset == null || !CHARSETS.contains(charset) ? null : charset,
                separator == null || separator.length() != 1 || !TextShape.SEPARATORS.contains(separator.charAt(0))
                        ? null
                        : separator,
                headingRow,
                person);
        return "redirect:/desk/imports/" + id;
    }

    @PostMapping("/desk/imports/{id}/withdrawal")
    String discard(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        imports.discard(id, person);
        return "redirect:/desk/imports";
    }

    /** Somebody else, or the work itself, was faster: the page says how it stands now. */
    @ControllerAdvice(basePackages = {"org.pacta.desk.importing", "org.pacta.desk.moving"})
    static class Late {

        @ExceptionHandler
        String late(BrokenRuleException late, HttpServletRequest request, RedirectAttributes flash) {
            flash.addFlashAttribute("late", late.rule());
            return "redirect:" + request.getRequestURI().replaceFirst("(/desk/imports/\\d+).*", "$1");
        }
    }
}
