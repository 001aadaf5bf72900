package org.pacta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

    /** Whatever the words, and with every sort of number. */
    @Test
    void noTextShowsAPlaceThatNothingFills() {
        Stream.of(english, chinese)
                .forEach(messages -> messages.forEach((key, text) -> Stream.of(0, 1, 2, 21, 1234)
                        .forEach(number -> assertThat(said(text.toString(), number))
                                .as("%s with %d", key, number)
                                .doesNotContain("{", "}"))));
    }

    @Test
    void oneIsSaidOfOneThing() {
        english.forEach((key, text) -> {
            if (text.toString().contains(",choice,")) {
                assertThat(said(text.toString(), 1))
                        .as("%s", key)
                        .doesNotContainPattern("\\b1 [a-z]+s\\b(?<!1 is|1 was|1 has|1 waits)");
            }
        });
    }

    @Test
    void aTemplateGivesEachTextWhatItTakes() throws IOException {
        TreeSet<String> bare = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(RESOURCES.resolve("templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Pattern.compile("#\\{([a-z][A-Za-z0-9._]*)}")
                        .matcher(Files.readString(template))
                        .results()
                        .map(match -> match.group(1))
                        .filter(key -> english.containsKey(key) && arguments(english.getProperty(key)) > 0)
                        .forEach(key -> bare.add(template.getFileName() + " " + key));
            }
        }

        assertThat(bare).isEmpty();
    }

    /** A text as it is shown: with the number wherever a choice hangs on one, and words elsewhere. */
    private static String said(String message, int number) {
        if (arguments(message) == 0) {
            return message;
        }
        Object[] arguments = IntStream.range(0, arguments(message))
                .<Object>mapToObj(i -> message.contains("{" + i + ",") ? number : "words")
                .toArray();
        return new MessageFormat(message, Locale.ENGLISH).format(arguments);
    }

    @Test
    void noTextShouts() {
        assertThat(Stream.concat(english.values().stream(), chinese.values().stream())
                        .map(Object::toString))
                .noneMatch(text -> text.contains("!") || text.contains("！"));
    }

    private static int arguments(String message) {
        return Pattern.compile("\\{(\\d+)[,}]")
                .matcher(message)
                .results()
                .mapToInt(match -> Integer.parseInt(match.group(1)) + 1)
                .max()
                .orElse(0);
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
