package org.pacta.desk.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.desk.matching.KnownNames.Candidate;
import org.pacta.rules.language.NameKey;
import org.pacta.test.PageTest;
import org.pacta.test.StatementCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names are looked up by a key in the database, and stand for whom they would if all names were read and compared. */
@PageTest
class KnownNamesTests {

    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            name -> name,
            name -> name.toUpperCase(),
            name -> name.replace(" ", "  ").replace('(', '（'),
            name -> name.replace('-', '–').replace("'", "’"),
            name -> name + ".",
            name -> name + " 2",
            name -> name.replace(" ", ""),
            name -> name.substring(name.length() / 3));

    @Autowired
    KnownNames names;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Test
    void findsWhomAComparisonWithEveryNameFinds() {
        Map<String, Set<Long>> byKey = new HashMap<>();
        names.all()
                .forEach(known -> known.names()
                        .forEach(name -> byKey.computeIfAbsent(NameKey.of(name), key -> new HashSet<>())
                                .add(known.organisation())));
        Set<String> printed = names.all().stream()
                .flatMap(known -> known.names().stream())
                .flatMap(name -> SPELLINGS.stream().map(spelling -> spelling.apply(name)))
                .collect(Collectors.toSet());
        Map<String, Long> expected = printed.stream()
                .filter(name -> byKey.getOrDefault(NameKey.of(name), Set.of()).size() == 1)
                .collect(Collectors.toMap(
                        name -> name,
                        name -> byKey.get(NameKey.of(name)).iterator().next()));

        assertThat(names.exactly(printed)).hasSizeGreaterThan(200).isEqualTo(expected);
    }

    @Test
    void knowsNoneByANameThatTwoHaveOrThatOneWithdrawnHas() {
        addOrganisation(-1, "Twice Told Pte Ltd", null);
        addOrganisation(-2, "Twice-told Pte. Ltd.", null);
        addOrganisation(-3, "Gone Again", "now()");

        assertThat(names.exactly(List.of("Twice told Pte Ltd", "Gone again"))).isEmpty();
    }

    /** A key that tells apart what a reader does not would lose names; one that does not tell apart what he does is compared once more. */
    @Test
    void keysAlikeWhatIsSpeltAlikeInAnyScript() {
        List<String> spelt = IntStream.rangeClosed(0x20, 0x2FFFF)
                .filter(Character::isDefined)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .mapToObj(c -> "a" + Character.toString(c) + "b")
                .toList();
        Map<String, Set<String>> keys = new HashMap<>();
        jdbc.sql("select name, name_key(name) as key from unnest(:names) name")
                .param("names", spelt.toArray(String[]::new))
                .query(row -> {
                    keys.computeIfAbsent(NameKey.of(row.getString("name")), key -> new HashSet<>())
                            .add(row.getString("key"));
                });

        assertThat(keys)
                .hasSizeGreaterThan(80_000)
                .allSatisfy((same, found) -> assertThat(found).as(same).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "CrimsonLogik, CrimsonLogic",
        "Crimson Logics, Crimson Logic",
        "Enterprise Singapur, Enterprise Singapore"
    })
    void findsWhatANameIsLike(String printed, String known) {
        List<Candidate> like = names.like(Set.of(printed, "Enterprise"), 4).get(printed);

        assertThat(like).isEqualTo(names.like(Set.of(printed), 4).get(printed)).hasSizeBetween(1, 4);
        assertThat(like.get(0).known()).isEqualTo(known);
        assertThat(like)
                .extracting(Candidate::likeness)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void asksOnceForAllNames() {
        Set<String> printed = Stream.of("CrimsonLogic", "Enterprise Singapore", "No such name")
                .collect(Collectors.toSet());

        assertThat(((StatementCounter) database).during(() -> names.exactly(printed)))
                .isEqualTo(1);
        assertThat(((StatementCounter) database).during(() -> names.like(printed, 4)))
                .as("with once for the state of the registry and once for the councils of all that were found")
                .isEqualTo(3);
        assertThat(((StatementCounter) database).during(() -> names.like(printed, 4)))
                .as("as long as nothing changes, only whether it has")
                .isEqualTo(1);
    }

    private void addOrganisation(long id, String name, String withdrawn) {
        jdbc.sql("""
                insert into organisation (id, name, kind, withdrawn_on, withdrawal_reason)
                values (%d, :name, 'company', %s, case when %2$s is not null then 'Gone' end)
                """.formatted(id, withdrawn)).param("name", name).update();
    }
}
