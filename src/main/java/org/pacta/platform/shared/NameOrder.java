package org.pacta.platform.shared;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Sorts in SQL by names as readers look for them. A query names the column in braces: {@code order by {place.name}} sorts by what the language
 * shows first of {@code place.name} and {@code place.local_name}, and {@code {publisher.}} by the one column {@code publisher}.
 */
public final class NameOrder {

    private static final Pattern PAIR = Pattern.compile("\\{(\\w+\\.)?(\\w+_)?(name|title)}");
    private static final Pattern SINGLE = Pattern.compile("\\{(\\w+)\\.}");

    private NameOrder() {}

    /** A query for readers of the language of the page. */
    public static String in(String sql) {
        return in(sql, LocaleContextHolder.getLocale());
    }

    /** A query for readers of a language. */
    public static String in(String sql, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        String shown = chinese ? "as_read(coalesce($1$2local_$3, $1$2$3))" : "as_read(coalesce($1$2$3, $1$2local_$3))";
        String collation = chinese ? " collate reader_zh" : " collate reader_en";
        String pairs = PAIR.matcher(sql).replaceAll(shown + collation);
        return SINGLE.matcher(pairs).replaceAll("as_read($1)" + collation);
    }
}
