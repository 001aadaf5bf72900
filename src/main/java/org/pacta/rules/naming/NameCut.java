package org.pacta.rules.naming;

import java.util.Optional;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;
import org.pacta.rules.naming.Names.Doubt;
import org.pacta.rules.naming.Names.Name;

/** Cuts a stretch down to the name: article, number, office, origin, description, acronym and place are no part of it. */
final class NameCut {

    private final Names names;
    private final Knowledge.Index known;
    private final Stretch cut;
    private final Words words;
    private final PlaceCut places;
    private boolean isPerson;

    /**
     * Cuts.
     *
     * @param allHavePlaces whether each name of the list has its place behind it, which is then no part of the name
     */
    NameCut(Piece piece, Names names, Knowledge.Index known, boolean allHavePlaces) {
        this.names = names;
        this.known = known;
        cut = new Stretch(piece);
        words = cut.words;
        places = new PlaceCut(cut, known, allHavePlaces);
        if (!cut.isEmpty() && known.organisation(piece.trimmed().line()).isEmpty()) {
            drop();
        }
    }

    double strength() {
        return cut.isEmpty() ? -10 : isPerson ? Names.STRONG : new NameWeight(cut, known).score();
    }

    Optional<Name> name() {
        if (cut.isEmpty() || isPerson) {
            return Optional.empty();
        }
        Piece piece = cut.piece();
        NameWeight weight = new NameWeight(cut, known);
        double strength = weight.score();
        if (known.isPlace(piece.line())) {
            cut.doubts.add(Doubt.PLACE_AS_PARTICIPANT);
        } else if (strength < 1) {
            cut.doubts.add(Doubt.NOT_SEEN_AS_ORGANISATION);
        }
        cut.onSide(places.inside().orElse(null));
        return Optional.of(new Name(piece, cut.acronym, cut.side, strength, cut.doubts));
    }

    private void drop() {
        dropNumber();
        dropArticle();
        if (cut.from < cut.to && names.isPerson(words, cut.from, cut.to)) {
            isPerson = true;
            cut.doubts.add(Doubt.PERSON_NAMED);
            takeOffice();
        }
        if (!isPerson && holdsOffice()) {
            cut.doubts.add(Doubt.PERSON_NAMED);
            takeOffice();
        }
        dropOrigin();
        dropDemonym();
        dropArticle();
        dropForm();
        dropDescriptionBehind();
        dropDescriptionBefore();
        dropFrom();
        dropHome();
        for (int before = -1; before != cut.to; ) {
            before = cut.to;
            dropStop();
            dropBracket();
            places.dropBehindComma();
            places.dropBehindOf();
        }
    }

    /** "(1) …" */
    private void dropNumber() {
        int behind = words.skipBracket(cut.from);
        if (behind - cut.from == 3 && words.end(cut.from + 1) - words.start(cut.from + 1) <= 3 && behind < cut.to) {
            cut.move(behind);
        }
    }

    private void dropArticle() {
        while (cut.from < cut.to - 1 && words.is(cut.from, "\"")) {
            cut.move(cut.from + 1);
        }
        if (cut.from >= cut.to - 1) {
            return;
        }
        String key = words.key(cut.from);
        boolean isEnglish = key.equals("der")
                || key.equals("die")
                || key.equals("das")
                || key.equals("the")
                || key.equals("a")
                || key.equals("an")
                || key.equals("both");
        boolean isNoun = Vocabulary.ORGANISATION.contains(words.key(cut.from + 1)) || words.isLower(cut.from + 1);
        if (Vocabulary.ARTICLE.contains(key)
                && !words.is(cut.from + 1, ".")
                && (isEnglish || words.isLower(cut.from) || isNoun)) {
            cut.move(cut.from + 1);
        } else if (key.startsWith("l'") || key.startsWith("d'")) {
            cut.start = words.start(cut.from) + 2;
        }
    }

    /** "Ms …, chief executive of the bank" stands for the bank. */
    private void takeOffice() {
        for (int i = cut.from + 1; i < cut.to; i++) {
            int role = Vocabulary.ROLE.length(words, i);
            int behind = i + role;
            if (role > 0 && behind + 1 < cut.to && (words.is(behind, "of") || words.is(behind, "at"))) {
                cut.move(behind + 1);
                isPerson = false;
                dropArticle();
                return;
            }
        }
    }

    /** "…, vice-president of …" */
    private boolean holdsOffice() {
        for (int i = cut.from + 1; i < cut.to - 2; i++) {
            if (words.is(i, ",") && words.isOpen(i)) {
                int role = Vocabulary.ROLE.length(words, i + 1);
                return role > 0 && (words.is(i + 1 + role, "of") || words.is(i + 1 + role, "at"));
            }
        }
        return false;
    }

    /** "Singapore's …", "Shanghai-based …" */
    private void dropOrigin() {
        for (int i = cut.from; i < Math.min(cut.from + 3, cut.to - 1); i++) {
            String key = words.key(i);
            int tail = key.endsWith("'s") ? 2 : key.endsWith("-based") ? 6 : 0;
            if (tail > 0) {
                Piece place = words.piece().between(words.start(cut.from), words.end(i) - tail);
                if (known.isPlace(place.line())) {
                    cut.side = known.side(place.line()).orElse(null);
                    cut.move(i + 1);
                } else if (tail == 6) {
                    cut.move(i + 1);
                } else if (isOwner(key, i)) {
                    cut.doubts.add(Doubt.PLACE_OR_PART_OF_NAME);
                    cut.move(i + 1);
                }
                return;
            }
        }
    }

    /** "Oldport's Reed Media", but "Children's Hospital" and "St Joseph's Institution". */
    private boolean isOwner(String key, int i) {
        return !Vocabulary.KEEPS_OWNER.contains(key)
                && cut.to - i > 2
                && words.isCapital(i + 1)
                && !Vocabulary.ORGANISATION.contains(words.key(i + 1));
    }

    /** "Reed & Sons of Oldport" */
    private void dropHome() {
        int behind = cut.family();
        if (behind > 0 && behind < cut.to - 1 && words.is(behind, "of") && words.isCapital(behind + 1)) {
            cut.side = cut.side != null
                    ? cut.side
                    : known.side(words.piece(behind + 1, cut.to).trimmed().line())
                            .orElse(null);
            cut.to = behind;
        }
    }

    /** "the Gull Observatory from Corvidia", "Reed Docks Ltd in Oldport" */
    private void dropFrom() {
        for (int i = cut.from + 1; i < cut.to - 1; i++) {
            boolean isHome = words.is(i, "from")
                    || (words.is(i, "in") || words.is(i, "of")) && Vocabulary.LEGAL_END.contains(words.key(i - 1));
            if (words.isOpen(i) && isHome && words.isCapital(i + 1)) {
                cut.side = cut.side != null
                        ? cut.side
                        : known.side(words.piece(i + 1, cut.to).trimmed().line())
                                .orElse(null);
                cut.to = i;
                return;
            }
        }
    }

    /** "Vietnamese Ministry of …" */
    private void dropDemonym() {
        boolean isState = cut.from + 1 < cut.to
                && (PlaceCut.isMinistry(words.key(cut.from + 1)) || words.is(cut.from + 1, "embassy"));
        if (isState && cut.side == null) {
            Vocabulary.DEMONYM.rest(words.key(cut.from)).ifPresent(place -> {
                cut.side = known.side(place).orElse(null);
                cut.doubts.add(Doubt.PLACE_OR_PART_OF_NAME);
                cut.move(cut.from + 1);
            });
        }
    }

    /** "la société Alstom" */
    private void dropForm() {
        boolean isForm = words.is(cut.from, "société")
                || words.is(cut.from, "groupe")
                || words.is(cut.from, "entreprise")
                || words.is(cut.from, "compagnie");
        if (isForm && words.isLower(cut.from)) {
            int next = words.isLower(cut.from + 1) ? cut.from + 2 : cut.from + 1;
            if (next < cut.to && words.isCapital(next)) {
                cut.doubts.add(Doubt.DESCRIPTION_LEFT_OUT);
                cut.move(next);
            }
        }
    }

    /** ", a company that …" */
    private void dropDescriptionBehind() {
        for (int i = cut.from + 1; i < cut.to - 1; i++) {
            if (words.isOpen(i)
                    && words.is(i, ",")
                    && words.isLower(i + 1)
                    && !Vocabulary.LEGAL.contains(words.key(i + 1))
                    && !Vocabulary.AND.contains(words.key(i + 1))) {
                cut.doubts.add(Doubt.DESCRIPTION_LEFT_OUT);
                cut.to = i;
                return;
            }
            boolean isDash = words.isOpen(i) && words.is(i, Words.DASH);
            if (isDash && words.isLower(i + 1)) {
                cut.doubts.add(Doubt.DESCRIPTION_LEFT_OUT);
                cut.to = i;
                return;
            }
        }
    }

    /** "medical device start-up …" */
    private void dropDescriptionBefore() {
        for (int i = cut.to - 2; i >= cut.from; i--) {
            if (words.isOpen(i)
                    && words.isLower(i)
                    && Vocabulary.INTRODUCES.contains(words.key(i))
                    && words.isCapital(i + 1)) {
                Piece before = words.piece(cut.from, cut.from + 1);
                if (cut.side == null && known.isPlace(before.line())) {
                    cut.side = known.side(before.line()).orElse(null);
                } else {
                    cut.doubts.add(Doubt.DESCRIPTION_LEFT_OUT);
                }
                cut.move(i + 1);
                return;
            }
        }
    }

    private void dropStop() {
        while (cut.to > cut.from && words.isMark(cut.to - 1) && !words.is(cut.to - 1, ")")) {
            boolean isShort = words.is(cut.to - 1, ".") && cut.to - 2 >= cut.from && isAbbreviated(cut.to - 2);
            if (isShort) {
                return;
            }
            cut.to--;
        }
    }

    private boolean isAbbreviated(int i) {
        String key = words.key(i);
        boolean endsText = i + 2 >= words.size() && endsLine(words.end(i + 1));
        boolean isLegal = Vocabulary.LEGAL.contains(key) && key.length() <= 4;
        boolean hasOtherStop = false;
        for (int j = cut.from; j < i; j++) {
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
        if (cut.to - cut.from < 3 || !words.is(cut.to - 1, ")") || !words.isOpen(cut.to - 1)) {
            return;
        }
        int opening = cut.to - 2;
        while (opening > cut.from && !words.isOpen(opening)) {
            opening--;
        }
        if (opening <= cut.from || !words.is(opening, "(")) {
            return;
        }
        Piece inside = words.piece(opening + 1, cut.to - 1).trimmed();
        String text = inside.line();
        if (known.isPlace(text)) {
            if (PlaceCut.isState(words, cut.from, opening)) {
                cut.side = cut.side != null ? cut.side : known.side(text).orElse(null);
                cut.to = opening;
            }
        } else if (NameWeight.isAcronym(text) || isShortName(text)) {
            cut.acronym = text;
            cut.to = opening;
        } else {
            if (!text.isEmpty()) {
                cut.doubts.add(Doubt.DESCRIPTION_LEFT_OUT);
            }
            cut.to = opening;
        }
    }

    /** "NatParks" */
    private static boolean isShortName(String text) {
        return text.length() <= 12
                && text.codePoints().allMatch(Character::isLetterOrDigit)
                && text.codePoints().filter(Character::isUpperCase).count() >= 2;
    }
}
