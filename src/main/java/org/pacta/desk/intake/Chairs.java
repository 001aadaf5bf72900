package org.pacta.desk.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The people a text says the meeting was chaired by, with their offices; or what it says in place of a name. */
final class Chairs {

    private static final String TITLE = "(?:Mr|Ms|Mrs|Mdm|Madam|Dr|Prof|Professor|H\\.?E\\.?|Dato|Tan Sri)\\.?";
    private static final Pattern CHAIRED = Pattern.compile(
            "\\b(?:co-?chaired|jointly chaired|chaired|led) by\\s+(.{3,400}?)(?=(?<!\\b(?:Mr|Ms|Mrs|Dr|Mdm|Prof|St|H\\.E|E))[.;](?:\\s|$)|\\n|$)");
    private static final Pattern BETWEEN = Pattern.compile(
            ",?\\s+(?:and|as well as|together with)\\s+(?=(?:an? |" + TITLE
                    + "\\s|(?:(?:the|then)\\s)?(?:[A-Z][\\w’'-]*,?\\s){0,6}?(?:(?:Vice|Deputy|Executive|Assistant|Acting|Party)[ -])*"
                    + "(?:Mayor|Minister|Governor|Secretary|Director|Chairman|Chairperson|Chair|Premier|President|Commissioner)\\b))");
    private static final Pattern NAMED = Pattern.compile(
            TITLE + "\\s+((?:[A-Z][\\p{L}’'.-]*)(?:\\s+(?:[A-Z][\\p{L}’'.-]*|bin|binte|s/o|d/o|de|van)){0,4})");
    private static final String CAPITAL = "[A-Z][\\p{L}’'-]+";
    private static final String OFFICE =
            "(?:Mayor|Minister|Governor|Secretary|Director|Chairman|Chairperson|Chair|Premier|President|Commissioner)";
    private static final Pattern NAME_LAST = Pattern.compile(
            "^(.*\\b" + OFFICE + "\\b.*?)(?<!\\b(?:of|for|and|the)),?\\s+(" + CAPITAL + "\\s+" + CAPITAL + ")$");
    private static final Pattern NAME_FIRST = Pattern.compile("^((?!.*\\b" + OFFICE + "\\b[^,]*,)(?:" + CAPITAL
            + "\\s+){1,2}" + CAPITAL + "),\\s+(.*\\b" + OFFICE + "\\b.*)$");
    private static final Pattern BARE = Pattern.compile("(?:" + CAPITAL + "\\s+){1,3}" + CAPITAL);
    private static final Pattern CHAIRING = Pattern.compile(
            "(?:^|\\n|[.;]\\s+)([A-Z][^.;\\n]{3,300}?(?:(?:Mr|Ms|Mrs|Dr|Mdm|Prof)\\.[^.;\\n]{3,200}?)*),?\\s+(?:jointly |co-?)chaired\\s+(?!by\\b)");
    private static final Pattern HAN_CHAIRED =
            Pattern.compile("由([^。；\\n]{2,80}?)(?:共同)?主持|(?:^|[。；，\\n])([^。；，\\n由]{2,60}?)共同主持");
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

    /**
     * In the order of the text, each once.
     *
     * @param people names of people on record
     */
    static List<Chair> of(String text, Collection<String> people) {
        Map<Map<String, String>, Chair> found = new LinkedHashMap<>();
        Stream.concat(CHAIRED.matcher(text).results(), CHAIRING.matcher(text).results())
                .forEach(passage -> parts(passage.group(1), people)
                        .forEach(typed -> found.putIfAbsent(typed, new Chair(typed, passage.start(), passage.end()))));
        HAN_CHAIRED
                .matcher(text)
                .results()
                .forEach(passage -> Stream.of(
                                HAN_BETWEEN.split(passage.group(1) == null ? passage.group(2) : passage.group(1)))
                        .map(Chairs::inHan)
                        .forEach(typed -> found.putIfAbsent(typed, new Chair(typed, passage.start(), passage.end()))));
        return found.values().stream().limit(MOST).toList();
    }

    /** An office without a name belongs to what follows it: a minister may hold two. */
    private static List<Map<String, String>> parts(String words, Collection<String> people) {
        List<Map<String, String>> parts = new ArrayList<>();
        String open = "";
        for (String piece : BETWEEN.splitAsStream(words).flatMap(Chairs::bare).toList()) {
            String part = open + piece.replaceAll("\\s+", " ").strip();
            Map<String, String> typed = typed(part, people);
            boolean isUnnamed = typed.containsKey("asPrinted") && !part.matches("(?i)(?:an?|the) .*");
            open = isUnnamed ? part + " and " : "";
            if (!isUnnamed) {
                parts.add(typed);
            }
        }
        return parts;
    }

    /** "Lim See Hua and Gao Shan", who are named without an office. */
    private static Stream<String> bare(String part) {
        String[] names = part.strip().split(",?\\s+and\\s+");
        boolean areBare = names.length > 1
                && Stream.of(names)
                        .allMatch(name -> BARE.matcher(name).matches() && !name.matches(".*\\b" + OFFICE + "\\b.*"));
        return areBare ? Stream.of(names) : Stream.of(part);
    }

    private static Map<String, String> typed(String part, Collection<String> people) {
        Optional<String> known = people.stream().filter(part::contains).max(Comparator.comparingInt(String::length));
        if (known.isPresent()) {
            return named(known.get(), part.replace(known.get(), "").replaceFirst(TITLE + "\\s*(?=,|$)", ""));
        }
        Matcher titled = NAMED.matcher(part);
        if (titled.find()) {
            return named(titled.group(1), part.substring(0, titled.start()) + " " + part.substring(titled.end()));
        }
        Matcher first = NAME_FIRST.matcher(part);
        if (first.matches()) {
            return named(first.group(1), first.group(2));
        }
        Matcher last = NAME_LAST.matcher(part);
        if (last.matches()) {
            return named(last.group(2), last.group(1));
        }
        boolean isBare = BARE.matcher(part).matches() && !part.matches(".*\\b" + OFFICE + "\\b.*");
        return isBare ? Map.of("person", part) : Map.of("asPrinted", part);
    }

    private static Map<String, String> named(String person, String rest) {
        String office =
                rest.replaceAll("\\s+", " ").replaceAll("^[\\s,]+|[\\s,]+$", "").replaceFirst("^(?:the|and)\\s+", "");
        return office.isEmpty() ? Map.of("person", person) : Map.of("person", person, "office", office);
    }

    private static Map<String, String> inHan(String part) {
        Matcher name = HAN_NAME.matcher(part);
        return name.matches()
                ? Map.of("person", name.group(2), "localOffice", name.group(1))
                : Map.of("asPrinted", part);
    }
}
