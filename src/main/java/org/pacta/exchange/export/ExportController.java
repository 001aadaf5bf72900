package org.pacta.exchange.export;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.ListPage;
import org.pacta.reader.search.WholeLists;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers a list as a file of exactly its view: the same choices, the same order, every page. */
@Controller
class ExportController {

    private static final String LIST = "/{list:agreements|projects|organisations|meetings}";

    private final Exports exports;
    private final WholeLists lists;
    private final MessageSource messages;
    private final ZoneId zone;

    ExportController(Exports exports, WholeLists lists, MessageSource messages, @Value("${pacta.zone}") ZoneId zone) {
        this.exports = exports;
        this.lists = lists;
        this.messages = messages;
        this.zone = zone;
    }

    @GetMapping(LIST + ".csv")
    void csv(@PathVariable String list, @Valid ListFilter filter, HttpServletResponse response) throws IOException {
        ListPage<?> view = lists.view(list, filter);
        try (TableFile file = new CsvFile(open(response, list, "csv", "text/csv;charset=UTF-8"))) {
            exports.write(Table.of(list), view, site(), file);
        }
    }

    @GetMapping(LIST + ".xlsx")
    void xlsx(@PathVariable String list, @Valid ListFilter filter, Locale locale, HttpServletResponse response)
            throws IOException {
        ListPage<?> view = lists.view(list, filter);
        OutputStream out =
                open(response, list, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        try (TableFile file =
                new XlsxFile(out, say("nav." + list, locale), say("export.about", locale), about(list, view, locale))) {
            exports.write(Table.of(list), view, site(), file);
        }
    }

    @GetMapping(LIST + ".json")
    void json(@PathVariable String list, @Valid ListFilter filter, Locale locale, HttpServletResponse response)
            throws IOException {
        ListPage<?> view = lists.view(list, filter);
        OutputStream out = open(response, list, "json", MediaType.APPLICATION_JSON_VALUE);
        try (TableFile file = new JsonFile(out, about(list, view, locale))) {
            exports.write(Table.of(list), view, site(), file);
        }
    }

    /** What goes with the CSV, which has no place for it. */
    @GetMapping(path = LIST + ".metadata.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> metadata(@PathVariable String list, @Valid ListFilter filter, Locale locale) {
        return about(list, lists.view(list, filter), locale);
    }

    private OutputStream open(HttpServletResponse response, String list, String format, String type)
            throws IOException {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"pacta-%s-%s.%s\"".formatted(list, now().toLocalDate(), format));
        return response.getOutputStream();
    }

    private Map<String, String> about(String list, ListPage<?> view, Locale locale) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("view", sentence(list, view, locale));
        about.put("address", site() + view.address());
        about.put("time", now().toString());
        about.put("rows", Long.toString(view.slice().total()));
        about.put("rule", say("export.rule", locale));
        about.put("licence", "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/");
        return about;
    }

    /** The view in words: the list, the words looked for, and each facet with what was chosen of it. */
    private String sentence(String list, ListPage<?> view, Locale locale) {
        StringBuilder sentence = new StringBuilder(say("nav." + list, locale));
        if (view.words() != null && !view.words().text().isEmpty()) {
            sentence.append(" · ")
                    .append(say("filter.words", locale))
                    .append(": ")
                    .append(view.words().text());
        }
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        view.chips()
                .forEach(chip -> chosen.computeIfAbsent(chip.parameter(), any -> new ArrayList<>())
                        .add((chip.excluded() ? say("sentence.not", locale) + " " : "") + value(chip, locale)));
        chosen.forEach((parameter, values) -> sentence.append(" · ")
                .append(say("filter." + parameter, locale))
                .append(": ")
                .append(values.stream().collect(Collectors.joining(", "))));
        return sentence.toString();
    }

    private String value(ListPage.Chip chip, Locale locale) {
        if (chip.name() != null) {
            return chip.name().in(locale);
        }
        boolean isYear = chip.parameter().equals("from") || chip.parameter().equals("to");
        return isYear ? chip.value() : say(chip.parameter() + "." + chip.value(), locale);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(Clock.system(zone)).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String site() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }
}
