package org.pacta.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program of others that reads our files. Where it is missing its tests are skipped with one line, unless {@code PACTA_REQUIRE_READERS} is
 * true.
 */
public final class Program {

    private static final String FILE = "{file}";

    private final String name;
    private final List<String> command;

    private Program(String name, List<String> command) {
        this.name = name;
        this.command = command;
    }

    /** A command, with <code>{file}</code> where the file is named. */
    public static Program of(String... command) {
        return new Program(command[0], List.of(command));
    }

    /** A script of {@code src/test/resources/readers} over a library of the system's Python. */
    public static Program python(String library, String script) {
        Path path = Path.of("src/test/resources/readers", script + ".py");
        return new Program(
                library, List.of("/usr/bin/python3", path.toAbsolutePath().toString(), FILE));
    }

    /** What the program prints of a file. */
    public String read(byte[] contents) {
        boolean isThere = isThere();
        if (!isThere) {
            assertThat(Boolean.parseBoolean(System.getenv("PACTA_REQUIRE_READERS")))
                    .as(name + " is required and not there")
                    .isFalse();
            System.out.println("No " + name + " on this machine: what it reads is not tested.");
        }
        assumeTrue(isThere, "no " + name);
        try {
            Path file = Files.createTempFile("pacta", ".file");
            try {
                Files.write(file, contents);
                return run(command.stream()
                        .map(word -> word.equals(FILE) ? file.toString() : word)
                        .toList());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isThere() {
        return command.get(0).endsWith("python3")
                ? Files.isExecutable(Path.of(command.get(0)))
                        && exitOf(List.of(command.get(0), "-c", "import " + name)) == 0
                : Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private static int exitOf(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String run(List<String> words) throws IOException {
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as("%s: %s", name, printed).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return printed;
    }
}
