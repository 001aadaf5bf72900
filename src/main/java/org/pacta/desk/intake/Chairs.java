package org.pacta.desk.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people a text says the meeting was chaired by, with their offices; or what it says in place of a name. */
final class Chairs {

    private static final String TITLE = "(?:Mr|Ms|Mrs|Mdm|Madam|Dr|Prof|Professor|H\\.?E\\.?|Dato|Tan Sri)\\.?";
    private static final Pattern CHAIRED = Pattern.compile(
            "\\b(?:co-?chaired|jointly chaired|chaired|led) by\\s+(.{3,400}?)(?=(?<!\\b(?:Mr|Ms|Mrs|Dr|Mdm|Prof|St|H\\.E|E))[.;](?:\\s|$)|\\n|$)");
    private static final Pattern BETWEEN = Pattern.compile(
            ",?\\s+(?:and|as well as|together with)\\s+(?=(?:an? |" + TITLE
                    + "\\s|(?:(?:the|then)\\s)?(?:[A-Z][\\w’'-]*\\s){0,6}?(?:(?:Vice|Deputy|Executive|Assistant|Acting|Party)[ -])*"
                    + "(?:Mayor|Minister|Governor|Secretary|Director|Chairman|Chairperson|Chair|Premier|President|Commissioner)\\b))");
    private static final Pattern NAMED = Pattern.compile(
            TITLE + "\\s+((?:[A-Z][\\p{L}’'.-]*)(?:\\s+(?:[A-Z][\\p{L}’'.-]*|bin|binte|s/o|d/o|de|van)){0,4})");
    private static final Pattern NAME_LAST = Pattern.compile(
            "^(.*\\b(?:Mayor|Minister|Governor|Secretary|Director|Chairman|Chairperson|Chair|Premier|President|Commissioner)[^,]*?),?\\s+((?:[A-Z][\\p{L}’'-]+\\s+){1,3}[A-Z][\\p{L}’'-]+)$");
    private static final Pattern HAN_CHAIRED = Pattern.compile("由([^。；\\n]{2,80}?)(?:共同)?主持");
    private static final Pattern HAN_BETWEEN = Pattern.compile("[、,，]|和|与|與|以及");
    private static final Pattern HAN_NAME = Pattern.compile("^(.{2,}(?:长|長|书记|書記|主席|主任|司|总理|總理))(\\p{IsHan}{2,4})$");

    private static final int MOST = 6;

    private Chairs() {}

    /**
     * Somebody who chaired.
     *
     * @param typed the fields of a chair that could be read
     * @param start of the passage, in characters
     */
    record Chair(Map<String, String> typed, int start, int end) {}

    /** In the order of the text, each once. */
    static List<Chair> of(String text) {
        Map<Map<String, String>, Chair> found = new LinkedHashMap<>();
        CHAIRED.matcher(text)
                .results()
                .forEach(passage -> parts(BETWEEN, passage.group(1))
                        .forEach(part -> found.putIfAbsent(
                                typed(part), new Chair(typed(part), passage.start(), passage.end()))));
        HAN_CHAIRED
                .matcher(text)
                .results()
                .forEach(passage -> parts(HAN_BETWEEN, passage.group(1))
                        .forEach(part -> found.putIfAbsent(
                                inHan(part), new Chair(inHan(part), passage.start(), passage.end()))));
        return found.values().stream()
                .filter(chair -> !chair.typed.isEmpty())
                .limit(MOST)
                .toList();
    }

    private static List<String> parts(Pattern between, String words) {
        List<String> parts = new ArrayList<>();
        for (String part : between.split(words)) {
            parts.add(part.replaceAll("\\s+", " ").strip());
        }
        return parts;
    }

    private static Map<String, String> typed(String part) {
        Matcher named = NAMED.matcher(part);
        if (named.find()) {
            String rest = (part.substring(0, named.start()) + " " + part.substring(named.end()))
                    .replaceAll("^[\\s,]+|[\\s,]+$|^(?:and|the)\\s+", "")
                    .strip();
            return rest.isEmpty()
                    ? Map.of("person", named.group(1))
                    : Map.of("person", named.group(1), "office", rest.replaceFirst("^[Tt]he\\s+", ""));
        }
        Matcher last = NAME_LAST.matcher(part);
        return last.matches()
                ? Map.of("person", last.group(2), "office", last.group(1).replaceFirst("^[Tt]he\\s+", ""))
                : Map.of("asPrinted", part);
    }

    private static Map<String, String> inHan(String part) {
        Matcher name = HAN_NAME.matcher(part);
        return name.matches()
                ? Map.of("person", name.group(2), "localOffice", name.group(1))
                : Map.of("asPrinted", part);
    }
}
