package org.pacta.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.rules.language.TextDates.Found;

class TextDatesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "held on 4-5 June 2026 in Oldport|2026-06-04/2026-06-05",
                "on 4 and 5 June 2026|2026-06-04/2026-06-05",
                "from 30 May to 2 June 2026|2026-05-30/2026-06-02",
                "from 30 December 2025 to 2 January 2026|2025-12-30/2026-01-02",
                "June 4–5, 2026|2026-06-04/2026-06-05",
                "May 30 to June 2, 2026|2026-05-30/2026-06-02",
                "2026年6月4日至5日|2026-06-04/2026-06-05",
                "2026年5月30日至6月2日|2026-05-30/2026-06-02",
                "on 4th June, 2026 and on Dec. 15, 2026|2026-06-04 2026-12-15",
                "15 Dec, 2023, 09:00 CST|2023-12-15",
                "2026-06-04 25/12/2026|2026-06-04 2026-12-25",
                "on 31 June 2026|''",
                "room 4-5, 2026 guests|''"
            })
    void findsDaysAndSpans(String text, String dates) {
        assertThat(String.join(" ", TextDates.in(text).stream().map(Found::edtf).toList()))
                .isEqualTo(dates);
        assertThat(TextDates.in(text)).noneMatch(Found::isAsked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on 4 June 2569|2026-06-04",
                "民國115年6月4日|2026-06-04",
                "令和8年6月4日|2026-06-04",
                "on 4 June 26|2026-06-04",
                "on 4 Jun '26|2026-06-04",
                "25/12/26|2026-12-25",
                "04/06/2026|",
                "4.6.26|"
            })
    void asksForWhatCanBeReadInTwoWays(String text, String guess) {
        assertThat(TextDates.in(text)).singleElement().satisfies(found -> {
            assertThat(found.isAsked()).isTrue();
            assertThat(found.edtf()).isEqualTo(guess);
            assertThat(text).contains(found.printed());
        });
    }
}
