package org.pacta.rules.annex;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Instruments.Mention;
import org.pacta.rules.annex.Participants.Stop;
import org.pacta.rules.annex.Row.Kind;
import org.pacta.rules.annex.Row.Why;
import org.pacta.rules.language.NameList;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;

/** Shapes for instruments and verbs that no list holds; what they read is always to be looked at, unless a heading says what it is. */
final class OpenShapes {

    /** How far behind the verb its object may stand. */
    private static final int REACH = 12;

    private final Clause clause;
    private final Words words;

    OpenShapes(Clause clause) {
        this.clause = clause;
        this.words = clause.words();
    }

    /** "Calendar of exchanges between A and B" */
    @Nullable
    Reading between() {
        if (!mayStand() || !words.isCapital(0) || clause.firstMention() != null) {
            return null;
        }
        for (int i = 1; i < clause.end(); i++) {
            int length = words.isOpen(i) ? Vocabulary.BETWEEN.length(words, i) : 0;
            if (length > 0) {
                Stop stop = clause.stop(i + length, 2);
                NameList list = clause.list(i + length, stop.at(), 2);
                boolean isWhole = stop.at() >= clause.end() - 1 || stop.subject() > stop.at();
                boolean areNames = clause.item().stands() && isWhole || clause.anyStrong(list);
                boolean isTitle = list.names().size() > 1 && areNames && clause.allPossible(list) && !tells(i);
                if (!isTitle) {
                    return null;
                }
                Reading reading = unnamed(Kind.OTHER);
                clause.add(reading, list);
                return reading.about(clause.rest(stop)).about(isBehind(stop) ? null : words.piece(0, i));
            }
        }
        return null;
    }

    /** "Deed of gift of books from A to B", "Supply of cranes by A to B"; countries may be the parties. */
    @Nullable
    Reading gift() {
        if (!mayStand() || !words.isCapital(0)) {
            return null;
        }
        int giver = Math.min(words.find("from", 1, clause.end()), words.find("by", 1, clause.end()));
        int taker = words.find("to", 1, clause.end());
        while (taker < clause.end() && !clause.beginsName(taker + 1)) {
            taker = words.find("to", taker + 1, clause.end());
        }
        int first = Math.min(giver, taker);
        boolean areNamed = Math.max(giver, taker) < clause.end() - 1 && clause.beginsName(giver + 1);
        if (!areNamed || !speaksOfGift(first) || tells(first)) {
            return null;
        }
        Reading reading = unnamed(Kind.OTHER);
        int second = Math.max(giver, taker);
        clause.add(
                reading,
                clause.list(first + 1, clause.stopBefore(first + 1, second).at(), 1));
        clause.add(reading, clause.list(second + 1, clause.stop(second + 1, 1).at(), 1));
        return reading.names().size() < 2 ? null : reading.about(words.piece(0, first));
    }

    /** "A will supply B with …", "A took a share in B" */
    @Nullable
    Reading deal() {
        Stop left = clause.stopBefore(0, clause.end());
        int verb = left.at();
        boolean isVerb = verb > 0
                && verb < clause.end()
                && words.isLower(verb)
                && (left.subject() == verb || words.is(verb, "to"));
        boolean mayBe =
                isVerb && clause.firstMention() == null && (clause.item().stands() || holdsDeal(verb));
        NameList owners = mayBe ? clause.list(0, verb, 1) : new NameList(List.of(), 0);
        boolean isDeal = mayBe && holdsDeal(verb);
        if (owners.names().isEmpty() || !(clause.allStrong(owners) || isDeal && clause.allPossible(owners))) {
            return null;
        }
        Reading reading = unnamed(Kind.PROJECT);
        clause.add(reading, owners);
        for (int i = verb + 1; i < Math.min(clause.end(), verb + REACH); i++) {
            Piece described = described(i);
            boolean isCount = Character.isDigit(words.key(i).charAt(0));
            boolean isObject = clause.beginsName(i) && !isCount && words.isLower(i - 1);
            if (described != null) {
                clause.add(reading, new NameList(List.of(described), 0));
                return reading.about(words.piece(verb, clause.end()));
            }
            if (isObject) {
                int stop = clause.stop(i, 1).at();
                int behind = stop;
                while (behind > i + 1 && words.isLower(behind - 1)) {
                    behind--;
                }
                NameList list = clause.list(i, behind, 1);
                boolean areNames = clause.allStrong(list) || isDeal && clause.allPossible(list);
                if (!list.names().isEmpty() && areNames && !clause.anyPlace(list)) {
                    clause.add(reading, list);
                    return reading.about(words.piece(verb, clause.end())).doubt(Why.NAME_MAY_END_ELSEWHERE);
                }
                i = Math.max(i, stop - 1);
            }
        }
        return null;
    }

    /** "Talks on a tannery, by A", "Courses in weaving at A" */
    @Nullable
    Reading subjectFirst() {
        if (!clause.item().stands() || clause.firstMention() != null) {
            return null;
        }
        for (int i = clause.end() - 2; i > 1; i--) {
            boolean isComma = words.is(i - 1, ",");
            boolean leads = words.isOpen(i)
                    && (words.is(i, "by") || words.is(i, "with") || words.is(i, "at"))
                    && clause.beginsName(i + 1);
            if (leads && isTopic(isComma ? i - 1 : i)) {
                Stop stop = clause.stop(i + 1, 1);
                NameList list = clause.list(i + 1, stop.at(), 1);
                boolean areNames = isComma && !words.is(i, "at") ? clause.allPossible(list) : clause.allStrong(list);
                if (list.names().isEmpty() || !areNames || stop.at() < clause.end() - 1) {
                    return null;
                }
                Reading reading = unnamed(Kind.PROJECT);
                clause.add(reading, list);
                return reading.about(words.piece(0, isComma ? i - 1 : i));
            }
        }
        return null;
    }

    /** Whether what stands before names a matter and nobody. */
    private boolean isTopic(int end) {
        NameList list = clause.list(0, clause.stopBefore(0, end).at(), 1);
        int next = words.isCapital(1) && end > 2 ? 2 : 1;
        boolean isNoun = words.isLower(Math.min(end - 1, next))
                && (Vocabulary.WILL.length(words, next) == 0 || words.is(next, "develop"));
        return isNoun && !clause.anyStrong(list) && !tells(end);
    }

    private Reading unnamed(Kind otherwise) {
        Mention mention = clause.firstMention();
        Kind promised = clause.item().context();
        Kind kind = mention != null ? mention.kind() : promised != null ? promised : otherwise;
        Reading reading = new Reading(clause.item().piece(), kind);
        return promised == null || kind == Kind.OTHER ? reading.doubt(Why.KIND_NOT_SAID) : reading;
    }

    private boolean mayStand() {
        return clause.item().stands() || clause.item().isLine();
    }

    private boolean isBehind(Stop stop) {
        Piece rest = clause.rest(stop);
        return rest != null && !rest.trimmed().isEmpty();
    }

    /** Whether a verb stands before, so that this is a sentence and no title. */
    private boolean tells(int end) {
        for (int i = 0; i < end; i++) {
            boolean isVerb = words.isLower(i)
                    && (clause.isAuxiliary(i) || Vocabulary.WILL.length(words, i) > 0 && !words.is(i, "to"));
            if (isVerb && words.isOpen(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean speaksOfGift(int end) {
        for (int i = 0; i < end; i++) {
            if (Vocabulary.GIFT.contains(words.key(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsDeal(int verb) {
        for (int i = verb; i < Math.min(clause.end(), verb + 4); i++) {
            if (Vocabulary.DEAL.length(words, i) > 0 || Vocabulary.AGREES.length(words, i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** "Northport's ferry authority" */
    private @Nullable Piece described(int i) {
        boolean owns = words.isCapital(i) && words.key(i).endsWith("'s");
        for (int j = i + 1; owns && j < Math.min(clause.end(), i + 4) && words.isLower(j); j++) {
            if (Vocabulary.ORGANISATION.contains(words.key(j))) {
                return words.piece(i, j + 1);
            }
        }
        return null;
    }
}
