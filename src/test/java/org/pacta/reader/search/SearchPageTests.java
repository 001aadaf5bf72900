package org.pacta.reader.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class SearchPageTests {

    @Autowired
    PageText pages;

    @Autowired
    MockMvcTester mvc;

    @Test
    void findsAnOrganisationByAnyOfItsNames() {
        assertThat(pages.text("/search?q=crimson logic")).contains("Organisations 1 CrimsonLogic Pte Ltd");
        assertThat(pages.text("/search?q=劲升")).contains("CrimsonLogic Pte Ltd");
    }

    @Test
    void takesWildcardsForWhatTheyAre() {
        assertThat(pages.text("/search?q=%25")).contains("Nothing in the registry");
        assertThat(pages.text("/search?q=_")).contains("Nothing in the registry");
    }

    @Test
    void refusesAQueryThatIsTooLong() {
        assertThat(mvc.get().uri("/search?q=" + "a".repeat(201))).hasStatus(400);
    }
}
