package org.pacta.registry.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.form.FormFields;
import org.pacta.platform.form.KeptIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UndoingTests {

    private static final JsonMapper json = JsonMapper.shared();

    record Entry(String name) {}

    record Kept(
            String title,
            @KeptIn("entry") List<Entry> loose,
            @KeptIn(value = "entry", orderedBy = "position") List<Entry> numbered) {}

    /** Of a field that was {@code before}, became {@code after} and stands {@code now}; {@code -} where nobody can say what it shall be. */
    @ParameterizedTest
    @CsvSource({
        "title, a, b, b, a",
        "title, a, a, c, c",
        "title, a, b, a, -",
        "title, a, b, c, -",
        "loose, a, a b, a b, a",
        "loose, a, a b, c a b, c a",
        "loose, a, a b, a c, a c",
        "loose, a b, a, c a, c a b",
        "loose, a b, a, c a b, c a b",
        "loose, a, b, b c, c a",
        "numbered, a, a b, a b, a",
        "numbered, a, a b, a b c, -",
        "numbered, a, a, c a, c a",
    })
    void takesBackWhatAChangeMadeAndLeavesWhatOthersMadeSince(
            String field, String before, String after, String now, String undone) {
        String result = Undoing.of(FormFields.of(Kept.class), kept(field, before), kept(field, after), kept(field, now))
                .map(record -> read(record.get(field)))
                .orElse("-");

        assertThat(result).isEqualTo(undone);
    }

    private static JsonNode kept(String field, String text) {
        List<Entry> entries = Arrays.stream(text.split(" ")).map(Entry::new).toList();
        return json.valueToTree(new Kept(
                field.equals("title") ? text : "",
                field.equals("loose") ? entries : List.of(),
                field.equals("numbered") ? entries : List.of()));
    }

    private static String read(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(entry -> entry.get("name").asString()).collect(Collectors.joining(" "))
                : value.asString();
    }
}
