package org.pacta.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.shared.Marked.Part;

class MarkedTests {

    private static final Marked found = new Marked(List.of("智慧\ue000城市\ue001", "\ue000深圳\ue001"));

    @Test
    void marksATextThatHasAPieceOfIt() {
        assertThat(found.in("新中(深圳)项目"))
                .containsExactly(new Part("新中(", false), new Part("深圳", true), new Part(")项目", false));
        assertThat(found.besides("新中(深圳)项目")).isEmpty();
    }

    @Test
    void showsNothingBesidesATextThatIsMarkedAsAWhole() {
        assertThat(found.in("深圳")).containsExactly(new Part("深圳", true));
        assertThat(found.besides("深圳")).isEmpty();
    }

    @Test
    void showsTheFirstPieceBesidesATextThatHasNone() {
        assertThat(found.in("Shenzhen")).isEqualTo(Marked.plain("Shenzhen"));
        assertThat(found.besides("Shenzhen")).containsExactly(new Part("智慧", false), new Part("城市", true));
    }

    /** They come with symbol fonts, and whoever pastes them breaks no page. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ue000",
                "\ue001",
                "\ue001\ue000",
                "\ue000\ue000\ue001\ue001",
                "\ue000 A \ue000port\ue001 \ue001",
                "A \ue000port\ue001\ue001",
                "\ue000A port"
            })
    void takesNoMarkOfATextForItsOwn(String fragment) {
        String bare = fragment.replaceAll("[\ue000\ue001]", "");

        for (String text : List.of(fragment, bare, "Port", "")) {
            Marked marked = new Marked(List.of(fragment));
            assertThat(marked.in(text)).extracting(Part::text).doesNotContain("\ue000", "\ue001");
            assertThat(marked.besides(text)).isNotNull();
        }
        assertThat(new Marked(List.of(fragment))
                        .in(bare).stream().map(Part::text).collect(Collectors.joining()))
                .isEqualTo(bare);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void marksWordsBesideCharactersOfEveryPlane(int plane) {
        for (int last = 0x0000; last <= 0xffff; last += 0xff) {
            String odd = plane == 0 && last >= 0xd800 && last <= 0xdfff ? "-" : Character.toString(plane << 16 | last);
            Marked marked = new Marked(List.of(odd + "\ue000port\ue001" + odd));

            assertThat(marked.in(odd + "port" + odd)).contains(new Part("port", true));
        }
    }
}
