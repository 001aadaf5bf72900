package org.pacta.desk.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftService.Saved;
import org.pacta.desk.draft.DraftView.OvertakenException;
import org.pacta.desk.draft.DraftView.Typing;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page on which what was found in a text is looked through; its script sends the same steps and is answered briefly. */
@Controller
class ReviewController {

    private final ReviewService reviews;
    private final ReviewQueries queries;

    ReviewController(ReviewService reviews, ReviewQueries queries) {
        this.reviews = reviews;
        this.queries = queries;
    }

    @GetMapping("/desk/drafts/{id}/review")
    String show(@PathVariable long id, @RequestParam @Nullable Long text, Model model) {
        ReviewQueries.Review review = queries.of(id, text);
        model.addAttribute("review", review);
        model.addAttribute("draft", review.draft());
        return "intake/review";
    }

    @PostMapping("/desk/drafts/{id}/review/{line}/acceptance")
    String accept(
            @PathVariable long id,
            @PathVariable long line,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam @Nullable Long text) {
        List<Typing> typed = Typing.read(parameters, "text");
        OvertakenException.check(typed, reviews.accept(id, line, typed), page(id, text));
        return "redirect:" + page(id, text);
    }

    @PostMapping(path = "/desk/drafts/{id}/review/{line}/acceptance", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Saved> accept(
            @PathVariable long id, @PathVariable long line, @RequestParam MultiValueMap<String, String> parameters) {
        return reviews.accept(id, line, Typing.read(parameters, "text"));
    }

    @PostMapping("/desk/drafts/{id}/review/{line}/omission")
    String skip(
            @PathVariable long id,
            @PathVariable long line,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam @Nullable Long text) {
        List<Typing> typed = Typing.read(parameters, "text");
        OvertakenException.check(typed, reviews.skip(id, line, typed), page(id, text));
        return "redirect:" + page(id, text);
    }

    @PostMapping(path = "/desk/drafts/{id}/review/{line}/omission", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Saved> skip(
            @PathVariable long id, @PathVariable long line, @RequestParam MultiValueMap<String, String> parameters) {
        return reviews.skip(id, line, Typing.read(parameters, "text"));
    }

    @PostMapping("/desk/drafts/{id}/review/{line}/division")
    String split(
            @PathVariable long id,
            @PathVariable long line,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam @Nullable String field,
            @RequestParam(defaultValue = "0") int at,
            @RequestParam @Nullable Long text) {
        List<Typing> typed = Typing.read(parameters, "text", "field", "at");
        OvertakenException.check(typed, reviews.split(id, line, typed, field, at), page(id, text));
        return "redirect:" + page(id, text);
    }

    @PostMapping("/desk/drafts/{id}/review/{line}/union")
    String merge(
            @PathVariable long id,
            @PathVariable long line,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam @Nullable Long text) {
        List<Typing> typed = Typing.read(parameters, "text");
        OvertakenException.check(typed, reviews.merge(id, line, typed), page(id, text));
        return "redirect:" + page(id, text);
    }

    @PostMapping("/desk/drafts/{id}/review/acceptance")
    String acceptReady(@PathVariable long id, @RequestParam long text) {
        reviews.acceptReady(id, text);
        return "redirect:" + page(id, text);
    }

    @PostMapping("/desk/drafts/{id}/review/omission")
    String skipUnread(@PathVariable long id, @RequestParam long text) {
        reviews.skipUnread(id, text);
        return "redirect:" + page(id, text);
    }

    @PostMapping("/desk/drafts/{id}/review/reversal")
    String undo(@PathVariable long id, @RequestParam @Nullable Long text) {
        reviews.undo(id);
        return "redirect:" + page(id, text);
    }

    private static String page(long id, @Nullable Long text) {
        return "/desk/drafts/" + id + "/review" + (text == null ? "" : "?text=" + text);
    }
}
