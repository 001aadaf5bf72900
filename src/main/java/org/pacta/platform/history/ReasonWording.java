package org.pacta.platform.history;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in the reader's language why a change was made. What people typed stays as it is; what Pacta puts around it is kept in English and known
 * by its words, those of earlier versions too. Templates know it as {@code @reasons}.
 */
@Component("reasons")
public class ReasonWording {

    private static final String OF_DRAFT = " of (.+), (?:a meeting|meeting ([^ ]+)) \\(draft (\\d+)";
    private static final String ALONE = ", published by one who wrote it\\)";

    private static final List<Known> KNOWN = List.of(
            new Known("outcomes.alone", "Outcomes" + OF_DRAFT + ALONE),
            new Known("outcomes", "Outcomes" + OF_DRAFT + "\\)"),
            new Known("more.alone", "More of the outcomes" + OF_DRAFT + ALONE),
            new Known("more", "More of the outcomes" + OF_DRAFT + "\\)"),
            new Known("back.draft", "Taken back: (.+) \\(publication of draft (\\d+), revision (\\d+)\\)"),
            new Known("back.correction", "Taken back: (.+) \\(publication of correction (\\d+), revision (\\d+)\\)"),
            new Known("back.import", "Taken back: (.+) \\(import (\\d+)\\)"),
            new Known("back", "Taken back: (.+)"),
            new Known("withdrawn", "Withdrawn: (.+)"),
            new Known("restored", "Restored: (.+)"),
            new Known("merged", "Merged “(.+)” into “(.+)”: (.+)"),
            new Known("parted", "Parted “(.+)” from “(.+)” again: (.+)"),
            new Known("rows", "Rows (\\d+) to (\\d+) of (.+) \\(import (\\d+)\\)"),
            new Known("loaded", "Loaded the data package (.+)"),
            new Known("of.draft", "(.+) \\(draft (\\d+)\\)"),
            new Known("of.correction", "(.+) \\(correction (\\d+)\\)"),
            new Known("of.import", "(.+) \\(import (\\d+)\\)"));

    private final MessageSource messages;

    ReasonWording(MessageSource messages) {
        this.messages = messages;
    }

    private record Known(String key, Pattern words) {

        Known(String key, String words) {
            this(key, Pattern.compile(words, Pattern.DOTALL));
        }

        Optional<Object[]> read(String reason) {
            Matcher read = words.matcher(reason);
            if (!read.matches()) {
                return Optional.empty();
            }
            Object[] parts = new Object[read.groupCount()];
            for (int part = 0; part < parts.length; part++) {
                parts[part] = Objects.requireNonNullElse(read.group(part + 1), "");
            }
            return Optional.of(parts);
        }
    }

    /** A reason in the language of the page. */
    public @Nullable String say(@Nullable String reason) {
        return reason == null ? null : say(reason, LocaleContextHolder.getLocale());
    }

    /** A reason in a language. */
    public String say(String reason, Locale language) {
        for (Known known : KNOWN) {
            Optional<Object[]> parts = known.read(reason);
            if (parts.isPresent()) {
                return say(known.key, parts.get(), language);
            }
        }
        return reason;
    }

    private String say(String key, Object[] parts, Locale language) {
        boolean isUnnumbered = (key.startsWith("outcomes") || key.startsWith("more")) && parts[1].equals("");
        return messages.getMessage("reason." + key + (isUnnumbered ? ".unnumbered" : ""), parts, language);
    }
}
