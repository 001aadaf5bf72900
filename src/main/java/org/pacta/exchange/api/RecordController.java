package org.pacta.exchange.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.reading.ListFilter;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Reads every kind of record for programs: all that is entered of it, with its number, its addresses and the revision it is in.
 *
 * @see RecordDescription how each kind is described
 */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class RecordController {

    /** Whatever is asked for by its plural; what is no record has addresses of its own. */
    private static final String KIND = "/{noun:(?!annex$)[^.]+}";

    private final RecordQueries records;
    private final Snapshots snapshots;

    RecordController(RecordQueries records, Snapshots snapshots) {
        this.records = records;
        this.snapshots = snapshots;
    }

    @Operation(summary = "Records of a kind, fifty at a time")
    @GetMapping(KIND)
    ResponseEntity<Entities<Form>> list(
            @PathVariable String noun, @ParameterObject ListFilter filter, HttpServletRequest request) {
        String state = snapshots.now().name();
        Entities<Form> entities = records.list(
                RecordKind.ofPlural(noun), filter, request.getParameterMap().keySet(), site());
        return ResponseEntity.ok()
                .eTag("\"list-%s-%s\"".formatted(state, entities.mark()))
                .header(HttpHeaders.LINK, entities.links().header())
                .body(entities);
    }

    /** What a program has already is not sent again: the tag is that of the revision. */
    @Operation(summary = "One record of a kind")
    @GetMapping(KIND + "/{key}")
    ResponseEntity<Entity<Form>> show(@PathVariable String noun, @PathVariable String key) {
        RecordKind kind = RecordKind.ofPlural(noun);
        Entity<Form> entity = records.get(kind, key, site());
        String tag = "\"%s-%d-%d\"".formatted(kind.code(), entity.id(), entity.revision());
        return ResponseEntity.ok().eTag(tag).body(entity);
    }

    private static String site() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }
}
