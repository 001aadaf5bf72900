package org.pacta.desk.correction;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.correction.CorrectionService.Base;
import org.pacta.desk.correction.CorrectionService.OvertakenException;
import org.pacta.desk.correction.CorrectionService.Typing;
import org.pacta.desk.correction.CorrectionTexts.Offer;
import org.pacta.desk.draft.DraftService.ClosedException;
import org.pacta.desk.publication.Reviewing;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.SentFields;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.reader.revision.RevisionQueries;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.pacta.registry.record.References;
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

/** The form of one record. What is sent is kept first and read after, so nothing typed is lost. */
@Controller
class CorrectionController {

    private static final String BESIDE = "correction.beside";

    /** A new source that is typed as its address, as what is offered of it says, and beside each the title that it shall have. */
    private static final String ADDRESS = "correction.address";

    private static final String TITLE = "correction.title";

    private static final Set<String> HIDDEN = Set.of(
            "correction.kind",
            "correction.entry",
            "correction.version",
            "correction.record",
            "correction.base",
            "correction.revision",
            BESIDE,
            ADDRESS,
            TITLE,
            "correction.reason");

    private final CorrectionService corrections;
    private final CorrectionQueries queries;
    private final CompanionQueries companions;
    private final RevisionQueries revisions;
    private final References references;
    private final Reviewing reviewing;

    CorrectionController(
            CorrectionService corrections,
            CorrectionQueries queries,
            CompanionQueries companions,
            RevisionQueries revisions,
            References references,
            Reviewing reviewing) {
        this.corrections = corrections;
        this.queries = queries;
        this.companions = companions;
        this.revisions = revisions;
        this.references = references;
        this.reviewing = reviewing;
    }

    @GetMapping("/desk/corrections")
    String list(Model model) {
        model.addAttribute("corrections", queries.atWork());
        model.addAttribute("discarded", queries.discarded());
        model.addAttribute("kinds", RecordKind.values());
        return "correction/list";
    }

    @GetMapping("/desk/{kind}/new")
    String blank(@PathVariable String kind, Model model) {
        EditForm blank = queries.blank(RecordKind.ofPlural(kind));
        return form(blank, blank.first(), model);
    }

    @GetMapping("/desk/{kind}/{key}/edit")
    String edit(
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam @Nullable Long from,
            @RequestParam @Nullable String field,
            @AuthenticationPrincipal SignedIn person,
            Model model) {
        return edit(revisions.subject(RecordKind.ofPlural(kind), key), from, field, person, model);
    }

    @GetMapping("/desk/councils/{council}/meetings/{ordinal:\\d+}/edit")
    String edit(
            @PathVariable String council,
            @PathVariable int ordinal,
            @RequestParam @Nullable Long from,
            @RequestParam @Nullable String field,
            @AuthenticationPrincipal SignedIn person,
            Model model) {
        return edit(revisions.meeting(council, ordinal), from, field, person, model);
    }

    private String edit(Subject subject, @Nullable Long from, @Nullable String field, SignedIn person, Model model) {
        Optional<Long> open = from == null ? queries.openFor(subject, person) : Optional.empty();
        if (open.isPresent()) {
            return "redirect:/desk/corrections/" + open.get() + (field == null ? "" : "/edit?field=" + field);
        }
        model.addAttribute("others", companions.openOf(person));
        return form(queries.of(subject, from), field, model);
    }

    private static String form(EditForm form, Model model) {
        return form(form, null, model);
    }

    private static String form(EditForm form, @Nullable String field, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("focus", form.focus(field));
        return "correction/form";
    }

    @PostMapping("/desk/corrections")
    String create(
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal SignedIn person,
            HttpServletResponse response,
            Model model) {
        long id = corrections.keep(
                RecordKind.ofPlural(hidden(parameters, "correction.kind", Function.identity())),
                base(parameters),
                hidden(parameters, "correction.entry", Function.identity()),
                typing(parameters),
                person);
        return kept(id, response, model);
    }

    @GetMapping("/desk/corrections/{id}/edit")
    String edit(@PathVariable long id, @RequestParam @Nullable String field, Model model) {
        return queries.isOpen(id) ? form(queries.typed(id), field, model) : "redirect:/desk/corrections/" + id;
    }

    @PostMapping("/desk/corrections/{id}")
    String revise(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam("correction.version") int version,
            @AuthenticationPrincipal SignedIn person,
            HttpServletResponse response,
            Model model) {
        try {
            corrections.revise(id, version, typing(parameters), person);
            return kept(id, response, model);
        } catch (OvertakenException | ClosedException late) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("overtaken", late instanceof OvertakenException);
            model.addAttribute(
                    "closed",
                    late instanceof ClosedException closed ? closed.state().code() : null);
            return form(queries.typed(id, typing(parameters)), model);
        }
    }

    /** The correction is kept; where something in it is wrong the form comes back and says so. */
    private String kept(long id, HttpServletResponse response, Model model) {
        EditForm form = queries.typed(id);
        if (form.faults().isEmpty() && !form.reason().isEmpty()) {
            return "redirect:/desk/corrections/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("checked", true);
        return form(form, model);
    }

    @GetMapping("/desk/corrections/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn person, Model model) {
        CorrectionView correction = queries.view(id);
        model.addAttribute("correction", correction);
        model.addAttribute("companions", companions.views(id, correction.publishedPath() == null));
        model.addAttribute("isAuthor", correction.authorId() == person.id());
        boolean isWriter = queries.hasWritten(id, person);
        model.addAttribute("writers", queries.writers(id));
        model.addAttribute(
                "mayPublish",
                reviewing.mayReview(isWriter, person)
                        && (isWriter || !correction.state().isOpen()));
        return "correction/show";
    }

    @GetMapping("/desk/corrections/{id}/conflict")
    String compare(@PathVariable long id, Model model) {
        Conflict conflict = queries.conflict(id);
        return compared(conflict, queries.compared(id, conflict, null), model);
    }

    private String compared(Conflict conflict, EditForm form, Model model) {
        model.addAttribute("conflict", conflict);
        model.addAttribute("clashes", queries.clashes(Objects.requireNonNull(form.id()), conflict));
        model.addAttribute("form", form);
        return "correction/conflict";
    }

    @PostMapping("/desk/corrections/{id}/conflict")
    String settle(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam("correction.version") int seen,
            @AuthenticationPrincipal SignedIn person,
            HttpServletResponse response,
            Model model) {
        Conflict conflict = queries.conflict(id);
        if (conflict.version() != seen) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return compared(conflict, queries.compared(id, conflict, typed(parameters)), model);
        }
        corrections.rebase(id, conflict, typed(parameters), person);
        return "redirect:/desk/corrections/" + id;
    }

    @GetMapping(path = "/desk/corrections/suggestions/{target}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<String> suggest(@PathVariable String target, @RequestParam String q) {
        return references.suggest(target, q);
    }

    static @Nullable Base base(MultiValueMap<String, String> parameters) {
        return Stream.of("correction.record", "correction.base", "correction.revision")
                        .noneMatch(parameters::containsKey)
                ? null
                : new Base(
                        hidden(parameters, "correction.record", Long::valueOf),
                        hidden(parameters, "correction.base", Integer::valueOf),
                        hidden(parameters, "correction.revision", Long::valueOf));
    }

    static <T> T hidden(MultiValueMap<String, String> parameters, String name, Function<String, T> value) {
        String text = parameters.getFirst(name);
        if (text == null) {
            throw new BadParameterException(name);
        }
        try {
            return value.apply(text);
        } catch (NumberFormatException noNumber) {
            throw new BadParameterException(name);
        }
    }

    private static String reason(MultiValueMap<String, String> parameters) {
        return String.valueOf(parameters
                        .getOrDefault("correction.reason", List.of(""))
                        .get(0))
                .strip();
    }

    static Typing typing(MultiValueMap<String, String> parameters) {
        return new Typing(typed(parameters), beside(parameters), reason(parameters));
    }

    private static List<String> beside(MultiValueMap<String, String> parameters) {
        List<String> addresses = parameters.getOrDefault(ADDRESS, List.of());
        List<String> titles = parameters.getOrDefault(TITLE, List.of());
        if (addresses.size() != titles.size()) {
            throw new BadParameterException(TITLE);
        }
        return parameters.getOrDefault(BESIDE, List.of()).stream()
                .map(code -> addresses.contains(code) ? Offer.titled(code, titles.get(addresses.indexOf(code))) : code)
                .toList();
    }

    /** Where a field came several times it has several values, with semicolons between them. */
    private static Map<String, String> typed(MultiValueMap<String, String> parameters) {
        SentFields.check(parameters.keySet(), name -> !name.startsWith("correction.") || HIDDEN.contains(name));
        return parameters.entrySet().stream()
                .filter(each -> !each.getKey().startsWith("correction.") && !SentFields.isOfPage(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, each -> String.join("; ", each.getValue())));
    }
}
