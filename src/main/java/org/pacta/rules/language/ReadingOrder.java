package org.pacta.rules.language;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The order in which readers look for names: Latin letters by the alphabet, without regard to capitals and accents, and Chinese by its reading,
 * behind the Latin names for readers of English and before them for readers of Chinese. The database has the same order: its function
 * {@code as_read}, under the collations {@code reader_en} and {@code reader_zh}.
 */
public final class ReadingOrder {

    private static final Collator ENGLISH = collator("zh-u-co-pinyin-kr-latn-hani");
    private static final Collator CHINESE = collator("zh-u-co-pinyin-kr-hani-latn");

    /** Words that are read otherwise than ICU reads their characters one by one, each with characters of the right reading. */
    private static final Map<String, String> WORDS = pairs("""
            重庆 虫庆 银行 银航 行业 航业 厦门 夏门 六安 鹿安 番禺 潘禺 蚌埠 泵埠 会计 快计 柏林 伯林 朝鲜 潮鲜 乐清 月清 乐亭 烙亭 乐陵 烙陵
            涡阳 锅阳 莘县 身县 单县 善县 浚县 训县 荥阳 形阳 泌阳 必阳 柞水 炸水 尉犁 玉犁 蔚县 玉县 洪洞 洪同 枞阳 宗阳 歙县 社县 铅山 言山
            台州 胎州 传记 赚记 曾 增 藏 脏""");

    private static final Map<String, String> SURNAMES = pairs("""
            尉迟 玉迟 万俟 末俟 单 善 仇 求 解 谢 查 扎 翟 宅 盖 葛 区 欧 朴 飘 覃 秦 召 绍 种 虫 员 运 缪 庙""");

    private static final Pattern WORD = anyOf(WORDS, "");
    private static final Pattern SURNAME = anyOf(SURNAMES, "^");
    private static final Pattern PERSON = Pattern.compile("[\u3400-\u9fff]{2,4}");

    /** Read as in length, unless it is the head of a body: 长沙, but 部长. */
    private static final Pattern LONG = Pattern.compile("(?<![部省市县区州镇乡村院校会局司厅处科行社所站团队组秘董事首家])长");

    private ReadingOrder() {}

    /** Compares names as readers of a language look for them. */
    public static Comparator<String> of(Locale locale) {
        Collator collator = collator(locale);
        return (one, other) -> collator.compare(asRead(one), asRead(other));
    }

    /** A text in letters and digits that sorts by its characters as the name does for readers of a language. */
    public static String key(String name, Locale locale) {
        return HexFormat.of()
                .formatHex(collator(locale).getCollationKey(asRead(name)).toByteArray());
    }

    /** A name to sort by, with characters of the right reading in the place of those that ICU reads otherwise. */
    static String asRead(String name) {
        String said = PERSON.matcher(name).matches() ? replaced(name, SURNAME, SURNAMES) : name;
        return LONG.matcher(replaced(said, WORD, WORDS)).replaceAll("常");
    }

    private static String replaced(String name, Pattern any, Map<String, String> by) {
        return any.matcher(name).replaceAll(found -> Matcher.quoteReplacement(by.getOrDefault(found.group(1), "")));
    }

    private static Pattern anyOf(Map<String, String> words, String start) {
        return Pattern.compile(start
                + words.keySet().stream().sorted(Comparator.reverseOrder()).collect(Collectors.joining("|", "(", ")")));
    }

    private static Map<String, String> pairs(String text) {
        return Pattern.compile("(\\S+)\\s+(\\S+)")
                .matcher(text)
                .results()
                .collect(Collectors.toUnmodifiableMap(pair -> pair.group(1), pair -> pair.group(2)));
    }

    private static Collator collator(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    private static Collator collator(String tag) {
        return Collator.getInstance(ULocale.forLanguageTag(tag)).freeze();
    }
}
