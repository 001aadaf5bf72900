package org.pacta.rules.language;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.Locale;

/** The words for a place in a series: "4th", "fourth", "第四". */
public final class Ordinals {

    private Ordinals() {}

    /** In figures, such as "4th". */
    public static String inFigures(int ordinal) {
        return new RuleBasedNumberFormat(Locale.ENGLISH, RuleBasedNumberFormat.ORDINAL).format(ordinal);
    }

    /** In English words, such as "fourth". */
    public static String inWords(int ordinal) {
        return new RuleBasedNumberFormat(Locale.ENGLISH, RuleBasedNumberFormat.SPELLOUT)
                .format(ordinal, "%spellout-ordinal");
    }

    /** In Chinese characters, such as "第四". */
    public static String inCharacters(int ordinal) {
        return "第"
                + new RuleBasedNumberFormat(Locale.SIMPLIFIED_CHINESE, RuleBasedNumberFormat.SPELLOUT).format(ordinal);
    }
}
