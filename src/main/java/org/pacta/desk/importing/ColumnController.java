package org.pacta.desk.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.importing.ColumnsView.Column;
import org.pacta.desk.importing.ColumnsView.Question;
import org.pacta.desk.importing.ImportView.Mapping;
import org.pacta.platform.reading.SentFields;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.PartialDate;
import org.pacta.rules.table.ColumnTarget;
import org.pacta.rules.table.TableDates;
import org.pacta.rules.table.TableDates.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the columns of a list hold: proposed, looked at beside five values of each, and changed. */
@Controller
class ColumnController {

    /** What can be said once for all rows. */
    private static final List<ColumnTarget> CONSTANTS = List.of(
            ColumnTarget.PARTY,
            ColumnTarget.KIND,
            ColumnTarget.STATUS,
            ColumnTarget.COUNCIL,
            ColumnTarget.PLACE_OF_SIGNING);

    private static final int SAMPLES = 5;
    private static final int LONGEST = 300;

    private final Imports imports;
    private final ImportQueries queries;

    ColumnController(Imports imports, ImportQueries queries) {
        this.imports = imports;
        this.queries = queries;
    }

    @GetMapping("/desk/imports/{id}/columns")
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String saved, Model model) {
        ImportView list = queries.get(id);
        Mapping mapping = saved.isEmpty()
                ? list.mapped()
                : queries.saved(saved).orElseThrow(() -> new NotFoundException("mapping", saved));
        return shown(list, mapping, null, model);
    }

    private String shown(ImportView list, Mapping mapping, @Nullable String fault, Model model) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < list.headings().size(); i++) {
            Mapping.Column held = i < mapping.columns().size()
                    ? mapping.columns().get(i)
                    : new Mapping.Column(ColumnTarget.NOTE, "", null);
            columns.add(new Column(
                    i + 1,
                    list.headings().get(i),
                    queries.samples(list.id(), i, SAMPLES),
                    held.target(),
                    held.separator(),
                    held.order(),
                    held.target().isDate() ? question(list.id(), i) : null));
        }
        model.addAttribute("view", new ColumnsView(list, columns, mapping.constants(), queries.saved(list.headings())));
        model.addAttribute("targets", ColumnTarget.values());
        model.addAttribute("given", CONSTANTS);
        model.addAttribute("fault", fault);
        return "importing/columns";
    }

    /** Asked once for a column, where its own figures do not tell. */
    private @Nullable Question question(long id, int column) {
        List<String> values = queries.values(id, column);
        return TableDates.orders(values).size() == 1
                ? null
                : values.stream()
                        .filter(TableDates::isAmbiguous)
                        .findFirst()
                        .map(value -> {
                            Map<Order, PartialDate> readings = new LinkedHashMap<>();
                            TableDates.readings(value)
                                    .forEach((order, date) -> readings.put(order, PartialDate.parse(date)));
                            return new Question(value, readings);
                        })
                        .orElse(null);
    }

    @PostMapping("/desk/imports/{id}/columns")
    String map(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedIn person,
            HttpServletResponse response,
            Model model) {
        SentFields.check(
                parameters.keySet(), name -> name.matches("(?:target|separator|order)-\\d{1,3}|given-[a-z_]+|name"));
        ImportView list = queries.get(id);
        Mapping mapping = mapping(list, parameters);
        String fault = fault(list, mapping);
        if (fault != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(list, mapping, fault, model);
        }
        imports.map(id, mapping, text(parameters, "name", 100), person);
        return "redirect:/desk/imports/" + id;
    }

    private Mapping mapping(ImportView list, Map<String, String> parameters) {
        List<Mapping.Column> columns = new ArrayList<>();
        for (int i = 0; i < list.headings().size(); i++) {
            ColumnTarget target = target(parameters.getOrDefault("target-" + (i + 1), "note"));
            columns.add(new Mapping.Column(
                    target, text(parameters, "separator-" + (i + 1), 5), order(list.id(), i, target, parameters)));
        }
        Map<String, String> constants = new LinkedHashMap<>();
        for (ColumnTarget target : CONSTANTS) {
            String said = text(parameters, "given-" + target.code(), LONGEST);
            if (!said.isEmpty()) {
                constants.put(target.code(), said);
            }
        }
        return new Mapping(columns, constants, list.mapped().accepted());
    }

    private static ColumnTarget target(String code) {
        for (ColumnTarget target : ColumnTarget.values()) {
            if (target.code().equals(code)) {
                return target;
            }
        }
        throw new BadParameterException("target");
    }

    private @Nullable Order order(long id, int column, ColumnTarget target, Map<String, String> parameters) {
        if (!target.isDate()) {
            return null;
        }
        Set<Order> possible = TableDates.orders(queries.values(id, column));
        String said = parameters.getOrDefault("order-" + (column + 1), "");
        return possible.size() == 1
                ? possible.iterator().next()
                : List.of(Order.values()).stream()
                        .filter(order -> order.code().equals(said))
                        .findFirst()
                        .orElse(null);
    }

    /** What stands in the way of going on, as the end of a key of a message. */
    private @Nullable String fault(ImportView list, Mapping mapping) {
        if (mapping.of(ColumnTarget.TITLE).isEmpty()
                && mapping.of(ColumnTarget.LOCAL_TITLE).isEmpty()) {
            return "title";
        }
        boolean isTwice = mapping.columns().stream()
                .map(Mapping.Column::target)
                .filter(target -> !target.takesSeveral())
                .anyMatch(target -> mapping.of(target).size() > 1);
        boolean isAsked = Stream.of(ColumnTarget.values())
                .filter(ColumnTarget::isDate)
                .flatMap(target -> mapping.of(target).stream())
                .anyMatch(i -> mapping.columns().get(i).order() == null && question(list.id(), i) != null);
        return isTwice ? "twice" : isAsked ? "order" : null;
    }

    private static String text(Map<String, String> parameters, String name, int most) {
        String text = parameters.getOrDefault(name, "").strip();
        if (text.length() > most) {
            throw new BadParameterException(name);
        }
        return text;
    }
}
