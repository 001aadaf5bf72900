package org.pacta.exchange.datapackage;

import java.io.IOException;
import org.pacta.exchange.datapackage.Editions.Edition;
import org.pacta.exchange.datapackage.PackageWriter.Readers;
import org.pacta.platform.audit.AuditTrail;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class PackageController {

    private final Editions editions;
    private final AuditTrail trail;

    PackageController(Editions editions, AuditTrail trail) {
        this.editions = editions;
        this.trail = trail;
    }

    @GetMapping("/data/pacta.zip")
    ResponseEntity<Resource> show() throws IOException {
        return forEverybody(Readers.EVERYBODY, "");
    }

    /** The same with the files of documents. */
    @GetMapping("/data/pacta-documents.zip")
    ResponseEntity<Resource> documents() throws IOException {
        return forEverybody(Readers.EVERYBODY_WITH_FILES, "-documents");
    }

    private ResponseEntity<Resource> forEverybody(Readers readers, String which) throws IOException {
        Edition edition = editions.newest(readers);
        return file(edition, "pacta-revision-%d" + which + ".zip")
                .cacheControl(CacheControl.noCache())
                .eTag("\"revision-%s%s\"".formatted(edition.of().name(), which))
                .body(new FileSystemResource(edition.file()));
    }

    @GetMapping("/data/staff/pacta.zip")
    ResponseEntity<Resource> staff() throws IOException {
        return forStaff(Readers.STAFF, "");
    }

    @GetMapping("/data/staff/pacta-documents.zip")
    ResponseEntity<Resource> staffDocuments() throws IOException {
        return forStaff(Readers.STAFF_WITH_FILES, "-documents");
    }

    private ResponseEntity<Resource> forStaff(Readers readers, String which) throws IOException {
        Edition edition = editions.newest(readers);
        trail.note(
                "exported",
                "/data/staff/pacta%s.zip".formatted(which),
                "revision " + edition.of().revision());
        return file(edition, "pacta-revision-%d-staff" + which + ".zip")
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(edition.file()));
    }

    private static BodyBuilder file(Edition edition, String name) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name.formatted(edition.of().revision()))
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString());
    }
}
