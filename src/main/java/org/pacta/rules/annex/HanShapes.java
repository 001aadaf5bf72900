package org.pacta.rules.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Instruments.Mention;
import org.pacta.rules.annex.Items.Item;
import org.pacta.rules.annex.Row.Kind;
import org.pacta.rules.annex.Row.Why;
import org.pacta.rules.language.NameList;
import org.pacta.rules.language.NameList.Join;
import org.pacta.rules.language.Phrases;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.naming.HanNames;
import org.pacta.rules.naming.Knowledge;
import org.pacta.rules.naming.Names;
import org.pacta.rules.naming.Names.Name;

/** The shapes of Chinese lists, and the plainest ones of Japanese and Korean. */
final class HanShapes {

    private static final List<String> LABELS = List.of("签署方", "签约方", "簽署方", "合作方", "参与方", "签约单位");

    private final HanNames names;
    private final Knowledge.Index known;

    HanShapes(Names names, Knowledge.Index known) {
        this.names = new HanNames(names, known);
        this.known = known;
    }

    /** The side that a place is on, by its name or its adjective. */
    Optional<String> side(String place) {
        return known.side(place).or(() -> Vocabulary.DEMONYM.rest(place).flatMap(known::side));
    }

    /** Whether a text is written without blanks between its words. */
    static boolean suits(Piece piece) {
        int han = 0;
        int letters = 0;
        int depth = 0;
        String text = piece.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '（' ? 1 : c == ')' || c == '）' ? -1 : 0;
            if (Character.isLetter(c) && depth <= 0) {
                han += HanNames.isHan(c) ? 1 : 0;
                letters++;
            }
        }
        return han * 4 > letters || (han >= 4 && Instruments.inHan(text, 0).isPresent());
    }

    /** The row in an item, if there is one. */
    Optional<Reading> read(Item item) {
        return Optional.ofNullable(new Sentence(item).read());
    }

    /** The names in a cell that holds nothing else. */
    Reading names(Item cell) {
        return new Sentence(cell)
                .filled(new Reading(cell.piece(), Kind.OTHER), 0, cell.piece().length(), 1);
    }

    /** One sentence or list item. */
    private final class Sentence {

        private final Item item;
        private final Piece piece;
        private final String text;
        private final int[] depth;
        private final @Nullable Mention instrument;
        private final boolean isJapanese;
        private final boolean isKorean;

        Sentence(Item item) {
            this.item = item;
            piece = item.piece();
            text = piece.text();
            depth = depth(text);
            instrument = Instruments.inHan(text, 0).orElse(null);
            isJapanese = text.chars().anyMatch(c -> c >= 0x3041 && c <= 0x309F);
            isKorean = text.chars().anyMatch(c -> c >= 0xAC00 && c <= 0xD7AF || c >= 0x1100 && c <= 0x11FF);
        }

        @Nullable
        Reading read() {
            if (isCounted()) {
                return null;
            }
            Reading reading = labelled();
            reading = reading == null ? titled() : reading;
            reading = reading == null ? signed() : reading;
            reading = reading == null ? about() : reading;
            reading = reading == null ? bracketed() : reading;
            reading = reading == null ? commaed() : reading;
            reading = reading == null ? nominal() : reading;
            reading = reading == null ? topical() : reading;
            reading = reading == null ? project() : reading;
            reading = reading == null ? dealt() : reading;
            if (reading == null && item.isListed() && (instrument != null || item.context() != null)) {
                reading = reading(instrument).doubt(instrument == null ? Why.NO_SHAPE : Why.NO_PARTICIPANT);
            }
            return reading;
        }

        private Reading reading(@Nullable Mention mention) {
            Kind context = item.context() == null ? Kind.PROJECT : item.context();
            return new Reading(piece, mention == null ? context : mention.kind());
        }

        /** "16项协议", "多项协议" count and name nobody. */
        private boolean isCounted() {
            for (int i = 1; i < text.length(); i++) {
                char before = text.charAt(i - 1);
                boolean counts = Character.isDigit(before) || "多数几各两三四五六七八九十批".indexOf(before) >= 0;
                if ("项份個个項".indexOf(text.charAt(i)) >= 0 && counts && !item.isListed()) {
                    return true;
                }
            }
            return false;
        }

        private @Nullable Reading labelled() {
            for (String label : LABELS) {
                int at = text.indexOf(label);
                int from = at + label.length();
                if (at >= 0 && from < text.length() && ":：".indexOf(text.charAt(from)) >= 0) {
                    return filled(reading(instrument), from + 1, text.length(), 1);
                }
            }
            return null;
        }

        /** "… 《A与B关于…的谅解备忘录》": the title says who, whoever held the pen. */
        private @Nullable Reading titled() {
            if (instrument == null) {
                return null;
            }
            int opening = Math.max(text.lastIndexOf('《', instrument.from()), text.lastIndexOf('「', instrument.from()));
            if (opening < 0 || depth[instrument.from()] == 0) {
                return null;
            }
            int closing = Math.max(text.indexOf('》', instrument.to()), text.indexOf('」', instrument.to()));
            if (closing < 0) {
                return null;
            }
            Item title = item.with(piece.between(piece.start() + opening + 1, piece.start() + closing))
                    .listed();
            Reading reading = new Sentence(title).untitled();
            return reading == null || reading.names().size() < 2 || !reading.allStrong()
                    ? null
                    : reading.standingFor(piece);
        }

        private @Nullable Reading untitled() {
            Reading reading = about();
            return reading == null ? nominal() : reading;
        }

        private @Nullable Reading signed() {
            int verb = find(Vocabulary.HAN_SIGNED, 2);
            if (verb < 0) {
                verb = text.indexOf("체결") > 0 && instrument != null ? instrument.from() : -1;
            }
            boolean isBare =
                    verb > 0 && instrument == null && (text.startsWith("签约", verb) || text.startsWith("簽約", verb));
            if (isBare) {
                Reading bare = filled(reading(null), beginning(verb), verb, 1);
                return bare.names().size() < 2
                        ? null
                        : bare.doubt(Why.KIND_NOT_SAID).about(piece.from(piece.start() + verb + 2));
            }
            if (verb < 0
                    || instrument == null
                    || (!item.isListed() && instrument.from() < verb && !isJapanese && !isKorean)) {
                return null;
            }
            int end = Math.min(verb, isJapanese || isKorean ? instrument.from() : verb);
            int about = find(Vocabulary.HAN_ABOUT, 2);
            end = about > 0 && about < end ? about : end;
            end = foreignEnd(end);
            int from = beginning(end);
            Mention mention =
                    Instruments.inHan(text, Math.min(verb, instrument.from())).orElse(instrument);
            Reading reading = filled(reading(mention), from, end, 1);
            boolean isVague = reading.names().isEmpty() || (reading.names().size() < 2 && !item.isListed());
            if (isVague) {
                return null;
            }
            boolean isAbout = about > 0 && about < verb && verb < mention.from();
            return reading.about(
                    isAbout
                            ? piece.between(
                                    piece.start() + about + Vocabulary.HAN_ABOUT.length(text, about),
                                    piece.start() + verb)
                            : subject(Math.min(verb, instrument.from()), mention));
        }

        /** Japanese and Korean mark the end of the participants with a particle. */
        private int foreignEnd(int end) {
            List<String> marks = isJapanese
                    ? List.of("との間", "による", "の間", "間の", "が", "は")
                    : isKorean ? List.of(" 간", "이 ", "가 ", "은 ", "는 ", "의 ") : List.of();
            int first = end;
            for (String mark : marks) {
                int at = text.indexOf(mark, 3);
                if (at > 0 && at < first && (mark.length() > 1 || isJapanese)) {
                    first = at;
                    if (mark.length() > 2 || mark.equals(" 간")) {
                        return first;
                    }
                }
            }
            return first;
        }

        /** Behind "会上，" and "由". */
        private int beginning(int end) {
            int from = 0;
            for (int i = 0; i < end; i++) {
                boolean isComma = (text.charAt(i) == '，' || text.charAt(i) == ',') && depth[i] == 0;
                if (isComma && isIntroduction(text.substring(from, i))) {
                    from = i + 1;
                }
            }
            return text.startsWith("由", from) ? from + 1 : from;
        }

        private boolean isIntroduction(String before) {
            if (isKorean) {
                return false;
            }
            boolean isTime = before.endsWith("上")
                    || before.endsWith("期间")
                    || before.endsWith("日")
                    || before.endsWith("下")
                    || before.endsWith("后")
                    || before.endsWith("前")
                    || before.endsWith("中")
                    || Vocabulary.HAN_ADVERB.contains(before);
            return isTime || before.startsWith("在") || HanNames.suffix(before) == 0;
        }

        private @Nullable Reading about() {
            int about = find(Vocabulary.HAN_ABOUT, 2);
            if (isJapanese || isKorean) {
                int end = instrument == null ? text.length() : foreignEnd(instrument.from());
                about = instrument == null || end == instrument.from() ? -1 : end;
            }
            if (about < 0
                    || instrument == null
                    || instrument.from() < about
                    || text.charAt(about) == '就' && !item.isListed()) {
                return null;
            }
            Reading reading = filled(reading(instrument), beginning(about), about, 1);
            return reading.names().isEmpty() ? null : reading.about(subject(about, instrument));
        }

        /** "《…》（A与B）", "合作备忘录：A与B" */
        private @Nullable Reading bracketed() {
            if (instrument == null) {
                return null;
            }
            int from = instrument.to();
            while (from < text.length() && "》」』\"”".indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            if (from < text.length() && "(（:：".indexOf(text.charAt(from)) >= 0) {
                int end = from + 1;
                while (end < text.length() && ")）。".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                Reading reading = filled(reading(instrument), from + 1, end, 1);
                if (reading.names().size() > 1) {
                    return reading.about(subject(0, instrument));
                }
            }
            return null;
        }

        /** "A与B，人才培训": a comma stands in place of "on". */
        private @Nullable Reading commaed() {
            int limit = instrument == null ? stop() : instrument.from();
            int comma = Math.max(text.lastIndexOf('，', limit - 1), text.lastIndexOf(',', limit - 1));
            boolean mayBe = (item.stands() || item.isLine()) && comma > 0 && depth[comma] == 0 && limit - comma > 2;
            if (!mayBe || HanNames.suffix(text.substring(comma + 1, limit)) > 0 || lastSeparator(0, comma) < 0) {
                return null;
            }
            Reading reading = filled(reading(instrument), beginning(comma), comma, 1);
            return reading.names().size() < 2 || !reading.allStrong()
                    ? null
                    : unsaid(reading).about(piece.between(piece.start() + comma + 1, piece.start() + limit));
        }

        /** "A与B人才培训": what follows the last name is the matter. */
        private @Nullable Reading topical() {
            int limit = stop();
            int last = lastSeparator(0, limit);
            if (instrument != null || !item.stands() || last < 0 || find(Vocabulary.HAN_PROJECT, 3) > 0) {
                return null;
            }
            int end = endOfName(last, limit);
            if (end < 0 || end >= limit || HanNames.suffix(text.substring(end, limit)) > 0) {
                return null;
            }
            Reading reading = filled(reading(null), beginning(end), end, 1);
            return reading.names().size() < 2 || !reading.allStrong()
                    ? null
                    : unsaid(reading)
                            .doubt(Why.NAME_MAY_END_ELSEWHERE)
                            .about(piece.between(piece.start() + end, piece.start() + limit));
        }

        /** "A收购B" */
        private @Nullable Reading dealt() {
            int verb = find(Vocabulary.HAN_DEAL, 2);
            boolean isNoun = verb > 0 && lastSeparator(0, verb) == verb;
            if (instrument != null || verb < 0 || isNoun || !(item.stands() || item.isLine())) {
                return null;
            }
            int from = verb + Vocabulary.HAN_DEAL.length(text, verb);
            int end = endOfName(from, stop());
            Reading reading = filled(reading(null), beginning(verb), verb, 1);
            if (end < 0 || reading.names().isEmpty()) {
                return null;
            }
            filled(reading, from, end, 1);
            return reading.names().size() < 2
                    ? null
                    : unsaid(reading).doubt(Why.NAME_MAY_END_ELSEWHERE).about(piece.from(piece.start() + verb));
        }

        private Reading unsaid(Reading reading) {
            return instrument == null && item.context() == null ? reading.doubt(Why.KIND_NOT_SAID) : reading;
        }

        /** Behind the last mark or word that may part two names, or -1. */
        private int lastSeparator(int from, int to) {
            int last = -1;
            for (int i = from; i < to; i++) {
                if (depth[i] == depth[from] && separator(i) > 0) {
                    last = i + separator(i);
                }
            }
            return last;
        }

        /** "A与B合作备忘录": the last name ends where its kind of organisation is said. */
        private @Nullable Reading nominal() {
            boolean stands = item.stands() || item.isLine();
            if (instrument == null || !stands) {
                return null;
            }
            int from = text.startsWith("《") ? 1 : 0;
            int last = lastSeparator(from, instrument.from());
            if (last < 0) {
                return null;
            }
            int end = endOfName(last, instrument.from());
            if (end < 0) {
                return null;
            }
            Reading reading = filled(reading(instrument), from, end, 1);
            boolean isSure = end < text.length() && text.charAt(end) == '的';
            boolean isPlain =
                    isSure || end == instrument.from() || text.startsWith("合作", end) || text.startsWith("战略", end);
            if (!isPlain) {
                reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
            }
            return reading.names().size() < 2 ? null : reading.about(subject(end, instrument));
        }

        /** Where a name that begins at a place says what kind of organisation it is; -1 where it does not. */
        private int endOfName(int last, int limit) {
            int end = -1;
            for (int i = last + 2; i <= limit; i++) {
                boolean isOf = i < limit && text.charAt(i) == '的';
                int suffix = Vocabulary.HAN_ORGANISATION.lengthBefore(text.substring(last, i), i - last);
                if (isOf && suffix > 0) {
                    return i;
                }
                boolean isStrong = suffix > 0 && !Vocabulary.HAN_WEAK.contains(text.substring(i - suffix, i));
                boolean isWeakEnd = suffix > 0 && i - last >= 3 && end < 0;
                boolean isLonger = suffix > 0 && end > 0 && i - end <= 2 && isTrade(text.substring(last, end));
                if (isStrong && end < 0
                        || isLonger
                        || isWeakEnd && !isStrong
                        || isStrong && i - end <= 8 && i - last <= 20 && end > 0 && isPartOfBody(end, i)) {
                    end = i;
                }
            }
            return end;
        }

        /** "大学深圳研究院", "高新区管委会": a longer suffix follows at once. */
        private boolean isPartOfBody(int end, int next) {
            String between = text.substring(end, next);
            return between.length() <= 4 || known.isPlace(between.substring(0, 2));
        }

        /** "A与B将共同…" */
        private @Nullable Reading project() {
            boolean stands = item.stands() || (item.isLine() && !text.endsWith("。"));
            int verb = find(Vocabulary.HAN_PROJECT, 3);
            boolean isEntry = item.isListed() || text.indexOf('：') > 0 || text.indexOf(':') > 0;
            int end = verb > 0 ? verb : isEntry ? stop() : -1;
            if (!stands || end < 0 || (instrument != null && !item.isListed())) {
                return null;
            }
            Reading reading = filled(reading(instrument), beginning(end), end, 1);
            boolean isSingle = reading.names().size() < 2 && !(item.isListed() && reading.allStrong());
            boolean areLands = reading.names().stream()
                    .allMatch(name -> known.isPlace(name.piece().line()));
            if (reading.names().isEmpty() || isSingle || areLands || (!reading.allStrong() && !item.isListed())) {
                return null;
            }
            return reading.about(piece.from(piece.start() + end));
        }

        private int stop() {
            for (int i = 0; i < text.length(); i++) {
                if ("：:。".indexOf(text.charAt(i)) >= 0) {
                    return i;
                }
            }
            return text.length();
        }

        private int find(Phrases section, int from) {
            for (int i = from; i < text.length(); i++) {
                if (depth[i] == 0 && section.length(text, i) > 0) {
                    return i;
                }
            }
            return -1;
        }

        private @Nullable Piece subject(int from, Mention mention) {
            int begin = from;
            int length;
            do {
                length = begin >= text.length() ? 0 : Vocabulary.HAN_SIGNED.length(text, begin);
                length = length == 0 ? Vocabulary.HAN_ABOUT.length(text, begin) : length;
                length = length == 0 && begin < text.length() && "的了《「".indexOf(text.charAt(begin)) >= 0 ? 1 : length;
                begin += length;
            } while (length > 0);
            for (String particle : List.of("間の", "の", " 간 ", "간 ", " 간", "간", "이 ", "가 ", "은 ", "는 ")) {
                boolean isForeign = isJapanese || isKorean;
                begin += isForeign && text.startsWith(particle, begin) ? particle.length() : 0;
            }
            int end = mention.from();
            for (String tail : List.of("相互理解", "に関する")) {
                end -= text.startsWith(tail, end - tail.length()) && end - begin > tail.length() ? tail.length() : 0;
            }
            while (end > begin && text.charAt(end - 1) == '的') {
                end--;
            }
            boolean isOf = mention.from() > end;
            for (String tail : isOf ? List.<String>of() : List.of("合作", "战略", "戰略")) {
                if (end - begin > tail.length() && text.startsWith(tail, end - tail.length())) {
                    end -= tail.length();
                }
            }
            return end > begin ? piece.between(piece.start() + begin, piece.start() + end) : null;
        }

        private Reading filled(Reading reading, int from, int end, int least) {
            int to = end;
            boolean goesOn = true;
            while (goesOn && to > from) {
                int adverb = Vocabulary.HAN_ADVERB.lengthBefore(text.substring(from, to), to - from);
                boolean isLoose = ",，、 　的".indexOf(text.charAt(to - 1)) >= 0;
                goesOn = adverb > 0 || isLoose;
                to -= adverb > 0 ? adverb : isLoose ? 1 : 0;
            }
            to = withoutOccasion(from, to);
            List<Piece> atoms = new ArrayList<>();
            List<String> marks = new ArrayList<>();
            int begin = from;
            for (int i = from; i <= to; ) {
                int length = i == to ? 1 : depth[i] == depth[from] ? separator(i) : 0;
                if (length == 0) {
                    i++;
                    continue;
                }
                Piece atom =
                        piece.between(piece.start() + begin, piece.start() + i).trimmed();
                if (!atom.isEmpty()) {
                    atoms.add(atom);
                    marks.add(i == to ? "" : text.substring(i, i + length));
                }
                i += length;
                begin = i;
            }
            boolean areLands = atoms.stream().allMatch(atom -> known.isPlace(atom.line()));
            NameList list =
                    areLands ? new NameList(atoms, 0) : NameList.split(atoms, joins(atoms, marks), names::judge, least);
            List<Piece> kept = new ArrayList<>();
            for (Piece each : list.names()) {
                Name name = names.name(each);
                if (name == null && names.isPerson(each.line())) {
                    reading.doubt(Why.PERSON_NAMED, each.line());
                } else if (name != null) {
                    reading.add(name);
                    kept.add(each);
                }
            }
            if (list.margin() < 2 && !kept.isEmpty()) {
                reading.doubt(
                        Why.LIST_MAY_SPLIT_OTHERWISE,
                        kept.stream().map(Piece::line).toArray(String[]::new));
            }
            return reading;
        }

        /** "于1月11日", "在北京" behind the names say when and where. */
        private int withoutOccasion(int from, int to) {
            for (int i = to - 1; i > Math.max(from + 3, to - 14); i--) {
                boolean isWhen = "于於在".indexOf(text.charAt(i)) >= 0 && Vocabulary.HAN_WHOLE.length(text, i) == 0;
                String rest = text.substring(i + 1, to).strip();
                boolean isDay = rest.endsWith("日") || rest.endsWith("天") || rest.endsWith("上") || rest.endsWith("期间");
                if (isWhen && (isDay || known.isPlace(rest) || rest.length() <= 3 && HanNames.suffix(rest) == 0)) {
                    return i;
                }
            }
            return to;
        }

        private int separator(int i) {
            char c = text.charAt(i);
            if (text.startsWith("以及", i) || text.startsWith("及び", i)) {
                return 2;
            }
            if (isKorean) {
                boolean isParticle = (c == '와' || c == '과') && i + 1 < text.length() && text.charAt(i + 1) == ' ';
                if (c == '및') {
                    return 1;
                }
                return isParticle ? 2 : HanNames.SEPARATORS.indexOf(c) >= 0 ? 1 : 0;
            }
            if (isJapanese && c == 'と') {
                return 1;
            }
            boolean isDash = HanNames.DASHES.indexOf(c) >= 0
                    || (c == '-'
                            && (i == 0
                                    || text.charAt(i - 1) == ' '
                                    || i + 1 < text.length() && HanNames.isHan(text.charAt(i + 1))));
            if (isDash) {
                int to = i;
                while (to < text.length()
                        && (HanNames.DASHES.indexOf(text.charAt(to)) >= 0 || text.charAt(to) == '-')) {
                    to++;
                }
                return to - i;
            }
            if ("与與和及同跟暨".indexOf(c) >= 0) {
                return isWhole(i) || ("及同跟".indexOf(c) >= 0 && !endsName(i)) ? 0 : 1;
            }
            return HanNames.SEPARATORS.indexOf(c) >= 0 ? 1 : 0;
        }

        /** "共和国", "同济": the character is part of a word. */
        private boolean isWhole(int i) {
            for (int from = Math.max(0, i - 2); from <= i; from++) {
                int length = Vocabulary.HAN_WHOLE.length(text, from);
                if (length > 0 && from + length > i) {
                    return true;
                }
            }
            return false;
        }

        private boolean endsName(int i) {
            boolean isForeign = i > 0 && !HanNames.isHan(text.charAt(i - 1));
            return isForeign || Vocabulary.HAN_ORGANISATION.lengthBefore(text, i) > 0;
        }

        /** "甲国桥梁", which does not say what kind of organisation it is, unless "…局" belongs to it. */
        private boolean hasNoEnd(Piece atom) {
            String name = atom.line();
            return known.organisation(name).isEmpty()
                    && !known.isPlace(name)
                    && HanNames.isHan(name.charAt(name.length() - 1))
                    && name.length() > 2
                    && (HanNames.suffix(name) == 0 || isTrade(name) && names.endsInTopic(name));
        }

        private boolean isTrade(String name) {
            int suffix = HanNames.suffix(name);
            return suffix > 0 && Vocabulary.HAN_TRADE.contains(name.substring(name.length() - suffix));
        }

        private List<Join> joins(List<Piece> atoms, List<String> marks) {
            List<Join> joins = new ArrayList<>();
            boolean hasOther =
                    marks.stream().anyMatch("与與"::contains) && marks.stream().anyMatch("和及"::contains);
            for (int i = 0; i + 1 < atoms.size(); i++) {
                boolean isHalf = hasNoEnd(atoms.get(i)) && !hasNoEnd(atoms.get(i + 1));
                boolean bothStrong =
                        names.judge(atoms.get(i)) >= Names.STRONG && names.judge(atoms.get(i + 1)) >= Names.STRONG;
                String mark = marks.get(i);
                if (mark.equals("以及") || mark.equals(";") || mark.equals("；") || mark.equals("と")) {
                    joins.add(new Join(Join.NEVER, 0));
                } else if ("和及".contains(mark) && isHalf) {
                    joins.add(hasOther ? new Join(0, 4) : new Join(0.5, 2.5));
                } else if ("与與和及同跟暨".contains(mark)) {
                    joins.add(bothStrong ? new Join(5, 0) : new Join("与與".contains(mark) ? 2 : 1, 0));
                } else if (HanNames.DASHES.contains(mark.substring(0, 1)) || mark.startsWith("-")) {
                    boolean isPair = known.isPlace(atoms.get(i).line());
                    joins.add(isPair ? new Join(0, 4) : new Join(3, 0));
                } else {
                    joins.add(new Join(names.endsInTopic(atoms.get(i).line()) ? 1 : 4, 0));
                }
            }
            return joins;
        }
    }

    /** In how many brackets and titles each character stands. */
    private static int[] depth(String text) {
        int[] depths = new int[text.length() + 1];
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth -= depth > 0 && ")）》」』".indexOf(c) >= 0 ? 1 : 0;
            depths[i] = depth;
            depth += "(（《「『".indexOf(c) >= 0 ? 1 : 0;
        }
        return depths;
    }
}
