package org.pacta.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Another Java process that uses a data directory, so that a test can kill it. */
record ChildApplication(Process process) implements AutoCloseable {

    private static final String READY = "ready";

    /** Starts a main method with the directory as its argument, and waits until it says that it is ready. */
    static ChildApplication start(Class<?> main, Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                return new ChildApplication(process);
            }
        }
        throw new IOException("%s ended before it was ready".formatted(main.getName()));
    }

    /** To be called in the other process: says that it is ready and holds on to the resource until the test is gone. */
    static void readyWith(AutoCloseable held) throws IOException {
        System.out.println(READY);
        if (System.in.read() >= 0) {
            throw new IllegalStateException("Nobody should speak to the holder of " + held);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Ends the process without giving it any chance to tidy up. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
