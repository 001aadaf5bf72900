package org.pacta.exchange.datapackage;

import java.io.IOException;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class PackageController {

    private final Editions editions;

    PackageController(Editions editions) {
        this.editions = editions;
    }

    @GetMapping("/data/pacta.zip")
    ResponseEntity<Resource> show() throws IOException {
        Editions.Edition edition = editions.newest();
        String name = "pacta-revision-%d.zip".formatted(edition.of().revision());
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "zip"))
                .cacheControl(CacheControl.noCache())
                .eTag("\"revision-%s\"".formatted(edition.of().name()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new FileSystemResource(edition.file()));
    }
}
