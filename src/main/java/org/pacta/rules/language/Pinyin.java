package org.pacta.rules.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keys by which a Chinese text is found when somebody types its reading: "shen zhen", "shenzhen", "szzqjys". */
public final class Pinyin {

    /** So many characters in a row are joined into one key. */
    private static final int JOINED = 4;

    private Pinyin() {}

    /** Every key of a text, none where it has no Chinese. */
    public static Set<String> keys(String text) {
        Set<String> keys = wholeKeys(text);
        if (!keys.isEmpty()) {
            for (int start = 0; start < text.length(); start++) {
                joinFrom(text, start, "", 0, keys);
            }
        }
        return keys;
    }

    /** The keys of the text as a whole alone: its reading in one word, and its initials. */
    public static Set<String> wholeKeys(String text) {
        StringBuilder joined = new StringBuilder();
        List<StringBuilder> initials = new ArrayList<>(List.of(new StringBuilder()));
        for (int i = 0; i < text.length(); i++) {
            String[] readings = Chinese.readings(text.charAt(i));
            if (readings.length > 0) {
                joined.append(readings[0]);
                fork(initials, readings);
            }
        }
        Set<String> keys = new LinkedHashSet<>();
        if (!joined.isEmpty()) {
            keys.add(joined.toString());
            initials.forEach(each -> keys.add(each.toString()));
        }
        return keys;
    }

    /** Adds the next initial; a character with two readings that start differently doubles the list, up to eight. */
    private static void fork(List<StringBuilder> initials, String[] readings) {
        for (StringBuilder each : List.copyOf(initials)) {
            boolean forks =
                    readings.length > 1 && readings[0].charAt(0) != readings[1].charAt(0) && initials.size() < 8;
            if (forks) {
                initials.add(new StringBuilder(each).append(readings[1].charAt(0)));
            }
            each.append(readings[0].charAt(0));
        }
    }

    private static void joinFrom(String text, int at, String before, int length, Set<String> keys) {
        if (at < text.length() && length < JOINED) {
            for (String reading : Chinese.readings(text.charAt(at))) {
                keys.add(before + reading);
                joinFrom(text, at + 1, before + reading, length + 1, keys);
            }
        }
    }
}
