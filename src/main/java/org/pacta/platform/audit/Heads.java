package org.pacta.platform.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last row of the chain of each day, in the log and in a file of one's choice: whoever keeps them elsewhere can tell a chain that was made
 * anew, or whose end was taken away, from the one that there was.
 */
final class Heads {

    private static final Logger log = LoggerFactory.getLogger(Heads.class);

    private static final Pattern LINE = Pattern.compile("\\S+ (\\d{1,18}) ([0-9a-f]{64})");

    private final String file;

    /**
     * @param file a line of which is a moment in UTC, a position and a digest; empty for the log alone
     */
    Heads(String file) {
        this.file = file;
    }

    /** A row that there was. */
    record Head(long position, String digest) {}

    /** The first moment of this day in UTC. */
    static Instant today() {
        return Instant.now().truncatedTo(ChronoUnit.DAYS);
    }

    void note(Entry entry) {
        log.info("Head of the audit chain: row {}, {}", entry.position(), entry.digest());
        if (!file.isEmpty()) {
            String line = "%s %d %s%n"
                    .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS), entry.position(), entry.digest());
            try {
                Files.writeString(
                        Path.of(file),
                        line,
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException failed) {
                log.warn("The head of the audit chain could not be written into {}: {}", file, failed.toString());
            }
        }
    }

    /** The rows that were noted in the file; none where there is no file. */
    List<Head> noted() throws IOException {
        if (file.isEmpty() || !Files.exists(Path.of(file))) {
            return List.of();
        }
        return Files.readAllLines(Path.of(file)).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Head(Long.parseLong(line.group(1)), line.group(2)))
                .toList();
    }
}
