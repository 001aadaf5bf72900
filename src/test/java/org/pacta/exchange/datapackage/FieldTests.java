package org.pacta.exchange.datapackage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTests {

    @ParameterizedTest
    @CsvSource({
        "integer, 0",
        "integer, -12",
        "integer, 123456789012345678",
        "number, 0.35",
        "number, -1.5",
        "number, 007",
        "boolean, true",
        "boolean, false",
        "datetime, 2026-02-03T04:05:06Z",
        "datetime, 2026-02-03T04:05:06.789+08:00",
        "string, 新加坡",
        "integer, ''",
        "boolean, ''"
    })
    void takesAValueOfItsType(String type, String value) {
        assertThat(new Field("value", type, null).fault(value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "integer, 1.0", "integer, 012", "integer, ' 1'", "integer, +1", "integer, 1234567890123456789", "number, 1e3",
        "number, .5", "number, NaN", "boolean, TRUE", "boolean, 1", "datetime, 2026-02-03",
                "datetime, 2026-02-03T04:05:06",
        "datetime, 2026-02-30T00:00:00Z"
    })
    void refusesAValueOfAnotherType(String type, String value) {
        assertThat(new Field("value", type, null).fault(value)).contains("“%s” is no %s".formatted(value, type));
    }
}
