package org.pacta.registry.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class ReferencesTests {

    @Autowired
    private References references;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    place        | singapore                 | 1
                    place        | SINGAPORE                 | 1
                    place        | 新加坡                     | 1
                    place        | #1                        | 1
                    place        | Singapore #1              | 1
                    place        | singapore  #1             | 1
                    place        | 新加坡 #1                  | 1
                    place        | Shanghai #1               |
                    place        | Totally Other Place #1    |
                    place        | Singapore #999999         |
                    place        | Atlantis                  |
                    organisation | Totally Other Org #5      |
                    """)
    void takesANumberOnlyWithItsOwnName(String target, String text, Long id) {
        assertThat(references.read(target, text)).isEqualTo(Optional.ofNullable(id));
    }

    @Test
    void suggestsAMeetingWithItsDayAndTakesItWithAndWithout() {
        String suggested =
                references.suggest("meeting", "Smart City Initiative").get(0);
        assertThat(suggested).matches(".*, no\\. \\d+, \\d{4}(-\\d\\d){2} #\\d+");

        Optional<Long> meeting = references.read("meeting", suggested);

        assertThat(meeting).isPresent();
        assertThat(references.read("meeting", suggested.replaceFirst(", \\d{4}(-\\d\\d){2}", "")))
                .isEqualTo(meeting);
    }

    @Test
    void knowsACouncilAndItsMeetingsByItsShortName() {
        assertThat(references.suggest("council", "sci")).first().asString().startsWith("Singapore");
        assertThat(references.suggest("meeting", "sci 4"))
                .singleElement()
                .asString()
                .contains("Smart City Initiative, no. 4");
        assertThat(references.read("meeting", "SCI 4"))
                .isPresent()
                .isEqualTo(references.read(
                        "meeting", references.suggest("meeting", "SCI 4").get(0)));
        assertThat(references.read("council", "SCI")).isEqualTo(references.read("council", "sci"));
    }
}
