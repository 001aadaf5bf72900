package org.pacta.desk.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftService.Saved;
import org.pacta.desk.draft.DraftView.OvertakenException;
import org.pacta.desk.draft.DraftView.Typing;
import org.pacta.desk.intake.ReviewService.Ticked;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The page on which what was found in a text is looked through; its script sends the same steps and is answered briefly. */
@Controller
class ReviewController {

    private final ReviewService reviews;
    private final ReviewQueries queries;

    ReviewController(ReviewService reviews, ReviewQueries queries) {
        this.reviews = reviews;
        this.queries = queries;
    }

    /** Where on the page somebody was. */
    record At(
            @Nullable Long text,
            @Nullable @Min(1) @Max(100_000) Integer page) {

        private static final String[] PARAMETERS = {"text", "page"};

        String path(long draft) {
            return UriComponentsBuilder.fromPath("/desk/drafts/{draft}/review")
                    .queryParamIfPresent("text", Optional.ofNullable(text))
                    .queryParamIfPresent("page", Optional.ofNullable(page))
                    .build(draft)
                    .toString();
        }
    }

    @GetMapping("/desk/drafts/{id}/review")
    String show(
            @PathVariable long id,
            @Valid At at,
            @RequestParam @Nullable Long line,
            @RequestParam @Nullable String find,
            @RequestParam(defaultValue = "false") boolean ticked,
            Model model) {
        ReviewQueries.Review review = queries.of(id, at.text(), at.page(), line);
        model.addAttribute("review", review);
        model.addAttribute("ticked", ticked);
        model.addAttribute("find", find);
        model.addAttribute("draft", review.draft());
        return "intake/review";
    }

    @PostMapping("/desk/drafts/{id}/review/{line}/acceptance")
    String accept(
            @PathVariable long id,
            @PathVariable long line,
            @RequestParam MultiValueMap<String, String> parameters,
            @Valid At at) {
        List<Typing> typed = Typing.read(parameters, At.PARAMETERS);
        OvertakenException.check(typed, reviews.accept(id, line, typed), at.path(id));
        return "redirect:" + at.path(id);
    }

    @PostMapping(path = "/desk/drafts/{id}/review/{line}/acceptance", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Saved> accept(
            @PathVariable long id, @PathVariable long line, @RequestParam MultiValueMap<String, String> parameters) {
        return reviews.accept(id, line, Typing.read(parameters, At.PARAMETERS));
    }

    @PostMapping("/desk/drafts/{id}/review/{line}/omission")
    String skip(
            @PathVariable long id,
            @PathVariable long line,
            @RequestParam MultiValueMap<String, String> parameters,
            @Valid At at) {
        List<Typing> typed = Typing.read(parameters, At.PARAMETERS);
        OvertakenException.check(typed, reviews.skip(id, line, typed), at.path(id));
        return "redirect:" + at.path(id);
    }

    @PostMapping(path = "/desk/drafts/{id}/review/{line}/omission", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Saved> skip(
            @PathVariable long id, @PathVariable long line, @RequestParam MultiValueMap<String, String> parameters) {
        return reviews.skip(id, line, Typing.read(parameters, At.PARAMETERS));
    }

    @PostMapping("/desk/drafts/{id}/review/{line}/division")
    String split(
            @PathVariable long id,
            @PathVariable long line,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam @Nullable String field,
            @RequestParam(name = "at", defaultValue = "0") int letter,
            @Valid At at) {
        List<Typing> typed = Typing.read(parameters, "text", "page", "field", "at");
        OvertakenException.check(typed, reviews.split(id, line, typed, field, letter), at.path(id));
        return "redirect:" + at.path(id);
    }

    @PostMapping("/desk/drafts/{id}/review/{line}/union")
    String merge(
            @PathVariable long id,
            @PathVariable long line,
            @RequestParam MultiValueMap<String, String> parameters,
            @Valid At at) {
        List<Typing> typed = Typing.read(parameters, At.PARAMETERS);
        OvertakenException.check(typed, reviews.merge(id, line, typed), at.path(id));
        return "redirect:" + at.path(id);
    }

    @PostMapping("/desk/drafts/{id}/review/acceptance")
    String acceptReady(@PathVariable long id, @RequestParam long text, RedirectAttributes flash) {
        flash.addFlashAttribute("taken", reviews.acceptReady(id, text));
        return "redirect:" + new At(text, null).path(id);
    }

    @PostMapping("/desk/drafts/{id}/review/omission")
    String skipUnread(@PathVariable long id, @RequestParam long text, RedirectAttributes flash) {
        flash.addFlashAttribute("taken", reviews.skipUnread(id, text));
        return "redirect:" + new At(text, null).path(id);
    }

    @PostMapping("/desk/drafts/{id}/review/chosen/acceptance")
    String acceptTicked(
            @PathVariable long id,
            @RequestParam long text,
            @RequestParam(defaultValue = "") List<String> chosen,
            RedirectAttributes flash) {
        flash.addFlashAttribute("taken", reviews.acceptTicked(id, text, ticked(chosen)));
        return "redirect:" + new At(text, null).path(id);
    }

    @PostMapping("/desk/drafts/{id}/review/chosen/omission")
    String skipTicked(
            @PathVariable long id,
            @RequestParam long text,
            @RequestParam(defaultValue = "") List<String> chosen,
            RedirectAttributes flash) {
        flash.addFlashAttribute("taken", reviews.skipTicked(id, text, ticked(chosen)));
        return "redirect:" + new At(text, null).path(id);
    }

    private static List<Ticked> ticked(List<String> chosen) {
        return chosen.stream().map(Ticked::read).toList();
    }

    @PostMapping("/desk/drafts/{id}/review/reversal")
    String undo(@PathVariable long id, @Valid At at) {
        reviews.undo(id);
        return "redirect:" + at.path(id);
    }
}
