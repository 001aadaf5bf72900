package org.pacta.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * A directory that several instances may share. A file is written under a name of its own, forced to the disk and then given its name, which is
 * its SHA-256 in a directory called by the first two digits of that.
 */
@Component
class DirectoryStore implements FileStore {

    private static final Logger log = LoggerFactory.getLogger(DirectoryStore.class);

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = ".unfinished-";
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int PIECE = 1 << 16;

    private final Path directory;

    /** Makes the directory for the owner alone where it is missing; one that goes away later is not made anew, since it may be a disk that is. */
    DirectoryStore(@Value("${pacta.documents-dir}") Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        try {
            make(this.directory);
            clear();
        } catch (IOException unusable) {
            log.error("Documents can be neither kept nor read: {} cannot be used", this.directory, unusable);
        }
    }

    @Override
    public Kept keep(InputStream content) throws IOException {
        Path unfinished = begin();
        try {
            Kept kept = write(content, unfinished);
            try {
                name(unfinished, kept.sha256());
            } catch (IOException failed) {
                throw new StoreFailure("The file could not be kept", failed);
            }
            return kept;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Path begin() {
        if (!isThere()) {
            throw new StoreFailure("The directory of documents is away");
        }
        try {
            return Files.createTempFile(directory, UNFINISHED, "");
        } catch (IOException failed) {
            throw new StoreFailure("Nothing can be written into the directory of documents", failed);
        }
    }

    /** Where both fail at once, what was read counts: a disk that is full says so at the next file too. */
    private Kept write(InputStream content, Path unfinished) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        long size = 0;
        try (FileChannel file = FileChannel.open(unfinished, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(open(file), digest)) {
            byte[] piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                write(out, piece, read);
                size += read;
            }
            force(file);
        }
        return new Kept(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** What takes the bytes of a file. */
    OutputStream open(FileChannel file) {
        return Channels.newOutputStream(file);
    }

    private static void write(OutputStream out, byte[] piece, int read) {
        try {
            out.write(piece, 0, read);
        } catch (IOException full) {
            throw new StoreFailure("The file could not be written", full);
        }
    }

    private static void force(FileChannel file) {
        try {
            file.force(true);
        } catch (IOException failed) {
            throw new StoreFailure("The file could not be written", failed);
        }
    }

    private void name(Path unfinished, String sha256) throws IOException {
        Path file = path(sha256);
        Path folder = Objects.requireNonNull(file.getParent());
        if (!Files.isDirectory(folder)) {
            make(folder);
            forceNames(directory);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceNames(folder);
    }

    private static void forceNames(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public Resource find(String sha256) {
        return new FileSystemResource(path(sha256));
    }

    @Override
    public void remove(String sha256) {
        try {
            Files.deleteIfExists(path(sha256));
        } catch (IOException failed) {
            throw new StoreFailure("The file %s could not be removed".formatted(sha256), failed);
        }
    }

    @Override
    public boolean isThere() {
        return Files.isDirectory(directory) && Files.isWritable(directory);
    }

    private Path path(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("No SHA-256: " + sha256);
        }
        return directory.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static void make(Path directory) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Does away with what a crash left; another instance may be writing the newer ones. */
    private void clear() throws IOException {
        Instant old = Instant.now().minus(LONGEST);
        try (Stream<Path> names = Files.list(directory)) {
            for (Path left : names.filter(each -> each.getFileName().toString().startsWith(UNFINISHED))
                    .toList()) {
                if (Files.getLastModifiedTime(left).toInstant().isBefore(old)) {
                    Files.deleteIfExists(left);
                }
            }
        }
    }
}
