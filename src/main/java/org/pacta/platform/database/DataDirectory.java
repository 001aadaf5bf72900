package org.pacta.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds everything Pacta keeps, locked for this application alone. The operating system lets the lock go when the
 * application dies, however it dies.
 */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Creates the directory for the owner alone where it is missing, and locks it.
     *
     * @throws UnusableDataException if others may write to it, or another application uses it
     */
    static DataDirectory open(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        try {
            if (Files.notExists(path)) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            refuseIfOthersMayWrite(path);
            return new DataDirectory(path, lock(path));
        } catch (FileSystemException unusable) {
            throw new UnusableDataException(
                    "The data directory %s cannot be used: %s.".formatted(path, unusable),
                    "Give this account a directory it may write to, or name another in pacta.data-dir.",
                    unusable);
        } catch (IOException unusable) {
            throw new UnusableDataException(
                    "The data directory %s cannot be used: %s.".formatted(path, unusable.getMessage()),
                    "Check the disk, or name another directory in pacta.data-dir.",
                    unusable);
        }
    }

    /** A path within the directory. */
    Path resolve(String name) {
        return path.resolve(name);
    }

    /** The secret kept in a file of this name, made up and written for the owner alone the first time. */
    String secret(String name) throws IOException {
        Path file = path.resolve(name);
        if (Files.notExists(file)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            Path draft = Files.createTempFile(path, name, ".new");
            Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            Files.move(draft, file);
        }
        return Files.readString(file).strip();
    }

    /** Lets another application use the directory. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static void refuseIfOthersMayWrite(Path path) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new UnusableDataException(
                    "The data directory %s can be written by other accounts of this machine.".formatted(path),
                    "Take their right away (chmod 700), or name another directory in pacta.data-dir.");
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path.resolve("pacta.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new UnusableDataException(
                    "The data directory %s is in use by another Pacta%s."
                            .formatted(path, holder(path.resolve("pacta.lock"))),
                    "Stop the other one first, or give this one a directory of its own in pacta.data-dir.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException lockedByThisProcess) {
            return null;
        }
    }

    private static String holder(Path lockFile) throws IOException {
        String pid = Files.readString(lockFile).strip();
        return pid.isEmpty() ? "" : ", process " + pid;
    }
}
