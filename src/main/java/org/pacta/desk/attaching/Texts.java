package org.pacta.desk.attaching;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.pacta.desk.intake.FileText;
import org.pacta.registry.document.DocumentFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Reads the texts of kept files, once for each: when it is handed in, or else at the next start, such as what came with a Data Package. */
@Component
class Texts {

    private static final Logger log = LoggerFactory.getLogger(Texts.class);

    private final DocumentFiles files;

    Texts(DocumentFiles files) {
        this.files = files;
    }

    /** Reads a file unless it was read; while too many others are being read, it is left for the next time. */
    void read(String sha256, Path file) throws IOException {
        if (files.isRead(sha256)) {
            return;
        }
        FileText.Paged text = FileText.paged(file);
        if (text.unread() == null) {
            files.keepText(sha256, text.pages());
        } else if (!text.isBusy()) {
            files.keepUnread(sha256, text.unread());
        }
    }

    /** One after the other, beside all else. */
    @EventListener(ApplicationReadyEvent.class)
    void readTheRest() {
        Thread reading = new Thread(() -> files.toRead().forEach(this::readLate), "documents");
        reading.setDaemon(true);
        reading.start();
    }

    private void readLate(String sha256) {
        try {
            Resource content = files.content(sha256);
            if (content.exists()) {
                Path copy = Files.createTempFile("pacta-document", "");
                try (InputStream in = content.getInputStream()) {
                    Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                    read(sha256, copy);
                } finally {
                    Files.delete(copy);
                }
            }
        } catch (IOException | RuntimeException failed) {
            log.warn("The text of the file {} could not be read; it is tried again at the next start", sha256, failed);
        }
    }
}
