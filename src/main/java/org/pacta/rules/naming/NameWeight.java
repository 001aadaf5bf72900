package org.pacta.rules.naming;

import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;

/** Weighs how much what is left of a stretch looks like an organisation. */
final class NameWeight {

    /** More than two names together that are on no record: an "and" between those belongs to one that is. */
    private static final double KNOWN = 20;

    private final Stretch cut;
    private final Words words;
    private final Knowledge.Index known;

    NameWeight(Stretch cut, Knowledge.Index known) {
        this.cut = cut;
        this.words = cut.words;
        this.known = known;
    }

    /** Below nought it looks like none, from {@link Names#STRONG} on it is one beyond doubt. */
    double score() {
        if (known.organisation(cut.piece().line()).isPresent()) {
            return KNOWN;
        }
        int content = 0;
        int topics = 0;
        int heads = 0;
        int trades = 0;
        int places = 0;
        int lower = 0;
        int legalInside = 0;
        boolean isLegal = false;
        boolean isLoose = false;
        int last = -1;
        for (int i = cut.from; i < cut.to; i++) {
            if (words.isMark(i) || !words.isOpen(i)) {
                continue;
            }
            String key = words.key(i);
            boolean ends = Vocabulary.LEGAL_END.contains(key);
            if (isLegal && !ends && !Vocabulary.LEGAL.contains(key) && words.isCapital(i)) {
                legalInside++;
                isLegal = false;
            }
            isLegal |= ends || (Vocabulary.LEGAL.contains(key) && isLegal);
            boolean isForm = Vocabulary.LEGAL.contains(key) && !Vocabulary.ORGANISATION.contains(key);
            if (Vocabulary.INSIDE.contains(key) || isForm) {
                continue;
            }
            if (Vocabulary.ORGANISATION.contains(key)) {
                heads++;
                isLoose |= i == cut.from;
            } else if (words.isLower(i)) {
                lower++;
            } else if (Vocabulary.TRADE.contains(key)) {
                trades++;
            } else if (Vocabulary.TOPIC.contains(key)) {
                topics++;
            } else if (known.isPlace(key)) {
                places++;
            }
            content++;
            last = i;
        }
        int loose = Vocabulary.LOOSE_HEAD.length(words, cut.from);
        if (loose > 0 && cut.to - cut.from > loose) {
            return content > 24 ? 1 : 5;
        }
        if (Vocabulary.TOPIC.contains(words.key(cut.from)) && words.is(cut.from + 1, ",")) {
            return -4;
        }
        if (content == 0) {
            return isLegal ? -6 : -10;
        }
        if (cut.family() > 0) {
            return 4;
        }
        double score = 1;
        String first = words.key(cut.from);
        int names = content - heads - topics - trades - places - lower;
        if (Vocabulary.NOBODY.contains(first) && content == 1) {
            return -10;
        }
        if (isLegal) {
            score = names + places > 0 || trades > 1 ? 6 : topics + trades == content ? -2 : 1;
        } else if (heads > 0) {
            score = content == heads ? (heads > 1 ? 2 : -4) : names + places == 0 && !hasOf() && topics <= 1 ? 3 : 5;
        } else if (trades > 0 && content > 1) {
            score = names > 0 && Vocabulary.TRADE.contains(words.key(last)) ? 3 : names > 0 ? 1 : -2;
        } else if (topics + trades == content || (topics > 0 && Vocabulary.TOPIC.contains(first))) {
            score = -4;
        } else if (topics > 0 && Vocabulary.TOPIC.contains(words.key(last))) {
            score = -1;
        } else if (isAcronym(words.piece(cut.from, cut.to).line())) {
            score = 2;
        } else if (places > 0 && places < content && known.isPlace(first)) {
            score = topics + places == content ? -2 : 0;
        }
        if (lower > 0 && !(isLoose && lower <= 3)) {
            score -= Math.min(9, 3 * lower);
        }
        if (words.isLower(cut.from) && !isLoose) {
            score -= 4;
        }
        if (Vocabulary.OPEN.contains(words.key(cut.to - 1))
                || Vocabulary.AND.contains(words.key(cut.to - 1))
                || Vocabulary.OPEN.contains(first)
                || Vocabulary.AND.contains(first)) {
            score -= 5;
        }
        return score - 8 * legalInside - (content > 14 ? 3 : 0);
    }

    private boolean hasOf() {
        for (int i = cut.from; i < cut.to; i++) {
            if (Vocabulary.OPEN.contains(words.key(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isAcronym(String text) {
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        return text.length() >= 2
                && text.length() <= 12
                && text.indexOf(' ') < 0
                && capitals >= 2
                && capitals * 2 >= text.length();
    }
}
