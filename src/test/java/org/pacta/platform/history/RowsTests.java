package org.pacta.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.shared.PartialDate;

class RowsTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            a 2020;b 2021;c 2022, a b c
            a 2022;b 2020;c 2021, b c a
            a;b 2020,             a b
            a 2020;b;c 2019,      c a b
            a 2020;b;c 2021,      a b c
            a 2020-06;b 2020-06,  a b
            a;b,                  a b
            """)
    void standInTheOrderOfTheirDays(String rows, String ordered) {
        assertThat(Rows.byDay(List.of(rows.split(";")), RowsTests::day))
                .extracting(row -> row.substring(0, 1))
                .containsExactly(ordered.split(" "));
    }

    private static @Nullable PartialDate day(String row) {
        return row.length() == 1 ? null : PartialDate.parse(row.substring(2));
    }

    @Test
    void tellsWhichDoNotFollowFromTheOneBefore() {
        assertThat(Rows.breaks(List.of(1, 2, 2, 1, 3), (one, next) -> one < next))
                .containsExactly(2, 3);
        assertThat(Rows.breaks(Stream.of(1).toList(), (one, next) -> false)).isEmpty();
    }
}
