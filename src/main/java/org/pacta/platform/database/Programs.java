package org.pacta.platform.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.DigestUtils;
import org.springframework.util.FileSystemUtils;

/** The programs of PostgreSQL for this kind of machine, unpacked from the archive that comes with Pacta. */
record Programs(Path directory) {

    /** Unpacks the archive into a directory named after its content, unless it is there already. */
    static Programs unpackInto(Path parent) throws IOException {
        byte[] archive = archive();
        Path directory = parent.resolve(DigestUtils.md5DigestAsHex(archive));
        if (Files.notExists(directory)) {
            Path draft = parent.resolve("unpacking");
            FileSystemUtils.deleteRecursively(draft);
            unpack(archive, draft);
            DataDirectory.moveForGood(draft, directory);
        }
        return new Programs(directory);
    }

    /**
     * Runs a program to its end.
     *
     * @throws IOException if it fails, with what it complained about
     */
    void run(String program, List<String> arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(program, arguments)).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(complaints(printed.lines()).orElse(printed.strip()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while %s ran".formatted(program), interrupted);
        }
    }

    /** The lines that tell why PostgreSQL gave up, or what it advises. */
    static Optional<String> complaints(Stream<String> lines) {
        return lines.filter(line -> line.matches(".*(FATAL|PANIC|DETAIL|HINT|error):.*"))
                .reduce((all, line) -> all + System.lineSeparator() + line);
    }

    /** PostgreSQL refuses to run as root, so root runs it in a user namespace where it is nobody in particular. */
    private List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, processor)) {
            return archive.readAllBytes();
        } catch (IllegalStateException missing) {
            throw new UnusableDataException(
                    "Pacta brings no PostgreSQL for %s on %s.".formatted(system, processor),
                    "Name a PostgreSQL 18 server in SPRING_DATASOURCE_URL.",
                    missing);
        }
    }

    private static void unpack(byte[] archive, Path directory) throws IOException {
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path path = directory.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(entries, path);
                    path.toFile().setExecutable((entry.getMode() & 0100) != 0);
                }
            }
        }
    }
}
