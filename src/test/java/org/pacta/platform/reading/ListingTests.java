package org.pacta.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;

/** A list of five rows of its own: what they are named is what a test expects to see. */
@DatabaseTest
class ListingTests {

    @Autowired
    private JdbcClient jdbc;

    private Listing<String> notes;

    @BeforeEach
    void fiveNotes() {
        jdbc.sql("""
                create temporary table note on commit drop as
                select *, day as day_sort, coalesce(until, day) as day_latest from (values
                    (1, 'ant', 'mou', 'sg', date '2019-05-01', date '2021-02-01'),
                    (2, 'bee', 'mou', 'cn', date '2021-12-31', null),
                    (3, 'cat', 'pact', 'cn', date '2020-01-01', null),
                    (4, 'dog', 'deal', null, null, null),
                    (5, 'eel', null, 'sg', date '2020-01-01', null)) given (id, name, kind, place, day, until)
                """).update();
        Map<String, String> orders = new LinkedHashMap<>();
        orders.put("date", "day_sort %1$s");
        orders.put("kind", "kind %1$s, name %1$s");
        notes = new Listing<>(
                jdbc,
                "/notes",
                "note",
                (row, n) -> row.getString("name"),
                List.of(
                        Facet.words("kind", "kind in (:kind)", "mou", "pact", "deal"),
                        Facet.rows(
                                "place",
                                "place in (:place)",
                                "select * from (values ('cn', 'China', '中国'), ('sg', 'Singapore', null)) given (value, name, local_name)"),
                        Facet.chosenRows(
                                "organisation",
                                "id in (:organisation)",
                                "select id::text as value, name, null as local_name from note where id::text in (:chosen)")),
                true,
                orders);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|sort=name|eBay, Infocomm, ITS, 长沙, 厦门",
                "en|sort=-name|厦门, 长沙, ITS, Infocomm, eBay",
                "zh|sort=name|长沙, 厦门, eBay, Infocomm, ITS"
            })
    void namesStandWhereReadersOfTheLanguageLook(String language, String query, String expected) {
        jdbc.sql("""
                create temporary table called on commit drop as
                select * from (values (1, 'ITS', null), (2, null, '长沙'), (3, 'Infocomm', null), (4, 'eBay', null), (5, null, '厦门'))
                given (id, name, local_name)
                """).update();
        Listing<String> names = new Listing<>(
                jdbc,
                "/names",
                "called",
                (row, n) -> Columns.name(row, "").in(Locale.ENGLISH),
                List.of(),
                false,
                Map.of("name", "{name} %1$s"));
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));

        try {
            assertThat(names.page(filter(query)).slice().rows()).isEqualTo(List.of(expected.split(", ")));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|bee eel cat ant dog",
                "kind=mou|bee ant",
                "kind=mou&kind=pact|bee cat ant",
                "kind=-mou|eel cat dog",
                "kind=-mou&kind=-pact|eel dog",
                "kind=mou&place=cn|bee",
                "kind=-mou&place=-cn|eel dog",
                "kind=mou&kind=pact&place=-sg|bee cat",
                "organisation=2|bee",
                "organisation=1&organisation=3|cat ant",
                "organisation=-2|eel cat ant dog",
                "from=2021|bee ant",
                "from=2022|``",
                "to=2019|ant",
                "to=2020|eel cat ant",
                "from=2020&to=2020|eel cat ant",
                "from=2020&kind=pact|cat",
                "sort=date|ant eel cat bee dog",
                "sort=kind|dog ant bee cat eel",
                "sort=-kind|cat bee ant dog eel",
            })
    void showsTheRowsThatFit(String query, String names) {
        ListPage<String> page = notes.page(filter(query));

        assertThat(String.join(" ", page.slice().rows())).isEqualTo(names);
        assertThat(page.slice().total()).isEqualTo(page.slice().rows().size());
        assertThat(idsOf(page)).hasSameSizeAs(page.slice().rows());
    }

    @ParameterizedTest
    @CsvSource({
        "kind=treaty, kind",
        "kind=-treaty, kind",
        "kind=mou&kind=treaty, kind",
        "place=-, place",
        "organisation=6, organisation",
        "council=sci, council",
        "status=signed, status",
        "sort=name, sort",
        "sort=--date, sort",
        "sort=-, sort",
    })
    void refusesWhatItDoesNotOffer(String query, String parameter) {
        assertThatExceptionOfType(BadParameterException.class)
                .isThrownBy(() -> notes.page(filter(query)))
                .satisfies(refused -> assertThat(refused.parameter()).isEqualTo(parameter));
    }

    @ParameterizedTest
    @CsvSource({"from=2020, from", "to=2020, to"})
    void refusesYearsWhereNothingIsDated(String query, String parameter) {
        Listing<String> undated = new Listing<>(
                jdbc,
                "/notes",
                "note",
                (row, n) -> row.getString("name"),
                List.of(),
                false,
                Map.of("name", "name %1$s"));

        assertThat(undated.page(filter("")).slice().rows()).containsExactly("ant", "bee", "cat", "dog", "eel");
        assertThatExceptionOfType(BadParameterException.class)
                .isThrownBy(() -> undated.page(filter(query)))
                .satisfies(refused -> assertThat(refused.parameter()).isEqualTo(parameter));
    }

    @Test
    void hasFiftyRowsOnAPageAndNoPageBehindTheLast() {
        jdbc.sql("insert into note (id, name) select n, 'note ' || n from generate_series(6, 101) n")
                .update();

        ListPage<String> last = notes.page(filter("page=3"));

        assertThat(notes.page(filter("page=2")).slice().rows()).hasSize(50).startsWith("note 55");
        assertThat(last.slice().rows()).containsExactly("dog");
        assertThat(last.slice().total()).isEqualTo(101);
        assertThat(last.slice().hasNext()).isFalse();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> notes.page(filter("page=4")));
        assertThat(idsOf(last)).hasSize(101).endsWith(6L, 4L);
    }

    @Test
    void handsOutManyNumbersAThousandAtATime() {
        jdbc.sql("insert into note (id, name) select n, 'note ' || n from generate_series(6, 2100) n")
                .update();
        List<Integer> sizes = new ArrayList<>();

        notes.ids(Address.of("/notes"), "-date", batch -> sizes.add(batch.size()));

        assertThat(sizes).containsExactly(1000, 1000, 100);
    }

    @Test
    void namesWhatIsChosenAndWhatRemainsWithoutIt() {
        ListPage<String> page = notes.page(filter("kind=-mou&place=cn&organisation=1&from=2020&to=2020"));

        assertThat(page.chips().stream()
                        .map(chip -> (chip.excluded() ? "-" : "") + chip.parameter() + " " + chip.value() + ": "
                                + chip.rowsWithout())
                        .collect(Collectors.joining(", ")))
                .isEqualTo("-kind mou: 0, place cn: 0, organisation 1: 1, from 2020: 0, to 2020: 0");
        assertThat(page.chips().get(0).without()).hasToString("/notes?place=cn&organisation=1&from=2020&to=2020");
        assertThat(page.chips().get(1).name()).isEqualTo(new Name("China", "中国"));
        assertThat(page.chips().get(4).without()).hasToString("/notes?place=cn&kind=-mou&organisation=1&from=2020");
    }

    @Test
    void asksWhatRemainsWithoutAChoiceOnlyWhereNothingIsFound() {
        assertThat(notes.page(filter("kind=mou")).chips())
                .singleElement()
                .satisfies(chip -> assertThat(chip.rowsWithout()).isNull());
    }

    @Test
    void offersEveryValueButThoseTooManyToOffer() {
        List<ListPage.Choices> facets =
                notes.page(filter("organisation=2&kind=pact")).facets();

        assertThat(facets).extracting(ListPage.Choices::parameter).containsExactly("kind", "place", "organisation");
        assertThat(facets).extracting(ListPage.Choices::offered).containsExactly(true, true, false);
        assertThat(facets.get(0).choices()).extracting(ListPage.Choice::value).containsExactly("mou", "pact", "deal");
        assertThat(facets.get(0).chosen()).extracting(ListPage.Choice::value).containsExactly("pact");
        assertThat(facets.get(2).choices()).extracting(ListPage.Choice::name).containsExactly(new Name("bee", null));
    }

    @Test
    void readsRowsInTheOrderOfTheirNumbers() {
        Map<String, Long> numbers = Map.of("ant", 1L, "bee", 2L, "cat", 3L);

        assertThat(notes.rows(List.of(3L, 99L, 1L, 2L), numbers::get)).containsExactly("cat", "ant", "bee");
    }

    private List<Long> idsOf(ListPage<String> page) {
        List<Long> ids = new ArrayList<>();
        notes.ids(page.address(), page.order(), ids::addAll);
        return ids;
    }

    private static ListFilter filter(String query) {
        Map<String, List<String>> chosen =
                UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        return new ListFilter(
                null,
                chosen.get("council"),
                chosen.get("place"),
                chosen.get("kind"),
                chosen.get("status"),
                null,
                chosen.getOrDefault("organisation", List.of()).stream()
                        .map(Long::valueOf)
                        .toList(),
                null,
                null,
                null,
                null,
                number(chosen, "from"),
                number(chosen, "to"),
                chosen.containsKey("sort") ? chosen.get("sort").get(0) : null,
                number(chosen, "page"));
    }

    private static Integer number(Map<String, List<String>> chosen, String name) {
        return chosen.containsKey(name) ? Integer.valueOf(chosen.get(name).get(0)) : null;
    }
}
