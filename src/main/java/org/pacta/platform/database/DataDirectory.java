package org.pacta.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The directory that holds everything Pacta keeps, locked for this application alone. The operating system lets the lock go when the
 * application dies, however it dies.
 */
final class DataDirectory implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");

    /** What this process holds: a second look at the lock file, however short, would let the lock of the first go. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

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
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            refuseIfOthersMayWrite(path);
            return lock(path.toRealPath());
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

    /** A directory within this one, closed to everybody else. */
    Path directory(String name) throws IOException {
        Path directory = path.resolve(name);
        Files.createDirectories(directory);
        return Files.setPosixFilePermissions(directory, OWNER_ONLY);
    }

    /** The file of this name that holds a secret, made up and written for the owner alone the first time. */
    Path secret(String name) throws IOException {
        Path file = path.resolve(name);
        if (Files.notExists(file)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            Path draft = path.resolve(name + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_FILE));
            Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            moveForGood(draft, file);
        }
        return file;
    }

    /** Lets another application use the directory. */
    @Override
    public void close() throws IOException {
        lockFile.close();
        HELD.remove(path);
    }

    /** Gives a finished file or directory its name, so that it keeps it even when the power fails now. */
    static void moveForGood(Path draft, Path name) throws IOException {
        force(draft);
        Files.move(draft, name, StandardCopyOption.ATOMIC_MOVE);
        force(Objects.requireNonNull(name.getParent()));
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
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

    private static DataDirectory lock(Path path) throws IOException {
        if (!HELD.add(path)) {
            throw inUse(path, String.valueOf(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    path.resolve("pacta.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw inUse(path, Files.readString(path.resolve("pacta.lock")).strip());
            }
            byte[] holder = String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
            channel.truncate(0).write(ByteBuffer.wrap(holder));
            return new DataDirectory(path, channel);
        } catch (IOException | RuntimeException failed) {
            HELD.remove(path);
            if (channel != null) {
                channel.close();
            }
            throw failed;
        }
    }

    private static UnusableDataException inUse(Path path, String holder) {
        return new UnusableDataException(
                "The data directory %s is in use by another Pacta, process %s."
                        .formatted(path, holder.isEmpty() ? "unknown" : holder),
                "Stop the other one first, or give this one a directory of its own in pacta.data-dir.");
    }
}
