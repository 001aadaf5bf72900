package org.pacta.reader.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.jspecify.annotations.Nullable;
import org.pacta.reader.indexing.SearchIndex.Fields;
import org.pacta.rules.language.Pinyin;

/**
 * What somebody typed to search for: words that must all be there, phrases in quotes, and words or phrases after a minus that must not.
 *
 * @param text as typed, cleaned of what cannot be seen
 */
record Keywords(String text) {

    private static final int LONGEST = 200;

    /** Characters of a Chinese short form at most. */
    private static final int SHORT = 4;

    private static final Pattern HYPHENATED = Pattern.compile("\\p{L}+(-\\p{L}+)+");
    private static final Pattern QUOTED = Pattern.compile("(-?)\"([^\"]*)\"");

    /** How much the number of a meeting counts, which nothing that only mentions it outweighs. */
    private static final float NUMBER = 150;

    /** The fields a word is looked for in, and how much more a name counts than other words. */
    private static final String[] NAMES = {Fields.NAME, Fields.LOCAL_NAME};

    static Keywords of(@Nullable String typed) {
        if (typed == null) {
            return new Keywords("");
        }
        return new Keywords(Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "")
                .replaceAll("[\\p{Cc}\\s]+", " ")
                .replaceAll("[“”„«»「」『』]", "\"")
                .replaceAll("(?<=^| )[‐-―−](?=\\S)", "-")
                .strip());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The message key of what keeps these from being searched for, null when nothing does. */
    @Nullable
    String problem() {
        if (text.length() > LONGEST) {
            return "search.too_long";
        }
        boolean anyWord = text.codePoints().anyMatch(Character::isLetterOrDigit);
        return text.isEmpty() || anyWord ? null : "search.no_word";
    }

    /** Whether the one who typed can do something about a problem. */
    static boolean areAtFault(String problem) {
        return problem.equals("search.too_long") || problem.equals("search.no_word");
    }

    /** Whether there is something to search for. */
    boolean canBeAsked() {
        return !isEmpty() && problem() == null;
    }

    /** Whether any of them has Chinese characters. */
    boolean areChinese() {
        return isChinese(text);
    }

    /** What records fit: each word somewhere in them, each phrase word for word. */
    SearchPredicate matching(SearchPredicateFactory find) {
        return each(find, word -> anywhere(find, word));
    }

    /** What records nearly fit: one or two letters of each word may be wrong, and a run of Chinese may be broken. */
    SearchPredicate nearly(SearchPredicateFactory find) {
        return each(find, word -> nearly(find, word));
    }

    private SearchPredicate each(SearchPredicateFactory find, Function<String, SearchPredicate> matching) {
        BooleanPredicateClausesStep<?, ?> all = find.bool();
        // What only says which words must not be there is looked for among all records.
        all.filter(find.matchAll());
        phrases(find, all);
        for (String word : tellingWords()) {
            if (word.startsWith("-")) {
                all.mustNot(anywhere(find, word.substring(1)));
            } else {
                all.must(matching.apply(word));
            }
        }
        return all.toPredicate();
    }

    /** A word, or what it is taken apart to, in one of the fields. */
    private static SearchPredicate anywhere(SearchPredicateFactory find, String word) {
        BooleanPredicateClausesStep<?, ?> any = find.bool().should(printed(find, word));
        Terms.ordinal(word)
                .ifPresent(ordinal -> any.should(find.match()
                        .field(Fields.ORDINAL)
                        .matching(ordinal)
                        .constantScore()
                        .boost(NUMBER)));
        Terms.Numbered numbered = Terms.numbered(word);
        if (numbered != null) {
            any.should(together(find, List.of(numbered.name(), numbered.number())));
        }
        List<String> spelledOut = Terms.spelledOut(word);
        if (!spelledOut.isEmpty()) {
            any.should(together(find, spelledOut));
        }
        if (HYPHENATED.matcher(word).matches()) {
            any.should(printed(find, word.replace("-", "")));
        }
        if (!isChinese(word)) {
            any.should(find.match().field(Fields.PINYIN).boost(2).matching(word).minimumShouldMatchPercent(100));
        }
        return any.toPredicate();
    }

    private static SearchPredicate together(SearchPredicateFactory find, List<String> words) {
        BooleanPredicateClausesStep<?, ?> all = find.bool();
        words.forEach(word -> all.must(anywhere(find, word)));
        return all.toPredicate();
    }

    private static SearchPredicate printed(SearchPredicateFactory find, String word) {
        return find.match()
                .fields(NAMES)
                .boost(8)
                .field(Fields.ALIAS)
                .boost(6)
                .field(Fields.TEXT)
                .field(Fields.HINT)
                .boost(0.5f)
                .matching(word)
                .analyzer(Fields.WORDS_ASKED)
                .minimumShouldMatchPercent(100)
                .toPredicate();
    }

    /** Puts records first that are called just so. */
    SearchPredicate named(SearchPredicateFactory find, SearchPredicate matching) {
        String name = QUOTED.matcher(text).replaceAll("$2");
        return find.bool()
                .must(matching)
                .should(find.match()
                        .field(Fields.EXACT)
                        .matching(name)
                        .constantScore()
                        .boost(60))
                .toPredicate();
    }

    /** Of several kinds, puts councils and organisations before what mentions them too. */
    SearchPredicate preferred(SearchPredicateFactory find, SearchPredicate matching) {
        return find.bool()
                .must(named(find, matching))
                .should(find.match()
                        .field(Fields.RECORD)
                        .matching("council")
                        .constantScore()
                        .boost(8))
                .should(find.match()
                        .field(Fields.RECORD)
                        .matching("organisation")
                        .constantScore()
                        .boost(6))
                .should(find.match()
                        .field(Fields.RECORD)
                        .matching("person")
                        .constantScore()
                        .boost(6))
                .should(find.match()
                        .field(Fields.RECORD)
                        .matching("place")
                        .constantScore()
                        .boost(6))
                .toPredicate();
    }

    /** What records have a name with these words, the last of which may go on. */
    SearchPredicate beginning(SearchPredicateFactory find) {
        List<String> parts = words().stream()
                .filter(word -> !word.startsWith("-"))
                .flatMap(word -> Stream.of(word.split("[^\\p{L}\\p{N}'’]+")))
                .filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
        if (parts.isEmpty()) {
            return find.matchNone().toPredicate();
        }
        BooleanPredicateClausesStep<?, ?> all = find.bool();
        for (String part : parts.subList(0, parts.size() - 1)) {
            if (!Terms.isCommon(part)) {
                all.must(called(find, part));
            }
        }
        String last = parts.get(parts.size() - 1);
        all.must(find.bool()
                .should(called(find, last))
                .should(find.prefix()
                        .fields(NAMES)
                        .fields(Fields.ALIAS, Fields.PINYIN)
                        .matching(folded(last))));
        return named(find, all.toPredicate());
    }

    private static SearchPredicate called(SearchPredicateFactory find, String word) {
        return find.match()
                .fields(NAMES)
                .fields(Fields.ALIAS, Fields.PINYIN)
                .matching(word)
                .analyzer(Fields.AS_TYPED)
                .minimumShouldMatchPercent(100)
                .toPredicate();
    }

    /** A word that is mistyped, unfinished or, in Chinese, broken; each part of a compound for itself. */
    private static SearchPredicate nearly(SearchPredicateFactory find, String word) {
        if (isChinese(word)) {
            return nearlyChinese(find, word);
        }
        BooleanPredicateClausesStep<?, ?> all = find.bool();
        for (String part : word.split("[^\\p{L}\\p{N}'’]+")) {
            if (!part.isEmpty()) {
                all.must(like(find, part));
            }
        }
        return all.toPredicate();
    }

    /** Most of a run in the same order, a reading, or a short form such as 住建部, each character of which a name has. */
    private static SearchPredicate nearlyChinese(SearchPredicateFactory find, String word) {
        BooleanPredicateClausesStep<?, ?> any = find.bool()
                .should(anywhere(find, word))
                .should(find.match()
                        .fields(NAMES)
                        .boost(8)
                        .fields(Fields.ALIAS, Fields.TEXT, Fields.HINT)
                        .matching(word)
                        .analyzer(Fields.AS_TYPED)
                        .minimumShouldMatchPercent(60));
        if (word.length() > 1 && word.length() <= SHORT) {
            Pinyin.wholeKeys(word).stream()
                    .limit(1)
                    .forEach(reading -> any.should(
                            find.match().field(Fields.PINYIN).matching(reading).boost(2)));
            BooleanPredicateClausesStep<?, ?> characters = find.bool();
            word.codePoints()
                    .mapToObj(Character::toString)
                    .forEach(each -> characters.must(find.match()
                            .fields(NAMES)
                            .field(Fields.ALIAS)
                            .matching(each)
                            .analyzer(Fields.AS_TYPED)));
            any.should(characters);
        }
        return any.toPredicate();
    }

    private static SearchPredicate like(SearchPredicateFactory find, String word) {
        boolean isNumber = word.codePoints().allMatch(Character::isDigit);
        int wrong = isNumber || word.length() < 4 ? 0 : word.length() < 7 ? 1 : 2;
        BooleanPredicateClausesStep<?, ?> any = find.bool()
                .should(anywhere(find, word))
                .should(find.match()
                        .fields(NAMES)
                        .boost(8)
                        .fields(Fields.ALIAS, Fields.TEXT)
                        .matching(word)
                        .fuzzy(wrong, 1)
                        .analyzer(Fields.AS_TYPED));
        if (word.length() > 2 && !isNumber) {
            any.should(find.prefix()
                    .fields(NAMES)
                    .boost(4)
                    .fields(Fields.ALIAS, Fields.TEXT)
                    .matching(folded(word)));
        }
        return any.toPredicate();
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.HAN);
    }

    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private void phrases(SearchPredicateFactory find, BooleanPredicateClausesStep<?, ?> all) {
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            if (quoted.group(2).codePoints().anyMatch(Character::isLetterOrDigit)) {
                SearchPredicate phrase = phrase(find, quoted.group(2));
                if (quoted.group(1).isEmpty()) {
                    all.must(phrase);
                } else {
                    all.mustNot(phrase);
                }
            }
        }
    }

    private static SearchPredicate phrase(SearchPredicateFactory find, String words) {
        return find.bool()
                .should(find.phrase()
                        .fields(NAMES)
                        .boost(8)
                        .fields(Fields.ALIAS, Fields.TEXT)
                        .matching(words)
                        .analyzer(Fields.AS_TYPED))
                .should(find.phrase().field(Fields.COMPOUND).matching(words))
                .toPredicate();
    }

    /** The words that tell records apart and must be there, each of which a question can do without. */
    List<String> required() {
        return tellingWords().stream().filter(word -> !word.startsWith("-")).toList();
    }

    /** The words that tell records apart: all but the likes of "of" and "the", unless there is nothing else. */
    private List<String> tellingWords() {
        List<String> words = words();
        List<String> telling =
                words.stream().filter(word -> !Terms.isCommon(word)).toList();
        return telling.stream().allMatch(word -> word.startsWith("-")) && !text.contains("\"") ? words : telling;
    }

    /** All that is outside quotes, a lone quote or minus left out: a minus means "without" only right before a word. */
    private List<String> words() {
        String outside = Terms.apart(QUOTED.matcher(text).replaceAll(" ").replace('"', ' '));
        Set<String> words = new LinkedHashSet<>();
        for (String word : outside.split("\\s+")) {
            String bare = word.replaceFirst("^-+", "");
            if (bare.codePoints().anyMatch(Character::isLetterOrDigit)) {
                words.add(word.startsWith("-") ? "-" + bare : bare);
            }
        }
        return List.copyOf(words);
    }
}
