package org.pacta.exchange.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pacta.exchange.dictionary.ColumnEntry.Type;
import org.pacta.exchange.dictionary.TableEntry.Kind;
import org.pacta.platform.shared.Name;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class DictionaryTests {

    @Autowired
    Dictionary dictionary;

    @Test
    void saysInBothLanguagesWhatEachTableAndColumnHolds() {
        Map<String, Name> meanings = meanings();

        assertThat(dictionary.registry().size())
                .isGreaterThan(35)
                .isEqualTo(dictionary.of(Kind.HISTORY).size());
        assertThat(keysOf(meanings, meaning -> meaning.text() == null))
                .as("without a comment: add it to R__dictionary.sql")
                .isEmpty();
        assertThat(keysOf(meanings, meaning -> meaning.local() == null))
                .as("without Chinese: add it to dictionary_zh.properties")
                .isEmpty();
    }

    @Test
    void saysTheSameInBothLanguages() {
        Map<String, Set<String>> chinese = new TreeMap<>();
        Map<String, Set<String>> english = new TreeMap<>();
        meanings().forEach((key, meaning) -> {
            String column = key.substring(key.lastIndexOf('.') + 1);
            String text = Objects.requireNonNull(meaning.text());
            String local = Objects.requireNonNull(meaning.local());
            chinese.computeIfAbsent(column + ": " + text, any -> new TreeSet<>())
                    .add(local);
            english.computeIfAbsent(column + ": " + local, any -> new TreeSet<>())
                    .add(text);
        });

        assertThat(severalOf(chinese)).isEmpty();
        assertThat(severalOf(english)).isEmpty();
    }

    @Test
    void translatesNothingThatIsNotThere() {
        Set<String> used = dictionary.tables().stream()
                .flatMap(table -> Stream.concat(
                        Stream.of(Meanings.key(table.name())),
                        table.columns().stream().map(column -> Meanings.key(table.name(), column.name()))))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());

        assertThat(Meanings.CHINESE.keySet()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void endsEachMeaningWithAFullStopAndShoutsNowhere() {
        assertThat(keysOf(
                        meanings(),
                        meaning -> !Objects.requireNonNull(meaning.text()).matches("[^!—]*\\.")))
                .isEmpty();
        assertThat(keysOf(
                        meanings(),
                        meaning -> !Objects.requireNonNull(meaning.local()).matches("[^！]*。")))
                .isEmpty();
    }

    @Test
    void readsTheRulesOfColumnsFromTheirChecks() {
        assertThat(column("meeting", "mode").rule().choices()).containsExactly("in_person", "virtual", "hybrid");
        assertThat(column("meeting", "ordinal").rule().minimum()).isEqualTo(1);
        assertThat(column("meeting", "ordinal").rule().maximum()).isEqualTo(999);
        assertThat(column("meeting_role", "position").rule().minimum()).isEqualTo(1);
        assertThat(column("figure", "value").rule().minimum()).isZero();
        assertThat(column("place", "iso_code").rule().pattern()).isEqualTo("[A-Z]{2}(-[A-Z0-9]{1,3})?");
        assertThat(column("place_citation", "quote").rule().maxLength()).isEqualTo(160);
        assertThat(column("council", "series_measure").rule().choices())
                .containsExactly("mous", "agreements", "projects");
    }

    @Test
    void knowsTypesKeysAndWhatReferToWhat() {
        assertThat(column("agreement", "signed_on").type()).isEqualTo(Type.PARTIAL_DATE);
        assertThat(column("agreement", "signed_sort").type()).isEqualTo(Type.DAY);
        assertThat(column("agreement", "signed_sort").generated()).isTrue();
        assertThat(column("agreement", "withdrawn_on").type()).isEqualTo(Type.MOMENT);
        assertThat(column("agreement", "founds_council_id").refersTo()).isEqualTo("council");
        assertThat(column("agreement", "status").mayBeEmpty()).isFalse();
        assertThat(table("signatory_side").primaryKey()).containsExactly("signatory_id", "place_id");
        assertThat(table("meeting").uniqueKeys()).containsExactly(List.of("council_id", "ordinal"));
        assertThat(table("agreement_aud").kind()).isEqualTo(Kind.HISTORY);
        assertThat(table("revision").kind()).isEqualTo(Kind.BESIDE);
    }

    private Map<String, Name> meanings() {
        Map<String, Name> meanings = new TreeMap<>();
        for (TableEntry table : dictionary.tables()) {
            meanings.put(table.name(), table.meaning());
            table.columns().forEach(column -> meanings.put(table.name() + "." + column.name(), column.meaning()));
        }
        return meanings;
    }

    private static List<String> keysOf(Map<String, Name> meanings, Predicate<Name> lacking) {
        return meanings.keySet().stream()
                .filter(key -> lacking.test(meanings.get(key)))
                .toList();
    }

    private static List<String> severalOf(Map<String, Set<String>> words) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Object::toString)
                .toList();
    }

    private TableEntry table(String name) {
        return dictionary.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ColumnEntry column(String table, String name) {
        return table(table).columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
