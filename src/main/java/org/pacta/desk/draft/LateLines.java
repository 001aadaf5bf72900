package org.pacta.desk.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pacta.desk.draft.DraftService.ClosedException;
import org.pacta.desk.draft.DraftView.OvertakenException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers what comes too late, for a draft or one of its lines: a page with what was typed and is not kept, or a sentence for a script. */
@ControllerAdvice
class LateLines {

    /** What is typed beside the fields of lines. */
    private static final Set<String> WORDS = Set.of("words", "comment", "reason", "rest", "printed");

    private static final Pattern DRAFT = Pattern.compile("/desk/drafts/(\\d{1,18})/.*");

    private final DraftQueries drafts;
    private final MessageSource messages;

    LateLines(DraftQueries drafts, MessageSource messages) {
        this.drafts = drafts;
        this.messages = messages;
    }

    record Answer(String message) {}

    @ExceptionHandler
    Object answer(ClosedException closed, HttpServletRequest request) {
        String state = closed.state().code();
        return String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).startsWith(MediaType.APPLICATION_JSON_VALUE)
                ? ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(new Answer(say("desk.closed.line", say("desk.state." + state))))
                : closed(state, request);
    }

    private ModelAndView closed(String state, HttpServletRequest request) {
        ModelAndView page =
                new ModelAndView("draft/closed", Map.of("state", state, "typed", typed(request)), HttpStatus.CONFLICT);
        Matcher draft = DRAFT.matcher(request.getRequestURI());
        if (draft.matches()) {
            page.addObject("draft", draft.group(1));
            page.addObject(
                    "publisher",
                    drafts.publisher(Long.parseLong(draft.group(1))).orElse(null));
        }
        return page;
    }

    @ExceptionHandler
    ModelAndView answer(OvertakenException overtaken, HttpServletRequest request) {
        return new ModelAndView(
                "draft/overtaken",
                Map.of("overtaken", overtaken, "address", request.getRequestURI()),
                HttpStatus.CONFLICT);
    }

    /** What somebody has put into words, without what the page sends along. */
    private static Map<String, String> typed(HttpServletRequest request) {
        Map<String, String> typed = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, String.join("; ", values)));
        typed.values().removeIf(String::isBlank);
        typed.keySet().removeIf(name -> name.indexOf('.') < 0 ? !WORDS.contains(name) : name.endsWith(".version"));
        return typed;
    }

    private String say(String key, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }
}
