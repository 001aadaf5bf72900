package org.pacta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageTests {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private final Properties english = read("messages.properties");
    private final Properties chinese = read("messages_zh.properties");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(chinese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(chinese.getProperty(key)))
                    .as(key)
                    .isLessThanOrEqualTo(arguments(english.getProperty(key)));
        }
    }

    @Test
    void everyKeyInATemplateIsThere() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(RESOURCES.resolve("templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Pattern.compile("#\\{([a-z][A-Za-z0-9._]*)[}(]")
                        .matcher(Files.readString(template))
                        .results()
                        .map(match -> match.group(1))
                        .filter(key -> !english.containsKey(key))
                        .forEach(missing::add);
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void noTextShouts() {
        assertThat(Stream.concat(english.values().stream(), chinese.values().stream())
                        .map(Object::toString))
                .noneMatch(text -> text.contains("!") || text.contains("！"));
    }

    private static int arguments(String message) {
        return new MessageFormat(message).getFormatsByArgumentIndex().length;
    }

    private static Properties read(String file) {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file), StandardCharsets.UTF_8)) {
            messages.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return messages;
    }
}
