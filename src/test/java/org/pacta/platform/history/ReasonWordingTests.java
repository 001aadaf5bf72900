package org.pacta.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class ReasonWordingTests {

    private final ReasonWording reasons = new ReasonWording(messages());

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Outcomes of A council, with a comma, meeting 5 (draft 12) | A council, with a comma 第 5 次会议的成果（草稿 12）
            Outcomes of SCI, a meeting (draft 12, published by one who wrote it) | SCI 一次会议的成果（草稿 12，由起草人之一发布）
            More of the outcomes of SCI, meeting 5 (draft 12) | 补充 SCI 第 5 次会议的成果（草稿 12）
            Taken back: The {source} isn't real (publication of draft 12, revision 34) | 撤回：The {source} isn't real（草稿 12 的发布，第 34 次修订）
            Taken back: Wrong (publication of correction 3, revision 34) | 撤回：Wrong（更正 3 的发布，第 34 次修订）
            Taken back: Wrong list (import 7) | 撤回：Wrong list（导入 7）
            Withdrawn: Entered twice | 撤回：Entered twice
            Restored: 并非重复 | 恢复：并非重复
            Merged “A” into “B”: One firm | 将“A”并入“B”：One firm
            Parted “A” from “B” again: Two firms | 将“A”重新与“B”分开：Two firms
            Rows 1 to 50 of list (new).csv (import 7) | list (new).csv 的第 1 至 50 行（导入 7）
            Loaded the data package Pacta | 载入数据包 Pacta
            A better title (correction 9) | A better title（更正 9）
            The release was withdrawn (draft 12) | The release was withdrawn（草稿 12）
            """)
    void saysInChineseWhatPactaPutsAroundAReason(String kept, String chinese) {
        assertThat(reasons.say(kept, Locale.SIMPLIFIED_CHINESE)).isEqualTo(chinese);
        assertThat(reasons.say(kept, Locale.ENGLISH)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The source says so", "来源如此", "Outcomes of the talks", "{0} isn't said"})
    void leavesWhatPeopleTyped(String typed) {
        assertThat(reasons.say(typed, Locale.SIMPLIFIED_CHINESE)).isEqualTo(typed);
        assertThat(reasons.say(typed, Locale.ENGLISH)).isEqualTo(typed);
    }
}
