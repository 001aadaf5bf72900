package org.pacta.exchange.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.importing.ImportQueries;
import org.pacta.desk.importing.ImportView;
import org.pacta.desk.importing.Imports;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.BadParameterException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Takes lists from programs that ask in the name of an editor. What its values are is decided and what is ready is published at the desk, as of
 * a list that somebody hands in.
 *
 * @see ImportDescription how it is described
 */
@RestController
class ImportApiController {

    private final Imports imports;
    private final ImportQueries queries;

    ImportApiController(Imports imports, ImportQueries queries) {
        this.imports = imports;
        this.queries = queries;
    }

    /**
     * A list on its way in.
     *
     * @param state unread, open, submitted, returned, published, undone or discarded
     * @param work read, try, publish or undo while it is under way
     * @param done rows that this work has done
     * @param due rows that it has to do; 0 where that is not known yet
     * @param trouble why the last work ended without success
     * @param page where people go on with it
     * @param notReady the rows that cannot be published yet, as a workbook in the columns of the list
     */
    @Schema(name = "Import")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            long id,
            String name,
            String sha256,
            String state,
            @Nullable String work,
            int done,
            int due,
            @Nullable String trouble,
            List<Rows> rows,
            String page,
            String notReady) {}

    /**
     * Rows that stand alike.
     *
     * @param state ready, look, refused or there; none before they were tried
     */
    @Schema(name = "ImportRows")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rows(@Nullable String state, @Nullable String reason, long rows) {}

    @PostMapping(
            path = ImportDescription.ALL,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Progress> take(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String mapping,
            @AuthenticationPrincipal SignedIn person)
            throws IOException {
        if (file.isEmpty()) {
            throw new BadParameterException("file");
        }
        long id = imports.take(file, mapping, person);
        return ResponseEntity.accepted()
                .location(URI.create(site() + ImportDescription.ALL + "/" + id))
                .body(show(id));
    }

    @GetMapping(path = ImportDescription.ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    Progress show(@PathVariable long id) {
        ImportView list = queries.get(id);
        return new Progress(
                list.id(),
                list.name(),
                list.sha256(),
                list.state(),
                list.work(),
                list.done(),
                list.due(),
                list.trouble(),
                queries.totals(id).stream()
                        .map(total -> new Rows(total.state(), total.reason(), total.rows()))
                        .toList(),
                site() + "/desk/imports/" + id,
                site() + ImportDescription.ALL + "/" + id + "/rows.xlsx");
    }

    private static String site() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }
}
