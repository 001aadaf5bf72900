package org.pacta.rules.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Row.Kind;
import org.pacta.rules.language.Phrases;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;
import org.pacta.rules.naming.HanNames;

/** Cuts a pasted text into list items, sentences and rows of tables, and remembers under which heading each stands. */
final class Items {

    private static final int LONGEST_HEADING = 160;
    private static final int LONGEST_ITEM = 2000;
    private static final int LONGEST_LABEL = 30;
    private static final String BULLETS = "-*•·▪●○◦‣⁃–—►➢✓■□◆◇★※▶";

    private final String text;
    private final List<Item> items = new ArrayList<>();
    private final boolean isAlone;
    private @Nullable Kind context;
    private @Nullable PastedTable table;
    private @Nullable Line open;
    private int block;
    private int listBlock;

    private Items(String text) {
        this.text = text;
        this.isAlone = text.strip().indexOf('\n') < 0;
    }

    /**
     * Something that may be a row.
     *
     * @param isListed it stands in a list, so it is a row when in doubt
     * @param isAlone it is the whole text
     * @param isLine it is a line of its own
     * @param isHeading it only promises what follows
     * @param context the kind the heading promises
     * @param cells the cells of a row of a table
     */
    record Item(
            Piece piece,
            boolean isListed,
            boolean isAlone,
            boolean isLine,
            boolean isHeading,
            @Nullable Kind context,
            List<Piece> cells,
            @Nullable PastedTable table) {

        Item with(Piece part) {
            return new Item(part, isListed, isAlone, isLine, isHeading, context, cells, table);
        }

        /** A line of its own among paragraphs that is no whole sentence. */
        boolean isHeadline() {
            String line = piece.line();
            return isLine && !isListed && !isAlone && !line.endsWith(".") && !line.endsWith("。");
        }

        boolean isTooLong() {
            return piece.length() > LONGEST_ITEM;
        }

        Item listed() {
            return new Item(piece, true, isAlone, isLine, isHeading, context, cells, table);
        }

        /** Whether it stands by itself, so that it may be a row without naming an instrument. */
        boolean stands() {
            return isListed || isAlone;
        }
    }

    private record Line(Piece piece, boolean isMarked, int indent) {}

    static List<Item> of(String text) {
        Items items = new Items(text);
        items.read();
        return items.items;
    }

    /** Every sentence of a text, its headings included. */
    static List<Piece> sentences(String text) {
        List<Piece> sentences = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = text.indexOf('\n', from);
            to = to < 0 ? text.length() : to;
            sentences.addAll(sentences(new Piece(text, from, to)));
            from = to + 1;
        }
        return sentences;
    }

    private void read() {
        for (int from = 0; from < text.length(); ) {
            int to = text.indexOf('\n', from);
            to = to < 0 ? text.length() : to;
            line(new Piece(text, from, to));
            from = to + 1;
        }
        close();
    }

    private void line(Piece raw) {
        Piece piece = stripped(raw);
        if (piece.isEmpty()) {
            close();
            table = null;
            block++;
            return;
        }
        List<Piece> cells = PastedTable.cells(raw, table != null && table.hasHeader());
        if (cells.size() > 1) {
            close();
            row(raw, cells);
            return;
        }
        table = null;
        int mark = mark(piece);
        int indent = piece.start() - raw.start();
        if (mark == 0 && open != null && goesOn(open, piece, indent)) {
            open = new Line(
                    open.piece.until(open.piece.end()).between(open.piece.start(), piece.end()),
                    open.isMarked,
                    open.indent);
            return;
        }
        close();
        if (mark == 0 && isHeading(piece)) {
            context = promised(piece);
            listBlock = -1;
            heading(piece);
            return;
        }
        if (mark == 0 && context != null) {
            listBlock = listBlock < 0 ? block : listBlock;
            context = listBlock == block ? context : null;
        } else if (mark > 0) {
            listBlock = 0;
        }
        Piece content = piece.from(piece.start() + mark);
        if (mark > 0 && isSubheading(content)) {
            context = promised(content);
            heading(content);
            return;
        }
        open = new Line(content, mark > 0, indent);
    }

    private void heading(Piece piece) {
        items.add(new Item(piece, false, isAlone, true, true, context, List.of(), null));
    }

    private void row(Piece raw, List<Piece> cells) {
        if (table == null || !table.fits(cells)) {
            table = PastedTable.withHeader(cells);
            if (table != null) {
                heading(stripped(raw));
                return;
            }
            table = PastedTable.withoutHeader();
        }
        items.add(new Item(stripped(raw), true, isAlone, true, false, context, cells, table));
    }

    /** Whether a line belongs to the one before it. */
    private boolean goesOn(Line before, Piece piece, int indent) {
        char first = text.charAt(piece.start());
        boolean isIndented = before.isMarked && indent > before.indent;
        if (before.piece.length() > LONGEST_ITEM) {
            return false;
        }
        Piece tail = before.piece.from(Math.max(before.piece.start(), before.piece.end() - 60));
        String end = tail.trimmed().text();
        boolean isLabel = (before.isMarked || isLabel(before.piece)) && isLabel(piece);
        boolean isOpenEnd = end.length() > 40
                && !end.endsWith("; and")
                && (tail.text().strip().endsWith(",")
                        || end.endsWith(" and")
                        || end.endsWith(" with")
                        || end.endsWith(" the")
                        || end.endsWith(" of")
                        || end.endsWith(" between")
                        || end.endsWith(" for")
                        || end.endsWith(" on"));
        return isIndented || isLabel || isOpenEnd || (Character.isLowerCase(first) && !endsSentence(tail));
    }

    private static boolean isLabel(Piece piece) {
        String line = piece.until(piece.start() + LONGEST_LABEL).line();
        int colon = Math.max(line.indexOf(':'), line.indexOf('：'));
        if (colon < 1) {
            return false;
        }
        String label = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return Vocabulary.COLUMN_PARTY.contains(label)
                || Vocabulary.COLUMN_SUBJECT.contains(label)
                || Vocabulary.COLUMN_PERSON.contains(label)
                || Vocabulary.COLUMN_TITLE.contains(label);
    }

    private static boolean endsSentence(Piece piece) {
        String text = piece.text().strip();
        return text.endsWith(".") || text.endsWith("。") || text.endsWith(";") || text.endsWith(":");
    }

    private void close() {
        if (open == null) {
            return;
        }
        Line line = open;
        open = null;
        boolean isListed = line.isMarked || (context != null && line.piece.length() < 400);
        List<Piece> parts = enumerated(line.piece, line.isMarked);
        if (parts.size() > 1) {
            parts.forEach(part -> items.add(new Item(part, true, false, false, false, context, List.of(), null)));
        } else if (isListed) {
            items.add(new Item(stripped(line.piece), true, isAlone, true, false, context, List.of(), null));
        } else {
            List<Piece> sentences = sentences(withoutDateline(line.piece));
            for (int i = 0; i < sentences.size(); i++) {
                boolean isWhole = isAlone && i == 0 && sentences.size() <= 3;
                boolean isLine = sentences.size() == 1;
                items.add(new Item(sentences.get(i), false, isWhole, isLine, false, context, List.of(), null));
            }
            if (line.piece.length() > 200) {
                context = null;
            }
        }
    }

    /** Behind "SINGAPORE, 4 June –". */
    private static Piece withoutDateline(Piece piece) {
        Words words = Words.of(piece.until(piece.start() + 100));
        int place = Vocabulary.PLACE.length(words, 0);
        boolean isShouted = words.size() > 1
                && words.piece(0, 1).text().equals(words.piece(0, 1).text().toUpperCase(Locale.ROOT));
        int dash = words.find(Words.DASH, 0, Math.min(words.size(), 16));
        boolean isNear = isShouted && dash < Math.min(words.size(), 16);
        boolean isDateline = isNear && (dash == Math.max(place, 1) || words.is(Math.max(place, 1), ","));
        return isDateline && place > 0 || isNear && isDay(words, dash) ? piece.from(words.end(dash)) : piece;
    }

    /** ", 4 June" before a dash */
    private static boolean isDay(Words words, int dash) {
        int comma = words.find(",", 1, dash);
        boolean isDated = false;
        for (int i = comma + 1; i < dash; i++) {
            isDated |= Clause.isMonth(words, i);
        }
        return comma < 5 && isDated;
    }

    /** The length of a bullet, number or letter at the beginning, 0 for none. */
    private static int mark(Piece piece) {
        String text = piece.source();
        int i = piece.start();
        int end = piece.end();
        char c = text.charAt(i);
        if (BULLETS.indexOf(c) >= 0) {
            int to = i;
            while (to < end && BULLETS.indexOf(text.charAt(to)) >= 0) {
                to++;
            }
            boolean isSpaced = to < end && Piece.isBlank(text.charAt(to));
            return isSpaced || c == '•' || c == '●' || c == '▪' || c == '·' ? blanks(text, to, end) - piece.start() : 0;
        }
        if (c >= '①' && c <= '⑳') {
            return blanks(text, i + 1, end) - piece.start();
        }
        boolean isBracketed = c == '(' || c == '（' || c == '[' || c == '【';
        int from = isBracketed ? i + 1 : i;
        int to = numeral(text, from, end);
        if (to == from || to >= end) {
            return 0;
        }
        char close = text.charAt(to);
        boolean closes = isBracketed ? ")）]】".indexOf(close) >= 0 : ".)、．）".indexOf(close) >= 0;
        boolean isNumberAndBlank = !isBracketed
                && Piece.isBlank(close)
                && Character.isDigit(text.charAt(from))
                && to - from <= 2
                && isBehindNumber(text, to, end);
        if (isNumberAndBlank) {
            return blanks(text, to, end) - piece.start();
        }
        boolean isDecimal = close == '.' && to + 1 < end && Character.isDigit(text.charAt(to + 1));
        boolean isSpaced = isBracketed
                || close != '.'
                || (to + 1 < end
                        && (Piece.isBlank(text.charAt(to + 1))
                                || text.charAt(to + 1) > 0x2E80
                                || Character.isDigit(text.charAt(from))));
        boolean isInitial = close == '.'
                && Character.isUpperCase(text.charAt(from))
                && to + 2 < end
                && Character.isUpperCase(text.charAt(to + 2))
                && to + 3 < end
                && text.charAt(to + 3) == '.';
        return closes && !isDecimal && isSpaced && !isInitial ? blanks(text, to + 1, end) - piece.start() : 0;
    }

    /** "3 MOU between …", but not "14 new joint projects". */
    private static boolean isBehindNumber(String text, int to, int end) {
        int i = blanks(text, to, end);
        Words words = Words.of(new Piece(text, i, Math.min(end, i + 60)));
        return words.size() > 0
                && words.isCapital(0)
                && Instruments.WORDS.values().stream()
                        .anyMatch(each -> each.length(words, 0) > 0 && !each.isPlural(words, 0));
    }

    private static int blanks(String text, int from, int end) {
        int i = from;
        while (i < end && (Piece.isBlank(text.charAt(i)) || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** Behind digits, one letter, a Roman or a Chinese numeral. */
    private static int numeral(String text, int from, int end) {
        int to = from;
        while (to < end && to - from < 3 && Character.isDigit(text.charAt(to))) {
            to++;
        }
        if (to == from) {
            while (to < end && to - from < 5 && "ivxIVX".indexOf(text.charAt(to)) >= 0) {
                to++;
            }
        }
        if (to == from) {
            while (to < end && to - from < 3 && "一二三四五六七八九十".indexOf(text.charAt(to)) >= 0) {
                to++;
            }
        }
        boolean isLetter = to == from && from < end && text.charAt(from) < 128 && Character.isLetter(text.charAt(from));
        return isLetter ? from + 1 : to;
    }

    private boolean isHeading(Piece piece) {
        String line = piece.line();
        if (line.length() > LONGEST_HEADING) {
            return false;
        }
        if (HanShapes.suits(piece)) {
            boolean isList = line.contains("清单")
                    || line.contains("附件")
                    || line.contains("列表")
                    || line.contains("名单")
                    || line.contains("清單");
            return (isList || line.endsWith("：") || line.endsWith(":"))
                    && promised(piece) != null
                    && Vocabulary.HAN_SIGNED.length(line, 0) == 0
                    && line.length() < 40;
        }
        Words words = Words.of(piece);
        boolean isTitled = words.size() > 0 && Vocabulary.ANNEX.length(words, 0) > 0;
        boolean endsInColon = line.endsWith(":");
        boolean isBare = isFiller(words);
        if (isBareVerb(words)) {
            return true;
        }
        boolean names = false;
        for (int i = 0; i < words.size(); i++) {
            names |= Vocabulary.BETWEEN.length(words, i) > 0
                    && !(endsInColon && words.isLower(i + 1) && words.is(words.size() - 2, "parties"));
        }
        return !names && (isTitled || endsInColon || isBare) && promised(piece) != null && !line.endsWith(".");
    }

    /** "B. Business agreements", "A. Agreements between Governments" */
    private static boolean isSubheading(Piece piece) {
        Words words = Words.of(piece);
        if (words.size() > 8 || promised(piece) == null || HanShapes.suits(piece)) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            boolean isName = Vocabulary.ORGANISATION.contains(words.key(i))
                    || Vocabulary.LEGAL_END.contains(words.key(i))
                    || words.is(i, Words.DASH);
            if (isName && !Vocabulary.NOBODY.contains(words.key(i))) {
                return false;
            }
        }
        return true;
    }

    /** "Exchanged:" promises agreements without saying of what kind. */
    private static boolean isBareVerb(Words words) {
        boolean isVerb = false;
        for (int i = 0; i < words.size() - 1; i++) {
            boolean signs = Vocabulary.SIGNED.length(words, i) > 0;
            isVerb |= signs;
            if (!signs && !Vocabulary.HEADING_FILLER.contains(words.key(i))) {
                return false;
            }
        }
        return isVerb && words.is(words.size() - 1, ":");
    }

    private static boolean isFiller(Words words) {
        for (int i = 0; i < words.size(); ) {
            int at = i;
            int length = Instruments.WORDS.values().stream()
                    .mapToInt(each -> each.length(words, at))
                    .max()
                    .orElse(0);
            boolean isNumber = Character.isDigit(words.key(i).charAt(0))
                    || Vocabulary.NUMBER.contains(words.key(i))
                    || words.isMark(i);
            if (length == 0 && !isNumber && !Vocabulary.HEADING_FILLER.contains(words.key(i))) {
                return false;
            }
            i += Math.max(1, length);
        }
        return true;
    }

    /** The kind of instrument a heading speaks of, where it is a plural or one among many. */
    private static @Nullable Kind promised(Piece heading) {
        Words words = Words.of(heading);
        Kind kind = null;
        for (int i = 0; i < words.size(); i++) {
            for (Kind each : Kind.values()) {
                Phrases section = Instruments.words(each);
                if (section.length(words, i) > 0
                        && section.isPlural(words, i)
                        && (kind == null || kind == Kind.PROJECT)) {
                    kind = each;
                }
            }
        }
        if (kind == null && HanShapes.suits(heading)) {
            String line = heading.line();
            kind = line.contains("项目") || line.contains("項目")
                    ? Kind.PROJECT
                    : Instruments.inHan(line, 0).map(Instruments.Mention::kind).orElse(null);
        }
        return kind == null && isBareVerb(words) ? Kind.OTHER : kind;
    }

    /** The parts of "(i) …; (ii) …" or "A …; B …" inside one paragraph; the whole where there are none. */
    private static List<Piece> enumerated(Piece piece, boolean isMarked) {
        String text = piece.source();
        List<Integer> starts = new ArrayList<>();
        boolean hasMarks = false;
        if (isMarked) {
            starts.add(piece.start());
        }
        for (int i = piece.start(); i < piece.end(); i++) {
            char c = text.charAt(i);
            boolean isBracket = c == '(' || c == '（';
            boolean begins = i == piece.start()
                    || Piece.isBlank(text.charAt(i - 1))
                    || ":：;；,，。".indexOf(text.charAt(i - 1)) >= 0;
            if (isBracket && begins) {
                int to = numeral(text, i + 1, piece.end());
                if (to > i + 1 && to < piece.end() && ")）".indexOf(text.charAt(to)) >= 0) {
                    starts.add(to + 1);
                    hasMarks = true;
                }
            }
        }
        if (hasMarks && starts.size() > 1) {
            return instruments(cut(piece, starts, true));
        }
        starts.clear();
        starts.add(piece.start());
        int depth = 0;
        for (int i = piece.start(); i < piece.end(); i++) {
            char c = text.charAt(i);
            depth += "(（".indexOf(c) >= 0 ? 1 : ")）".indexOf(c) >= 0 ? -1 : 0;
            boolean isHanComma = (c == '，' || c == ',')
                    && i > piece.start()
                    && (HanNames.isHan(text.charAt(i - 1)) || text.charAt(i - 1) == '》');
            if ((c == ';' || c == '；' || isHanComma) && depth <= 0) {
                starts.add(i + 1);
            }
        }
        List<Piece> parts = instruments(cut(piece, starts, false));
        if (parts.size() > 1) {
            Piece first = parts.get(0);
            int colon = Math.max(
                    first.text().indexOf(": "),
                    Math.max(
                            first.text().indexOf('：'),
                            HanShapes.suits(first) ? first.text().indexOf(':') : -1));
            boolean isIntroduction =
                    colon > 0 && colon < 120 && !holdsInstrument(first.until(first.start() + colon), true);
            if (isIntroduction) {
                parts.set(0, first.from(first.start() + colon + 1).trimmed());
            }
        }
        return parts;
    }

    /** The parts, if each of them names an instrument. */
    private static List<Piece> instruments(List<Piece> parts) {
        boolean all = parts.stream().allMatch(part -> holdsInstrument(part, true) && holdsTwo(part));
        return all ? parts : List.of();
    }

    /** Whether a Chinese part speaks of more than one party. */
    private static boolean holdsTwo(Piece part) {
        return !HanShapes.suits(part) || part.text().chars().anyMatch(c -> "与與和及同、と와과".indexOf(c) >= 0);
    }

    private static boolean holdsInstrument(Piece piece, boolean singular) {
        if (HanShapes.suits(piece)) {
            return Instruments.inHan(piece.text(), 0).isPresent();
        }
        return Instruments.in(Words.of(piece)).stream().anyMatch(each -> !singular || !each.isPlural());
    }

    private static List<Piece> cut(Piece piece, List<Integer> starts, boolean isMarked) {
        List<Piece> parts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : piece.end();
            Piece part = piece.between(starts.get(i), end);
            if (isMarked && i + 1 < starts.size()) {
                int opening = Math.max(part.text().lastIndexOf('('), part.text().lastIndexOf('（'));
                part = part.until(part.start() + opening);
            }
            parts.add(withoutAnd(stripped(part)));
        }
        return parts;
    }

    private static Piece withoutAnd(Piece piece) {
        Piece trimmed = piece.trimmed();
        String text = trimmed.text();
        return text.endsWith(" and") || text.endsWith(",and") || text.endsWith(";and")
                ? trimmed.until(trimmed.end() - 3).trimmed()
                : trimmed;
    }

    /** The sentences of a paragraph. */
    private static List<Piece> sentences(Piece piece) {
        List<Piece> sentences = new ArrayList<>();
        String text = piece.source();
        int from = piece.start();
        for (int i = piece.start(); i < piece.end(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '。'
                    || c == '！'
                    || c == '？'
                    || ((c == '.' || c == '!' || c == '?') && endsSentence(text, piece, i));
            if (ends) {
                sentences.add(stripped(piece.between(from, i + 1)));
                from = i + 1;
            }
        }
        Piece rest = stripped(piece.between(from, piece.end()));
        if (!rest.isEmpty()) {
            sentences.add(rest);
        }
        return sentences;
    }

    private static boolean endsSentence(String text, Piece piece, int stop) {
        int next = blanks(text, stop + 1, piece.end());
        while (next < piece.end() && "\"”’)".indexOf(text.charAt(next)) >= 0) {
            next = blanks(text, next + 1, piece.end());
        }
        if (next >= piece.end()) {
            return true;
        }
        int word = stop;
        while (word > piece.start() && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        boolean isShort = Participants.isShort(text.substring(word, stop).toLowerCase(Locale.ROOT));
        return next > stop + 1
                && !isShort
                && (Character.isUpperCase(text.charAt(next)) || "\"“‘".indexOf(text.charAt(next)) >= 0);
    }

    private static Piece stripped(Piece piece) {
        String text = piece.source();
        int from = piece.start();
        int to = piece.end();
        while (from < to && Piece.isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && Piece.isBlank(text.charAt(to - 1))) {
            to--;
        }
        return piece.between(from, to);
    }
}
