package org.pacta.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.reading.ListPage.Chip;
import org.pacta.platform.reading.ListPage.Choice;
import org.pacta.platform.reading.ListPage.Choices;
import org.pacta.platform.reading.ListPage.Summary;
import org.pacta.platform.reading.ListPage.Words;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Marked;
import org.pacta.platform.shared.PartialDate;

class ListPageTests {

    private static final Address SHANGHAI =
            Address.of("/agreements").with("council", "ssccc").with("sort", "title");

    @Test
    void hasAddressesForItsFilesItsFeedItsPagesAndItsOrganisations() {
        ListPage<String> page = page(SHANGHAI, "title", null);

        assertThat(page.noun()).isEqualTo("agreements");
        assertThat(page.all()).isEqualTo("/agreements");
        assertThat(page.file("csv")).isEqualTo("/agreements.csv?council=ssccc&sort=title");
        assertThat(page.feed()).isEqualTo("/agreements.atom?council=ssccc");
        assertThat(page.organisations()).isEqualTo("/agreements/organisations?council=ssccc");
        assertThat(page.here()).hasToString("/agreements?council=ssccc&sort=title&page=2");
        assertThat(page.page(1)).hasToString("/agreements?council=ssccc&sort=title");
        assertThat(page.page(3)).hasToString("/agreements?council=ssccc&sort=title&page=3");
    }

    @Test
    void hasTheSameAddressesWithNothingChosen() {
        ListPage<String> page = page(Address.of("/projects"), "-date", null);

        assertThat(page.all()).isEqualTo("/projects");
        assertThat(page.file("json")).isEqualTo("/projects.json");
        assertThat(page.feed()).isEqualTo("/projects.atom");
        assertThat(page.organisations()).isEqualTo("/projects/organisations");
    }

    @ParameterizedTest
    @CsvSource({
        "title, title, ascending, -title",
        "-title, title, descending, title",
        "-date, title, none, title",
        "title, date, none, date",
    })
    void turnsTheOrderOfAHeading(String order, String heading, String direction, String next) {
        ListPage<String> page = page(Address.of("/agreements"), order, null);

        assertThat(page.direction(heading)).isEqualTo(direction);
        assertThat(page.sortedBy(heading)).hasToString("/agreements?sort=" + next);
    }

    @ParameterizedTest
    @CsvSource({"relevance, ''", "date, ?sort=-date", "title, ?sort=title"})
    void offersTheBestOrNewestFirst(String order, String query) {
        assertThat(page(Address.of("/agreements").with("sort", "date"), "date", null)
                        .orderedBy(order))
                .hasToString("/agreements" + query);
    }

    @Test
    void sortsByTheOrdersItHas() {
        ListPage<String> page = page(SHANGHAI, "title", null);

        assertThat(page.sorts("title")).isTrue();
        assertThat(page.sorts("colour")).isFalse();
    }

    @Test
    void keepsWhatTheFormDoesNotSay() {
        Address address = Address.of("/agreements")
                .with("q", "smart")
                .with("council", List.of("sci", "-szetc"))
                .with("kind", "mou")
                .with("organisation", List.of(7, 9))
                .with("from", 2020)
                .with("to", 2024)
                .with("sort", "title");

        assertThat(page(address, "title", null).kept())
                .containsExactly(
                        entry("council", List.of("-szetc")),
                        entry("kind", List.of()),
                        entry("organisation", List.of("7", "9")),
                        entry("sort", List.of("title")));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-06-17, 2023-07-02, 2020-06-17/2023-07-02",
        "2020-06, 2023, 2020-06/2023",
        "2020-06-17, 2020-06-17, 2020-06-17",
    })
    void spansFromItsFirstDayToItsLast(String first, String last, String span) {
        Summary summary = new Summary(7, PartialDate.parse(first), PartialDate.parse(last));

        assertThat(summary.span()).hasToString(span);
    }

    @Test
    void marksWhatWasLookedFor() {
        Marked found = new Marked(List.of("Cross-border " + Marked.START + "trade" + Marked.END));
        ListPage<String> searched =
                page(SHANGHAI, "title", new Words("trade", null, false, Map.of(5L, found), null, List.of()));

        assertThat(searched.marked(5, "Cross-border trade data"))
                .extracting(Marked.Part::found)
                .contains(true);
        assertThat(searched.marked(6, "Cross-border trade data"))
                .extracting(Marked.Part::found)
                .containsOnly(false);
        assertThat(searched.excerpt(5, "Another name"))
                .extracting(Marked.Part::text)
                .contains("trade");
        assertThat(searched.excerpt(5, "Cross-border trade data")).isEmpty();
        assertThat(searched.excerpt(6, "Another name")).isEmpty();
        assertThat(page(SHANGHAI, "title", null).marked(5, "A name")).isEqualTo(Marked.plain("A name"));
        assertThat(page(SHANGHAI, "title", null).excerpt(5, "A name")).isEmpty();
    }

    @Test
    void isSearchedWhereWordsWereLookedFor() {
        assertThat(page(SHANGHAI, "title", null).isSearched()).isFalse();
        assertThat(searched("", null).isSearched()).isFalse();
        assertThat(searched("trade", "search.preparing").isSearched()).isFalse();
        assertThat(searched("trade", null).isSearched()).isTrue();
    }

    @Test
    void choosesOrganisationsWhereASearchLooksThemUp() {
        assertThat(searched("", null).choosesOrganisations()).isTrue();
        assertThat(page(SHANGHAI, "title", null).choosesOrganisations()).isFalse();
    }

    @Test
    void isNarrowedByAnyChip() {
        ListPage<String> page = page(SHANGHAI, "title", null);
        List<Chip> chips = List.of(new Chip("council", "ssccc", null, false, SHANGHAI.without("council"), null));

        assertThat(page.isNarrowed()).isFalse();
        assertThat(new ListPage<>(page.slice(), SHANGHAI, List.of(), chips, true, List.of(), "date", null, null)
                        .isNarrowed())
                .isTrue();
    }

    @Test
    void tellsChosenFromExcludedChoices() {
        Choice chosen = new Choice("mou", null, true, false, 3L);
        Choice excluded = new Choice("protocol", null, false, true, 0L);
        Choice other = new Choice("agreement", null, false, false, null);
        Choices kinds = new Choices("kind", List.of(chosen, excluded, other), true);

        assertThat(kinds.chosen()).containsExactly(chosen);
        assertThat(kinds.excluded()).containsExactly(excluded);
        assertThat(kinds.anyChosen()).isTrue();
        assertThat(new Choices("kind", List.of(excluded), true).anyChosen()).isTrue();
        assertThat(new Choices("kind", List.of(other), true).anyChosen()).isFalse();
        assertThat(List.of(chosen, excluded, other)).extracting(Choice::isEmpty).containsExactly(false, true, false);
    }

    private static ListPage<String> searched(String words, String problem) {
        return page(SHANGHAI, "title", new Words(words, problem, false, Map.of(), null, List.of()));
    }

    /** The second page of three. */
    private static ListPage<String> page(Address address, String order, Words words) {
        return new ListPage<>(
                new Slice<>(List.of("a row"), 2, 50, 120),
                address,
                List.of(
                        new Choices("council", List.of(), true),
                        new Choices("kind", List.of(), true),
                        new Choices("organisation", List.of(), false)),
                List.of(),
                true,
                List.of("date", "title"),
                order,
                null,
                words);
    }
}
