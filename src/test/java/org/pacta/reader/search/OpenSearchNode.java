package org.pacta.reader.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** One node of OpenSearch, in a JVM of its own since its libraries are not ours; it stops with the tests. */
record OpenSearchNode(Process process, int port) {

    /** The library looks for ports from a number on, and no higher than this. */
    private static final int HIGHEST = 9_299;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Starts it in an empty directory and waits until it answers. */
    static OpenSearchNode start(Path directory) {
        try {
            int port = IntStream.range(8_700, HIGHEST)
                    .filter(OpenSearchNode::isFree)
                    .findFirst()
                    .orElseThrow();
            Path classpath = Path.of(System.getProperty("pacta.opensearch.classpath"));
            Path printed = directory.resolve("printed");
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-cp",
                            Files.readString(classpath),
                            "org.codelibs.opensearch.runner.OpenSearchRunner",
                            "-basePath",
                            directory.resolve("node").toString(),
                            "-numOfNode",
                            "1",
                            "-baseHttpPort",
                            String.valueOf(port - 1)))
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            OpenSearchNode node = new OpenSearchNode(process, port);
            node.await(printed);
            return node;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** Lets it be reached at another port too, until that is closed. */
    ServerSocket alsoAt(int other) throws IOException {
        ServerSocket listening = new ServerSocket(other, 50, InetAddress.getLoopbackAddress());
        begin(() -> {
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                begin(() -> client.getInputStream().transferTo(server.getOutputStream()));
                begin(() -> server.getInputStream().transferTo(client.getOutputStream()));
            }
            return null;
        });
        return listening;
    }

    /** Ends with its connection, whoever closes that. */
    private static void begin(Callable<?> work) {
        Thread thread = new Thread(new FutureTask<>(work));
        thread.setDaemon(true);
        thread.start();
    }

    private void await(Path printed) throws IOException {
        Awaitility.await().atMost(PATIENCE).until(() -> answers() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("OpenSearch does not start: " + Files.readString(printed));
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
