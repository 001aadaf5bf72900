package org.pacta.rules.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.pacta.rules.language.Phrases;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;

/**
 * A number that a press release announces, as proposed from its words. Places are counted in code points of the whole text.
 *
 * @param kind what is counted; OTHER where the word does not tell, as "documents"
 * @param word what is counted, as printed
 * @param text the whole wording, from the comparator to the word
 */
public record AnnouncedNumber(
        int value, Comparator comparator, Row.Kind kind, String word, Place place, String text, int start, int end) {

    /** How the number is bounded. */
    public enum Comparator {
        EXACTLY,
        AT_LEAST,
        MORE_THAN,
        NEARLY,
        ABOUT,
        UP_TO
    }

    /** Where in the series it stands. */
    public enum Place {
        THIS_MEETING,
        TO_DATE
    }

    /** Projects in the thousands are investments, which are never joint projects. */
    private static final int MOST_PROJECTS = 999;

    private static final Set<String> NUMBERS = Vocabulary.NUMBER.firstWords();
    private static final int FAR = 5;
    private static final String DIGITS = "〇一二三四五六七八九";

    private static final Map<Comparator, Phrases> COMPARATORS = Map.of(
            Comparator.AT_LEAST, Vocabulary.AT_LEAST,
            Comparator.MORE_THAN, Vocabulary.MORE_THAN,
            Comparator.NEARLY, Vocabulary.NEARLY,
            Comparator.ABOUT, Vocabulary.ABOUT,
            Comparator.UP_TO, Vocabulary.UP_TO);

    /** The numbers announced in a sentence. */
    static List<AnnouncedNumber> in(Piece sentence, int[] codePoints) {
        if (HanShapes.suits(sentence)) {
            return inHan(sentence, codePoints);
        }
        Words words = Words.of(sentence);
        List<AnnouncedNumber> figures = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean begins = Character.isDigit(words.key(i).charAt(0))
                    || words.key(i).indexOf('-') > 0
                    || NUMBERS.contains(words.key(i));
            OptionalInt number = !begins || words.is(i - 1, "from") ? OptionalInt.empty() : number(words, i);
            int word = number.isPresent() ? counted(words, i + 1) : -1;
            if (word > 0) {
                Optional<Row.Kind> kind = kind(words, word);
                int end = word + length(words, word);
                int more = Participants.and(words, end, false) > 0 ? end + 1 : words.is(end, "/") ? end + 1 : end;
                if (more > end && length(words, more) > 0) {
                    end = more + length(words, more);
                    kind = Optional.of(Row.Kind.AGREEMENT);
                }
                Comparator comparator = comparatorBefore(words, i);
                Phrases before = COMPARATORS.get(comparator);
                int start = before == null ? i : beginning(words, i, before);
                AnnouncedNumber figure = figure(
                        number.getAsInt(),
                        comparator,
                        kind.orElse(Row.Kind.OTHER),
                        words.piece(word, end),
                        words.piece(start, end),
                        figures.isEmpty() ? place(words) : figures.get(0).place,
                        codePoints);
                if (figure.isPlausible()) {
                    figures.add(figure);
                }
            }
        }
        return figures;
    }

    private boolean isPlausible() {
        return value > 1 && (kind != Row.Kind.PROJECT || value <= MOST_PROJECTS);
    }

    private static AnnouncedNumber figure(
            int value, Comparator comparator, Row.Kind kind, Piece word, Piece whole, Place place, int[] codePoints) {
        return new AnnouncedNumber(
                value,
                comparator,
                kind,
                word.line(),
                place,
                whole.text(),
                codePoints[whole.start()],
                codePoints[whole.end()]);
    }

    private static OptionalInt number(Words words, int i) {
        String key = words.key(i);
        if (Character.isDigit(key.charAt(0))) {
            boolean isWhole = key.chars().allMatch(Character::isDigit) && key.length() < 6;
            boolean isPart = words.is(i - 1, "$")
                    || (isThousands(words, i - 1) && words.start(i) == words.end(i - 1))
                    || (isThousands(words, i + 1) && words.start(i + 1) == words.end(i));
            return isWhole && !isPart ? OptionalInt.of(Integer.parseInt(key)) : OptionalInt.empty();
        }
        int dash = key.indexOf('-');
        if (dash > 0) {
            OptionalInt tens = named(key.substring(0, dash));
            OptionalInt ones = named(key.substring(dash + 1));
            boolean isNumber = tens.isPresent() && ones.isPresent() && tens.getAsInt() >= 20 && ones.getAsInt() < 10;
            return isNumber ? OptionalInt.of(tens.getAsInt() + ones.getAsInt()) : OptionalInt.empty();
        }
        return named(key);
    }

    /** The comma of "1,600" */
    private static boolean isThousands(Words words, int i) {
        boolean isBetween = words.is(i, ",") && words.key(i + 1).length() == 3;
        return isBetween && words.key(i + 1).chars().allMatch(Character::isDigit);
    }

    private static OptionalInt named(String word) {
        return Vocabulary.NUMBER
                .rest(word)
                .filter(value -> value.chars().allMatch(Character::isDigit))
                .map(Integer::parseInt)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** Where what is counted is named, behind "new joint"; -1 where nothing is. */
    private static int counted(Words words, int from) {
        for (int i = from; i < Math.min(words.size(), from + FAR); i++) {
            if (length(words, i) > 0) {
                return i;
            }
            boolean goesOn = Vocabulary.ADJECTIVE.contains(words.key(i))
                    || words.isLower(i) && words.key(i).endsWith("al");
            if (!goesOn) {
                return -1;
            }
        }
        return -1;
    }

    private static int length(Words words, int i) {
        int longest = Vocabulary.ANNOUNCED.isPlural(words, i) ? 1 : 0;
        for (Phrases section : Instruments.WORDS.values()) {
            if (section.isPlural(words, i)) {
                longest = Math.max(longest, section.length(words, i));
            }
        }
        return longest;
    }

    private static Optional<Row.Kind> kind(Words words, int i) {
        return Instruments.WORDS.entrySet().stream()
                .filter(each -> each.getValue().isPlural(words, i))
                .max(java.util.Comparator.comparingInt(each -> each.getValue().length(words, i)))
                .map(Map.Entry::getKey);
    }

    private static Comparator comparatorBefore(Words words, int number) {
        return COMPARATORS.entrySet().stream()
                .filter(each -> beginning(words, number, each.getValue()) < number)
                .max(java.util.Comparator.comparingInt(each -> number - beginning(words, number, each.getValue())))
                .map(Map.Entry::getKey)
                .orElse(Comparator.EXACTLY);
    }

    /** Where a phrase begins that ends before the number, or the number itself. */
    private static int beginning(Words words, int number, Phrases section) {
        for (int i = Math.max(0, number - 4); i < number; i++) {
            if (section.length(words, i) == number - i) {
                return i;
            }
        }
        return number;
    }

    private static Place place(Words words) {
        for (int i = 0; i < words.size(); i++) {
            if (Vocabulary.TO_DATE.length(words, i) > 0) {
                return Place.TO_DATE;
            }
        }
        return Place.THIS_MEETING;
    }

    /** "签署8份谅解备忘录", "40多个项目" */
    private static List<AnnouncedNumber> inHan(Piece sentence, int[] codePoints) {
        List<AnnouncedNumber> figures = new ArrayList<>();
        String text = sentence.text();
        Place place = placeInHan(text);
        for (int i = 0; i < text.length(); i++) {
            int end = i;
            while (end < text.length()
                    && (Character.isDigit(text.charAt(end)) || (DIGITS + "十百两").indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
            if (end == i) {
                continue;
            }
            boolean isMore = end < text.length() && "多余餘".indexOf(text.charAt(end)) >= 0;
            int unit = isMore ? end + 1 : end;
            boolean isCounted = unit < text.length() && "项份个個項".indexOf(text.charAt(unit)) >= 0;
            if (isCounted) {
                int start = i;
                int from = unit + 1;
                wordIn(text, from)
                        .ifPresent(word -> figures.add(hanFigure(
                                sentence, start, value(text.substring(start, unit)), isMore, word, place, codePoints)));
            }
            i = Math.max(i, end - 1);
        }
        return figures.stream().filter(AnnouncedNumber::isPlausible).toList();
    }

    private static AnnouncedNumber hanFigure(
            Piece sentence,
            int start,
            int value,
            boolean isMore,
            Instruments.Mention word,
            Place place,
            int[] codePoints) {
        String text = sentence.text();
        Comparator comparator = isMore ? Comparator.MORE_THAN : Comparator.EXACTLY;
        int begin = start;
        for (Map.Entry<Comparator, Phrases> each : COMPARATORS.entrySet()) {
            int length = each.getValue().lengthBefore(text, start);
            if (length > 0) {
                comparator = each.getKey();
                begin = start - length;
            }
        }
        Piece printed = sentence.between(sentence.start() + word.from(), sentence.start() + word.to());
        Piece whole = sentence.between(sentence.start() + begin, sentence.start() + word.to());
        return figure(value, comparator, word.kind(), printed, whole, place, codePoints);
    }

    private static Place placeInHan(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Vocabulary.TO_DATE.length(text, i) > 0) {
                return Place.TO_DATE;
            }
        }
        return Place.THIS_MEETING;
    }

    /** What is counted, at most a few characters on. */
    private static Optional<Instruments.Mention> wordIn(String text, int from) {
        for (int i = from; i < Math.min(text.length(), from + 7); i++) {
            Optional<Instruments.Mention> mention = Instruments.atHan(text, i);
            if (mention.isPresent()) {
                return mention;
            }
            int project = Instruments.words(Row.Kind.PROJECT).length(text, i);
            if (project > 0) {
                return Optional.of(new Instruments.Mention(Row.Kind.PROJECT, i, i + project, true));
            }
            if ("，。,;；、".indexOf(text.charAt(i)) >= 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static int value(String number) {
        String digits = number.replaceAll("[^0-9〇一二三四五六七八九十百两]", "");
        if (digits.chars().allMatch(Character::isDigit)) {
            return digits.length() < 6 ? Integer.parseInt(digits) : 0;
        }
        int total = 0;
        int last = 0;
        for (char c : digits.toCharArray()) {
            int unit = c == '十' ? 10 : c == '百' ? 100 : 0;
            if (unit > 0) {
                total += Math.max(1, last) * unit;
                last = 0;
            } else {
                last = c == '两' ? 2 : Math.max(0, DIGITS.indexOf(c));
            }
        }
        return total + last;
    }

    @Override
    public String toString() {
        return "%s %d %s %s".formatted(comparator, value, word, place).toLowerCase(Locale.ROOT);
    }
}
