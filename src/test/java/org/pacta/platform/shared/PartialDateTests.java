package org.pacta.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTests {

    @ParameterizedTest
    @CsvSource({
        "2020-06-17, 2020-06-17, 2020-06-17",
        "2024-02-29, 2024-02-29, 2024-02-29",
        "2022-11, 2022-11-01, 2022-11-30",
        "2024-02, 2024-02-01, 2024-02-29",
        "2022, 2022-01-01, 2022-12-31",
        "2024-33, 2024-01-01, 2024-03-31",
        "2024-36, 2024-10-01, 2024-12-31",
        "2024-40, 2024-01-01, 2024-06-30",
        "2024-41, 2024-07-01, 2024-12-31",
        "[..2023-12-15], , 2023-12-15",
        "[..2023], , 2023-12-31",
        "[2024-07-08..2024-07-12], 2024-07-08, 2024-07-12",
        "[2024-07..2024-07-12], 2024-07-01, 2024-07-12",
        "2019-01-07/2019-01-08, 2019-01-07, 2019-01-08",
        "2018/2022, 2018-01-01, 2022-12-31",
        "2019-08/.., 2019-08-01,",
        "../2017-07, , 2017-07-31",
        "0001, 0001-01-01, 0001-12-31",
        "9999, 9999-01-01, 9999-12-31"
    })
    void knowsItsFirstAndLastDay(String edtf, LocalDate earliest, LocalDate latest) {
        PartialDate date = PartialDate.parse(edtf);

        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
        assertThat(date.sort()).isEqualTo(earliest == null ? latest : earliest);
        assertThat(date).hasToString(edtf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 2022",
                "2022 ",
                "2022\n",
                "22",
                "0000",
                "0000-01-01",
                "-2022",
                "20222",
                "2022-1",
                "2022-00",
                "2022-13",
                "2022-32",
                "2022-37",
                "2022-42",
                "2022-33-01",
                "2023-02-29",
                "2022-04-31",
                "2022-06-1",
                "2022-06-17T10:00",
                "２０２２",
                "2022?",
                "Aug 15",
                "..",
                "/",
                "../..",
                "2022/",
                "/2022",
                "2022/2021",
                "2019-01-08/2019-01-07",
                "2019//2020",
                "2019/2020/2021",
                "[]",
                "[..]",
                "[2022]",
                "[2022..]",
                "[2022..2021]",
                "[..2022",
                "..2022",
                "[..2022-13]",
                "[2019/2020]",
                "[2019..2020..2021]"
            })
    void refusesWhatIsNoDate(String edtf) {
        assertThatIllegalArgumentException().isThrownBy(() -> PartialDate.parse(edtf));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-06-17, true",
        "2022-11, true",
        "2024-41, true",
        "2022, true",
        "[..2023], false",
        "[2024-07-08..2024-07-12], false",
        "2018/2022, false",
        "../2017-07, false",
        "2019-01-07/2019-01-08, false"
    })
    void isOnePartOrSeveral(String edtf, boolean isOnePart) {
        assertThat(PartialDate.parse(edtf).isOnePart()).isEqualTo(isOnePart);
    }

    @ParameterizedTest
    @CsvSource({"2024-33, 2024-01-01", "2024-34, 2024-04-01", "2024-35, 2024-07-01", "2024-36, 2024-10-01"})
    void aQuarterBeginsThreeMonthsAfterTheOneBefore(String edtf, LocalDate earliest) {
        assertThat(PartialDate.parse(edtf).earliest()).isEqualTo(earliest);
    }

    @Test
    void saysWhyItIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.parse("../.."))
                .withMessage("Open at both ends: ../..");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.parse("2022/2021"))
                .withMessage("Ends before it starts: 2022/2021");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.parse("2023-02-29"))
                .withMessage("No date: 2023-02-29");
    }

    @Test
    void isKeptAsItsText() {
        PartialDate.Stored stored = new PartialDate.Stored();

        assertThat(stored.convertToDatabaseColumn(PartialDate.parse("2022-11"))).isEqualTo("2022-11");
        assertThat(stored.convertToEntityAttribute("2022-11")).isEqualTo(PartialDate.parse("2022-11"));
        assertThat(stored.convertToDatabaseColumn(null)).isNull();
        assertThat(stored.convertToEntityAttribute(null)).isNull();
    }
}
