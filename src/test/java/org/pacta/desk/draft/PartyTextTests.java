package org.pacta.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.desk.draft.PartyText.Party;

class PartyTextTests {

    @Test
    void splitsAtSemicolonsAloneSinceNamesHaveCommas() {
        assertThat(PartyText.read("Hand-painted Technology and Culture Co., Ltd.; Rajah & Tann；国投"))
                .containsExactly(
                        new Party("Hand-painted Technology and Culture Co., Ltd.", null),
                        new Party("Rajah & Tann", null),
                        new Party("国投", null));
    }

    @Test
    void takesThePlaceBehindAnAtSignWithASpaceBeforeIt() {
        assertThat(PartyText.read("Made Up Data @ shenzhen; me@home Pte Ltd"))
                .containsExactly(new Party("Made Up Data", "shenzhen"), new Party("me@home Pte Ltd", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Made Up Data @", "Made Up Data @ ", "Made Up Data ＠ ;", "Made Up Data\u00a0@\u00a0"})
    void takesNoPlaceWhereNoneStandsBehindTheAtSign(String typed) {
        assertThat(PartyText.read(typed)).containsExactly(new Party("Made Up Data", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Made Up Data @ shenzhen", "Made Up Data ＠shenzhen", "Made Up Data\u00a0@\u00a0shenzhen"})
    void takesAPlaceWhateverBlanksStandBeforeIt(String typed) {
        assertThat(PartyText.read(typed)).containsExactly(new Party("Made Up Data", "shenzhen"));
    }

    @Test
    void writesWhatItReads() {
        List<Party> parties = List.of(new Party("A", "singapore"), new Party("B, C and D", null));

        assertThat(PartyText.read(PartyText.write(parties))).isEqualTo(parties);
        assertThat(PartyText.read(" ; ")).isEmpty();
        assertThat(PartyText.read(null)).isEmpty();
    }
}
