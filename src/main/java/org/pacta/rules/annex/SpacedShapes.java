package org.pacta.rules.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Instruments.Mention;
import org.pacta.rules.annex.Items.Item;
import org.pacta.rules.annex.Participants.Stop;
import org.pacta.rules.annex.Row.Kind;
import org.pacta.rules.annex.Row.Why;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Words;
import org.pacta.rules.language.Vocabulary;

/** The shapes in which languages with blanks between their words say who agreed on what. */
final class SpacedShapes {

    private static final int FAR = 10;
    private static final Set<String> BE = Set.of("was", "were", "is", "are", "has", "have", "had");
    private static final Set<String> AMENDS = Set.of("amending", "extending", "supplementing", "renewing", "implementing", "to");
    private static final Set<String> TIMES = Set.of("at", "during", "under", "today", "yesterday");

    private final Names names;
    private final Participants participants;

    SpacedShapes(Names names) {
        this.names = names;
        this.participants = new Participants(names);
    }

    /** Every row in an item, none where it names no instrument and no project. */
    List<Reading> read(Item item) {
        Words words = Words.of(item.piece());
        List<Integer> cuts = cuts(words);
        if (cuts.isEmpty()) {
            return new Sentence(words, item).read().stream().toList();
        }
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i <= cuts.size(); i++) {
            int from = i == 0 ? 0 : cuts.get(i - 1);
            int to = i == cuts.size() ? words.size() : cuts.get(i);
            Item part = item.with(trimmedAnd(words, from, to));
            new Sentence(Words.of(part.piece()), part).read().ifPresent(readings::add);
        }
        return readings;
    }

    /** The names in a cell that holds nothing else. */
    Reading names(Piece cell) {
        Item item = new Item(cell, true, false, null, List.of(), null);
        Words words = Words.of(cell);
        Reading reading = new Reading(cell, Kind.OTHER);
        new Sentence(words, item).add(reading, participants.list(words, 0, words.size(), 1, true));
        return reading;
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
        for (int i = mention.from() - 1; i > Math.max(0, mention.from() - FAR); i--) {
            if (words.is(i, ",") || words.is(i, ";") || words.is(i, ".") || Participants.and(words, i, false) > 0) {
                return i + 1;
            }
        }
        return mention.from();
    }

    private static Piece trimmedAnd(Words words, int from, int to) {
        int end = to;
        while (end > from && end < words.size() && (words.isMark(end - 1) && !words.is(end - 1, ")") || words.is(end - 1, "and"))) {
            end--;
        }
        return words.piece(from, end).trimmed();
    }

    /** One sentence or list item on its way to a reading. */
    private final class Sentence {

        private final Words words;
        private final Item item;
        private final int end;
        private final List<Mention> mentions;
        private final boolean isLoose;

        Sentence(Words words, Item item) {
            this.words = words;
            this.item = item;
            isLoose = Participants.isLoose(words);
            List<Mention> all = Instruments.in(words);
            end = tail(all);
            mentions = all.stream().filter(each -> each.from() < end).toList();
        }

        Optional<Reading> read() {
            Reading reading = labelled();
            reading = reading == null ? signed() : reading;
            reading = reading == null ? between() : reading;
            reading = reading == null ? by() : reading;
            reading = reading == null ? front() : reading;
            reading = reading == null ? titleOnly() : reading;
            if (reading != null && mentions.size() > 1 && mentions.get(0).kind() != mentions.get(1).kind() && areJoined(mentions)) {
                reading.doubt(Why.SEVERAL_INSTRUMENTS);
            }
            return Optional.ofNullable(reading);
        }

        private boolean areJoined(List<Mention> mentions) {
            int between = mentions.get(1).from() - mentions.get(0).to();
            return between >= 1 && between <= 3 && Participants.and(words, mentions.get(0).to(), false) > 0;
        }

        /** "exchanged by" and "signed by" with a person behind close the sentence for us. */
        private int tail(List<Mention> all) {
            for (int i = 1; i < words.size() - 1; i++) {
                int length = Vocabulary.EXCHANGE.length(words, i);
                boolean isBy = length == 0 && (words.is(i, "signed") || words.is(i, "inked")) && words.is(i + 1, "by");
                int behind = i + (isBy ? 2 : length);
                if (words.is(behind, ":")) {
                    behind++;
                }
                if (words.is(behind, "the")) {
                    behind++;
                }
                if ((length > 1 || isBy) && behind < words.size() && (names.isPerson(words, behind, words.size()) || (length > 1 && !words.is(i, "exchanged")))) {
                    return words.isOpen(i) ? i : words.size();
                }
            }
            return words.size();
        }

        private Row.Kind kind(@Nullable Mention mention) {
            if (mention != null) {
                return mention.kind();
            }
            return item.context() != null ? item.context() : Kind.PROJECT;
        }

        private Reading reading(@Nullable Mention mention) {
            Reading reading = new Reading(item.piece(), kind(mention));
            if (mention != null && mention.isPlural()) {
                reading.doubt(Why.SEVERAL_INSTRUMENTS);
            }
            return reading;
        }

        /** "Parties: …" */
        private @Nullable Reading labelled() {
            for (int i = 1; i < end; i++) {
                if (!words.is(i, ":") || !words.isOpen(i)) {
                    continue;
                }
                int label = i - 1;
                while (label > 0 && words.isCapital(label - 1) && i - label < 3 && !words.isMark(label - 1) && words.piece().source().substring(words.end(label - 1), words.start(label)).indexOf('\n') < 0) {
                    label--;
                }
                boolean begins = label == 0 || words.piece().source().substring(words.end(label - 1), words.start(label)).indexOf('\n') >= 0;
                if (begins && Vocabulary.COLUMN_PARTY.contains(words.piece(label, i).line().toLowerCase(java.util.Locale.ROOT))) {
                    Stop stop = participants.stop(words, i + 1, end, 2, isLoose, false);
                    Mention mention = mentions.isEmpty() ? null : mentions.get(0);
                    Reading reading = reading(mention).add(participants.list(words, i + 1, stop.at(), 1, false), names);
                    int from = words.is(1, ":") ? 2 : 0;
                    return reading.about(label > from ? title(mention, from, label) : rest(stop));
                }
            }
            return null;
        }

        /** "A and B signed an MOU with C on …" */
        private @Nullable Reading signed() {
            for (Mention mention : mentions) {
                int verb = verbBefore(mention);
                if (verb > 0 && !words.is(mention.from() - 1, "such") && !isBetween(mention)) {
                    Reading reading = signed(mention, verb);
                    if (reading != null) {
                        return reading;
                    }
                }
            }
            return null;
        }

        /** Whether who agreed stands behind: "signed an agreement between A and B". */
        private boolean isBetween(Mention mention) {
            for (int i = mention.to(); i < end; i++) {
                int length = words.isOpen(i) ? Vocabulary.BETWEEN.length(words, i) : 0;
                if (length > 0) {
                    Stop stop = participants.stop(words, i + length, end, 2, isLoose, false);
                    List<Piece> found = participants.list(words, i + length, stop.at(), 2, false).names();
                    return found.size() > 1 && found.stream().allMatch(each -> names.judge(each) >= 1 && !names.isPlace(each) && Words.of(each).size() > 0);
                }
            }
            return false;
        }

        private int verbBefore(Mention mention) {
            for (int i = mention.from() - 1; i >= Math.max(0, mention.from() - FAR); i--) {
                int length = Vocabulary.SIGNED.length(words, i);
                if (length > 0 && i + length <= mention.from() && (words.isLower(i) || Participants.isShouted(words))) {
                    return i;
                }
                if (words.is(i, ";") || Vocabulary.BETWEEN.length(words, i) > 0) {
                    return -1;
                }
            }
            return -1;
        }

        private @Nullable Reading signed(Mention mention, int verb) {
            int from = behindIntroduction(verb);
            int to = verb;
            while (to > from && (Vocabulary.AUXILIARY.contains(words.key(to - 1)) && words.isLower(to - 1) || words.isMark(to - 1) && !words.is(to - 1, ")") && !words.is(to - 1, "."))) {
                to--;
            }
            if (to <= from) {
                return null;
            }
            Stop left = participants.stop(words, from, to, 1, isLoose, false);
            Reading reading = reading(mention);
            add(reading, participants.list(words, from, left.at(), 1, false));
            if (left.at() < to) {
                reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
            }
            int behind = mention.to();
            boolean isAbout = Vocabulary.ON.length(words, behind) > 0;
            int with = isAbout ? withBehind(behind) : behind;
            int length = with < end ? Vocabulary.WITH.length(words, with) : 0;
            if (length > 0) {
                Stop right = partners(with + length, reading);
                reading.about(isAbout ? words.piece(behind + Vocabulary.ON.length(words, behind), with) : rest(right));
            } else {
                reading.about(isAbout ? sentence(behind + Vocabulary.ON.length(words, behind)) : null);
            }
            boolean isNothing = reading.names().isEmpty() && (!reading.hasDoubt(Why.PERSON_NAMED) || mention.isPlural());
            boolean isVague = reading.names().size() < 2 && mention.isPlural() && length == 0;
            boolean areLands = mention.isPlural() && length == 0 && reading.hasDoubt(Why.PLACE_AS_PARTICIPANT);
            boolean isCounted = mention.isPlural() && !item.isListed() && isCount(mention.from() - 1);
            return isNothing || isVague || areLands || isCounted ? null : reading;
        }

        private boolean isCount(int i) {
            return i >= 0 && (Vocabulary.NUMBER.contains(words.key(i)) || Vocabulary.NOBODY.contains(words.key(i)) || Character.isDigit(words.key(i).charAt(0)));
        }

        private Stop partners(int from, Reading reading) {
            int begin = from;
            if (words.isLower(begin) && !Vocabulary.ARTICLE.contains(words.key(begin))) {
                int dash = words.find(Words.DASH, begin, Math.min(end, begin + FAR));
                if (dash < Math.min(end, begin + FAR)) {
                    begin = dash + 1;
                    reading.doubt(Why.DESCRIPTION_LEFT_OUT);
                }
            }
            Stop right = participants.stop(words, begin, end, 1, isLoose, false);
            add(reading, participants.list(words, begin, right.at(), 1, false));
            if (!right.isSure()) {
                reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
            }
            return right;
        }

        private int withBehind(int from) {
            for (int i = from; i < end; i++) {
                if (words.isOpen(i) && words.is(i, "with") && (words.isCapital(i + 1) || words.is(i + 1, "the") && words.isCapital(i + 2))) {
                    return i;
                }
            }
            return end;
        }

        /** Behind "At the ceremony," and "Last year,". */
        private int behindIntroduction(int verb) {
            int from = 0;
            for (int times = 0; times < 3; times++) {
                int comma = words.find(",", from, verb);
                boolean isIntroduction = comma < verb - 1
                        && (Vocabulary.INTRO.contains(words.key(from)) || times > 0 && words.isLower(from) && !Vocabulary.ARTICLE.contains(words.key(from)))
                        && comma - from <= 2 * FAR;
                if (!isIntroduction) {
                    return from;
                }
                from = comma + 1;
            }
            return from;
        }

        /** "MOU between A and B on …" */
        private @Nullable Reading between() {
            for (int i = 1; i < end; i++) {
                int length = words.isOpen(i) ? Vocabulary.BETWEEN.length(words, i) : 0;
                Mention mention = length == 0 ? null : mentionBefore(i);
                mention = mention == null ? null : leading(mention);
                boolean isProject = length > 0 && mention == null && item.mayBeProject() && hasProjectWord(i);
                if (mention == null && !isProject) {
                    continue;
                }
                Stop stop = participants.stop(words, i + length, end, 2, isLoose, false);
                Reading reading = reading(mention);
                add(reading, participants.list(words, i + length, stop.at(), 2, false));
                if (!stop.isSure()) {
                    reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
                }
                boolean areLands = mention == null && reading.hasDoubt(Why.PLACE_AS_PARTICIPANT);
                if (areLands || reading.names().isEmpty() && !item.isListed()) {
                    return null;
                }
                Piece title = title(mention, 0, i);
                return reading.about(rest(stop)).about(title != null && isTitled(mention, i) ? title : reading.hasSubject() ? null : title);
            }
            return null;
        }

        /** The first of "MOU and Term Sheet", and the agreement of "Agreement to the MOU". */
        private Mention leading(Mention mention) {
            for (Mention before : mentions) {
                int gap = mention.from() - before.to();
                boolean isJoined = gap == 1 && Participants.and(words, before.to(), false) > 0;
                boolean isAmending = before.from() == 0 && AMENDS.contains(words.key(before.to()));
                boolean isTo = gap == 2 && (words.is(before.to(), "to") || words.is(before.to(), "under")) && words.is(before.to() + 1, "the");
                boolean isOn = gap > 0 && words.isOpen(before.from()) && Vocabulary.ON.length(words, before.to()) > 0;
                if (gap > 0 && (isJoined || isTo || isAmending || isOn)) {
                    return before;
                }
            }
            return mention;
        }

        private boolean isTitled(@Nullable Mention mention, int between) {
            return mention != null && mention.to() < between && Vocabulary.ON.length(words, mention.to()) > 0;
        }

        private @Nullable Mention mentionBefore(int i) {
            Mention last = null;
            for (Mention mention : mentions) {
                if (mention.to() <= i && words.isOpen(mention.from())) {
                    last = mention;
                }
            }
            return last;
        }

        private boolean hasProjectWord(int before) {
            for (int i = 0; i < before; i++) {
                if (Instruments.WORDS.get(Kind.PROJECT).length(words, i) > 0) {
                    return true;
                }
            }
            return false;
        }

        /** "MOU with A", "Joint Statement by A and B", "was signed by A and B" */
        private @Nullable Reading by() {
            for (Mention mention : mentions) {
                int i = mention.to();
                while (i < Math.min(end, mention.to() + 6) && words.isOpen(i) && (Vocabulary.SIGNED.length(words, i) > 0 || words.isLower(i) && (words.is(i, "was") || words.is(i, "were") || words.is(i, "has") || words.is(i, "been") || words.is(i, "being") || words.is(i, "jointly") || words.is(i, "today")))) {
                    i++;
                }
                boolean isBy = words.is(i, "by") || words.is(i, "par") || words.is(i, "oleh");
                int length = isBy ? 1 : i < end && words.isLower(i) ? Vocabulary.WITH.length(words, i) : 0;
                boolean isPassing = !item.isListed() && mention.from() > 0 && (words.is(mention.from() - 1, "the") || words.is(mention.from() - 1, "such"));
                if (length == 0 || i >= end || isPassing || mention.isPlural() && !item.isListed()) {
                    continue;
                }
                Reading reading = reading(mention);
                Stop stop = partners(i + length, reading);
                for (int j = stop.at(); !isBy && j < end - 2; j++) {
                    if ((words.is(j, "signed") || words.is(j, "inked")) && words.is(j + 1, "by")) {
                        stop = partners(j + 2, reading);
                        break;
                    }
                }
                if (!reading.names().isEmpty()) {
                    Piece title = title(mention, 0, mention.to());
                    return reading.about(rest(stop)).about(reading.hasSubject() ? null : title);
                }
            }
            return null;
        }

        /** "A – B to develop …", "A and B will …", "A and B – …", and the instrument somewhere about it. */
        private @Nullable Reading front() {
            Mention mention = mentions.isEmpty() ? null : mentions.get(0);
            int from = 0;
            int mark = mention == null || verbBefore(mention) > 0 ? end : mark(mention);
            boolean isLeading = mark < end;
            if (isLeading) {
                from = mark + 1;
            } else if (mention != null && mention.from() == 0) {
                return null;
            }
            if (mention != null && !isLeading && (!item.isListed() && !item.isAlone() || mention.isPlural() && item.context() == null || verbBefore(mention) > 0)) {
                return null;
            }
            if (from >= end || !words.isCapital(from) && !Vocabulary.ARTICLE.contains(words.key(from)) && !words.is(from, "\"")) {
                return null;
            }
            mention = mention != null && !isLeading && isFar(mention, from) ? null : mention;
            int limit = mention != null && !isLeading ? nameEnd(mention) : end;
            Front front = new Front(from, limit, mention);
            return front.read();
        }

        /** The dash or colon behind "MOU on …" with names behind it. */
        private int mark(Mention mention) {
            for (int i = mention.to(); i < end - 1; i++) {
                boolean isMark = words.isOpen(i) && (words.is(i, Words.DASH) || words.is(i, ":"));
                if (isMark) {
                    boolean isAfterNames = mention.from() > 0 && participants.list(words, 0, mention.from(), 1, true).names().stream().anyMatch(each -> names.judge(each) >= Names.STRONG);
                    int stop = participants.stop(words, i + 1, end, 1, isLoose, true).at();
                    boolean areNames = participants.list(words, i + 1, stop, 1, true).names().stream().anyMatch(each -> names.judge(each) >= Names.STRONG);
                    return !isAfterNames && areNames ? i : end;
                }
            }
            return end;
        }

        /** Whether an instrument is only spoken of in what follows the names. */
        private boolean isFar(Mention mention, int from) {
            int stop = participants.stop(words, from, end, 1, isLoose, true).at();
            int before = mention.from() - 1;
            boolean isApart = words.is(before, Words.DASH) || words.is(before, ":") || words.is(before, "(");
            return mention.from() > stop + 2 && !isApart;
        }

        /** "(MOU)" and "MOU on …" behind the names are not part of them. */
        private int nameEnd(Mention mention) {
            int i = mention.from();
            while (i > 0 && !words.isOpen(i)) {
                i--;
            }
            return i;
        }

        /** "MOU on …" and nobody named */
        private @Nullable Reading titleOnly() {
            if (mentions.isEmpty() || mentions.get(0).isPlural()) {
                boolean isRow = item.isListed() && item.context() != null && words.size() > 2 && mentions.isEmpty();
                return isRow ? new Reading(item.piece(), item.context()).doubt(Why.NO_SHAPE) : null;
            }
            Mention mention = mentions.get(0);
            boolean isExchanged = end < words.size() && Vocabulary.ON.length(words, words.is(mention.to(), ",") ? mention.to() + 1 : mention.to()) > 0;
            boolean isTitle = mention.from() == 0 || (item.isListed() || isExchanged) && mention.from() < FAR;
            if (!isTitle) {
                return null;
            }
            int last = end;
            while (last > mention.to() && (BE.contains(words.key(last - 1)) || words.is(last - 1, "and") || Vocabulary.SIGNED.contains(words.key(last - 1)))) {
                last--;
            }
            return reading(mention).about(title(mention, 0, last));
        }

        private void add(Reading reading, NameList list) {
            List<Piece> kept = new ArrayList<>();
            for (Piece each : list.names()) {
                Words name = Words.of(each);
                boolean isVague = name.size() > 0 && isVague(name);
                if (isVague) {
                    reading.doubt(Why.OTHERS_NOT_NAMED, each.line());
                } else if (names.judge(each) > -9) {
                    kept.add(each);
                }
            }
            reading.add(new NameList(kept, list.margin()), names);
        }

        private boolean isVague(Words name) {
            String first = name.key(0);
            boolean isCount = Character.isDigit(first.charAt(0)) || name.isLower(0) || Vocabulary.SEVERAL.contains(first) || Vocabulary.ARTICLE.contains(first);
            if (!isCount) {
                return false;
            }
            for (int i = 1; i < name.size(); i++) {
                if (name.isCapital(i)) {
                    return false;
                }
            }
            return true;
        }

        /** What stands behind the names. */
        private @Nullable Piece rest(Stop stop) {
            return stop.subject() < end ? sentence(stop.subject()) : null;
        }

        private Piece sentence(int from) {
            int first = from;
            if (first < end && BE.contains(words.key(first))) {
                while (first < end && (!words.isLower(first) || Vocabulary.ON.length(words, first) == 0)) {
                    first++;
                }
            }
            if (first < end && TIMES.contains(words.key(first))) {
                return words.piece(end, end);
            }
            while (first < end && Vocabulary.ON.length(words, first) > 0 && words.isLower(first)) {
                first += Vocabulary.ON.length(words, first);
            }
            int to = end;
            for (int i = first + 1; i < end; i++) {
                boolean tells = words.is(i, ":") && (words.is(i + 1, "the") || words.is(i + 1, "it"));
                if (tells || words.is(i, ".") && words.isCapital(i + 1) && !Participants.isShort(words.key(i - 1))) {
                    to = i;
                    break;
                }
            }
            while (to > first && words.is(to - 1, ".")) {
                to--;
            }
            return words.piece(first, to);
        }

        /** What the instrument is on, or the words before it. */
        private @Nullable Piece title(@Nullable Mention mention, int from, int to) {
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
            while (first < last && (words.isLower(first) || words.isMark(first) || Vocabulary.ARTICLE.contains(words.key(first)) || words.is(first, "renewal") || words.is(first, "extension") || words.is(first, "of"))) {
                first++;
            }
            return first < last ? words.piece(first, last) : null;
        }

        /** Names at the beginning, parted by dashes, up to what they will do. */
        private final class Front {

            private final int from;
            private final int limit;
            private final @Nullable Mention mention;
            private final Reading reading;

            Front(int from, int limit, @Nullable Mention mention) {
                this.from = from;
                this.limit = limit;
                this.mention = mention;
                reading = reading(mention);
            }

            @Nullable Reading read() {
                Stop stop = participants.stop(words, from, limit, 1, isLoose, true);
                int begin = from;
                boolean isFirst = true;
                int subject = -1;
                while (begin < stop.at()) {
                    int dash = words.find(Words.DASH, begin, stop.at());
                    if (!isFirst && !isNames(begin, dash, stop)) {
                        subject = begin;
                        break;
                    }
                    add(reading, participants.list(words, begin, dash, 1, true));
                    isFirst = false;
                    begin = dash + 1;
                }
                if (subject >= 0 && subject < stop.at()) {
                    subject = behindDescription(subject, stop);
                }
                boolean endsInVerb = stop.at() >= limit || isVerb(stop.at()) || words.is(stop.at(), ":") || words.is(stop.at() - 1, Words.DASH) || stop.subject() > stop.at();
                boolean isDescribed = subject < 0 && words.is(stop.at() - 1, Words.DASH) && stop.at() < limit && !isVerb(stop.at());
                if ((!endsInVerb || isDescribed) && subject < 0) {
                    int behind = behindDescription(stop.at(), stop);
                    endsInVerb |= behind != stop.at();
                    subject = behind != stop.at() ? behind : -1;
                }
                Piece about = subject >= 0 ? sentence(subject) : stop.at() < limit ? subject(stop) : null;
                reading.about(about);
                if (isVerb(stop.at())) {
                    partner(stop);
                }
                if (reading.names().size() == 1) {
                    lateral(stop);
                }
                if (mention != null && mention.from() < from) {
                    Piece named = title(mention, 0, from - 1);
                    reading.about(named);
                } else if (mention != null && !reading.hasSubject()) {
                    reading.about(title(mention, mention.from(), end));
                }
                return judged(stop, subject, endsInVerb);
            }

            /** "A is partnering with B to …" */
            private void partner(Stop stop) {
                for (int i = stop.at(); i < Math.min(limit, stop.at() + 4) && words.isLower(i); i++) {
                    boolean isName = words.isCapital(i + 1) || words.is(i + 1, "the") && words.isCapital(i + 2);
                    if (words.is(i, "with") && isName) {
                        Stop behind = partners(i + 1, reading);
                        reading.about(rest(behind));
                        return;
                    }
                }
            }

            /** "A to open shops with B Ltd": somebody else may take part. */
            private void lateral(Stop stop) {
                int with = withBehind(stop.at());
                if (with < end) {
                    Stop behind = participants.stop(words, with + 1, end, 1, isLoose, false);
                    NameList list = participants.list(words, with + 1, behind.at(), 1, false);
                    if (list.names().stream().allMatch(each -> names.judge(each) >= Names.STRONG)) {
                        add(reading, list);
                        reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
                        return;
                    }
                }
                for (int i = stop.at(); i < end; i++) {
                    if (Vocabulary.LEGAL_END.contains(words.key(i)) && words.isCapital(i)) {
                        reading.doubt(Why.ONE_PARTICIPANT, reading.names().get(0).piece().line());
                    }
                }
            }

            private @Nullable Reading judged(Stop stop, int subject, boolean endsInVerb) {
                if (reading.names().isEmpty()) {
                    return null;
                }
                if (!stop.isSure()) {
                    reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
                }
                if (!endsInVerb && subject < 0) {
                    reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
                }
                if (reading.names().size() == 1 && !isVerb(stop.at())) {
                    reading.doubt(Why.ONE_PARTICIPANT);
                }
                boolean hasDash = words.find(Words.DASH, from, Math.min(limit, stop.at() + 1)) < Math.min(limit, stop.at() + 1);
                boolean isEvident = mention != null || item.context() != null;
                int count = reading.names().size();
                boolean stands = item.isListed() || item.isAlone();
                if (mention == null && reading.hasDoubt(Why.PLACE_AS_PARTICIPANT)) {
                    return null;
                }
                if (!stands && (!hasDash || count < 2 || !reading.allStrong())) {
                    return null;
                }
                if (!isEvident && !reading.allStrong() && !(hasDash && endsInVerb && count > 1 && isVerb(stop.at()))
                        && !(item.isListed() && hasDash && count > 1) && !(hasDash && count > 1 && reading.names().stream().anyMatch(each -> each.strength() >= Names.STRONG))) {
                    return count > 1 && endsInVerb && hasStrong() ? reading : null;
                }
                boolean saysNothing = stop.at() >= limit && subject < 0;
                if (!isEvident && saysNothing) {
                    reading.doubt(Why.KIND_NOT_SAID);
                }
                boolean isPlan = isVerb(stop.at()) || stop.at() >= limit || words.is(stop.at(), ":") || subject >= 0;
                return !isEvident && count < 2 && !isPlan ? null : reading;
            }

            private boolean hasStrong() {
                return reading.names().stream().anyMatch(each -> each.strength() >= Names.STRONG);
            }

            private boolean isVerb(int i) {
                return i < limit && words.isLower(i) && Vocabulary.WILL.length(words, i) > 0;
            }

            /** Whether what stands between two dashes are further participants, or what they do. */
            private boolean isNames(int begin, int dash, Stop stop) {
                NameList list = participants.list(words, begin, dash, 1, true);
                boolean anyStrong = list.names().stream().anyMatch(each -> names.judge(each) >= Names.STRONG);
                boolean runsOn = dash == stop.at() && stop.at() < limit && words.isLower(stop.at()) && !isVerb(stop.at()) && stop.subject() == stop.at();
                if (runsOn && !anyStrong) {
                    return false;
                }
                boolean endsInPlan = dash < stop.at() || isVerb(stop.at()) || words.is(stop.at(), ":") || words.is(stop.at() - 1, Words.DASH);
                boolean isCapital = words.isCapital(begin) || Vocabulary.ARTICLE.contains(words.key(begin));
                if (!anyStrong && isCapital && endsInPlan && reading.names().size() == 1) {
                    return list.names().stream().allMatch(each -> names.judge(each) >= 1);
                }
                if (!anyStrong && !runsOn && reading.names().size() == 1) {
                    reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
                }
                return anyStrong && !runsOn || anyStrong && names.judge(list.names().get(0)) >= Names.STRONG && isVerbSoon(stop.at());
            }

            private boolean isVerbSoon(int at) {
                return isVerb(at);
            }

            /** "A – world's leading maker of toys, B will …": goes on behind the comma before the verb. */
            private int behindDescription(int begin, Stop stop) {
                int verb = begin;
                while (verb < limit && !(words.isOpen(verb) && words.isLower(verb) && (words.is(verb, "will") || words.is(verb, "to") || Vocabulary.WILL.length(words, verb) > 1))) {
                    verb++;
                }
                if (verb >= limit) {
                    return begin;
                }
                int comma = verb;
                while (comma > begin && !(words.is(comma, ",") && words.isOpen(comma) && !Vocabulary.LEGAL.contains(words.key(comma + 1)))) {
                    comma--;
                }
                boolean isDescribed = comma > begin && (words.isLower(begin) || words.isLower(begin + 1) || words.key(begin).endsWith("'s"));
                if (!isDescribed) {
                    return begin;
                }
                reading.doubt(Why.DESCRIPTION_LEFT_OUT);
                if (comma + 1 < verb) {
                    add(reading, participants.list(words, comma + 1, verb, 1, true));
                }
                return verb;
            }

            private Piece subject(Stop stop) {
                int first = stop.subject();
                if (words.is(first, "will") || words.is(first, "to")) {
                    first++;
                }
                return sentence(first);
            }
        }
    }
}
