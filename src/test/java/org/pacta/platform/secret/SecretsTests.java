package org.pacta.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretsTests {

    @Test
    void whatIsMadeUpCanBeReadOutAndIsNeverTheSame() {
        assertThat(Stream.generate(() -> Secrets.madeUp(3)).limit(1_000))
                .doesNotHaveDuplicates()
                .allMatch(each -> each.matches("[a-km-z2-9]{4}(-[a-km-z2-9]{4}){2}") && !each.contains("o"));
    }

    /** FIPS 180-2, appendix B.1. */
    @Test
    void aDigestIsThatOfTheStandard() {
        assertThat(Secrets.digest("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
