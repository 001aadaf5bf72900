package org.pacta.rules.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.rules.term.Length.Unit;

class LengthTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            P5Y,            P5Y
            p05y,           P5Y
            5 years,        P5Y
            1 year,         P1Y
            ' Five years ', P5Y
            three (3) years,P3Y
            5-year,         P5Y
            3 yrs.,         P3Y
            18 months,      P18M
            90 days,        P90D
            P2W,            P14D
            two weeks,      P14D
            5年,            P5Y
            十五年,          P15Y
            二十年,          P20Y
            六个月,          P6M
            两年,            P2Y
            90天,           P90D
            30日,           P30D
            3 años,         P3Y
            6 meses,        P6M
            30 días,        P30D
            5 ans,          P5Y
            6 mois,         P6M
            10 jours,       P10D
            """)
    void readsALengthAsPeopleWriteIt(String text, String iso) {
        assertThat(Length.read(text)).hasToString("Optional[%s]".formatted(iso));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "years",
                "P",
                "P0Y",
                "0 years",
                "P1000Y",
                "P200W",
                "P1Y6M",
                "some years",
                "2029",
                "indefinite",
                "-5 years",
                "一二年",
                "十十年",
                "five years or so"
            })
    void readsNothingElse(String text) {
        assertThat(Length.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2020-06-17, P5Y,  2025-06-17
            2020-02-29, P1Y,  2021-02-28
            2020-02-29, P4Y,  2024-02-29
            2019-08-31, P6M,  2020-02-29
            2019-12-31, P90D, 2020-03-30
            """)
    void endsOnTheCorrespondingDayOrTheLastOfItsMonth(LocalDate day, String length, LocalDate last) {
        assertThat(Length.read(length).orElseThrow().from(day)).isEqualTo(last);
    }

    @Test
    void isAtLeastOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Length(0, Unit.YEARS));
        assertThatIllegalArgumentException().isThrownBy(() -> new Length(1000, Unit.DAYS));
    }
}
