package org.pacta.registry.document;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.child.ChildProcess;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Pictures of the pages of PDFs. Each is drawn in a process of its own, since a page may ask for any memory and time, when somebody first looks at
 * it; the newest are kept until Pacta ends.
 */
@Component
class PagePictures {

    /** Time of a processor. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int KEPT = 500;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 10;

    private final DocumentFiles files;
    private final Path directory;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final LoadingCache<PageOf, Optional<Path>> pictures;

    PagePictures(DocumentFiles files) throws IOException {
        this.files = files;
        this.directory = Files.createTempDirectory("pacta-pages");
        this.pictures = Caffeine.newBuilder()
                .maximumSize(KEPT)
                .<PageOf, Optional<Path>>removalListener((page, picture, why) -> remove(picture))
                .build(this::draw);
    }

    /** A page of a file, from 1. */
    private record PageOf(String sha256, int page) {}

    /** Too many pages are being drawn. */
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    static final class BusyException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** A page as a PNG; nothing where it cannot be drawn within its bounds. */
    Optional<byte[]> of(String sha256, int page) throws IOException {
        PageOf key = new PageOf(sha256, page);
        try {
            return read(pictures.get(key));
        } catch (NoSuchFileException removed) {
            pictures.invalidate(key);
            return read(pictures.get(key));
        }
    }

    private static Optional<byte[]> read(Optional<Path> picture) throws IOException {
        return picture.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(picture.get()));
    }

    private Optional<Path> draw(PageOf page) throws IOException {
        Resource content = files.content(page.sha256);
        if (!content.exists()) {
            return Optional.empty();
        }
        take();
        Path copy = Files.createTempFile(directory, "", ".pdf");
        Path picture = Files.createTempFile(directory, "", ".png");
        try (InputStream in = content.getInputStream()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            ChildProcess.run(
                    PageDrawing.class,
                    LONGEST,
                    said -> {},
                    copy.toString(),
                    String.valueOf(page.page),
                    picture.toString());
            return Optional.of(picture);
        } catch (ChildProcess.Failure failed) {
            Files.deleteIfExists(picture);
            return Optional.empty();
        } finally {
            Files.delete(copy);
            places.release();
        }
    }

    private void take() {
        try {
            if (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new BusyException();
    }

    private static void remove(@Nullable Optional<Path> picture) {
        if (picture == null || picture.isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(picture.get());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @PreDestroy
    void clear() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }
}
