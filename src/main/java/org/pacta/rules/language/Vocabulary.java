package org.pacta.rules.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The words the parser knows, read once from {@code vocabulary.txt}. */
public final class Vocabulary {

    private static final Map<String, Phrases> SECTIONS = read();

    public static final Phrases ANNEX = section("annex");
    public static final Phrases HEADING_FILLER = section("heading filler");
    public static final Phrases BETWEEN = section("between");
    public static final Phrases AND = section("and");
    public static final Phrases ON = section("on");
    public static final Phrases ON_INSIDE = section("on inside");
    public static final Phrases SIGNED = section("signed");
    public static final Phrases DEAL = section("deal");
    public static final Phrases GIFT = section("gift");
    public static final Phrases AGREES = section("agrees");
    public static final Phrases HAN_DEAL = section("han deal");
    public static final Phrases HAN_AGREES = section("han agrees");
    public static final Phrases AUXILIARY = section("auxiliary");
    public static final Phrases WILL = section("will");
    public static final Phrases WITH = section("with");
    public static final Phrases INSIDE = section("inside");
    public static final Phrases ARTICLE = section("article");
    public static final Phrases INTRO = section("intro");
    public static final Phrases EXCHANGE = section("exchange");
    public static final Phrases PERSON = section("person");
    public static final Phrases OFFICE = section("office");
    public static final Phrases ROLE = section("role");
    public static final Phrases PLACE = section("place");
    public static final Phrases KEEPS_PLACE = section("keeps place");
    public static final Phrases FAMILY = section("family");
    public static final Phrases KEEPS_OWNER = section("keeps owner");
    public static final Phrases MAY_KEEP_PLACE = section("may keep place");
    public static final Phrases LEGAL = section("legal");
    public static final Phrases LEGAL_END = section("legal end");
    public static final Phrases ORGANISATION = section("organisation");
    public static final Phrases TRADE = section("trade");
    public static final Phrases TOPIC = section("topic");
    public static final Phrases OPEN = section("open");
    public static final Phrases SUBUNIT = section("subunit");
    public static final Phrases PARENT = section("parent");
    public static final Phrases INTRODUCES = section("introduces");
    public static final Phrases COLUMN_TITLE = section("column title");
    public static final Phrases COLUMN_PARTY = section("column party");
    public static final Phrases COLUMN_SUBJECT = section("column subject");
    public static final Phrases COLUMN_PERSON = section("column person");
    public static final Phrases COLUMN_NUMBER = section("column number");
    public static final Phrases COLUMN_SIDE = section("column side");
    public static final Phrases SIDE_WORD = section("side word");
    public static final Phrases HAN_ORGANISATION = section("han organisation");
    public static final Phrases HAN_WEAK = section("han weak");
    public static final Phrases HAN_SIGNED = section("han signed");
    public static final Phrases HAN_ABOUT = section("han about");
    public static final Phrases HAN_PROJECT = section("han project");
    public static final Phrases HAN_ADVERB = section("han adverb");
    public static final Phrases HAN_VAGUE = section("han vague");
    public static final Phrases LOOSE_HEAD = section("loose head");
    public static final Phrases LOOSE_WORD = section("loose word");
    public static final Phrases DEMONYM = section("demonym");
    public static final Phrases HAN_TRADE = section("han trade");
    public static final Phrases HAN_TOPIC = section("han topic");
    public static final Phrases HAN_PERSON = section("han person");
    public static final Phrases NOBODY = section("nobody");
    public static final Phrases STATE = section("state in small letters");
    public static final Phrases HAN_WHOLE = section("han whole");
    public static final Phrases MORE_THAN = section("more than");
    public static final Phrases AT_LEAST = section("at least");
    public static final Phrases NEARLY = section("nearly");
    public static final Phrases ABOUT = section("about");
    public static final Phrases UP_TO = section("up to");
    public static final Phrases TO_DATE = section("to date");
    public static final Phrases ADJECTIVE = section("adjective");
    public static final Phrases ANNOUNCED = section("announced");
    public static final Phrases NUMBER = section("number");
    public static final Phrases SEVERAL = section("several");

    private Vocabulary() {}

    /** The section of a name. */
    public static Phrases section(String name) {
        return Objects.requireNonNull(SECTIONS.get(name), name);
    }

    private static Map<String, Phrases> read() {
        Map<String, Phrases> sections = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Phrases section = new Phrases();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = new Phrases();
                    sections.put(line.substring(1, line.indexOf(']')), section);
                } else if (!line.isBlank() && !line.startsWith("# ")) {
                    String[] forms = line.toLowerCase(Locale.ROOT).split("\\|");
                    for (int i = 0; i < forms.length; i++) {
                        section.add(forms[i].strip(), i > 0);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sections;
    }
}
