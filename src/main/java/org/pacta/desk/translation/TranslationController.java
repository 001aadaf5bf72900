package org.pacta.desk.translation;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.pacta.desk.correction.CorrectionService;
import org.pacta.desk.correction.CorrectionService.Wish;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.SentFields;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.BadParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What records say in both languages, side by side. */
@Controller
class TranslationController {

    /** A field of a record as the form names it, and the same as it stood when the page was made. */
    private static final Pattern FIELD = Pattern.compile("(\\d{1,18})\\.(\\w+)");

    private static final Pattern BEFORE = Pattern.compile("was\\.\\d{1,18}\\.\\w+");

    private static final List<String> OTHERS = List.of("kind", "council", "all", "page", "reason");

    private final TranslationQueries queries;
    private final CorrectionService corrections;

    TranslationController(TranslationQueries queries, CorrectionService corrections) {
        this.queries = queries;
        this.corrections = corrections;
    }

    @GetMapping(TranslationFilter.PAGE)
    String show(@Valid TranslationFilter filter, Model model) {
        model.addAttribute("view", queries.show(filter));
        return "translation/show";
    }

    /** Only what was changed on the page is wished for, so that what others changed meanwhile is left alone. */
    @PostMapping(TranslationFilter.PAGE)
    String begin(
            @Valid TranslationFilter filter,
            @RequestParam String reason,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal SignedIn person,
            HttpServletResponse response,
            Model model) {
        return corrections
                .begin(wishes(filter.of(), parameters), reason.strip(), person)
                .map(id -> "redirect:/desk/corrections/" + id)
                .orElseGet(() -> {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    model.addAttribute("told", "translation.nothing");
                    model.addAttribute("reason", reason);
                    return show(filter, model);
                });
    }

    private List<Wish> wishes(RecordKind kind, MultiValueMap<String, String> parameters) {
        SentFields.check(
                parameters.keySet(),
                name -> OTHERS.contains(name)
                        || FIELD.matcher(name).matches()
                        || BEFORE.matcher(name).matches());
        List<String> known = queries.fields(kind);
        Map<Long, Map<String, String>> changed = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            String before = parameters.getFirst("was." + name);
            FIELD.matcher(name)
                    .results()
                    .limit(1)
                    .filter(any -> !name.startsWith("was."))
                    .forEach(field -> {
                        if (!known.contains(field.group(2)) || before == null) {
                            throw new BadParameterException(name);
                        }
                        put(changed, field, values.get(0), before);
                    });
        });
        return changed.entrySet().stream()
                .map(each -> new Wish(kind, each.getKey(), standing -> each.getValue()))
                .toList();
    }

    private static void put(Map<Long, Map<String, String>> changed, MatchResult field, String text, String before) {
        if (!text.strip().equals(before.strip())) {
            changed.computeIfAbsent(Long.valueOf(field.group(1)), any -> new LinkedHashMap<>())
                    .put(field.group(2), text);
        }
    }
}
