package org.pacta.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MastheadTests {

    @Test
    void readsTheHeadOfARelease() {
        String text = """
                Lamps for two cities
                21 Nov, 2024, 10:00 CST
                More at https://example.org/lamps (in English).
                See Annex A for the list.
                Source: Ministry of Made-up Affairs
                """;

        assertThat(Masthead.of(text).typed())
                .isEqualTo(Map.of(
                        "title", "Lamps for two cities",
                        "publishedOn", "2024-11-21",
                        "url", "https://example.org/lamps",
                        "publisher", "Ministry of Made-up Affairs",
                        "language", "en",
                        "annexMissing", "true"));
    }

    @Test
    void readsTheHeadOfAChineseRelease() {
        assertThat(Masthead.of("两地路灯合作启动\n2024年11月21日，双方签署谅解备忘录。详见附件一。\n附件一：清单\n")
                        .typed())
                .isEqualTo(Map.of("localTitle", "两地路灯合作启动", "publishedOn", "2024-11-21", "language", "zh-Hans"));
    }

    @Test
    void takesTheHeadlineForTheTitleAndTheDatelineForTheDay() {
        String text = """
                4 June 2026
                Two cities agree on lamps

                OLDPORT, 5 June 2026 – The council, which met on 3 June 2026, agreed on lamps.
                """;

        assertThat(Masthead.of(text).typed())
                .containsEntry("title", "Two cities agree on lamps")
                .containsEntry("publishedOn", "2026-06-04");
        assertThat(Masthead.of("Lamps agreed\nThe 3rd meeting of the council was held on 3 June 2026.")
                        .typed())
                .doesNotContainKey("publishedOn");
    }
}
