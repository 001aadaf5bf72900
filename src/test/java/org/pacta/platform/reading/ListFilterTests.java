package org.pacta.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.shared.BadParameterException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.util.UriComponentsBuilder;

class ListFilterTests {

    private final ListFilter.Resolver resolver =
            new ListFilter.Resolver(Validation.buildDefaultValidatorFactory().getValidator());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|/agreements",
                "council=sci|/agreements?council=sci",
                "council=ssccc&council=sci|/agreements?council=sci&council=ssccc",
                "council=sci&council=sci|/agreements?council=sci",
                "council=&q=&sort=&page=|/agreements",
                "q= smart  city |/agreements?q=smart%20%20city",
                "q=smart&q=city|/agreements?q=smart%20city",
                "q= |/agreements",
                "kind=mou&kind=-protocol|/agreements?kind=-protocol&kind=mou",
                "kind=mou&kind=-mou|/agreements?kind=mou",
                "kind=-mou&kind=mou&kind=-protocol|/agreements?kind=-protocol&kind=mou",
                "organisation=7&organisation=-7&organisation=-12|/agreements?organisation=-12&organisation=7",
                "organisation=007|/agreements?organisation=7",
                "page=3&sort=-title|/agreements?sort=-title",
                "from=1&to=9999|/agreements?from=1&to=9999",
                "sort=title&to=2024&from=2020&parties=some&organisation=7&focus=health&status=signed&kind=mou&place=china&council=sci&q=a"
                        + "|/agreements?q=a&council=sci&place=china&kind=mou&status=signed&focus=health&organisation=7&parties=some"
                        + "&from=2020&to=2024&sort=title",
                "utm_source=letter|/agreements",
            })
    void hasOneAddressForOneView(String query, String address) {
        assertThat(read(query).address("/agreements")).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({
        "page=0, page",
        "page=-1, page",
        "page=two, page",
        "page=2147483648, page",
        "page=1&page=2, page",
        "from=0, from",
        "from=10000, from",
        "from=2020&from=2021, from",
        "to=0, to",
        "to=10000, to",
        "to=2e3, to",
        "sort=title&sort=date, sort",
        "organisation=Temasek, organisation",
        "organisation=7&organisation=9223372036854775808, organisation",
    })
    void refusesWhatIsNoNumberOrNotOneThatCanBe(String query, String parameter) {
        assertThatExceptionOfType(BadParameterException.class)
                .isThrownBy(() -> read(query))
                .satisfies(refused -> assertThat(refused.parameter()).isEqualTo(parameter));
    }

    @Test
    void isOnTheFirstPageUnlessAnotherIsNamed() {
        assertThat(read("council=sci").number()).isEqualTo(1);
        assertThat(read("page=12").number()).isEqualTo(12);
    }

    private ListFilter read(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> request.addParameter(name, value)));
        return resolver.resolveArgument(null, null, new ServletWebRequest(request), null);
    }
}
