package org.pacta.platform.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A name, title or summary in up to two scripts. A reader sees the one of their language first; where it is missing the other stands in,
 * marked with its language.
 *
 * @param text in Latin script, usually English
 * @param local in the script of the place
 */
public record Name(@Nullable String text, @Nullable String local) {

    /** Hangul comes first among the scripts told apart; a text without them is not looked at closely. */
    private static final int LOWEST_EASTERN = 0x1100;

    /** Whether neither form says anything. */
    public boolean isEmpty() {
        return isBlank(text) && isBlank(local);
    }

    /** The form to read in this language, empty only when both are missing. */
    public String in(Locale locale) {
        String wanted = prefersLocal(locale) ? local : text;
        return wanted != null ? wanted : Objects.requireNonNullElse(prefersLocal(locale) ? text : local, "");
    }

    /** The other form, where there is one and it differs. */
    public @Nullable String besides(Locale locale) {
        String other = prefersLocal(locale) ? text : local;
        return other == null || other.equals(in(locale)) ? null : other;
    }

    /** The language tag of {@link #in(Locale)} where it is not the language of the page. */
    public @Nullable String langIn(Locale locale) {
        return langOf(in(locale), locale);
    }

    /** The language tag of {@link #besides(Locale)} where it is not the language of the page. */
    public @Nullable String langBesides(Locale locale) {
        String other = besides(locale);
        return other == null ? null : langOf(other, locale);
    }

    private static boolean isBlank(@Nullable String words) {
        return words == null || words.isBlank();
    }

    private static boolean prefersLocal(Locale locale) {
        return locale.getLanguage().equals("zh");
    }

    private static @Nullable String langOf(String words, Locale page) {
        String language = prefersLocal(page) ? "zh-Hans" : "en";
        String own = language(words);
        return own.equals(language) ? null : own;
    }

    /** The language a text is marked with, by the first letter that tells its script. */
    public static String language(String words) {
        for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
            int letter = words.codePointAt(i);
            String language = letter < LOWEST_EASTERN
                    ? null
                    : switch (Character.UnicodeScript.of(letter)) {
                        case HAN -> "zh-Hans";
                        case HANGUL -> "ko";
                        case HIRAGANA, KATAKANA -> "ja";
                        default -> null;
                    };
            if (language != null) {
                return language;
            }
        }
        return "en";
    }

    /** Which form of a name or title is a translation of the editors, where no source has it. */
    public enum Translated {
        ENGLISH,
        LOCAL;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);

        /** The translation with this code. */
        public static Translated of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
