package org.pacta.rules.annex;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Row.Why;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;

/** Judges whether a stretch of text names an organisation, and cuts away what is not part of the name. */
final class Names {

    /** From here on a stretch is an organisation beyond doubt. */
    static final double STRONG = 3;

    /** More than two names together that are on no record: an "and" between those belongs to one that is. */
    private static final double KNOWN = 20;

    /** At or below, it is nobody at all. */
    static final double NOBODY = -9;

    private static final Set<String> STATE_FORMS =
            Set.of("república", "republik", "république", "reino", "royaume", "repubblica");

    /** Heads of government bodies, which are never called after a place in brackets or behind a second "of". */
    private static final Set<String> STATE = Set.of("ministry", "department", "commission", "administration", "bureau");

    private static final Set<String> SINGLE_TITLES = Set.of(
            "mr",
            "mr.",
            "ms",
            "mrs",
            "mdm",
            "dr",
            "prof",
            "professor",
            "sir",
            "dame",
            "dato",
            "datuk",
            "datin",
            "h.e",
            "encik",
            "puan",
            "herr",
            "frau",
            "sr",
            "sra",
            "mme",
            "shri",
            "smt");

    private static final Set<String> HALF_TITLES =
            Set.of("tan", "chief", "senior", "prime", "foreign", "permanent", "deputy", "m", "tun", "hon", "he");

    private final Knowledge.Index known;

    Names(Knowledge.Index known) {
        this.known = known;
    }

    /**
     * An organisation as named.
     *
     * @param piece the name alone
     * @param strength how much it looks like an organisation
     */
    record Name(
            Piece piece, @Nullable String acronym, @Nullable String side, double strength, Set<Why> doubts) {}

    /** How much a stretch looks like exactly one organisation; below nought it looks like none. */
    double judge(Piece piece) {
        return new Cut(piece, false).strength();
    }

    /** The organisation in a stretch of text, unless a person or nothing is left. */
    Optional<Name> name(Piece piece) {
        return name(piece, false);
    }

    /** "A of P and B of Q": where each name has its place behind it, the place is not part of the name. */
    Optional<Name> name(Piece piece, boolean allHavePlaces) {
        return new Cut(piece, allHavePlaces).name();
    }

    /** Whether a place stands behind the last "of". */
    boolean endsInPlace(Piece piece) {
        Words words = Words.of(piece.trimmed());
        for (int i = words.size() - 2; i > 0; i--) {
            if (words.is(i, "of")) {
                int first = words.is(i + 1, "the") ? i + 2 : i + 1;
                return first < words.size()
                        && known.isPlace(words.piece(first, words.size()).line());
            }
        }
        return false;
    }

    boolean isPlace(Piece piece) {
        return known.isPlace(piece.line());
    }

    boolean isPerson(Words words, int from, int to) {
        String first = words.key(from);
        if (to - from > 2 && words.isCapital(from) && words.is(from + 1, "minister")) {
            return true;
        }
        if (!Vocabulary.PERSON.contains(first) || words.isLower(from) && !Vocabulary.ROLE.contains(first)) {
            return false;
        }
        if (SINGLE_TITLES.contains(first)) {
            return to - from > 1;
        }
        if (HALF_TITLES.contains(first)) {
            return to - from > 1 && Vocabulary.OFFICE.contains(words.key(from + 1));
        }
        int last = to - 1;
        while (last > from && words.isMark(last)) {
            last--;
        }
        boolean isBody =
                Vocabulary.ORGANISATION.contains(words.key(last)) || Vocabulary.LEGAL_END.contains(words.key(last));
        return !isBody || words.find("of", from, to) < to || words.find(",", from, to) < to;
    }

    /** One stretch, cut down to the name. */
    private final class Cut {

        private final Words words;
        private final boolean allHavePlaces;
        private final Set<Why> doubts = EnumSet.noneOf(Why.class);
        private int from;
        private int to;
        private int start;
        private boolean isPerson;
        private @Nullable String acronym;
        private @Nullable String side;

        Cut(Piece piece, boolean allHavePlaces) {
            this.allHavePlaces = allHavePlaces;
            words = Words.of(piece.trimmed());
            to = words.size();
            start = words.piece().start();
            if (to > 0 && known.organisation(piece.trimmed().line()).isEmpty()) {
                cut();
            }
        }

        private void cut() {
            dropNumber();
            dropArticle();
            if (from < to && isPerson(words, from, to)) {
                isPerson = true;
                doubts.add(Why.PERSON_NAMED);
                takeOffice();
            }
            if (!isPerson && holdsOffice()) {
                doubts.add(Why.PERSON_NAMED);
                takeOffice();
            }
            dropOrigin();
            dropDemonym();
            dropArticle();
            dropForm();
            dropDescriptionBehind();
            dropDescriptionBefore();
            for (int before = -1; before != to; ) {
                before = to;
                dropStop();
                dropBracket();
                dropPlaceBehindComma();
                dropPlaceBehindOf();
            }
        }

        double strength() {
            return from >= to ? -10 : isPerson ? STRONG : score();
        }

        Optional<Name> name() {
            if (from >= to || isPerson) {
                return Optional.empty();
            }
            Piece piece = piece();
            double strength = score();
            if (known.isPlace(piece.line())) {
                doubts.add(Why.PLACE_AS_PARTICIPANT);
            } else if (strength < 1) {
                doubts.add(Why.NOT_SEEN_AS_ORGANISATION);
            }
            String place = side != null ? side : placeInside().orElse(null);
            return Optional.of(new Name(piece, acronym, place, strength, doubts));
        }

        private Piece piece() {
            return words.piece().between(Math.max(start, words.start(from)), words.end(to - 1));
        }

        /** "(1) …" */
        private void dropNumber() {
            int behind = words.skipBracket(from);
            if (behind - from == 3 && words.end(from + 1) - words.start(from + 1) <= 3 && behind < to) {
                move(behind);
            }
        }

        private void dropArticle() {
            while (from < to - 1 && words.is(from, "\"")) {
                move(from + 1);
            }
            if (from >= to - 1) {
                return;
            }
            String key = words.key(from);
            boolean isEnglish = key.equals("der")
                    || key.equals("die")
                    || key.equals("das")
                    || key.equals("the")
                    || key.equals("a")
                    || key.equals("an")
                    || key.equals("both");
            boolean isNoun = Vocabulary.ORGANISATION.contains(words.key(from + 1)) || words.isLower(from + 1);
            if (Vocabulary.ARTICLE.contains(key)
                    && !words.is(from + 1, ".")
                    && (isEnglish || words.isLower(from) || isNoun)) {
                move(from + 1);
            } else if (key.startsWith("l'") || key.startsWith("d'")) {
                start = words.start(from) + 2;
            }
        }

        /** "Ms …, chief executive of the bank" stands for the bank. */
        private void takeOffice() {
            for (int i = from + 1; i < to; i++) {
                int role = Vocabulary.ROLE.length(words, i);
                int behind = i + role;
                if (role > 0 && behind + 1 < to && (words.is(behind, "of") || words.is(behind, "at"))) {
                    move(behind + 1);
                    isPerson = false;
                    dropArticle();
                    return;
                }
            }
        }

        /** "…, vice-president of …" */
        private boolean holdsOffice() {
            for (int i = from + 1; i < to - 2; i++) {
                if (words.is(i, ",") && words.isOpen(i)) {
                    int role = Vocabulary.ROLE.length(words, i + 1);
                    return role > 0 && (words.is(i + 1 + role, "of") || words.is(i + 1 + role, "at"));
                }
            }
            return false;
        }

        /** "Singapore's …", "Shanghai-based …" */
        private void dropOrigin() {
            for (int i = from; i < Math.min(from + 3, to - 1); i++) {
                String key = words.key(i);
                int tail = key.endsWith("'s") ? 2 : key.endsWith("-based") ? 6 : 0;
                if (tail > 0) {
                    Piece place = words.piece().between(words.start(from), words.end(i) - tail);
                    if (known.isPlace(place.line())) {
                        side = known.side(place.line()).orElse(null);
                        move(i + 1);
                    } else if (tail == 6) {
                        move(i + 1);
                    }
                    return;
                }
            }
        }

        /** "Vietnamese Ministry of …" */
        private void dropDemonym() {
            boolean isState = from + 1 < to && (isMinistry(words.key(from + 1)) || words.is(from + 1, "embassy"));
            if (isState && side == null) {
                Vocabulary.DEMONYM.rest(words.key(from)).ifPresent(place -> {
                    side = known.side(place).orElse(null);
                    doubts.add(Why.PLACE_OR_PART_OF_NAME);
                    move(from + 1);
                });
            }
        }

        /** "la société Alstom" */
        private void dropForm() {
            boolean isForm = words.is(from, "société")
                    || words.is(from, "groupe")
                    || words.is(from, "entreprise")
                    || words.is(from, "compagnie");
            if (isForm && words.isLower(from)) {
                int next = words.isLower(from + 1) ? from + 2 : from + 1;
                if (next < to && words.isCapital(next)) {
                    doubts.add(Why.DESCRIPTION_LEFT_OUT);
                    move(next);
                }
            }
        }

        /** ", a company that …" */
        private void dropDescriptionBehind() {
            for (int i = from + 1; i < to - 1; i++) {
                if (words.isOpen(i)
                        && words.is(i, ",")
                        && words.isLower(i + 1)
                        && !Vocabulary.LEGAL.contains(words.key(i + 1))
                        && !Vocabulary.AND.contains(words.key(i + 1))) {
                    doubts.add(Why.DESCRIPTION_LEFT_OUT);
                    to = i;
                    return;
                }
                boolean isDash = words.isOpen(i) && words.is(i, Words.DASH);
                if (isDash && words.isLower(i + 1)) {
                    doubts.add(Why.DESCRIPTION_LEFT_OUT);
                    to = i;
                    return;
                }
            }
        }

        /** "medical device start-up …" */
        private void dropDescriptionBefore() {
            for (int i = to - 2; i >= from; i--) {
                if (words.isOpen(i)
                        && words.isLower(i)
                        && Vocabulary.INTRODUCES.contains(words.key(i))
                        && words.isCapital(i + 1)) {
                    Piece before = words.piece(from, from + 1);
                    if (side == null && known.isPlace(before.line())) {
                        side = known.side(before.line()).orElse(null);
                    } else {
                        doubts.add(Why.DESCRIPTION_LEFT_OUT);
                    }
                    move(i + 1);
                    return;
                }
            }
        }

        private void dropStop() {
            while (to > from && words.isMark(to - 1) && !words.is(to - 1, ")")) {
                boolean isShort = words.is(to - 1, ".") && to - 2 >= from && isAbbreviated(to - 2);
                if (isShort) {
                    return;
                }
                to--;
            }
        }

        private boolean isAbbreviated(int i) {
            String key = words.key(i);
            boolean endsText = i + 2 >= words.size() && endsLine(words.end(i + 1));
            boolean isLegal = Vocabulary.LEGAL.contains(key) && key.length() <= 4;
            boolean hasOtherStop = false;
            for (int j = from; j < i; j++) {
                hasOtherStop |= words.is(j, ".") || words.key(j).contains(".");
            }
            return isLegal && (!endsText || hasOtherStop || key.contains("."))
                    || (key.length() <= 12 && key.matches("\\p{L}(\\.\\p{L})*"));
        }

        private boolean endsLine(int at) {
            String source = words.piece().source();
            int next = at;
            while (next < source.length() && source.charAt(next) == ' ') {
                next++;
            }
            return next >= source.length() || source.charAt(next) == '\n' || source.charAt(next) == '\r';
        }

        private void dropBracket() {
            if (to - from < 3 || !words.is(to - 1, ")") || !words.isOpen(to - 1)) {
                return;
            }
            int opening = to - 2;
            while (opening > from && !words.isOpen(opening)) {
                opening--;
            }
            if (opening <= from || !words.is(opening, "(")) {
                return;
            }
            Piece inside = words.piece(opening + 1, to - 1).trimmed();
            String text = inside.line();
            if (known.isPlace(text)) {
                if (isState(from, opening)) {
                    side = side != null ? side : known.side(text).orElse(null);
                    to = opening;
                }
            } else if (isAcronym(text) || isShortName(text)) {
                acronym = text;
                to = opening;
            } else {
                if (!text.isEmpty()) {
                    doubts.add(Why.DESCRIPTION_LEFT_OUT);
                }
                to = opening;
            }
        }

        private void dropPlaceBehindComma() {
            for (int i = to - 2; i > from && i >= to - 8; i--) {
                if (words.isOpen(i) && words.is(i, ",")) {
                    String text = words.piece(i + 1, to).trimmed().line();
                    if (known.isPlace(text)
                            && !known.isPlace(words.piece(from, i).line())) {
                        side = side != null ? side : known.side(text).orElse(null);
                        to = i;
                    }
                    return;
                }
            }
        }

        /** "Ministry of Health of Singapore", but "University of Singapore". */
        private void dropPlaceBehindOf() {
            for (int i = Math.max(from + 1, to - 8); i < to - 1; i++) {
                boolean isIn = words.is(i, "in") || words.is(i, "à") || words.is(i, "di");
                boolean isOf = words.is(i, "of") || words.is(i, "de");
                boolean isArticle = words.is(i + 1, "the") || words.is(i + 1, "la");
                int first = isArticle ? i + 2 : i + 1;
                if (words.isOpen(i) && (isOf || isIn) && first < to && isLand(first)) {
                    cutPlace(i, first, isIn);
                    return;
                }
            }
            dropBarePlace();
        }

        /** A place, also in the long form of its language: "República de Chile". */
        private boolean isLand(int first) {
            if (known.isPlace(words.piece(first, to).trimmed().line())) {
                return true;
            }
            int of = words.is(first + 1, "de") || words.is(first + 1, "do") || words.is(first + 1, "del")
                    ? first + 2
                    : first + 1;
            return STATE_FORMS.contains(words.key(first))
                    && of < to
                    && known.isPlace(words.piece(of, to).line());
        }

        private void cutPlace(int of, int first, boolean isIn) {
            int name = STATE_FORMS.contains(words.key(first)) && words.isLower(first + 1) ? first + 2 : first;
            String place = words.piece(name, to).trimmed().line();
            String shorter = words.piece(from, of).line();
            if (known.isPlace(shorter)) {
                return;
            }
            String head = mainHead(of);
            boolean isKnown = known.organisation(shorter).isPresent();
            if (!isKnown && !drops(head, of, first, isIn)) {
                return;
            }
            side = side != null ? side : known.side(place).orElse(null);
            to = of;
        }

        private boolean drops(String head, int of, int first, boolean isIn) {
            boolean isState = isMinistry(head);
            boolean isBody =
                    Vocabulary.ORGANISATION.contains(words.key(of - 1)) || Vocabulary.ORGANISATION.contains(head);
            boolean isLong = words.is(first, "republic")
                    || words.is(first, "people's")
                    || words.is(first, "kingdom")
                    || words.is(first, "socialist");
            if (isIn) {
                return !head.equals("embassy") && !head.equals("office") && !head.equals("consulate");
            }
            if (keepsPlace(head, of)) {
                return false;
            }
            if (words.is(of, "de")) {
                return isState;
            }
            if (isLong || isState || !isBody || Vocabulary.LEGAL_END.contains(words.key(of - 1))) {
                return true;
            }
            boolean mayKeep = Vocabulary.MAY_KEEP_PLACE.contains(head);
            if (!allHavePlaces || mayKeep) {
                doubts.add(Why.PLACE_OR_PART_OF_NAME);
            }
            return allHavePlaces && !mayKeep;
        }

        private boolean isMinistry(String head) {
            return head.startsWith("minist")
                    || head.equals("department")
                    || head.equals("kementerian")
                    || head.equals("bundesministerium");
        }

        private boolean keepsPlace(String head, int of) {
            return Vocabulary.KEEPS_PLACE.contains(head) || Vocabulary.KEEPS_PLACE.contains(words.key(of - 1));
        }

        /** "Kementerian Perikanan Republik Indonesia" */
        private void dropBarePlace() {
            for (int i = from + 1; i < to; i++) {
                if (i == to - 1 && words.is(i, "ri") && isMinistry(words.key(from))) {
                    side = side != null ? side : known.side("Indonesia").orElse(null);
                    to = i;
                    return;
                }
                boolean isLand = words.is(i, "nước") && words.is(i + 1, "cộng");
                if (isLand || words.is(i, "republik") && to - i <= 3) {
                    side = side != null
                            ? side
                            : known.side(words.piece(i + 1, to).line()).orElse(null);
                    to = i;
                    return;
                }
            }
            if (to - from > 1 && known.isPlace(words.piece(to - 1, to).line()) && isMinistry(mainHead(to))) {
                doubts.add(Why.PLACE_OR_PART_OF_NAME);
            }
        }

        /** The noun that the name is built on, before its first "of", or its last word. */
        private String mainHead(int end) {
            for (int i = from + 1; i < end; i++) {
                if (words.isOpen(i) && Vocabulary.OPEN.contains(words.key(i))) {
                    return words.key(i - 1);
                }
            }
            return words.key(end - 1);
        }

        private boolean isState(int first, int end) {
            for (int i = first; i < end; i++) {
                if (STATE.contains(words.key(i))) {
                    return true;
                }
            }
            return false;
        }

        private void move(int first) {
            from = first;
            start = from < to ? words.start(from) : words.piece().end();
        }

        /** The one place the name itself holds at its ends. */
        private Optional<String> placeInside() {
            Optional<Knowledge.Organisation> organisation = known.organisation(piece().line());
            if (organisation.isPresent() && organisation.get().place() != null) {
                return Optional.of(known.sideOf(organisation.get().place()));
            }
            String found = null;
            for (int i = from; i < to; i++) {
                for (int length = Math.min(3, to - i); length > 0; length--) {
                    String text = words.piece(i, i + length).line();
                    if (known.isPlace(text)) {
                        String slug = known.side(text).orElse("");
                        if (found != null && !found.equals(slug)) {
                            return Optional.empty();
                        }
                        found = slug;
                        i += length - 1;
                        break;
                    }
                }
            }
            return Optional.ofNullable(found).filter(slug -> !slug.isEmpty());
        }

        private double score() {
            if (known.organisation(piece().line()).isPresent()) {
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
            for (int i = from; i < to; i++) {
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
                    isLoose |= i == from;
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
            int loose = Vocabulary.LOOSE_HEAD.length(words, from);
            if (loose > 0 && to - from > loose) {
                return content > 24 ? 1 : 5;
            }
            if (Vocabulary.TOPIC.contains(words.key(from)) && words.is(from + 1, ",")) {
                return -4;
            }
            if (content == 0) {
                return isLegal ? -6 : -10;
            }
            double score = 1;
            String first = words.key(from);
            int names = content - heads - topics - trades - places - lower;
            if (Vocabulary.NOBODY.contains(first) && content == 1) {
                return -10;
            }
            if (isLegal) {
                score = names + places > 0 || trades > 1 ? 6 : topics + trades == content ? -2 : 1;
            } else if (heads > 0) {
                score = content == heads
                        ? (heads > 1 ? 2 : -4)
                        : names + places == 0 && !hasOf() && topics <= 1 ? 3 : 5;
            } else if (trades > 0 && content > 1) {
                score = names > 0 && Vocabulary.TRADE.contains(words.key(last)) ? 3 : names > 0 ? 1 : -2;
            } else if (topics + trades == content || (topics > 0 && Vocabulary.TOPIC.contains(first))) {
                score = -4;
            } else if (topics > 0 && Vocabulary.TOPIC.contains(words.key(last))) {
                score = -1;
            } else if (isAcronym(words.piece(from, to).line())) {
                score = 2;
            } else if (places > 0 && places < content && known.isPlace(first)) {
                score = topics + places == content ? -2 : 0;
            }
            if (lower > 0 && !(isLoose && lower <= 3)) {
                score -= Math.min(9, 3 * lower);
            }
            if (words.isLower(from) && !isLoose) {
                score -= 4;
            }
            if (Vocabulary.OPEN.contains(words.key(to - 1))
                    || Vocabulary.AND.contains(words.key(to - 1))
                    || Vocabulary.OPEN.contains(first)
                    || Vocabulary.AND.contains(first)) {
                score -= 5;
            }
            return score - 8 * legalInside - (content > 14 ? 3 : 0);
        }

        private boolean hasOf() {
            for (int i = from; i < to; i++) {
                if (Vocabulary.OPEN.contains(words.key(i))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** "NatParks" */
    private static boolean isShortName(String text) {
        return text.length() <= 12
                && text.codePoints().allMatch(Character::isLetterOrDigit)
                && text.codePoints().filter(Character::isUpperCase).count() >= 2;
    }

    private static boolean isAcronym(String text) {
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        return text.length() >= 2
                && text.length() <= 12
                && text.indexOf(' ') < 0
                && capitals >= 2
                && capitals * 2 >= text.length();
    }
}
