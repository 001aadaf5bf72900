package org.pacta.platform.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts the main method of a class in a process of its own. */
public final class ChildProcess {

    /** Heap in megabytes. */
    static final int HEAP = 256;

    /** Exit code of Java when its heap is exhausted. */
    private static final int EXHAUSTED = 3;

    private static final int OVER = 124;

    /** A machine that is busy with other things gives a child less of itself. */
    private static final int PATIENCE = 4;

    private static final long BLINK_MILLIS = 100;

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private ChildProcess() {}

    /** A child came to no end of its own. */
    public static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Why why;

        private Failure(Why why) {
            super("The child process ended: " + why);
            this.why = why;
        }

        /** Why a child ended. */
        public enum Why {
            /** It was not done by its deadline. */
            SLOW,
            /** It needed more memory than it has. */
            LARGE,
            /** It failed otherwise. */
            BROKEN
        }

        public Why why() {
            return why;
        }
    }

    /** Takes what a child says, while it says it. */
    @FunctionalInterface
    public interface Taker {

        void take(InputStream said) throws IOException;
    }

    /**
     * Runs a class and waits for its end. What it prints in the way of {@link #begin} is handed on.
     *
     * @param longest how long it may work; it may take four times as long where the machine is busy
     * @throws Failure when it needs more than {@value #HEAP} MB or more than this time, or fails
     */
    public static void run(Class<?> main, Duration longest, Taker taker, String... arguments) throws IOException {
        Process child = start(main, longest, arguments);
        AtomicBoolean isLate = new AtomicBoolean();
        CompletableFuture<Void> deadline = CompletableFuture.runAsync(
                () -> {
                    isLate.set(true);
                    // The process would close what it said before that is read.
                    child.toHandle().destroyForcibly();
                },
                CompletableFuture.delayedExecutor((PATIENCE + 1) * longest.toMillis(), TimeUnit.MILLISECONDS));
        try (InputStream said = child.getInputStream()) {
            taker.take(said);
            said.transferTo(OutputStream.nullOutputStream());
            end(child.waitFor(), isLate.get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.Why.SLOW);
        } finally {
            deadline.cancel(false);
            child.destroyForcibly();
        }
    }

    private static void end(int code, boolean isLate) {
        if (isLate || code == OVER) {
            throw new Failure(Failure.Why.SLOW);
        }
        if (code == EXHAUSTED) {
            throw new Failure(Failure.Why.LARGE);
        }
        if (code != 0) {
            throw new Failure(Failure.Why.BROKEN);
        }
    }

    private static Process start(Class<?> main, Duration longest, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP + "m",
                "-Xss1m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Dpacta.child.millis=" + longest.toMillis(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(isNested() ? List.of("-Dloader.main=" + main.getName(), LAUNCHER) : List.of(main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process child = builder.start();
        child.getOutputStream().close();
        return child;
    }

    /** Whether all of Pacta lies in one jar with the libraries in it. */
    private static boolean isNested() {
        URL here = Objects.requireNonNull(ChildProcess.class.getResource("ChildProcess.class"));
        return here.toString().contains("nested:");
    }

    /**
     * What a main method begins with: from now on it has until its deadline, and what is printed by others goes nowhere.
     *
     * @return where to print what its starter is to take
     */
    public static PrintStream begin() {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Duration longest = Duration.ofMillis(Long.getLong("pacta.child.millis", 0));
        Thread watch = new Thread(() -> watch(longest), "deadline");
        watch.setDaemon(true);
        watch.start();
        return out;
    }

    private static void watch(Duration longest) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE * longest.toNanos() && worked().compareTo(longest) < 0) {
            try {
                Thread.sleep(BLINK_MILLIS);
            } catch (InterruptedException stopped) {
                break;
            }
        }
        Runtime.getRuntime().halt(OVER);
    }

    private static Duration worked() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
