package org.pacta.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mous.xlsx                 | mous.xlsx
                    C:\\Lists\\mous.xlsx   | mous.xlsx
                    ../../etc/mous.xlsx       | mous.xlsx
                    备忘录 2026.csv           | 备忘录 2026.csv
                    ' mous.xlsx '             | mous.xlsx
                    'lists/'                  | list
                    '   '                     | list
                    ''                        | list
                                              | list""")
    void leavesPathsOut(String sent, String tidy) {
        assertThat(FileName.tidy(sent, "list")).isEqualTo(tidy);
    }

    @Test
    void leavesOutWhatIsNotSeen() {
        assertThat(FileName.tidy("mous\u202Exslx.exe\r\n\uE000", "list")).isEqualTo("mousxslx.exe");
        assertThat(FileName.tidy("\u200B\n", "list")).isEqualTo("list");
    }

    @Test
    void keepsTheEndOfALongNameInWholeCharacters() {
        assertThat(FileName.tidy("x".repeat(300) + ".csv", "list")).isEqualTo("x".repeat(146) + ".csv");
        assertThat(FileName.tidy("\uD83D\uDCC4".repeat(98) + "mous.csv", "list"))
                .hasSize(150)
                .startsWith("\uD83D\uDCC4");
        assertThat(FileName.tidy("\uD83D\uDCC4".repeat(98) + "mou.csv", "list"))
                .hasSize(149)
                .endsWith("mou.csv");
    }
}
