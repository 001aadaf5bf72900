package org.pacta.rules.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
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

/** The shapes around a named instrument, in languages with blanks between their words. */
final class SpacedShapes {

    private static final Set<String> AMENDS =
            Set.of("amending", "extending", "supplementing", "renewing", "implementing", "to");
    private static final Set<String> BY = Set.of("by", "par", "oleh");
    private static final Set<String> PASSIVE = Set.of("was", "were", "has", "been", "being", "jointly", "today");

    /** "Parties:" is said of nothing else. */
    private static final double LABELLED = 8;

    /** Who stands before "signed" signs; "between" may stand between other things. */
    private static final double SIGNED = 6;

    private static final double BETWEEN = 5;

    /** One party is left to be guessed. */
    private static final double BEHIND = 3;

    /** Only the place in the sentence speaks for it. */
    private static final double FRONT = 2;

    /** No word that is known speaks for it. */
    private static final double OPEN = 0;

    /** A matter before "by" or "with" is said of little else, and is easily taken for a name. */
    private static final double MATTER = 4;

    /** Nobody is named. */
    private static final double TITLE = -6;

    /**
     * A way to read a clause.
     *
     * @param trust what its own words say for it, before anything is weighed
     */
    private record Shape(Function<Clause, @Nullable Reading> reads, double trust) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape(SpacedShapes::labelled, LABELLED),
            new Shape(SpacedShapes::signed, SIGNED),
            new Shape(SpacedShapes::between, BETWEEN),
            new Shape(SpacedShapes::by, BEHIND),
            new Shape(FrontShape::read, FRONT),
            new Shape(clause -> new OpenShapes(clause).between(), OPEN),
            new Shape(clause -> new OpenShapes(clause).gift(), OPEN),
            new Shape(clause -> new OpenShapes(clause).deal(), OPEN),
            new Shape(clause -> new OpenShapes(clause).subjectFirst(), MATTER),
            new Shape(SpacedShapes::titleOnly, TITLE));

    private final Names names;

    SpacedShapes(Names names) {
        this.names = names;
    }

    /** Every row in an item, none where it names no instrument and no project. */
    List<Reading> read(Item item) {
        Words words = Words.of(item.piece());
        List<Integer> cuts = cuts(words);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i <= cuts.size(); i++) {
            int from = i == 0 ? 0 : cuts.get(i - 1);
            int to = i == cuts.size() ? words.size() : cuts.get(i);
            Item part = cuts.isEmpty() ? item : item.with(withoutAnd(words, from, to));
            Reading reading = read(new Clause(part, cuts.isEmpty() ? words : Words.of(part.piece()), names));
            if (reading != null) {
                readings.add(reading);
            }
        }
        return readings;
    }

    /** The names in a cell that holds nothing else. */
    Reading names(Item cell) {
        Words words = Words.of(cell.piece());
        Clause clause = new Clause(cell, words, names);
        Reading reading = clause.reading(null);
        clause.add(reading, clause.listAcrossDashes(0, words.size()));
        return reading;
    }

    /** Every shape proposes what it reads, until one leaves no doubt; the best reading wins. */
    private static @Nullable Reading read(Clause clause) {
        Scale scale = new Scale(clause);
        for (Shape shape : SHAPES) {
            if (!scale.isSettled()) {
                scale.propose(shape.reads.apply(clause), shape.trust);
            }
        }
        Reading reading = scale.best();
        return reading != null && namesTwoKinds(clause) ? reading.doubt(Why.SEVERAL_INSTRUMENTS) : reading;
    }

    /** "MOU and Term Sheet" */
    private static boolean namesTwoKinds(Clause clause) {
        if (clause.mentions().size() < 2) {
            return false;
        }
        Mention first = clause.mentions().get(0);
        Mention second = clause.mentions().get(1);
        int gap = second.from() - first.to();
        return first.kind() != second.kind()
                && gap >= 1
                && gap <= 3
                && Participants.and(clause.words(), first.to(), false) > 0;
    }

    /** Where a second instrument with its own "between" begins. */
    private static List<Integer> cuts(Words words) {
        List<Integer> cuts = new ArrayList<>();
        Mention last = null;
        boolean hasBetween = false;
        List<Mention> mentions = Instruments.in(words);
        int next = 0;
        for (int i = 0; i < words.size(); i++) {
            if (next < mentions.size() && mentions.get(next).from() == i) {
                last = mentions.get(next++);
            }
            if (last != null && words.isOpen(i) && Vocabulary.BETWEEN.length(words, i) > 0) {
                if (hasBetween) {
                    cuts.add(beginning(words, last));
                }
                hasBetween = true;
                last = null;
            }
        }
        return cuts;
    }

    /** Back over "Strategic Cooperation" to the comma or "and" before it. */
    private static int beginning(Words words, Mention mention) {
        for (int i = mention.from() - 1; i > Math.max(0, mention.from() - Clause.FAR); i--) {
            boolean isMark = words.is(i, ",") || words.is(i, ";") || words.is(i, ".");
            if (isMark || Participants.and(words, i, false) > 0) {
                return i + 1;
            }
        }
        return mention.from();
    }

    private static Piece withoutAnd(Words words, int from, int to) {
        int end = to;
        while (end > from && end < words.size() && isLink(words, end - 1)) {
            end--;
        }
        return words.piece(from, end).trimmed();
    }

    private static boolean isLink(Words words, int i) {
        return (words.isMark(i) && !words.is(i, ")")) || words.is(i, "and");
    }

    /** "Parties: …" at the beginning of a line */
    private static @Nullable Reading labelled(Clause clause) {
        Words words = clause.words();
        for (int i = 1; i < clause.end(); i++) {
            int label = words.isOpen(i) && words.is(i, ":") ? label(words, i) : -1;
            if (label >= 0) {
                Stop stop = clause.stop(i + 1, 2);
                Mention mention = clause.firstMention();
                Reading reading = clause.reading(mention);
                clause.add(reading, clause.list(i + 1, stop.at(), 1));
                int from = words.is(1, ":") ? 2 : 0;
                return reading.about(label > from ? clause.title(mention, from, label) : clause.rest(stop));
            }
        }
        return null;
    }

    /** Where the label before a colon begins, or -1 where it is none. */
    private static int label(Words words, int colon) {
        for (int i = colon - 1; i >= Math.max(0, colon - 3); i--) {
            if (i == 0 || words.beginsLine(i)) {
                String label = words.piece(i, colon).line().toLowerCase(Locale.ROOT);
                return Vocabulary.COLUMN_PARTY.contains(label) ? i : -1;
            }
        }
        return -1;
    }

    /** "A and B signed an MOU with C on …" */
    private static @Nullable Reading signed(Clause clause) {
        for (Mention mention : clause.mentions()) {
            int verb = clause.verbBefore(mention);
            boolean isOther = clause.words().is(mention.from() - 1, "such");
            Reading reading =
                    verb > 0 && !isOther && !isBetween(clause, mention) ? signed(clause, mention, verb) : null;
            if (reading != null) {
                return reading;
            }
        }
        return null;
    }

    /** Whether who agreed stands behind: "signed an agreement between A and B". */
    private static boolean isBetween(Clause clause, Mention mention) {
        Words words = clause.words();
        for (int i = mention.to(); i < clause.end(); i++) {
            int length = words.isOpen(i) ? Vocabulary.BETWEEN.length(words, i) : 0;
            if (length > 0) {
                NameList list =
                        clause.list(i + length, clause.stop(i + length, 2).at(), 2);
                return list.names().size() > 1 && clause.allPossible(list) && !clause.anyPlace(list);
            }
        }
        return false;
    }

    private static @Nullable Reading signed(Clause clause, Mention mention, int verb) {
        Words words = clause.words();
        int from = behindIntroduction(words, verb);
        int to = withoutAuxiliaries(words, from, verb);
        if (to <= from) {
            return null;
        }
        Reading reading = clause.reading(mention);
        Stop left = clause.stopBefore(from, to);
        clause.add(reading, clause.list(from, left.at(), 1));
        if (left.at() < to) {
            reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
        }
        int on = Vocabulary.ON.length(words, mention.to());
        int with = on > 0 ? clause.withBehind(mention.to()) : mention.to();
        int length = with < clause.end() ? Vocabulary.WITH.length(words, with) : 0;
        if (length > 0) {
            Stop right = clause.addPartners(reading, with + length);
            reading.about(on > 0 ? words.piece(mention.to() + on, with) : clause.rest(right));
        } else if (on > 0) {
            reading.about(clause.sentence(mention.to() + on));
        }
        return isNothing(clause, mention, reading, length > 0) ? null : reading;
    }

    /** "The two sides signed 14 agreements" counts them and names nobody. */
    private static boolean isNothing(Clause clause, Mention mention, Reading reading, boolean hasPartners) {
        int count = reading.names().size();
        if (!mention.isPlural()) {
            return count == 0 && !reading.hasDoubt(Why.PERSON_NAMED);
        }
        boolean areLands = !hasPartners && reading.hasDoubt(Why.PLACE_AS_PARTICIPANT);
        boolean isCounted = !clause.item().isListed() && isCount(clause.words(), mention.from() - 1);
        return count == 0 || (count < 2 && !hasPartners) || areLands || isCounted;
    }

    private static boolean isCount(Words words, int i) {
        String key = words.key(i);
        return Vocabulary.NUMBER.contains(key)
                || Vocabulary.NOBODY.contains(key)
                || (!key.isEmpty() && Character.isDigit(key.charAt(0)));
    }

    private static int withoutAuxiliaries(Words words, int from, int verb) {
        int to = verb;
        while (to > from && isAuxiliary(words, to - 1)) {
            to--;
        }
        return to;
    }

    private static boolean isAuxiliary(Words words, int i) {
        boolean isMark = words.isMark(i) && !words.is(i, ")") && !words.is(i, ".");
        return isMark || (words.isLower(i) && Vocabulary.AUXILIARY.contains(words.key(i)));
    }

    /** Behind "At the ceremony," and "Last year,". */
    private static int behindIntroduction(Words words, int verb) {
        int from = 0;
        for (int times = 0; times < 3; times++) {
            int comma = words.find(",", from, verb);
            boolean goesOn = times > 0 && words.isLower(from) && !Vocabulary.ARTICLE.contains(words.key(from));
            boolean introduces = Vocabulary.INTRO.contains(words.key(from)) || goesOn;
            if (comma >= verb - 1 || !introduces || comma - from > 2 * Clause.FAR) {
                return from;
            }
            from = comma + 1;
        }
        return from;
    }

    /** "MOU between A and B on …" */
    private static @Nullable Reading between(Clause clause) {
        Words words = clause.words();
        for (int i = 1; i < clause.end(); i++) {
            int length = words.isOpen(i) ? Vocabulary.BETWEEN.length(words, i) : 0;
            Mention mention = length > 0 ? mentionBefore(clause, i) : null;
            boolean isProject = length > 0
                    && mention == null
                    && (clause.item().stands() || clause.item().isLine())
                    && hasProjectWord(words, i);
            if (mention != null || isProject) {
                return between(clause, mention, i, i + length);
            }
        }
        return null;
    }

    private static @Nullable Reading between(Clause clause, @Nullable Mention mention, int between, int from) {
        Stop stop = clause.stop(from, 2);
        Reading reading = clause.reading(mention);
        clause.add(reading, clause.list(from, stop.at(), 2));
        if (!stop.isSure()) {
            reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
        }
        boolean areLands = mention == null && reading.hasDoubt(Why.PLACE_AS_PARTICIPANT);
        if (areLands || (reading.names().isEmpty() && !clause.item().isListed())) {
            return null;
        }
        boolean isOn =
                mention != null && mention.to() < between && Vocabulary.ON.length(clause.words(), mention.to()) > 0;
        Piece rest = clause.rest(stop);
        Piece title = clause.title(mention, 0, between);
        boolean prefersTitle = isOn || rest == null || rest.trimmed().isEmpty();
        return reading.about(rest).about(prefersTitle ? title : null);
    }

    /** The instrument that the parties agreed on: the last before them, or one that it amends or is joined to. */
    private static @Nullable Mention mentionBefore(Clause clause, int between) {
        Mention last = null;
        for (Mention mention : clause.mentions()) {
            if (mention.to() <= between && clause.words().isOpen(mention.from())) {
                last = last != null && leads(clause.words(), last, mention) ? last : mention;
            }
        }
        return last;
    }

    /** "MOU and Term Sheet", "Agreement to the MOU", "Protocol amending the Agreement", "MOU on the partnership" */
    private static boolean leads(Words words, Mention first, Mention second) {
        int gap = second.from() - first.to();
        boolean isJoined = gap == 1 && Participants.and(words, first.to(), false) > 0;
        boolean isTo = gap == 2 && (words.is(first.to(), "to") || words.is(first.to(), "under"));
        boolean amends = first.from() == 0 && AMENDS.contains(words.key(first.to()));
        boolean isOn = Vocabulary.ON.length(words, first.to()) > 0;
        return isJoined || isTo || amends || isOn;
    }

    private static boolean hasProjectWord(Words words, int before) {
        for (int i = 0; i < before; i++) {
            if (Instruments.words(Kind.PROJECT).length(words, i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** "MOU with A", "Joint Statement by A and B", "was signed by A and B" */
    private static @Nullable Reading by(Clause clause) {
        for (Mention mention : clause.mentions()) {
            int by = behindPassive(clause, mention);
            boolean isBy = BY.contains(clause.words().key(by));
            boolean isWith = clause.words().isLower(by) && Vocabulary.WITH.length(clause.words(), by) > 0;
            if (by < clause.end() && (isBy || isWith) && isItsOwn(clause, mention)) {
                Reading reading = clause.reading(mention);
                int length = isBy ? 1 : Vocabulary.WITH.length(clause.words(), by);
                Stop stop = clause.addPartners(reading, by + length);
                stop = isBy ? stop : signedBy(clause, reading, stop);
                if (!reading.names().isEmpty()) {
                    Piece rest = clause.rest(stop);
                    reading.about(rest);
                    return reading.hasSubject() ? reading : reading.about(clause.title(mention, 0, mention.to()));
                }
            }
        }
        return null;
    }

    private static int behindPassive(Clause clause, Mention mention) {
        Words words = clause.words();
        int i = mention.to();
        while (i < Math.min(clause.end(), mention.to() + 6)
                && words.isOpen(i)
                && (Vocabulary.SIGNED.length(words, i) > 0 || PASSIVE.contains(words.key(i)))) {
            i++;
        }
        return i;
    }

    /** Not "under the agreement with …", and not "14 MOUs with …" in passing. */
    private static boolean isItsOwn(Clause clause, Mention mention) {
        String before = clause.words().key(mention.from() - 1);
        boolean isKnown = before.equals("the") || before.equals("such");
        return clause.item().isListed() || (!isKnown && !mention.isPlural());
    }

    /** "agreement with A was signed by B" */
    private static Stop signedBy(Clause clause, Reading reading, Stop stop) {
        for (int i = stop.at(); i < clause.end() - 2; i++) {
            if (clause.isSignedBy(i)) {
                return clause.addPartners(reading, i + 2);
            }
        }
        return stop;
    }

    /** "MOU on …", and nobody named */
    private static @Nullable Reading titleOnly(Clause clause) {
        Item item = clause.item();
        Mention mention = clause.firstMention();
        if (mention == null) {
            boolean isRow =
                    item.isListed() && item.context() != null && clause.words().size() > 2;
            return isRow ? clause.reading(null).doubt(Why.NO_SHAPE) : null;
        }
        int behind = clause.words().is(mention.to(), ",") ? mention.to() + 1 : mention.to();
        boolean isOn = clause.isExchanged() && Vocabulary.ON.length(clause.words(), behind) > 0;
        boolean isTitle = mention.from() == 0 || ((item.isListed() || isOn) && mention.from() < Clause.FAR);
        if (mention.isPlural() || !isTitle) {
            return null;
        }
        int last = clause.end();
        while (last > mention.to()
                && (clause.isAuxiliary(last - 1) || clause.words().is(last - 1, "and"))) {
            last--;
        }
        return clause.reading(mention).about(clause.title(mention, 0, last));
    }
}
