package org.pacta.reader.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.search.engine.search.common.BooleanOperator;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.predicate.dsl.SimpleQueryFlag;
import org.jspecify.annotations.Nullable;
import org.pacta.reader.indexing.SearchIndex.Fields;

/**
 * What somebody typed to search for: words that must all be there, phrases in quotes, and words or phrases after a minus that must not.
 *
 * @param text as typed, cleaned of what cannot be seen
 */
public record Keywords(String text) {

    private static final int LONGEST = 200;
    private static final Pattern QUOTED = Pattern.compile("(-?)\"([^\"]*)\"");

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

    /** Whether there is something to search for. */
    boolean canBeAsked() {
        return !isEmpty() && problem() == null;
    }

    /** What records fit: each word somewhere in them, each phrase word for word. */
    SearchPredicate matching(SearchPredicateFactory find) {
        BooleanPredicateClausesStep<?, ?> all = phrases(find);
        String words = words();
        if (!words.isEmpty()) {
            all.must(find.simpleQueryString()
                    .fields(NAMES)
                    .boost(8)
                    .field(Fields.ALIAS)
                    .boost(6)
                    .field(Fields.PINYIN)
                    .boost(2)
                    .field(Fields.TEXT)
                    .matching(words)
                    .defaultOperator(BooleanOperator.AND)
                    .flags(SimpleQueryFlag.NOT, SimpleQueryFlag.WHITESPACE)
                    .toPredicate());
        }
        return all.toPredicate();
    }

    /** What records nearly fit: one or two letters of each word may be wrong, and a run of Chinese may be broken. */
    SearchPredicate nearly(SearchPredicateFactory find) {
        BooleanPredicateClausesStep<?, ?> all = phrases(find);
        for (String word : words().split(" ")) {
            if (word.startsWith("-")) {
                all.mustNot(find.simpleQueryString()
                        .fields(NAMES)
                        .fields(Fields.ALIAS, Fields.TEXT)
                        .matching(word.substring(1))
                        .flags(SimpleQueryFlag.WHITESPACE)
                        .toPredicate());
            } else if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                all.must(nearly(find, word));
            }
        }
        return all.toPredicate();
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
        BooleanPredicateClausesStep<?, ?> all = find.bool();
        for (String word : words().split(" ")) {
            BooleanPredicateClausesStep<?, ?> any = find.bool();
            any.should(find.match()
                    .fields(NAMES)
                    .fields(Fields.ALIAS, Fields.PINYIN)
                    .matching(word)
                    .analyzer(Fields.AS_TYPED)
                    .minimumShouldMatchPercent(100));
            for (String part : word.split("[^\\p{L}\\p{N}]+")) {
                any.should(find.prefix()
                        .fields(NAMES)
                        .fields(Fields.ALIAS, Fields.PINYIN)
                        .matching(folded(part)));
            }
            all.must(any.toPredicate());
        }
        return named(find, all.toPredicate());
    }

    private static SearchPredicate nearly(SearchPredicateFactory find, String word) {
        boolean han =
                word.codePoints().anyMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.HAN);
        if (han) {
            return find.match()
                    .fields(NAMES)
                    .boost(8)
                    .fields(Fields.ALIAS, Fields.TEXT)
                    .matching(word)
                    .analyzer(Fields.AS_TYPED)
                    .minimumShouldMatchPercent(60)
                    .toPredicate();
        }
        int wrong = word.length() < 4 ? 0 : word.length() < 7 ? 1 : 2;
        return find.match()
                .fields(NAMES)
                .boost(8)
                .fields(Fields.ALIAS, Fields.TEXT)
                .matching(word)
                .fuzzy(wrong, 1)
                .analyzer(Fields.AS_TYPED)
                .toPredicate();
    }

    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private BooleanPredicateClausesStep<?, ?> phrases(SearchPredicateFactory find) {
        BooleanPredicateClausesStep<?, ?> all = find.bool();
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            if (quoted.group(2).codePoints().anyMatch(Character::isLetterOrDigit)) {
                SearchPredicate phrase = find.phrase()
                        .fields(NAMES)
                        .boost(8)
                        .fields(Fields.ALIAS, Fields.TEXT)
                        .matching(quoted.group(2))
                        .analyzer(Fields.AS_TYPED)
                        .toPredicate();
                if (quoted.group(1).isEmpty()) {
                    all.must(phrase);
                } else {
                    all.mustNot(phrase);
                }
            }
        }
        return all;
    }

    /** All that is outside quotes, a lone quote or minus left out: a minus means "without" only right before a word. */
    private String words() {
        String outside = QUOTED.matcher(text).replaceAll(" ").replace('"', ' ');
        List<String> words = new ArrayList<>();
        for (String word : outside.split("\\s+")) {
            String bare = word.replaceFirst("^-+", "");
            if (bare.codePoints().anyMatch(Character::isLetterOrDigit)) {
                words.add(word.startsWith("-") ? "-" + bare : bare);
            }
        }
        return String.join(" ", words);
    }
}
