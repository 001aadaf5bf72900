package org.pacta.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The files of one PostgreSQL server, and the server that runs on them. */
record Cluster(Path directory, Programs programs) {

    static final String SUPERUSER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    /** Half a day: recovery after a crash takes as long as it takes, and a server that dies is noticed at once. */
    private static final String START_SECONDS = "43200";

    private static final String STOP_SECONDS = "60";

    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "150",
            "timezone", "UTC",
            "log_checkpoints", "off",
            "log_min_messages", "log");

    /** Creates the files beside their place and moves them there when they are complete, so a half-made cluster is never met. */
    void createWhereMissing(Path password) throws IOException {
        deleteHalfMade();
        if (Files.exists(directory)) {
            return;
        }
        Path draft = Files.createTempDirectory(directory.getParent(), draftPrefix());
        programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + draft,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        DataDirectory.moveForGood(draft, directory);
    }

    /**
     * Starts the server once nothing of an earlier one is left.
     *
     * @param port on this machine, which is given back
     * @throws IOException if it does not come up, with what it complained about
     */
    int start(int port) throws IOException {
        new Leftovers(directory).clear(programs);
        long before = logged().size();
        try {
            programs.run("pg_ctl", arguments("start", START_SECONDS, "-l", log().toString(), "-o", options(port)));
        } catch (IOException failed) {
            throw new IOException(
                    Programs.complaints(logged().stream().skip(before)).orElse(failed.getMessage()), failed);
        }
        return port;
    }

    boolean isServed() throws IOException {
        return new Leftovers(directory).hasServer();
    }

    /** Stops the server after its sessions are ended; what was committed is safe however this goes. */
    void stop() throws IOException {
        programs.run("pg_ctl", arguments("stop", STOP_SECONDS, "-m", "fast"));
    }

    private Path log() {
        return directory.resolveSibling("server.log");
    }

    private List<String> arguments(String command, String seconds, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "-D", directory.toString(), "-w", "-t", seconds));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static String options(int port) {
        StringBuilder options = new StringBuilder("-p " + port);
        SETTINGS.forEach((name, value) -> options.append(" -c %s=%s".formatted(name, value)));
        return options.toString();
    }

    private List<String> logged() throws IOException {
        return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
    }

    /** The killed application may have left an initdb that is still at work; what cannot go now goes with the next start. */
    private void deleteHalfMade() throws IOException {
        try (DirectoryStream<Path> halfMade = Files.newDirectoryStream(directory.getParent(), draftPrefix() + "*")) {
            for (Path draft : halfMade) {
                FileSystemUtils.deleteRecursively(draft);
            }
        } catch (FileSystemException busy) {
            log.debug("Not all of a half-made cluster could be deleted", busy);
        }
    }

    private String draftPrefix() {
        return directory.getFileName() + ".new-";
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
