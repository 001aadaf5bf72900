package org.pacta.desk.draft;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftService.Saved;
import org.pacta.desk.draft.DraftView.OvertakenException;
import org.pacta.desk.draft.DraftView.Typing;
import org.pacta.desk.matching.NamesToSettle.Meant;
import org.pacta.desk.matching.NamesToSettle.Reading;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.WallClock;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Drafts, and the page on which one is typed. The page sends lines as it goes, or all of them with one button. */
@Controller
class DraftController {

    private final DraftService drafts;
    private final DraftQueries queries;
    private final Options options;
    private final WallClock clock;

    DraftController(DraftService drafts, DraftQueries queries, Options options, WallClock clock) {
        this.drafts = drafts;
        this.queries = queries;
        this.options = options;
        this.clock = clock;
    }

    /** The answer to lines that were sent by the script of the page. */
    record Answer(String at, List<Saved> lines) {}

    @PostMapping("/desk/drafts")
    String begin(
            @RequestParam String council,
            @RequestParam @Min(1) @Max(999) @Nullable Integer ordinal,
            @AuthenticationPrincipal SignedIn person) {
        return "redirect:/desk/drafts/" + drafts.begin(council, ordinal, person);
    }

    @GetMapping("/desk/drafts/{id}")
    String show(@PathVariable long id, @RequestParam @Nullable String find, Model model) {
        DraftView draft = queries.get(id);
        if (!draft.state().isOpen()) {
            return "redirect:/desk/drafts/" + id + "/check";
        }
        model.addAttribute("draft", draft);
        model.addAttribute("find", find);
        model.addAttribute("nonce", Long.toString(System.nanoTime(), Character.MAX_RADIX));
        return "draft/show";
    }

    @PostMapping("/desk/drafts/{id}")
    String save(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String then,
            RedirectAttributes flash) {
        if (!then.isEmpty() && !then.equals("check")) {
            throw new BadParameterException("then");
        }
        List<Typing> typed = Typing.read(parameters, "then");
        OvertakenException.check(typed, drafts.save(id, typed), page(id));
        flash.addFlashAttribute("saved", time());
        return "redirect:" + page(id) + (then.equals("check") ? "/check" : "");
    }

    @PostMapping(path = "/desk/drafts/{id}/lines", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Answer lines(@PathVariable long id, @RequestParam MultiValueMap<String, String> parameters) {
        return new Answer(time(), drafts.save(id, Typing.read(parameters, "text")));
    }

    /** The part of the page that says what the numbers come to and which names are open, to be put in place by the script. */
    @GetMapping("/desk/drafts/{id}/standing")
    String standing(@PathVariable long id, @RequestParam @Nullable String find, Model model) {
        model.addAttribute("draft", queries.get(id));
        model.addAttribute("find", find);
        return "draft/standing";
    }

    @PostMapping("/desk/drafts/{id}/lines/{line}/removal")
    String remove(
            @PathVariable long id,
            @PathVariable long line,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        List<Typing> typed = Typing.read(parameters);
        OvertakenException.check(typed, drafts.save(id, typed), page(id));
        drafts.remove(id, line);
        flash.addFlashAttribute("removed", line);
        return "redirect:" + page(id);
    }

    @PostMapping("/desk/drafts/{id}/lines/{line}/return")
    String accept(@PathVariable long id, @PathVariable long line) {
        drafts.accept(id, line);
        return "redirect:/desk/drafts/" + id + "#line-" + line;
    }

    @PostMapping("/desk/drafts/{id}/lines/{line}/comparison")
    String compare(@PathVariable long id, @PathVariable long line) {
        drafts.compare(id, line);
        return "redirect:/desk/drafts/" + id + "/check#line-" + line;
    }

    @PostMapping("/desk/drafts/{id}/names")
    String settle(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String rest,
            Model model,
            HttpServletResponse response) {
        if (!rest.isEmpty() && !rest.equals("new")) {
            throw new BadParameterException("rest");
        }
        DraftView draft = queries.get(id);
        Meant meant = draft.toSettle()
                .meant(parameters, new Reading(draft.kinds(), draft::place, queries::organisation), rest.equals("new"));
        drafts.settle(id, meant.settled());
        if (meant.left().isEmpty()) {
            return "redirect:" + page(id) + "#names";
        }
        model.addAttribute("left", meant.left());
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(id, null, model);
    }

    @PostMapping("/desk/drafts/{id}/withdrawal")
    String discard(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        drafts.discard(id, person);
        return "redirect:/desk";
    }

    @GetMapping(path = "/desk/suggestions/{what}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Options.Suggestion> suggestions(@PathVariable String what, @RequestParam String q) {
        return switch (what) {
            case "people" -> options.people(q.strip());
            case "organisations" -> options.organisations(q.strip());
            default -> throw new NotFoundException("suggestions", what);
        };
    }

    private static String page(long id) {
        return "/desk/drafts/" + id;
    }

    private String time() {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(clock.now().truncatedTo(ChronoUnit.SECONDS));
    }
}
