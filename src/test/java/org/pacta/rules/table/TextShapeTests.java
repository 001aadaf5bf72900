package org.pacta.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextShapeTests {

    @ParameterizedTest
    @CsvSource(delimiter = '/', quoteCharacter = '`', textBlock = """
            a,b,c\\n1,2,3                      / ,
            a;b;c\\n1,5;2,5;3                  / ;
            a\\tb\\n1\\t2                        / \\t
            a|b\\n1|2, and more, and more      / |
            "a;b;c;d",e\\n"1;2",3              / ,
            one\\ntwo                          / ,
            """)
    void areThoseThatCutLinesAlike(String head, String separator) {
        assertThat(TextShape.separator(head.translateEscapes()))
                .isEqualTo(separator.translateEscapes().charAt(0));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, 签署日期 标题",
        "GB18030, 签署日期和标题以及合作单位",
        "windows-1252, Fecha de suscripción del convenio entre España y Perú",
        "UTF-16, 签署日期",
        "US-ASCII, Title"
    })
    void lettersAreTold(Charset charset, String text) {
        byte[] bytes = text.getBytes(charset);

        Charset told = TextShape.charset(bytes, false).orElseThrow();

        assertThat(new String(bytes, told)).isEqualTo(text);
    }

    @Test
    void aLetterThatIsCutThroughTellsAsMuch() {
        byte[] bytes = "签署日期".getBytes(StandardCharsets.UTF_8);

        assertThat(TextShape.charset(Arrays.copyOf(bytes, 10), true)).hasValue(StandardCharsets.UTF_8);
    }
}
