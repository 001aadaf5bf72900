package org.pacta.exchange.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.pacta.exchange.export.Exports.View;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.RecordedRows.Choice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@Controller
class ExportController {

    private static final String LISTS =
            "{list:agreements|projects|organisations|meetings|sources|people|councils|places}";
    private static final String FILE = ".{format:csv|xlsx|json}";
    private static final Set<String> UNFILTERED = Set.of("councils", "places", "indicators");

    /** A slow reader of a file keeps a connection to the database: pages need the others. */
    final Semaphore atOnce = new Semaphore(4);

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/" + LISTS + FILE)
    void show(
            @PathVariable String list,
            @PathVariable String format,
            ListFilter filter,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        refuseUnknown(list, request);
        write(list(list, filter, base()), list, format, request, response);
    }

    @GetMapping("/" + LISTS + ".metadata.json")
    ResponseEntity<byte[]> about(@PathVariable String list, ListFilter filter, HttpServletRequest request) {
        refuseUnknown(list, request);
        return head(list(list, filter, base()));
    }

    @GetMapping("/dashboard/indicators" + FILE)
    void indicators(
            @PathVariable String format, ListFilter filter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        show("indicators", format, filter, request, response);
    }

    @GetMapping("/dashboard/indicators.metadata.json")
    ResponseEntity<byte[]> aboutIndicators(ListFilter filter, HttpServletRequest request) {
        return about("indicators", filter, request);
    }

    @GetMapping("/councils/{slug}/rows" + FILE)
    void behind(
            @PathVariable String slug,
            @PathVariable String format,
            @Valid Choice choice,
            @Valid CountingRule rule,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        write(behind(slug, choice, rule, base()), "rows", format, request, response);
    }

    @GetMapping("/councils/{slug}/rows.metadata.json")
    ResponseEntity<byte[]> aboutBehind(@PathVariable String slug, @Valid Choice choice, @Valid CountingRule rule) {
        return head(behind(slug, choice, rule, base()));
    }

    private static Function<Exports, View> list(String noun, ListFilter filter, String base) {
        return exports -> exports.view(noun, whole(filter), base);
    }

    private static Function<Exports, View> behind(String slug, Choice choice, CountingRule rule, String base) {
        return exports -> exports.behind(slug, choice, rule, base);
    }

    private void write(
            Function<Exports, View> view,
            String name,
            String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!atOnce.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            request.setAttribute("unavailable", "files");
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        try {
            exports.write(view, base(), format, new Answer(response, name, format, query(request)));
        } finally {
            atOnce.release();
        }
    }

    private ResponseEntity<byte[]> head(Function<Exports, View> view) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(exports.head(view));
    }

    private static void refuseUnknown(String list, HttpServletRequest request) {
        request.getParameterMap().keySet().stream()
                .filter(name -> UNFILTERED.contains(list) || !ListFilter.PARAMETERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadParameterException(name);
                });
    }

    /** A file has the rows of all pages. */
    private static ListFilter whole(ListFilter filter) {
        return new ListFilter(
                filter.q(),
                filter.council(),
                filter.place(),
                filter.kind(),
                filter.status(),
                filter.focus(),
                filter.organisation(),
                filter.parties(),
                filter.mode(),
                filter.publisher(),
                filter.ends(),
                filter.from(),
                filter.to(),
                filter.sort(),
                null);
    }

    static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? "" : "?" + query;
    }
}
