package org.pacta.rules.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Instruments.Mention;
import org.pacta.rules.annex.Items.Item;
import org.pacta.rules.annex.Participants.Stop;
import org.pacta.rules.annex.Row.Kind;
import org.pacta.rules.annex.Row.Why;
import org.pacta.rules.language.NameList;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;
import org.pacta.rules.naming.Names;

/** One sentence or list item in words, with the instruments it names, up to where it only says who held the pen. */
final class Clause {

    /** How many words a phrase may stand away from what it belongs to. */
    static final int FAR = 10;

    private static final int MOST_MENTIONS = 6;
    private static final Set<String> BE = Set.of("was", "were", "is", "are", "has", "have", "had");
    private static final Set<String> TIMES = Set.of("at", "during", "under", "today", "yesterday");
    private static final Set<String> DAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "aug",
            "sept",
            "oct",
            "nov",
            "dec");
    private static final Set<String> AGAIN = Set.of("renewal", "extension", "of", "renouvellement", "du");

    private final Item item;
    private final Words words;
    private final Names names;
    private final Participants participants;
    private final boolean isLoose;
    private final int end;
    private final List<Mention> mentions;

    Clause(Item item, Words words, Names names) {
        this.item = item;
        this.words = words;
        this.names = names;
        participants = new Participants(names);
        isLoose = Participants.isLoose(words);
        end = beforeExchange();
        mentions =
                Instruments.in(words).stream().filter(each -> each.from() < end).toList();
    }

    Item item() {
        return item;
    }

    Words words() {
        return words;
    }

    /** Behind the last word that counts. */
    int end() {
        return end;
    }

    List<Mention> mentions() {
        return mentions;
    }

    @Nullable
    Mention firstMention() {
        return mentions.isEmpty() ? null : mentions.get(0);
    }

    /** Whether "exchanged by …" was cut off. */
    boolean isExchanged() {
        return end < words.size();
    }

    Reading reading(@Nullable Mention mention) {
        Kind promised = item.context() != null ? item.context() : Kind.PROJECT;
        Reading reading = new Reading(item.piece(), mention != null ? mention.kind() : promised);
        if (mention == null && promised == Kind.OTHER) {
            reading.doubt(Why.KIND_NOT_SAID);
        }
        return mention != null && mention.isPlural() ? reading.doubt(Why.SEVERAL_INSTRUMENTS) : reading;
    }

    /** Where participants that begin here end. */
    Stop stop(int from, int least) {
        return participants.stop(words, from, end, least, isLoose, false);
    }

    /** The same before a place, and across the dashes between them. */
    Stop stopAcrossDashes(int from, int to) {
        return participants.stop(words, from, to, 1, isLoose, true);
    }

    Stop stopBefore(int from, int to) {
        return participants.stop(words, from, to, 1, isLoose, false);
    }

    NameList list(int from, int to, int least) {
        return participants.list(words, from, to, least, false);
    }

    NameList listAcrossDashes(int from, int to) {
        return participants.list(words, from, to, 1, true);
    }

    /** Whether every one, or any one of a list is an organisation beyond doubt. */
    boolean allStrong(NameList list) {
        return list.names().stream().allMatch(each -> names.judge(each) >= Names.STRONG);
    }

    boolean anyStrong(NameList list) {
        return list.names().stream().anyMatch(each -> names.judge(each) >= Names.STRONG);
    }

    boolean allPossible(NameList list) {
        return list.names().stream().allMatch(each -> names.judge(each) >= 1);
    }

    boolean anyPlace(NameList list) {
        return list.names().stream().anyMatch(names::isPlace);
    }

    /** Adds the names of a list, but nobody like "10 other companies". */
    void add(Reading reading, NameList list) {
        List<Piece> kept = new ArrayList<>();
        for (Piece each : list.names()) {
            if (isVague(Words.of(each))) {
                reading.doubt(Why.OTHERS_NOT_NAMED, each.line());
            } else if (names.judge(each) > Names.NOBODY) {
                kept.add(each);
            }
        }
        reading.add(new NameList(kept, list.margin()), names);
        if (participants.hasAside()) {
            reading.doubt(Why.DESCRIPTION_LEFT_OUT);
        }
        if (participants.hasPlaces()) {
            reading.doubt(Why.PLACE_OR_PART_OF_NAME);
        }
    }

    /** Adds whoever stands behind "with", and says where they end. */
    Stop addPartners(Reading reading, int from) {
        int begin = from;
        boolean isDescription = words.isLower(begin) && !Vocabulary.ARTICLE.contains(words.key(begin));
        int near = Math.min(end, begin + FAR);
        int dash = words.find(Words.DASH, begin, near);
        if (isDescription && dash < near) {
            begin = dash + 1;
            reading.doubt(Why.DESCRIPTION_LEFT_OUT);
        }
        Stop stop = stop(begin, 1);
        add(reading, list(begin, stop.at(), 1));
        if (!stop.isSure()) {
            reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
        }
        return stop;
    }

    /** Where "with" stands before a name, or the end. */
    int withBehind(int from) {
        for (int i = from; i < end; i++) {
            if (words.isOpen(i) && words.is(i, "with") && beginsName(i + 1)) {
                return i;
            }
        }
        return end;
    }

    boolean beginsName(int i) {
        return words.isCapital(i) || (words.is(i, "the") && words.isCapital(i + 1));
    }

    /** Where "signed" stands shortly before an instrument, or -1. */
    int verbBefore(Mention mention) {
        for (int i = mention.from() - 1; i >= Math.max(0, mention.from() - FAR); i--) {
            int length = Vocabulary.SIGNED.length(words, i);
            boolean isHeadline = i + length >= mention.from() - 1;
            boolean isVerb = words.isLower(i) || isHeadline;
            if (length > 0 && i + length <= mention.from() && isVerb) {
                return i;
            }
            if (words.is(i, ";") || Vocabulary.BETWEEN.length(words, i) > 0) {
                return -1;
            }
        }
        return -1;
    }

    boolean isAuxiliary(int i) {
        return words.isLower(i) && (BE.contains(words.key(i)) || Vocabulary.SIGNED.contains(words.key(i)));
    }

    /** What stands behind the participants. */
    @Nullable
    Piece rest(Stop stop) {
        return stop.subject() < end ? sentence(stop.subject()) : null;
    }

    /** What it is about, from a word to the end of the sentence. */
    Piece sentence(int from) {
        int first = from;
        if (BE.contains(words.key(first))) {
            while (first < end && (!words.isLower(first) || Vocabulary.ON.length(words, first) == 0)) {
                first++;
            }
        }
        if (first < end && TIMES.contains(words.key(first))) {
            return words.piece(end, end);
        }
        first = behindDay(first);
        while (first < end && words.isLower(first) && Vocabulary.ON.length(words, first) > 0) {
            first = behindDay(first + Vocabulary.ON.length(words, first));
        }
        int to = first + 1;
        while (to < end && !endsSentence(to)) {
            to++;
        }
        while (to > first && words.is(to - 1, ".")) {
            to--;
        }
        return words.piece(first, Math.min(to, end));
    }

    private int behindDay(int from) {
        int i = from;
        while (i < end && isDay(i)) {
            i = Math.max(i + 1, words.skipBracket(i + 1));
        }
        return i;
    }

    /** "Tuesday", "12 June 2023" */
    private boolean isDay(int i) {
        boolean isNumber = words.key(i).chars().allMatch(Character::isDigit);
        return DAYS.contains(words.key(i)) || (isNumber && (isMonth(i - 1) || isMonth(i + 1))) || isMonth(i);
    }

    private boolean isMonth(int i) {
        return isMonth(words, i);
    }

    static boolean isMonth(Words words, int i) {
        return words.isCapital(i) && MONTHS.contains(words.key(i));
    }

    private boolean endsSentence(int i) {
        boolean tells = words.is(i, ":") && (words.is(i + 1, "the") || words.is(i + 1, "it"));
        return tells || (words.is(i, ".") && words.isCapital(i + 1) && !Participants.isShort(words.key(i - 1)));
    }

    /** What the instrument is on, or the words before it. */
    @Nullable
    Piece title(@Nullable Mention mention, int from, int to) {
        if (mention == null) {
            return words.piece(from, to);
        }
        int on = mention.to() < to ? Vocabulary.ON.length(words, mention.to()) : 0;
        if (on > 0) {
            return words.piece(mention.to() + on, to);
        }
        int first = from;
        int last = Math.min(mention.from(), to);
        while (last > first && Vocabulary.ARTICLE.contains(words.key(last - 1))) {
            last--;
        }
        if (words.find(",", first, last) < last || words.is(first, "there")) {
            return null;
        }
        while (first < last && isFiller(first)) {
            first++;
        }
        return first < last ? words.piece(first, last) : null;
    }

    private boolean isFiller(int i) {
        return words.isLower(i)
                || words.isMark(i)
                || Vocabulary.ARTICLE.contains(words.key(i))
                || AGAIN.contains(words.key(i));
    }

    /** "exchanged by" and "signed by" with a person behind. */
    private int beforeExchange() {
        for (int i = 1; i < words.size() - 1; i++) {
            int length = Vocabulary.EXCHANGE.length(words, i);
            boolean isSigned = length == 0 && isSignedBy(i);
            if (words.isOpen(i) && (length > 1 || isSigned) && isByPerson(i + (isSigned ? 2 : length), i, length)) {
                return i;
            }
        }
        return words.size();
    }

    private boolean isByPerson(int by, int exchange, int length) {
        int behind = words.is(by, ":") ? by + 1 : by;
        behind = words.is(behind, "the") ? behind + 1 : behind;
        boolean always = length > 1 && !words.is(exchange, "exchanged");
        return behind < words.size() && (always || names.isPerson(words, behind, words.size()));
    }

    boolean isSignedBy(int i) {
        return (words.is(i, "signed") || words.is(i, "inked")) && words.is(i + 1, "by");
    }

    private static boolean isVague(Words name) {
        String first = name.key(0);
        boolean isCount = !first.isEmpty()
                && (Character.isDigit(first.charAt(0))
                        || name.isLower(0)
                        || Vocabulary.SEVERAL.contains(first)
                        || Vocabulary.ARTICLE.contains(first));
        for (int i = 1; isCount && i < name.size(); i++) {
            isCount = !name.isCapital(i);
        }
        return isCount;
    }
}
