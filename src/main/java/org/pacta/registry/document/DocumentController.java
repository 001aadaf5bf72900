package org.pacta.registry.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.pacta.platform.reading.KeptDocument;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Shows documents and hands out their files, which no browser opens as a page of ours. */
@Controller
class DocumentController {

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final String SANDBOX = "sandbox; default-src 'none'";

    private final DocumentQueries documents;
    private final DocumentFiles files;
    private final PagePictures pictures;

    DocumentController(DocumentQueries documents, DocumentFiles files, PagePictures pictures) {
        this.documents = documents;
        this.files = files;
        this.pictures = pictures;
    }

    @GetMapping("/documents/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("shown", documents.get(id));
        return "document/show";
    }

    /** The text of one page, for those who look for words or cannot open the file. */
    @GetMapping("/documents/{id}/pages/{page}")
    String page(@PathVariable long id, @PathVariable int page, Model model) {
        DocumentView shown = documents.get(id);
        model.addAttribute("shown", shown);
        model.addAttribute("page", documents.page(shown.document(), page));
        return "document/page";
    }

    /** How a page of a PDF looks. */
    @GetMapping("/documents/{id}/pages/{page}/picture")
    ResponseEntity<byte[]> picture(@PathVariable long id, @PathVariable int page) throws IOException {
        KeptDocument document = documents.get(id).document();
        documents.page(document, page);
        byte[] picture = document.isPdf() ? pictures.of(document.sha256(), page).orElse(null) : null;
        if (picture == null) {
            throw new NotFoundException("picture", page);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header(CONTENT_SECURITY_POLICY, SANDBOX)
                .cacheControl(CacheControl.noCache())
                .eTag("\"%s-%d\"".formatted(document.sha256(), page))
                .body(picture);
    }

    @GetMapping("/documents/{id}/file")
    ResponseEntity<Resource> file(@PathVariable long id) {
        KeptDocument document = documents.get(id).document();
        return answer(document.sha256(), document.mediaType(), document.name(), CacheControl.noCache());
    }

    /** A file that no published document need have, for those who review it. */
    @GetMapping("/desk/files/{sha256:[0-9a-f]{64}}")
    ResponseEntity<Resource> kept(@PathVariable String sha256) {
        DocumentFiles.Held held = files.find(sha256).orElseThrow(() -> new NotFoundException("file", sha256));
        return answer(
                sha256, held.mediaType(), FileKind.ofMediaType(held.mediaType()).named(sha256), CacheControl.noStore());
    }

    private ResponseEntity<Resource> answer(String sha256, String mediaType, String name, CacheControl caches) {
        Resource content = files.content(sha256);
        if (!content.exists()) {
            throw new MissingFileException();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(CONTENT_SECURITY_POLICY, SANDBOX)
                .cacheControl(caches)
                .eTag("\"" + sha256 + "\"")
                .body(content);
    }

    /** A row tells of a file that the store has not. */
    private static final class MissingFileException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String missing(MissingFileException missing) {
        return "document/missing";
    }
}
