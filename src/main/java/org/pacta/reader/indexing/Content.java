package org.pacta.reader.indexing;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.FormFields;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.place.Place;
import org.pacta.reference.topic.FocusArea;
import org.pacta.rules.language.Initials;
import org.pacta.rules.language.Pinyin;
import org.pacta.rules.language.ReadingOrder;

/** What one record is found by and narrowed by, gathered from its entity. */
final class Content {

    /** A span of more years than these is not spelt out. */
    private static final int YEARS = 5;

    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_SHORT = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");
    private static final DateTimeFormatter CHINESE_MONTH = DateTimeFormatter.ofPattern("uuuu年M月");

    /** What pages call each kind. */
    private static final List<ResourceBundle> LANGUAGES = List.of(
            ResourceBundle.getBundle("messages", Locale.ROOT), ResourceBundle.getBundle("messages", Locale.CHINESE));

    private static final Map<String, String> ALSO_CALLED =
            Map.of("mou", "MOUs, memorandum or memoranda of understanding, 备忘录");

    /** What Chinese texts call the offices that sources name in English, the longer English words first. */
    private static final Map<Pattern, String> OFFICES = offices(
            "deputy prime minister|vice[- ]premier", "副总理",
            "(?<!deputy )prime minister(?!')|(?<!vice[- ])premier", "总理",
            "(?<!prime )minister\\b(?!')", "部长",
            "(vice|deputy)[- ]mayor", "副市长",
            "(?<!vice[- ])(?<!deputy )mayor", "市长",
            "(vice|deputy)[- ]governor", "副省长",
            "(?<!vice[- ])(?<!deputy )governor", "省长",
            "party secretary", "书记");

    /** Words with a hyphen in them, which people also write in one. */
    private static final Pattern HYPHENATED = Pattern.compile("(?U)\\p{L}+(?:-\\p{L}+)+");

    /** Words that are indexed in parts too, which moves what follows away from them. */
    private static final Pattern COMPOUND = Pattern.compile("(?U)\\p{Ll}\\p{Lu}|[\\p{L}\\p{N}][._:]\\p{L}");

    final Name name;
    final Set<String> aliases = new LinkedHashSet<>();
    final Set<String> texts = new LinkedHashSet<>();
    private final Set<String> hints = new LinkedHashSet<>();
    private final Set<String> unprinted = new LinkedHashSet<>();
    final Set<String> pinyin = new LinkedHashSet<>();
    final Set<String> councils = new LinkedHashSet<>();
    final Set<String> places = new LinkedHashSet<>();
    final Set<String> focusAreas = new LinkedHashSet<>();
    final Set<Long> organisations = new LinkedHashSet<>();

    @Nullable
    Integer ordinal;

    @Nullable
    String kind;

    @Nullable
    String status;

    @Nullable
    String parties;

    @Nullable
    String mode;

    @Nullable
    LocalDate day;

    @Nullable
    Long dated;

    @Nullable
    LocalDate earliest;

    @Nullable
    LocalDate latest;

    @Nullable
    LocalDate ends;

    Content(Name name) {
        this.name = name;
        if (name.local() != null) {
            pinyin.addAll(Pinyin.keys(name.local()));
        }
    }

    /** Lets the record be found by the initials of its name too, and by words of it that are typed in one. */
    Content abbreviated() {
        if (name.text() != null) {
            pinyin.addAll(Initials.all(name.text()));
            pinyin.addAll(joined(name.text()));
        }
        return this;
    }

    /** Every two words that follow each other, and all of them, in one. */
    private static Set<String> joined(String name) {
        String[] words = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z]+");
        Set<String> joined = new LinkedHashSet<>();
        for (int i = 1; i < words.length; i++) {
            joined.add(words[i - 1] + words[i]);
        }
        joined.add(String.join("", words));
        return joined;
    }

    private static Map<Pattern, String> offices(String... words) {
        Map<Pattern, String> offices = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            offices.put(Pattern.compile(words[i], Pattern.CASE_INSENSITIVE), words[i + 1]);
        }
        return offices;
    }

    /** An office that somebody held, found by what Chinese texts call it too. */
    Content inOffice(@Nullable String office) {
        if (office != null) {
            alias(office);
            OFFICES.forEach((words, chinese) -> hint(words.matcher(office).find() ? chinese : null));
        }
        return this;
    }

    /** The words for kinds, which are in the index too. */
    static String kindWords() {
        return LANGUAGES.stream()
                .flatMap(language -> language.keySet().stream()
                        .filter(key -> key.contains("kind."))
                        .sorted()
                        .map(key -> key + "=" + language.getString(key)))
                .collect(Collectors.joining(" "));
    }

    Content alias(@Nullable String other) {
        if (other != null) {
            aliases.add(other);
            pinyin.addAll(Pinyin.keys(other));
        }
        return this;
    }

    Content say(@Nullable String... words) {
        Stream.of(words).filter(Objects::nonNull).forEach(texts::add);
        return this;
    }

    Content say(Name name) {
        return say(name.text(), name.local());
    }

    /** Lets the record be found by words it does not print itself. */
    Content hint(@Nullable String... words) {
        Stream.of(words).filter(Objects::nonNull).forEach(hints::add);
        return this;
    }

    /** What is said in the details of a record. */
    Content details(Class<? extends Form> form, Object entity) {
        FormFields.details(form).forEach(field -> say(field.textOf(entity)));
        return this;
    }

    /** The name of a value in tables, addresses and keys of messages. */
    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What kind it is, found by what pages of both languages call that.
     *
     * @param messages what the keys of those words begin with
     */
    Content ofKind(String messages, Enum<?> kind) {
        this.kind = code(kind);
        for (ResourceBundle language : LANGUAGES) {
            hint(language.getString(messages + "." + this.kind));
        }
        return hint(ALSO_CALLED.get(this.kind));
    }

    /** A name of somebody in it, found by its reading as a whole too. */
    Content mention(@Nullable String name) {
        if (name != null) {
            say(name);
            hints.addAll(Pinyin.wholeKeys(name));
            addInitials(name, hints);
        }
        return this;
    }

    Content mention(Name name) {
        return mention(name.text()).mention(name.local());
    }

    Content on(@Nullable PartialDate date) {
        if (date != null) {
            day = date.sort();
            dated = SearchIndex.Fields.dated(date);
            earliest = Objects.requireNonNullElse(date.earliest(), day);
            latest = Objects.requireNonNullElse(date.latest(), day);
            int first = earliest.getYear();
            int last = Math.min(latest.getYear(), first + YEARS);
            for (int year = first; year <= last; year++) {
                hint(String.valueOf(year));
            }
            if (earliest.equals(latest)) {
                hint(earliest.toString(), ENGLISH_DAY.format(earliest), CHINESE_DAY.format(earliest));
            } else if (YearMonth.from(earliest).equals(YearMonth.from(latest))) {
                hint(ENGLISH_MONTH.format(earliest), CHINESE_MONTH.format(earliest));
                hint(YearMonth.from(earliest).toString());
            }
            if (YearMonth.from(earliest).equals(YearMonth.from(latest))) {
                hint(ENGLISH_SHORT.format(earliest), earliest.getMonthValue() == 9 ? "Sept" : null);
            }
        }
        return this;
    }

    /** What the place itself is called in full, which is not printed. */
    Content calledInFull(Place place) {
        String name = inFull(place);
        if (name != null) {
            unprinted.add(name);
        }
        return this;
    }

    /** A topic, found by its reading too. */
    Content about(FocusArea area) {
        say(area.name());
        focusAreas.add(area.slug());
        if (area.name().local() != null) {
            hints.addAll(Pinyin.keys(area.name().local()));
        }
        return this;
    }

    /** A place it belongs to, with all it lies in. */
    Content at(@Nullable Place place) {
        for (Place each = place; each != null; each = each.parent()) {
            if (places.add(each.slug())) {
                say(each.name());
                hint(inFull(each));
            }
        }
        return this;
    }

    /** What Chinese texts mostly call a place: 上海市, 浙江省. */
    private static @Nullable String inFull(Place place) {
        String suffix =
                switch (place.kind()) {
                    case PROVINCE -> "省";
                    case MUNICIPALITY, CITY -> "市";
                    default -> null;
                };
        String name = place.name().local();
        return suffix == null || name == null || name.endsWith(suffix) ? null : name + suffix;
    }

    private static void addInitials(@Nullable String name, Set<String> keys) {
        String initials = name == null ? "" : Initials.of(name);
        if (!initials.isEmpty()) {
            keys.add(initials);
        }
    }

    /** What the record says, in names and texts, that has one of the words in parts. */
    List<String> compounds() {
        return said().filter(text -> COMPOUND.matcher(text).find()).toList();
    }

    /** All it is found by and does not print, hyphenated words without the hyphen among it. */
    String hints() {
        List<String> all = new ArrayList<>(hints);
        said().filter(text -> text.indexOf('-') > 0)
                .flatMap(text -> HYPHENATED.matcher(text).results())
                .forEach(word -> all.add(word.group().replace("-", "")));
        return String.join("; ", all);
    }

    private Stream<String> said() {
        return Stream.of(
                        Stream.of(name.text(), name.local()).filter(Objects::nonNull), aliases.stream(), texts.stream())
                .flatMap(each -> each);
    }

    /** Every name in full and its reading, to tell a record that is called just so from one that only has the words. */
    List<String> exact() {
        List<String> exact = new ArrayList<>(aliases);
        exact.addAll(unprinted);
        Stream.of(name.text(), name.local()).filter(Objects::nonNull).forEach(exact::add);
        if (name.local() != null) {
            exact.addAll(Pinyin.wholeKeys(name.local()));
        }
        return exact;
    }

    /** Its kind, status, parties and mode in one, since counting one value is quicker than counting four; a dash for what it has not. */
    String traits() {
        return Stream.of(kind, status, parties, mode)
                .map(each -> Objects.requireNonNullElse(each, "-"))
                .collect(Collectors.joining(" "));
    }

    /** What puts the record among others where readers of a language look for its name. */
    String sortName(Locale language) {
        return ReadingOrder.key(name.in(language), language);
    }
}
