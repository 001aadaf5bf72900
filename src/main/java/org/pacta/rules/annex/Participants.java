package org.pacta.rules.annex;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.language.NameList;
import org.pacta.rules.language.NameList.Join;
import org.pacta.rules.language.Phrases;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;
import org.pacta.rules.naming.Names;

/** Finds where the participants of a sentence end, and cuts what lies before into names. */
final class Participants {

    private final Names names;
    private boolean hasAside;
    private boolean hasPlaces;

    Participants(Names names) {
        this.names = names;
    }

    /** Whether a description was passed over. */
    boolean hasAside() {
        return hasAside;
    }

    /** Whether places without a word for one were left out. */
    boolean hasPlaces() {
        return hasPlaces;
    }

    /**
     * Where a list of participants ends.
     *
     * @param at the first word that does not belong to it
     * @param subject the first word of what follows, behind "on" or "for"
     * @param isSure false when the word found can also be part of a name
     */
    record Stop(int at, int subject, boolean isSure) {}

    /**
     * Reads on from a word to the end of the participants.
     *
     * @param least how many there must be, so that "for" in the first name is not taken for the end
     * @param isLoose whether names hold words in small letters, as in French
     */
    Stop stop(Words words, int from, int end, int least, boolean isLoose, boolean passesDashes) {
        boolean isShouted = isShouted(words);
        boolean hasTwo = least < 2;
        int begin = from;
        for (int i = from; i < end; i++) {
            if (!words.isOpen(i)) {
                continue;
            }
            int and = and(words, i, isShouted);
            int on = Vocabulary.ON.length(words, i);
            int aside = i == begin ? Asides.before(words, i, end) : Asides.behind(words, i, end);
            if (aside > 0) {
                begin = i == begin ? i + aside : begin;
                i += aside - 1;
            } else if (and > 0) {
                hasTwo = true;
                begin = i + and;
                i += and - 1;
            } else if (on > 0 && (isShouted || words.isLower(i)) && i > from) {
                if (!isInside(words, i, on, begin, end, hasTwo)) {
                    return new Stop(i, i + on, isSureEnd(words, i, on, begin, end));
                }
                i += on - 1;
            } else if (words.is(i, ",")) {
                int next = behindDescription(words, i, end);
                if (next < 0) {
                    return new Stop(i, i + 1, true);
                }
                hasTwo |= next == i + 1;
                begin = next;
                i = next - 1;
            } else if (words.is(i, ";")) {
                hasTwo = true;
                begin = i + 1;
            } else if (words.is(i, ":") || (words.is(i, ".") && isEnd(words, i, end))) {
                return new Stop(i, i + 1, true);
            } else if (words.is(i, Words.DASH) && !passesDashes && hasTwo) {
                return new Stop(i, i + 1, true);
            } else if (words.isLower(i) && endsNames(words, i, end, isLoose)) {
                return new Stop(i, i, true);
            }
        }
        return new Stop(end, end, true);
    }

    /** Cuts a stretch into names. */
    NameList list(Words words, int from, int to, int least, boolean dashesPart) {
        boolean isShouted = isShouted(words);
        List<Piece> atoms = new ArrayList<>();
        List<Separator> separators = new ArrayList<>();
        int begin = from;
        int aside = 0;
        for (int i = from; i <= to; ) {
            int before = i == begin ? Asides.before(words, i, to) : 0;
            int behind = before > 0 ? 0 : Asides.behind(words, i, to);
            if (before + behind > 0) {
                hasAside = true;
                i += before + behind;
                begin = before > 0 ? i : begin;
                aside = behind;
                continue;
            }
            Separator separator =
                    i == to ? new Separator(Kind.SEMICOLON, i, i) : separator(words, begin, i, to, isShouted);
            if (separator == null) {
                i++;
            } else {
                Piece atom = words.piece(begin, i - aside).trimmed();
                aside = 0;
                if (!atom.isEmpty() && begin < i) {
                    atoms.add(atom);
                    separators.add(separator);
                } else if (!separators.isEmpty() && i < to) {
                    separators.set(separators.size() - 1, separator);
                }
                begin = separator.to;
                i = Math.max(i + 1, separator.to);
            }
        }
        NameList list = NameList.split(atoms, joins(atoms, separators, dashesPart), names::judge, least);
        List<Piece> kept = withoutPlaces(list.names());
        hasPlaces |= kept.size() < list.names().size();
        return arePairs(list, atoms, separators) ? new NameList(kept, 0) : new NameList(kept, list.margin());
    }

    /** "Reed Docks, Oldport, and Gull Docks, Northport", "Oldport / Reed Docks": where each name has its place beside it, in no other words. */
    private List<Piece> withoutPlaces(List<Piece> list) {
        boolean areParted = false;
        boolean isEach = list.size() > 2 && names.judge(list.get(0)) >= Names.STRONG;
        boolean isOneSided = list.size() > 1;
        boolean isStrong = false;
        for (int i = 0; i < list.size(); i++) {
            boolean wasStrong = isStrong;
            isStrong = names.judge(list.get(i)) >= Names.STRONG;
            isEach &= isStrong ? !wasStrong : isBarePlace(list.get(i)) && (i == 0 || isBehind(list, i, ','));
            boolean isSlash = i > 0 && isBehind(list, i, '/');
            isOneSided &= i == 0 || isSlash == (isStrong != wasStrong);
            isOneSided &= isStrong || isBarePlace(list.get(i));
            areParted |= isSlash;
        }
        boolean drops = isEach && !isStrong || isOneSided && areParted;
        return drops
                ? list.stream()
                        .filter(each -> names.judge(each) >= Names.STRONG)
                        .toList()
                : list;
    }

    private boolean isBarePlace(Piece each) {
        Words words = Words.of(each);
        boolean isCapital = words.size() < 4;
        for (int i = 0; i < words.size(); i++) {
            isCapital &= words.isCapital(i);
        }
        double strength = names.judge(each);
        return isCapital && (strength == 1 || names.isPlace(each));
    }

    private static boolean isBehind(List<Piece> list, int i, char mark) {
        Piece before = list.get(i - 1);
        return before.between(before.end(), list.get(i).start()).text().indexOf(mark) >= 0;
    }

    /** "between A and B, C and D": in one list "and" stands before the last name only. */
    private static boolean arePairs(NameList list, List<Piece> atoms, List<Separator> separators) {
        boolean hasAnd = false;
        int name = 0;
        for (int i = 0; i + 1 < atoms.size() && name < list.names().size(); i++) {
            if (atoms.get(i).end() == list.names().get(name).end()) {
                if (hasAnd) {
                    return true;
                }
                hasAnd = separators.get(i).kind == Kind.AND || separators.get(i).kind == Kind.COMMA_AND;
                name++;
            }
        }
        return false;
    }

    /** Whether the language lets names go on in small letters. */
    static boolean isLoose(Words words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.isLower(i) && Vocabulary.LOOSE_WORD.contains(words.key(i))) {
                return true;
            }
        }
        return false;
    }

    /** How many words mean "and" here. */
    static int and(Words words, int i, boolean isShouted) {
        int length = Vocabulary.AND.length(words, i);
        return length > 0 && (isShouted || words.isLower(i)) ? length : words.is(i, "&") ? 1 : 0;
    }

    static boolean isShouted(Words words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.isLower(i)) {
                return false;
            }
        }
        return true;
    }

    private enum Kind {
        AND,
        AMPERSAND,
        COMMA,
        COMMA_AND,
        SEMICOLON,
        SLASH,
        DASH
    }

    private record Separator(Kind kind, int from, int to) {}

    private @Nullable Separator separator(Words words, int begin, int i, int to, boolean isShouted) {
        if (!words.isOpen(i)) {
            return null;
        }
        if (words.is(i, "&")) {
            return new Separator(Kind.AMPERSAND, i, i + 1);
        }
        int and = and(words, i, isShouted);
        if (and > 0) {
            boolean isPlain = and == 1 && !words.is(i, "with") && !words.is(i, "dengan");
            return new Separator(isPlain ? Kind.AND : Kind.SEMICOLON, i, i + and);
        }
        if (words.is(i, ",") && i + 1 < to) {
            int next = and(words, i + 1, isShouted);
            if (next > 0 && !words.is(i + 1, "&")) {
                return new Separator(Kind.COMMA_AND, i, i + 1 + next);
            }
            return belongsToName(words, begin, i, to) ? null : new Separator(Kind.COMMA, i, i + 1);
        }
        if (words.is(i, ";") || words.is(i, "、")) {
            return new Separator(Kind.SEMICOLON, i, i + 1);
        }
        if (words.is(i, "/") || words.is(i, "+") || words.is(i, "×") || (words.is(i, "x") && words.isLower(i))) {
            return new Separator(Kind.SLASH, i, i + 1);
        }
        return words.is(i, Words.DASH) ? new Separator(Kind.DASH, i, i + 1) : null;
    }

    /** ", Ltd", ", Singapore", ", a company that …", and the office behind a person. */
    private boolean belongsToName(Words words, int begin, int comma, int to) {
        int next = comma + 1;
        if (Vocabulary.LEGAL.contains(words.key(next)) && !words.is(next, "group")) {
            return true;
        }
        if (words.isLower(next) && !Vocabulary.ORGANISATION.contains(words.key(next))) {
            boolean isArticle = Vocabulary.ARTICLE.contains(words.key(next)) && words.isCapital(next + 1);
            return !isArticle;
        }
        if (names.isPerson(words, begin, comma) && Vocabulary.ROLE.length(words, next) > 0) {
            return true;
        }
        int behind = next;
        while (behind < to && words.isOpen(behind) && !words.isMark(behind) && and(words, behind, false) == 0) {
            behind++;
        }
        return names.isPlace(words.piece(next, behind)) && !names.isPlace(words.piece(begin, comma));
    }

    private List<Join> joins(List<Piece> atoms, List<Separator> separators, boolean dashesPart) {
        List<Join> joins = new ArrayList<>();
        boolean isOpen = false;
        Piece unit = atoms.isEmpty() ? null : atoms.get(0);
        for (int i = 0; i + 1 < atoms.size(); i++) {
            double left = names.judge(atoms.get(i));
            boolean wentOn = isOpen && left < Names.STRONG;
            unit = unit != null && wentOn
                    ? unit.between(unit.start(), atoms.get(i).end())
                    : atoms.get(i);
            double right = names.judge(atoms.get(i + 1));
            isOpen = isOpen(atoms.get(i)) || (isOpen && left < Names.STRONG);
            boolean goesOn = isOpen && right < Names.STRONG;
            boolean bothStrong = (left >= Names.STRONG || wentOn) && right >= Names.STRONG;
            boolean isFirm =
                    i + 2 < atoms.size() && separators.get(i + 1).kind == Kind.AMPERSAND && left < Names.STRONG;
            boolean isAnother = hasArticle(atoms.get(i + 1)) && (right >= 1 || isHalf(atoms, separators, i + 1));
            boolean isHalf = !isAnother && isHalf(atoms, separators, i);
            joins.add(
                    switch (separators.get(i).kind) {
                        case AND ->
                            isFamily(atoms.get(i + 1))
                                    ? new Join(0, 6)
                                    : isAnother
                                            ? new Join(5, 0)
                                            : isHalf
                                                    ? new Join(0.5, 3)
                                                    : bothStrong
                                                            ? new Join(5, 0)
                                                            : goesOn ? new Join(0.5, 3) : new Join(1, 0);
                        case AMPERSAND -> bothStrong ? new Join(3, 1) : new Join(0, 4);
                        case COMMA -> isFirm ? new Join(0.5, 3) : comma(unit, atoms.get(i + 1), goesOn, bothStrong);
                        case COMMA_AND -> goesOn ? new Join(1.5, 1.5) : new Join(5, 0);
                        case SEMICOLON -> new Join(Join.NEVER, 0);
                        case SLASH -> new Join(3, 0);
                        case DASH ->
                            dashesPart
                                    ? new Join(5, 0)
                                    : startsUnit(atoms.get(i + 1)) ? new Join(0, 7) : new Join(1, 5);
                    });
        }
        return joins;
    }

    /** "the Bridges" begins a name, and "Tunnels Office" ends it. */
    private boolean isHalf(List<Piece> atoms, List<Separator> separators, int i) {
        return i + 1 < atoms.size()
                && separators.get(i).kind == Kind.AND
                && hasArticle(atoms.get(i))
                && !hasArticle(atoms.get(i + 1))
                && names.judge(atoms.get(i)) < Names.STRONG
                && names.judge(atoms.get(i + 1)) >= Names.STRONG;
    }

    private static boolean hasArticle(Piece atom) {
        Words words = Words.of(atom);
        return words.is(0, "the") && words.isCapital(1);
    }

    /** "School of …" */
    private static boolean startsUnit(Piece atom) {
        Words words = Words.of(atom);
        return words.size() > 2 && Vocabulary.SUBUNIT.contains(words.key(0));
    }

    /** "… and Sons" */
    private static boolean isFamily(Piece atom) {
        String text = atom.line();
        return text.equals("Sons")
                || text.equals("Partners")
                || text.equals("Associates")
                || text.startsWith("Partners ");
    }

    private static Join comma(Piece left, Piece right, boolean goesOn, boolean bothStrong) {
        Words unit = Words.of(left);
        Words body = Words.of(right);
        if (bothStrong && holds(unit, Vocabulary.SUBUNIT) && holds(body, Vocabulary.PARENT)) {
            boolean isPart = !holdsAny(unit, "institute", "centre", "center", "college", "university", "academy");
            return isPart ? new Join(-1, 6) : new Join(0, 4);
        }
        if (bothStrong && Vocabulary.SUBUNIT.contains(body.key(0)) && holds(unit, Vocabulary.PARENT)) {
            return new Join(0, 4);
        }
        return bothStrong ? new Join(6, 0) : goesOn ? new Join(1, 2) : new Join(3, 0);
    }

    private static boolean holds(Words words, Phrases section) {
        for (int i = 0; i < words.size(); i++) {
            if (section.contains(words.key(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsAny(Words words, String... keys) {
        for (int i = 0; i < words.size(); i++) {
            for (String key : keys) {
                if (words.is(i, key)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Institute of Burns", so that "and Plastic Surgery" may go on. */
    private static boolean isOpen(Piece atom) {
        Words words = Words.of(atom);
        return holds(words, Vocabulary.OPEN) || Vocabulary.LOOSE_HEAD.length(words, 0) > 0;
    }

    /** Whether "for" or "on" belongs to a name: "Institute for …". */
    private boolean isInside(Words words, int i, int length, int begin, int end, boolean hasTwo) {
        boolean canBe = length == 1 && Vocabulary.ON_INSIDE.contains(words.key(i)) && words.isCapital(i + 1);
        if (!canBe || i + 1 >= end) {
            return false;
        }
        if (!hasTwo) {
            return true;
        }
        if (!Vocabulary.ORGANISATION.contains(words.key(i - 1))) {
            return false;
        }
        boolean isBare = names.judge(words.piece(begin, i)) < Names.STRONG;
        return isBare || hasLaterEnd(words, i + 1, end);
    }

    private boolean isSureEnd(Words words, int i, int length, int begin, int end) {
        boolean canBe = length == 1 && Vocabulary.ON_INSIDE.contains(words.key(i)) && words.isCapital(i + 1);
        boolean isBody = Vocabulary.ORGANISATION.contains(words.key(i - 1));
        return !(canBe && isBody) || words.is(i - 1, "company") || words.is(i - 1, "group");
    }

    private static boolean hasLaterEnd(Words words, int from, int end) {
        for (int i = from; i < end; i++) {
            if (words.isOpen(i) && words.isLower(i) && Vocabulary.ON.length(words, i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Where the list goes on behind a comma; behind a description, or nowhere (-1). */
    private int behindDescription(Words words, int comma, int end) {
        int next = comma + 1;
        if (next >= end
                || !words.isLower(next)
                || and(words, next, false) > 0
                || Vocabulary.LEGAL.contains(words.key(next))) {
            return next < end ? next : -1;
        }
        if (Vocabulary.ARTICLE.contains(words.key(next))
                && words.isCapital(next + 1)
                && !words.is(next, "a")
                && !words.is(next, "an")) {
            return next;
        }
        boolean isRole = Vocabulary.ROLE.length(words, next) > 0;
        boolean describes = words.is(next, "a")
                || words.is(next, "an")
                || words.is(next, "the")
                || words.is(next, "its")
                || words.is(next, "which")
                || words.is(next, "based")
                || words.is(next, "headquartered")
                || words.is(next, "located")
                || isRole;
        if (!describes) {
            return -1;
        }
        for (int i = next; i < end; i++) {
            if (words.isOpen(i) && (words.is(i, ",") || and(words, i, false) > 0)) {
                int behind = words.is(i, ",") ? i + 1 + and(words, i + 1, false) : i + and(words, i, false);
                if (words.isCapital(behind)
                        || (Vocabulary.ARTICLE.contains(words.key(Math.min(behind, words.size() - 1)))
                                && words.isCapital(behind + 1))) {
                    return i;
                }
                if (words.is(i, ",") && isRole) {
                    return i;
                }
            }
        }
        if (isRole) {
            return end;
        }
        return -1;
    }

    private static boolean isEnd(Words words, int i, int end) {
        return i + 1 >= end && !isShort(words.key(i - 1))
                || i + 1 < end
                        && (words.isCapital(i + 1)
                                && !isShort(words.key(i - 1))
                                && !Vocabulary.LEGAL.contains(words.key(i + 1)));
    }

    static boolean isShort(String key) {
        return key.length() <= 2
                || Vocabulary.LEGAL.contains(key)
                || Vocabulary.PERSON.contains(key)
                || key.equals("no")
                || key.equals("st");
    }

    private static boolean endsNames(Words words, int i, int end, boolean isLoose) {
        String key = words.key(i);
        if (Vocabulary.WILL.length(words, i) > 0 && !Vocabulary.INSIDE.contains(key)) {
            return true;
        }
        if (isLoose || Vocabulary.LEGAL.contains(key)) {
            return Vocabulary.SIGNED.length(words, i) > 0;
        }
        if (key.equals("in") || key.equals("at") || key.equals("from")) {
            return !words.isCapital(i + 1) || Character.isDigit(words.key(i + 1).charAt(0));
        }
        if (Vocabulary.STATE.contains(key) && words.isCapital(i - 1)
                || key.equals("government") && Vocabulary.STATE.contains(words.key(i - 1))) {
            return false;
        }
        boolean introduces = Vocabulary.INTRODUCES.contains(key) && words.isCapital(i + 1);
        return !Vocabulary.INSIDE.contains(key) && !introduces && !leadsTo(words, i, end);
    }

    /** Words in small letters before "start-up" or "firm" describe the name that follows. */
    private static boolean leadsTo(Words words, int i, int end) {
        for (int j = i + 1; j < Math.min(end, i + 6); j++) {
            if (words.isCapital(j) || words.isMark(j) && !words.is(j, "&")) {
                return Vocabulary.INTRODUCES.contains(words.key(j - 1)) && words.isCapital(j);
            }
        }
        return false;
    }
}
