package org.pacta.rules.naming;

import java.util.Optional;
import java.util.Set;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;
import org.pacta.rules.naming.Names.Doubt;

/** Tells whether a place at the end of a name is part of it: "University of P" keeps its place, "Ministry of Health of P" does not. */
final class PlaceCut {

    private static final Set<String> STATE_FORMS =
            Set.of("república", "republik", "république", "reino", "royaume", "repubblica");

    /** Heads of government bodies, which are never called after a place in brackets or behind a second "of". */
    private static final Set<String> STATE = Set.of("ministry", "department", "commission", "administration", "bureau");

    private final Stretch cut;
    private final Words words;
    private final Knowledge.Index known;
    private final boolean allHavePlaces;

    PlaceCut(Stretch cut, Knowledge.Index known, boolean allHavePlaces) {
        this.cut = cut;
        this.words = cut.words;
        this.known = known;
        this.allHavePlaces = allHavePlaces;
    }

    void dropBehindComma() {
        for (int i = cut.to - 2; i > cut.from && i >= cut.to - 8; i--) {
            if (words.isOpen(i) && words.is(i, ",")) {
                String text = words.piece(i + 1, cut.to).trimmed().line();
                if (known.isPlace(text)
                        && !known.isPlace(words.piece(cut.from, i).line())) {
                    cut.side = cut.side != null ? cut.side : known.side(text).orElse(null);
                    cut.to = i;
                }
                return;
            }
        }
    }

    /** "Ministry of Health of Singapore", but "University of Singapore". */
    void dropBehindOf() {
        for (int i = Math.max(cut.from + 1, cut.to - 8); i < cut.to - 1; i++) {
            boolean isIn = words.is(i, "in") || words.is(i, "à") || words.is(i, "di");
            boolean isOf = words.is(i, "of") || words.is(i, "de");
            boolean isArticle = words.is(i + 1, "the") || words.is(i + 1, "la");
            int first = isArticle ? i + 2 : i + 1;
            if (words.isOpen(i) && (isOf || isIn) && first < cut.to && isLand(first)) {
                cutPlace(i, first, isIn);
                return;
            }
        }
        dropBarePlace();
    }

    /** A place, also in the long form of its language: "República de Chile". */
    private boolean isLand(int first) {
        if (known.isPlace(words.piece(first, cut.to).trimmed().line())) {
            return true;
        }
        int of = words.is(first + 1, "de") || words.is(first + 1, "do") || words.is(first + 1, "del")
                ? first + 2
                : first + 1;
        return STATE_FORMS.contains(words.key(first))
                && of < cut.to
                && known.isPlace(words.piece(of, cut.to).line());
    }

    private void cutPlace(int of, int first, boolean isIn) {
        int name = STATE_FORMS.contains(words.key(first)) && words.isLower(first + 1) ? first + 2 : first;
        String place = words.piece(name, cut.to).trimmed().line();
        String shorter = words.piece(cut.from, of).line();
        if (known.isPlace(shorter)) {
            return;
        }
        String head = mainHead(of);
        boolean isKnown = known.organisation(shorter).isPresent();
        if (!isKnown && !drops(head, of, first, isIn)) {
            return;
        }
        cut.side = cut.side != null ? cut.side : known.side(place).orElse(null);
        cut.to = of;
    }

    private boolean drops(String head, int of, int first, boolean isIn) {
        boolean isState = isMinistry(head);
        boolean isBody = Vocabulary.ORGANISATION.contains(words.key(of - 1)) || Vocabulary.ORGANISATION.contains(head);
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
            cut.doubts.add(Doubt.PLACE_OR_PART_OF_NAME);
        }
        return allHavePlaces && !mayKeep;
    }

    static boolean isMinistry(String head) {
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
        for (int i = cut.from + 1; i < cut.to; i++) {
            if (i == cut.to - 1 && words.is(i, "ri") && isMinistry(words.key(cut.from))) {
                cut.side = cut.side != null ? cut.side : known.side("Indonesia").orElse(null);
                cut.to = i;
                return;
            }
            boolean isLand = words.is(i, "nước") && words.is(i + 1, "cộng");
            if (isLand || words.is(i, "republik") && cut.to - i <= 3) {
                cut.side = cut.side != null
                        ? cut.side
                        : known.side(words.piece(i + 1, cut.to).line()).orElse(null);
                cut.to = i;
                return;
            }
        }
        if (cut.to - cut.from > 1
                && known.isPlace(words.piece(cut.to - 1, cut.to).line())
                && isMinistry(mainHead(cut.to))) {
            cut.doubts.add(Doubt.PLACE_OR_PART_OF_NAME);
        }
    }

    /** The noun that the name is built on, before its first "of", or its last word. */
    private String mainHead(int end) {
        for (int i = cut.from + 1; i < end; i++) {
            if (words.isOpen(i) && Vocabulary.OPEN.contains(words.key(i))) {
                return words.key(i - 1);
            }
        }
        return words.key(end - 1);
    }

    static boolean isState(Words words, int first, int end) {
        for (int i = first; i < end; i++) {
            if (STATE.contains(words.key(i))) {
                return true;
            }
        }
        return false;
    }

    /** The one place the name itself holds at its ends. */
    Optional<String> inside() {
        Optional<Knowledge.Organisation> organisation =
                known.organisation(cut.piece().line());
        if (organisation.isPresent() && organisation.get().place() != null) {
            return Optional.of(known.sideOf(organisation.get().place()));
        }
        String found = null;
        for (int i = cut.from; i < cut.to; i++) {
            for (int length = Math.min(3, cut.to - i); length > 0; length--) {
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
}
