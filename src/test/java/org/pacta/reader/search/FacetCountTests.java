package org.pacta.reader.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.reading.Listing;
import org.pacta.platform.shared.Address;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The index counts what SQL counts: for random choices, the total and what a click on each value of each facet leaves. */
@PageTest
class FacetCountTests {

    private static final int COMBINATIONS = 100;

    @Autowired
    Lists lists;

    @Autowired
    Asked asked;

    @ParameterizedTest
    @ValueSource(strings = {"agreements", "projects", "organisations", "meetings"})
    void agreeWithSql(String name) {
        assertAgreement(lists, asked, name);
    }

    static void assertAgreement(Lists lists, Asked asked, String name) {
        long seed = Long.getLong("pacta.seed", System.nanoTime());
        System.out.printf("Facet counts of %s: -Dpacta.seed=%d%n", name, seed);
        Random random = new Random(seed);
        Lists.Searched<?> list = lists.get(name);
        Listing<?> listing = list.listing();
        List<ListPage.Choices> facets =
                listing
                        .choices(Address.of("/" + name), listing.offers(Address.of("/" + name), listing.parameters()))
                        .stream()
                        .filter(ListPage.Choices::offered)
                        .toList();

        for (int i = 0; i < COMBINATIONS / 4; i++) {
            Address view = choose(Address.of("/" + name), facets, listing.isDated(), random);

            assertThat(asked.counts(list.kind(), view, Keywords.of(null), false).total())
                    .as("%s", view)
                    .isEqualTo(listing.count(view));
            for (ListPage.Choices facet : facets) {
                Map<String, Long> counts = asked.values(list.kind(), facet.parameter(), view, Keywords.of(null), false);
                for (ListPage.Choice choice : facet.choices()) {
                    long expected = listing.count(clicked(view, facet.parameter(), choice.value()));
                    assertThat(counts.getOrDefault(choice.value(), 0L))
                            .as("%s of %s in %s", choice.value(), facet.parameter(), view)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** The view with this value chosen alone: what is excluded besides stays so. */
    private static Address clicked(Address view, String facet, String value) {
        List<String> values = new ArrayList<>(view.values(facet));
        values.removeIf(each -> !each.startsWith("-") || each.equals("-" + value));
        values.add(value);
        return view.with(facet, values);
    }

    private static Address choose(Address view, List<ListPage.Choices> facets, boolean dated, Random random) {
        Address chosen = view;
        for (ListPage.Choices facet : facets) {
            List<String> values = new ArrayList<>();
            for (int n = random.nextInt(4) - 1; n > 0; n--) {
                ListPage.Choice choice =
                        facet.choices().get(random.nextInt(facet.choices().size()));
                values.remove("-" + choice.value());
                values.remove(choice.value());
                values.add((random.nextInt(3) == 0 ? "-" : "") + choice.value());
            }
            chosen = chosen.with(facet.parameter(), values);
        }
        if (dated && random.nextInt(3) == 0) {
            chosen = chosen.with("from", 2005 + random.nextInt(20));
        }
        if (dated && random.nextInt(3) == 0) {
            chosen = chosen.with("to", 2010 + random.nextInt(16));
        }
        return chosen;
    }
}
