package org.pacta.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that outlived the application which started it. It is known by its own pid file, and only taken for one when the
 * process of that number really is a PostgreSQL server of this very directory: numbers are used again.
 */
record OrphanedServer(ProcessHandle process) {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The living server of a PostgreSQL data directory, if any. */
    static Optional<OrphanedServer> of(Path postgresDirectory) throws IOException {
        return recorded(postgresDirectory)
                .filter(process -> isServerOf(process, postgresDirectory))
                .map(OrphanedServer::new);
    }

    /**
     * Deletes a pid file whose number by now belongs to another program: PostgreSQL would take that for a server of its own and not start.
     * The file of a dead server stays, since PostgreSQL looks there for sessions that outlived it.
     */
    static void forgetStranger(Path postgresDirectory) throws IOException {
        boolean stranger = recorded(postgresDirectory)
                .filter(process -> process.info().command().isPresent())
                .filter(process -> !isServerOf(process, postgresDirectory))
                .isPresent();
        if (stranger) {
            Files.delete(postgresDirectory.resolve("postmaster.pid"));
        }
    }

    /** Asks the server to stop, now that its clients are gone, and waits until it has. */
    void stop() {
        log.info("Stopping the PostgreSQL server {} that an earlier run left behind", process.pid());
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException still) {
            throw new UnusableDataException(
                    "The PostgreSQL server %d of an earlier run does not stop.".formatted(process.pid()),
                    "End that process, then start again; no data is lost.",
                    still);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnusableDataException("The start was interrupted.", "Start again; no data is lost.", interrupted);
        }
    }

    private static Optional<ProcessHandle> recorded(Path postgresDirectory) throws IOException {
        Path pidFile = postgresDirectory.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,9}"))
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of);
        }
    }

    private static boolean isServerOf(ProcessHandle process, Path postgresDirectory) {
        boolean postgres = process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
        return process.isAlive() && postgres && worksIn(process, postgresDirectory);
    }

    /** A server works in its data directory; where the system does not tell, its name and number have to do. */
    private static boolean worksIn(ProcessHandle process, Path postgresDirectory) {
        Path working = Path.of("/proc", String.valueOf(process.pid()), "cwd");
        try {
            return !Files.exists(Path.of("/proc/self")) || Files.isSameFile(working, postgresDirectory);
        } catch (IOException gone) {
            log.debug("Process {} cannot be looked at", process.pid(), gone);
            return false;
        }
    }
}
