package org.pacta.exchange.datapackage;

import jakarta.annotation.PreDestroy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.history.Snapshots.Snapshot;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Keeps the data package of the registry as it stands as a temporary file, written when somebody first asks for it: a slow reader then holds
 * neither a connection nor a snapshot, and the next one costs nothing.
 */
@Component
class Editions {

    private final Snapshots snapshots;
    private final PackageWriter packages;
    private final ReentrantLock writing = new ReentrantLock();

    private @Nullable Path directory;
    private @Nullable Edition newest;
    private @Nullable Edition previous;

    Editions(Snapshots snapshots, PackageWriter packages) {
        this.snapshots = snapshots;
        this.packages = packages;
    }

    record Edition(Snapshot of, Path file) {}

    Edition newest() throws IOException {
        writing.lock();
        try {
            Edition kept = newest;
            if (kept != null && kept.of.name().equals(snapshots.now().name()) && Files.exists(kept.file)) {
                return kept;
            }
            return write();
        } finally {
            writing.unlock();
        }
    }

    /** The edition before stays for those who are still reading it. */
    private Edition write() throws IOException {
        Path file = Files.createTempFile(directory(), "pacta", ".zip");
        Edition written;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            written = new Edition(packages.write(out), file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        if (previous != null) {
            Files.deleteIfExists(previous.file);
        }
        previous = newest;
        newest = written;
        return written;
    }

    private Path directory() throws IOException {
        Path kept = directory;
        if (kept == null || !Files.isDirectory(kept)) {
            kept = Files.createTempDirectory("pacta-editions");
            directory = kept;
        }
        return kept;
    }

    @PreDestroy
    void clear() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }
}
