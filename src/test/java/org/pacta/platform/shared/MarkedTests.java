package org.pacta.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
}
