package org.pacta.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier run may have left in a PostgreSQL data directory when it was killed: a server without its application, sessions without
 * their server, or the number of a process that by now is somebody else's.
 */
record Leftovers(Path directory) {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Sessions that outlive their server end by themselves unless they are busy; then they are ended. */
    private static final Duration LONGEST_ORPHAN = Duration.ofSeconds(3);

    private static final Path PROCESSES = Path.of("/proc");

    /**
     * Stops whatever still works in the directory, and waits until it has. To be called only while the data directory is locked, since that
     * is what proves that nobody needs those processes any more.
     */
    void clear(Programs programs) throws IOException {
        List<ProcessHandle> running = running();
        if (!running.isEmpty()) {
            log.info("Stopping the PostgreSQL that an earlier run left behind in {}", directory);
            if (recorded().filter(running::contains).isPresent()) {
                programs.run("pg_ctl", List.of("stop", "-D", directory.toString(), "-m", "fast", "-t", seconds()));
            }
            running.forEach(ProcessHandle::destroy);
            awaitEnd();
        }
        if (recorded().filter(this::isStranger).isPresent()) {
            Files.delete(pidFile());
        }
    }

    /** Whether the server that was started last is at work. */
    boolean hasServer() throws IOException {
        return recorded().filter(this::worksHere).isPresent();
    }

    /** The living process with the number that the last server wrote down, be it that server or not. */
    Optional<ProcessHandle> recorded() throws IOException {
        if (Files.notExists(pidFile())) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(pidFile())) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("[1-9]\\d{0,9}"))
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of);
        }
    }

    private List<ProcessHandle> running() throws IOException {
        Stream<ProcessHandle> candidates = Files.exists(PROCESSES) ? ProcessHandle.allProcesses() : recorded().stream();
        return candidates.filter(this::worksHere).toList();
    }

    private boolean worksHere(ProcessHandle process) {
        return process.info()
                        .command()
                        .filter(command -> command.contains("/postgres"))
                        .isPresent()
                && isWorkingDirectoryOf(process);
    }

    /**
     * A process with another program, or with none any more because nobody has noticed its end yet. About one that cannot be looked at
     * PostgreSQL itself decides.
     */
    private boolean isStranger(ProcessHandle process) {
        boolean ended = Files.exists(PROCESSES) && Files.notExists(entry(process, "exe"));
        return ended || process.info().command().isPresent() && !worksHere(process);
    }

    /** A server and its sessions work in their data directory; where the system does not tell, the name has to do. */
    private boolean isWorkingDirectoryOf(ProcessHandle process) {
        try {
            return Files.notExists(PROCESSES) || Files.isSameFile(entry(process, "cwd"), directory);
        } catch (IOException goneOrForeign) {
            log.debug("Process {} cannot be looked at", process.pid(), goneOrForeign);
            return false;
        }
    }

    private static Path entry(ProcessHandle process, String name) {
        return PROCESSES.resolve(String.valueOf(process.pid())).resolve(name);
    }

    private void awaitEnd() throws IOException {
        Instant began = Instant.now();
        while (!running().isEmpty()) {
            if (Instant.now().isAfter(began.plus(LONGEST_ORPHAN)) && !hasServer()) {
                running().forEach(ProcessHandle::destroyForcibly);
            }
            if (Instant.now().isAfter(began.plus(PATIENCE))) {
                throw new UnusableDataException(
                        "The PostgreSQL that an earlier run left behind in %s does not stop.".formatted(directory),
                        "End its processes %s, then start again. No data is lost."
                                .formatted(running().stream()
                                        .map(ProcessHandle::pid)
                                        .toList()));
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private Path pidFile() {
        return directory.resolve("postmaster.pid");
    }

    private static String seconds() {
        return String.valueOf(PATIENCE.toSeconds());
    }
}
