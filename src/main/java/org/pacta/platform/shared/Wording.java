package org.pacta.platform.shared;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts dates, numbers and ordinals into the words of the reader's language; templates know it as {@code @wording}. */
@Component
public class Wording {

    private final MessageSource messages;
    private final WallClock clock;

    /** By pattern and language; to make one takes longer than to use it. */
    private final Map<List<?>, DateTimeFormatter> formats = new ConcurrentHashMap<>();

    Wording(MessageSource messages, WallClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** A date with the precision it is known to, such as "November 2022" or "on or before 15 December 2023". */
    public String date(PartialDate date) {
        String edtf = date.edtf();
        if (edtf.startsWith("[")) {
            String[] bounds = edtf.substring(1, edtf.length() - 1).split("\\.\\.", 2);
            return bounds[0].isEmpty()
                    ? say("date.by", part(bounds[1]))
                    : say("date.between", part(bounds[0]), part(bounds[1]));
        }
        if (edtf.contains("/")) {
            String[] ends = edtf.split("/", 2);
            return ends[0].equals("..")
                    ? say("date.until", part(ends[1]))
                    : ends[1].equals("..")
                            ? say("date.since", part(ends[0]))
                            : say("date.span", part(ends[0]), part(ends[1]));
        }
        return part(edtf);
    }

    /** The day of a moment. */
    public String day(Instant moment) {
        return part(clock.at(moment).toLocalDate().toString());
    }

    /** The day and minute of a moment. */
    public String moment(Instant moment) {
        return format("date.moment.pattern").format(clock.at(moment));
    }

    /** A number with the separators of the language. */
    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(6);
        return format.format(number);
    }

    /** A count with the separators of the language. */
    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale()).format(count);
    }

    /** "4th" in English, "第4" in Chinese. */
    public String ordinal(int ordinal) {
        if (locale().getLanguage().equals("zh")) {
            return "第" + ordinal;
        }
        int tens = ordinal % 100;
        String ending = tens >= 11 && tens <= 13
                ? "th"
                : switch (ordinal % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return ordinal + ending;
    }

    private String part(String part) {
        int year = Integer.parseInt(part.substring(0, 4));
        if (part.length() == 4) {
            return say("date.year", part);
        }
        if (part.length() == 10) {
            return format("date.day.pattern").format(LocalDate.parse(part));
        }
        int month = Integer.parseInt(part.substring(5));
        return month <= 12
                ? format("date.month.pattern").format(YearMonth.of(year, month))
                : say("date.season." + month, part.substring(0, 4));
    }

    private DateTimeFormatter format(String key) {
        return formats.computeIfAbsent(
                List.of(say(key), locale()), any -> DateTimeFormatter.ofPattern(say(key), locale()));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
