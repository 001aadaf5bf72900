package org.pacta.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.springframework.core.io.Resource;

/** Keeps files by the SHA-256 of their bytes. What it has kept it has for good, also when the power fails. */
public interface FileStore {

    /** A directory, for the commands, which make their own; it is made where it is missing. */
    static FileStore in(Path directory) {
        return new DirectoryStore(directory);
    }

    /** A file as it is kept: its SHA-256 in hexadecimal and its bytes. */
    record Kept(String sha256, long size) {}

    /**
     * Keeps a file, once however often it comes.
     *
     * @throws StoreFailure when the store is away, full or cannot be written; nothing is kept then
     * @throws IOException when the content itself cannot be read
     */
    Kept keep(InputStream content) throws IOException;

    /** The file of this SHA-256, which does not exist where it is missing. */
    Resource find(String sha256);

    /** Does away with a file, which may be missing. */
    void remove(String sha256);

    /** Whether files can be kept and found at all. */
    boolean isThere();
}
