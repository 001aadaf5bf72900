package org.pacta.reference.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.reference.organisation.OrganisationIdentifier.Scheme;

class CheckDigitsTests {

    /** Numbers of real organisations, as they publish them. */
    @ParameterizedTest
    @CsvSource({
        "UEN, 198800784N",
        "UEN, 196800306E",
        "UEN, 199201624D",
        "UEN, 200604346E",
        "UEN, 00192200M",
        "UEN, T08GB0019B",
        "UEN, S16FC0121D",
        "USCC, 914403001922038216",
        "USCC, 9144030071526726XG",
        "USCC, 91330100799655058B",
        "USCC, 91110000802100433B",
        "LEI, HWUPKR0MPOU8FGXBT394",
        "LEI, ATUEL7OJR5057F2PV266",
        "LEI, 529900T8BM49AURSDO55",
        "ROR, 01tgyzw49",
        "ROR, https://ror.org/02e7b5302",
        "ROR, 036wvzt09",
        "ROR, 02v51f717",
        "WIKIDATA, Q334",
        "UEN, ' 198800784n '"
    })
    void fitANumberCopiedWell(Scheme scheme, String number) {
        assertThat(scheme.isPlausible(number)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "UEN, 198800748N",
        "UEN, 198800784M",
        "UEN, 19880784N",
        "UEN, T08GB0091B",
        "UEN, T08GB0019C",
        "USCC, 914403001922038261",
        "USCC, 9144030071526726XI",
        "USCC, 91330100799655058",
        "LEI, HWUPKR0MPOU8FGXBT349",
        "LEI, HWUPKR0MPOU8FGXBT3",
        "ROR, 01tgyzw94",
        "ROR, 01tgyxw49",
        "ROR, 01tguzw49",
        "WIKIDATA, Q0",
        "WIKIDATA, 334",
        "UEN, ''"
    })
    void doNotFitANumberCopiedBadly(Scheme scheme, String number) {
        assertThat(scheme.isPlausible(number)).isFalse();
    }
}
