package org.pacta.rules.language;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.TreeMap;

/** Chinese characters one by one: their simplified form and their readings. */
public final class Chinese {

    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';

    /** Characters read in more than one way in names of places, offices and firms; ICU knows one reading of each. */
    private static final Map<Character, String[]> SEVERAL_READINGS = Map.of(
            '长', new String[] {"chang", "zhang"},
            '行', new String[] {"xing", "hang"},
            '重', new String[] {"zhong", "chong"},
            '厦', new String[] {"xia", "sha"},
            '都', new String[] {"du", "dou"},
            '乐', new String[] {"le", "yue"},
            '大', new String[] {"da", "dai"},
            '藏', new String[] {"zang", "cang"});

    private Chinese() {}

    public static boolean isHan(char letter) {
        return letter >= FIRST && letter <= LAST;
    }

    /** The simplified form of a character, itself where there is none. */
    public static char simplified(char letter) {
        return isHan(letter) ? Tables.SIMPLIFIED[letter - FIRST] : letter;
    }

    /** The characters whose simplified form differs, with that form. */
    public static Map<Character, Character> simplifications() {
        Map<Character, Character> changed = new TreeMap<>();
        for (char letter = FIRST; letter <= LAST; letter++) {
            if (simplified(letter) != letter) {
                changed.put(letter, simplified(letter));
            }
        }
        return changed;
    }

    /** The readings of a character in plain Latin letters without tones, the usual one first; none where it has none. */
    static String[] readings(char letter) {
        return isHan(letter) ? Tables.READINGS[letter - FIRST] : new String[0];
    }

    /** Read from ICU when first needed: character by character, since whole texts take a hundred times as long. */
    private static final class Tables {

        private static final char[] SIMPLIFIED = new char[LAST - FIRST + 1];
        private static final String[][] READINGS = new String[LAST - FIRST + 1][];

        static {
            Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
            Transliterator read = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower; [^a-z] Remove");
            for (char letter = FIRST; letter <= LAST; letter++) {
                String simple = simplify.transliterate(String.valueOf(letter));
                SIMPLIFIED[letter - FIRST] = simple.length() == 1 ? simple.charAt(0) : letter;
                String reading = read.transliterate(String.valueOf(letter));
                READINGS[letter - FIRST] = SEVERAL_READINGS.getOrDefault(
                        letter, reading.isEmpty() ? new String[0] : new String[] {reading});
            }
        }
    }
}
