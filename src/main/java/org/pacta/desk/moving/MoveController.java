package org.pacta.desk.moving;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.importing.ImportQueries;
import org.pacta.platform.audit.AuditTrail;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.SentFields;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.rules.table.ColumnTarget;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The values of a list, settled once each, and its rows as they would move in. */
@Controller
class MoveController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Moves moves;
    private final ImportQueries queries;
    private final ValueQueries values;
    private final TriedRows rows;
    private final AuditTrail trail;

    MoveController(Moves moves, ImportQueries queries, ValueQueries values, TriedRows rows, AuditTrail trail) {
        this.moves = moves;
        this.queries = queries;
        this.values = values;
        this.rows = rows;
        this.trail = trail;
    }

    @GetMapping("/desk/imports/{id}/values")
    String values(
            @PathVariable long id,
            @RequestParam(defaultValue = "party") String target,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String like,
            @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page,
            Model model) {
        ColumnTarget of = target(target);
        model.addAttribute("list", queries.get(id));
        model.addAttribute("target", of);
        model.addAttribute("all", all);
        model.addAttribute("like", like);
        model.addAttribute("counts", values.counts(id));
        model.addAttribute("values", values.page(id, target, all, like, page));
        model.addAttribute("kinds", moves.kinds(RecordKind.ORGANISATION));
        model.addAttribute("choices", choices(of));
        return "moving/values";
    }

    private @Nullable FormField choices(ColumnTarget target) {
        return target == ColumnTarget.KIND || target == ColumnTarget.STATUS
                ? moves.field(RecordKind.AGREEMENT, target.code())
                : null;
    }

    private static ColumnTarget target(String code) {
        for (ColumnTarget target : ColumnTarget.values()) {
            if (target.isDecided() && target.code().equals(code)) {
                return target;
            }
        }
        throw new NotFoundException("column", code);
    }

    @PostMapping("/desk/imports/{id}/values")
    String decide(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedIn person) {
        SentFields.check(parameters.keySet(), name -> name.matches("value-\\d{1,18}|target|newKind|like|all"));
        String target = parameters.getOrDefault("target", "");
        String newKind = parameters.getOrDefault("newKind", "");
        String all = parameters.getOrDefault("all", "");
        if (all.isEmpty()) {
            Map<Long, String> decisions = new LinkedHashMap<>();
            parameters.forEach((name, said) -> {
                if (name.startsWith("value-")) {
                    decisions.put(Long.valueOf(name.substring(6)), said);
                }
            });
            moves.decide(id, decisions, newKind, person);
        } else {
            moves.decideAll(id, target(target), all, parameters.getOrDefault("like", ""), newKind, person);
        }
        return "redirect:/desk/imports/" + id + "/values?target="
                + target(target).code();
    }

    @PostMapping("/desk/imports/{id}/trial")
    String attempt(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        moves.attempt(id, person);
        return "redirect:/desk/imports/" + id;
    }

    @GetMapping("/desk/imports/{id}/rows")
    String rows(
            @PathVariable long id,
            @RequestParam(defaultValue = "look") String state,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int behind,
            Model model) {
        model.addAttribute("list", queries.get(id));
        model.addAttribute("state", state);
        model.addAttribute("reason", reason);
        model.addAttribute("rows", rows.page(id, state, reason, behind));
        model.addAttribute("isAcceptable", DryRun.ACCEPTABLE.contains(reason));
        return "moving/rows";
    }

    @PostMapping("/desk/imports/{id}/acceptance")
    String accept(@PathVariable long id, @RequestParam String reason, @AuthenticationPrincipal SignedIn person) {
        moves.accept(id, reason, person);
        return "redirect:/desk/imports/" + id;
    }

    @GetMapping({"/desk/imports/{id}/rows.xlsx", "/api/v1/imports/{id}/rows.xlsx"})
    void file(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        queries.get(id);
        trail.note("exported", "import " + id, null);
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rows-" + id + ".xlsx\"");
        rows.write(id, state, language, response.getOutputStream());
    }
}
