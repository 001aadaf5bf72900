package org.pacta.exchange.datapackage;

import jakarta.annotation.PreDestroy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.pacta.exchange.datapackage.PackageWriter.Readers;
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

    private final Map<Readers, Edition> newest = new EnumMap<>(Readers.class);
    private final Map<Readers, Edition> previous = new EnumMap<>(Readers.class);

    private @Nullable Path directory;

    Editions(Snapshots snapshots, PackageWriter packages) {
        this.snapshots = snapshots;
        this.packages = packages;
    }

    record Edition(Snapshot of, Path file) {}

    Edition newest(Readers readers) throws IOException {
        writing.lock();
        try {
            Edition kept = newest.get(readers);
            if (kept != null && kept.of.name().equals(snapshots.now().name()) && Files.exists(kept.file)) {
                return kept;
            }
            return write(readers);
        } finally {
            writing.unlock();
        }
    }

    /** The edition before stays for those who are still reading it. */
    private Edition write(Readers readers) throws IOException {
        Path file = Files.createTempFile(directory(), "pacta", ".zip");
        Edition written;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            written = new Edition(packages.write(readers, out), file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        Edition before = newest.put(readers, written);
        Edition over = before == null ? null : previous.put(readers, before);
        if (over != null) {
            Files.deleteIfExists(over.file);
        }
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
