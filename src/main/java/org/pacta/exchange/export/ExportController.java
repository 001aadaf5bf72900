package org.pacta.exchange.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.shared.BadParameterException;
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

    private static final String LISTS = "{list:agreements|projects|organisations|meetings|sources|people|councils}";

    private static final Set<String> PARAMETERS = Arrays.stream(ListFilter.class.getRecordComponents())
            .map(component -> component.getName())
            .collect(Collectors.toUnmodifiableSet());

    /** A slow reader of a file keeps a connection to the database: pages need the others. */
    private final Semaphore atOnce = new Semaphore(4);

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/" + LISTS + ".{format:csv|xlsx|json}")
    void show(
            @PathVariable String list,
            @PathVariable String format,
            @Valid ListFilter filter,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        refuseUnknown(list, request);
        if (!atOnce.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        try {
            exports.write(list, whole(filter), base(), format, new Answer(response, list, format, query(request)));
        } finally {
            atOnce.release();
        }
    }

    @GetMapping("/" + LISTS + ".metadata.json")
    ResponseEntity<byte[]> about(@PathVariable String list, @Valid ListFilter filter, HttpServletRequest request) {
        refuseUnknown(list, request);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(exports.head(list, whole(filter), base()));
    }

    private static void refuseUnknown(String list, HttpServletRequest request) {
        request.getParameterMap().keySet().stream()
                .filter(name -> list.equals("councils") || !PARAMETERS.contains(name))
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
