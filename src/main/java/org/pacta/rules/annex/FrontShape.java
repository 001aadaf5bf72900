package org.pacta.rules.annex;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Instruments.Mention;
import org.pacta.rules.annex.Items.Item;
import org.pacta.rules.annex.Participants.Stop;
import org.pacta.rules.annex.Row.Why;
import org.pacta.rules.language.NameList;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;

/** Participants first, with "and" or a dash between them, then what they will do: "A – B to develop …". */
final class FrontShape {

    /** What organisations do in running prose. */
    private static final Set<String> IDLE =
            Set.of("be", "also", "continue", "hold", "meet", "have", "remain", "host", "discuss", "chair", "further");

    private final Clause clause;
    private final Words words;
    private final @Nullable Mention mention;
    private final int from;
    private final int limit;
    private final Reading reading;

    private FrontShape(Clause clause, @Nullable Mention mention, int from, int limit) {
        this.clause = clause;
        this.words = clause.words();
        this.mention = mention;
        this.from = from;
        this.limit = limit;
        this.reading = clause.reading(mention);
    }

    /** Reads a clause whose instrument, if it names one, stands in its title, in brackets or behind a dash. */
    static @Nullable Reading read(Clause clause) {
        Mention mention = clause.firstMention();
        boolean isSigned = mention != null && clause.verbBefore(mention) > 0;
        int mark = mention == null || isSigned ? clause.end() : behindTitle(clause, mention);
        boolean isTitled = mark < clause.end();
        int from = isTitled ? mark + 1 : 0;
        if (!beginsName(clause, from)) {
            return null;
        }
        if (mention == null || isTitled) {
            return new FrontShape(clause, mention, from, clause.end()).read();
        }
        Item item = clause.item();
        boolean isPassing = mention.isPlural() && item.context() == null;
        if (mention.from() == 0 || !(item.stands() || item.isLine()) || isPassing || isSigned) {
            return null;
        }
        return isFar(clause, mention)
                ? new FrontShape(clause, null, from, clause.end()).read()
                : new FrontShape(clause, mention, from, behindNames(clause, mention)).read();
    }

    private static boolean beginsName(Clause clause, int from) {
        Words words = clause.words();
        boolean isName = words.isCapital(from) || Vocabulary.ARTICLE.contains(words.key(from)) || words.is(from, "\"");
        return from < clause.end() && isName;
    }

    /** The dash or colon behind "MOU on …" with names behind it, or the end. */
    private static int behindTitle(Clause clause, Mention mention) {
        Words words = clause.words();
        int colon = words.find(":", mention.to(), clause.end() - 1);
        int mark = Math.min(colon, words.find(Words.DASH, mention.to(), clause.end() - 1));
        if (mark >= clause.end() - 1) {
            return clause.end();
        }
        boolean isBehindNames = mention.from() > 0 && clause.anyStrong(clause.listAcrossDashes(0, mention.from()));
        int stop = clause.stopAcrossDashes(mark + 1, clause.end()).at();
        boolean areNames = clause.anyStrong(clause.listAcrossDashes(mark + 1, stop));
        return !isBehindNames && areNames ? mark : clause.end();
    }

    /** Whether the instrument is only spoken of in what follows the names. */
    private static boolean isFar(Clause clause, Mention mention) {
        int stop = clause.stopAcrossDashes(0, clause.end()).at();
        String before = clause.words().key(mention.from() - 1);
        boolean isApart = before.equals(Words.DASH) || before.equals(":") || before.equals("(");
        return mention.from() > stop + 2 && !isApart;
    }

    /** Before "(MOU)" or "MOU on …". */
    private static int behindNames(Clause clause, Mention mention) {
        int i = mention.from();
        while (i > 0 && !clause.words().isOpen(i)) {
            i--;
        }
        return i;
    }

    private @Nullable Reading read() {
        Stop stop = clause.stopAcrossDashes(from, limit);
        int subject = addNames(stop);
        if (subject >= 0) {
            subject = behindDescription(subject);
        } else if (stop.at() < limit && !isVerb(stop.at()) && (!isEnd(stop) || words.is(stop.at() - 1, Words.DASH))) {
            int behind = behindDescription(stop.at());
            subject = behind > stop.at() ? behind : -1;
        }
        reading.about(subject >= 0 ? clause.sentence(subject) : stop.at() < limit ? plan(stop) : null);
        addPartner(stop);
        if (reading.names().size() == 1) {
            addLater(stop);
        }
        if (mention != null && mention.from() < from) {
            reading.about(clause.title(mention, 0, from - 1));
        } else if (mention != null && !reading.hasSubject()) {
            reading.about(clause.title(mention, mention.from(), clause.end()));
        }
        return isRow(stop, subject) ? reading : null;
    }

    /** Adds what stands between dashes as long as it is names; says where the rest begins, or -1. */
    private int addNames(Stop stop) {
        for (int begin = from; begin < stop.at(); ) {
            int dash = words.find(Words.DASH, begin, stop.at());
            if (begin > from && !isNames(begin, dash, stop)) {
                return begin;
            }
            clause.add(reading, clause.listAcrossDashes(begin, dash));
            begin = dash + 1;
        }
        return -1;
    }

    /** Whether what stands between two dashes are further participants, or what they do. */
    private boolean isNames(int begin, int dash, Stop stop) {
        NameList list = clause.listAcrossDashes(begin, dash);
        boolean isLast = dash == stop.at();
        boolean runsOn = isLast
                && stop.at() < limit
                && words.isLower(stop.at())
                && !isVerb(stop.at())
                && stop.subject() == stop.at();
        if (clause.anyStrong(list)) {
            boolean isSecond = runsOn && reading.names().size() == 1 && beginsName(clause, begin);
            if (isSecond) {
                reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
            }
            return !runsOn || isSecond;
        }
        if (runsOn || reading.names().size() != 1) {
            return false;
        }
        boolean isPlanned = !isLast || isVerb(stop.at()) || words.is(stop.at(), ":");
        if (isPlanned && beginsName(clause, begin)) {
            return clause.allPossible(list);
        }
        reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
        return false;
    }

    /** "A – world's leading maker of toys, B will …" goes on behind the comma before the verb. */
    private int behindDescription(int begin) {
        int verb = begin;
        while (verb < limit && !isPlainVerb(verb)) {
            verb++;
        }
        int comma = verb;
        while (comma > begin && !isComma(comma)) {
            comma--;
        }
        boolean describes = words.isLower(begin)
                || words.isLower(begin + 1)
                || words.key(begin).endsWith("'s");
        if (verb >= limit || comma == begin || !describes) {
            return begin;
        }
        reading.doubt(Why.DESCRIPTION_LEFT_OUT);
        if (comma + 1 < verb) {
            clause.add(reading, clause.listAcrossDashes(comma + 1, verb));
        }
        return verb;
    }

    private boolean isPlainVerb(int i) {
        boolean isPlain = words.is(i, "will") || words.is(i, "to") || Vocabulary.WILL.length(words, i) > 1;
        return words.isOpen(i) && words.isLower(i) && isPlain;
    }

    private boolean isComma(int i) {
        return words.is(i, ",") && words.isOpen(i) && !Vocabulary.LEGAL.contains(words.key(i + 1));
    }

    private boolean isVerb(int i) {
        return i < limit && words.isLower(i) && Vocabulary.WILL.length(words, i) > 0;
    }

    /** Whether names plainly end here. */
    private boolean isEnd(Stop stop) {
        return stop.at() >= limit
                || isVerb(stop.at())
                || stop.subject() > stop.at()
                || words.is(stop.at() - 1, Words.DASH);
    }

    private Piece plan(Stop stop) {
        int first = stop.subject();
        return clause.sentence(words.is(first, "will") || words.is(first, "to") ? first + 1 : first);
    }

    /** "A is partnering with B to …" */
    private void addPartner(Stop stop) {
        for (int i = stop.at(); isVerb(stop.at()) && i < stop.at() + 4 && words.isLower(i); i++) {
            if (words.is(i, "with") && clause.beginsName(i + 1)) {
                reading.about(clause.rest(clause.addPartners(reading, i + 1)));
                return;
            }
        }
    }

    /** "A to open shops with B Ltd": somebody else may take part. */
    private void addLater(Stop stop) {
        int with = clause.withBehind(stop.at());
        NameList list = with < clause.end()
                ? clause.list(with + 1, clause.stop(with + 1, 1).at(), 1)
                : new NameList(List.of(), 0);
        if (!list.names().isEmpty() && clause.allStrong(list)) {
            clause.add(reading, list);
            reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
            return;
        }
        for (int i = stop.at(); i < clause.end(); i++) {
            boolean isBody =
                    Vocabulary.LEGAL_END.contains(words.key(i)) || Vocabulary.ORGANISATION.contains(words.key(i));
            if (words.isCapital(i) && isBody) {
                reading.doubt(
                        Why.ONE_PARTICIPANT, reading.names().get(0).piece().line());
            }
        }
    }

    /** Whether this is a row at all; leaves what is doubtful about it. */
    private boolean isRow(Stop stop, int subject) {
        int count = reading.names().size();
        boolean isLand = mention == null && reading.hasDoubt(Why.PLACE_AS_PARTICIPANT);
        if (count == 0 || isLand) {
            return false;
        }
        boolean ends = isEnd(stop) || words.is(stop.at(), ":") || subject >= 0;
        if (!stop.isSure() || !ends) {
            reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
        }
        if (count == 1 && !isVerb(stop.at())) {
            reading.doubt(Why.ONE_PARTICIPANT);
        }
        boolean isEvident = mention != null || clause.item().context() != null;
        if (!isEvident && stop.at() >= limit && subject < 0) {
            reading.doubt(Why.KIND_NOT_SAID);
        }
        boolean isNamed = mention != null || (clause.item().stands() && isEvident);
        return isNamed || (clause.item().stands() ? isPlain(stop, subject, count, ends) : isParted(stop, count));
    }

    /** Among other text only organisations in the manner of a list: a dash, a colon, "to" or no full stop. */
    private boolean isParted(Stop stop, int count) {
        int behind = Math.min(limit, stop.at() + 1);
        boolean hasDash = words.find(Words.DASH, from, behind) < behind;
        boolean isTerse = words.is(stop.at(), "to") || words.is(stop.at(), ":") || !words.is(words.size() - 1, ".");
        boolean isAnnounced =
                words.is(stop.at(), "will") && !IDLE.contains(words.key(stop.at() + 1)) && reading.allStrong();
        if (isAnnounced && clause.item().isLine() && count > 1) {
            reading.doubt(Why.KIND_NOT_SAID);
            return true;
        }
        boolean isPlan = stop.at() < limit && (isVerb(stop.at()) || words.is(stop.at(), ":"));
        boolean isEntry = clause.item().isLine() && ((isTerse && isPlan) || hasDash);
        return count > 1 && (isEntry ? reading.anyStrong() : hasDash && reading.allStrong());
    }

    private boolean isPlain(Stop stop, int subject, int count, boolean ends) {
        if (count == 1) {
            boolean isPlan = isVerb(stop.at()) || stop.at() >= limit || words.is(stop.at(), ":") || subject >= 0;
            return reading.allStrong() && isPlan;
        }
        int behind = Math.min(limit, stop.at() + 1);
        boolean hasDash = words.find(Words.DASH, from, behind) < behind;
        boolean mayBe = hasDash && (isVerb(stop.at()) || clause.item().isListed());
        return reading.allStrong() || mayBe || (ends && reading.anyStrong());
    }
}
