package org.pacta.rules.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** A piece of text in words and marks, each with the number of brackets it stands in. */
public final class Words {

    /** What every kind of dash between two things reads as. */
    public static final String DASH = "–";

    private final Piece piece;
    private final List<Word> words;

    private record Word(String key, int start, int end, int depth, boolean isMark, boolean isLower) {}

    private Words(Piece piece, List<Word> words) {
        this.piece = piece;
        this.words = words;
    }

    /** Cuts a piece. */
    public static Words of(Piece piece) {
        List<Word> words = new ArrayList<>();
        String text = piece.source();
        int i = piece.start();
        while (i < piece.end()) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (isLetter(c)) {
                while (next < piece.end() && goesOn(text, next, piece.end())) {
                    next += Character.charCount(text.codePointAt(next));
                }
                words.add(word(text, i, next));
            } else if (!Piece.isBlank((char) c)) {
                next = dashes(text, i, next, piece.end());
                words.add(mark(text, i, next));
            }
            i = next;
        }
        return new Words(piece, bracketed(words));
    }

    /** How many words and marks. */
    public int size() {
        return words.size();
    }

    /** The word in lower case; every dash is the same mark, every quotation mark too. */
    public String key(int i) {
        return i >= 0 && i < size() ? words.get(i).key : "";
    }

    /** Whether the word at this place reads so. */
    public boolean is(int i, String key) {
        return key(i).equals(key);
    }

    /** Where a word begins in the source. */
    public int start(int i) {
        return i < size() ? words.get(i).start : piece.end();
    }

    /** Where a word ends in the source. */
    public int end(int i) {
        return words.get(i).end;
    }

    /** Whether it stands outside brackets. */
    public boolean isOpen(int i) {
        return i >= 0 && i < size() && words.get(i).depth == 0;
    }

    /** Whether it is punctuation. */
    public boolean isMark(int i) {
        return i >= 0 && i < size() && words.get(i).isMark;
    }

    /** Whether it is a word in small letters only. */
    public boolean isLower(int i) {
        return i >= 0 && i < size() && words.get(i).isLower;
    }

    /** Whether a line ends before this word. */
    public boolean beginsLine(int i) {
        return i > 0
                && i < size()
                && piece.source().substring(end(i - 1), start(i)).indexOf('\n') >= 0;
    }

    /** Whether a name may begin here. */
    public boolean isCapital(int i) {
        return i >= 0 && i < size() && !words.get(i).isMark && !words.get(i).isLower;
    }

    /** The piece as it was given. */
    public Piece piece() {
        return piece;
    }

    /** The text from a word up to another one. */
    public Piece piece(int from, int to) {
        return from >= to ? piece.between(start(from), start(from)) : piece.between(start(from), end(to - 1));
    }

    /** The first place from here on that is outside brackets and has this key, or the given end. */
    public int find(String key, int from, int end) {
        for (int i = from; i < end; i++) {
            if (isOpen(i) && key(i).equals(key)) {
                return i;
            }
        }
        return end;
    }

    /** Behind the bracket that opens here, or this place where none does. */
    public int skipBracket(int i) {
        if (!isOpening(key(i))) {
            return i;
        }
        int j = i + 1;
        while (j < size() && !isOpen(j)) {
            j++;
        }
        return is(j, ")") ? j + 1 : i;
    }

    static boolean isOpening(String key) {
        return key.equals("(");
    }

    private static Word word(String text, int start, int end) {
        String key = text.substring(start, end)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('‘', '\'');
        boolean isLower = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isUpperCase(c) || Character.isDigit(c)) {
                return new Word(key, start, end, 0, false, false);
            }
            isLower |= Character.isLowerCase(c);
        }
        return new Word(key, start, end, 0, false, isLower);
    }

    private static Word mark(String text, int start, int end) {
        char c = text.charAt(start);
        String key =
                switch (c) {
                    case '–', '—', '―', '─', '－' -> DASH;
                    case '-' -> end - start > 1 || stands(text, start) ? DASH : "-";
                    case '（' -> "(";
                    case '）' -> ")";
                    case '，' -> ",";
                    case '；' -> ";";
                    case '：' -> ":";
                    case '“', '”', '„', '«', '»', '"' -> "\"";
                    default -> text.substring(start, end);
                };
        return new Word(key, start, end, 0, true, false);
    }

    /** Whether a hyphen stands between blanks, or beside one. */
    private static boolean stands(String text, int at) {
        return (at > 0 && Piece.isBlank(text.charAt(at - 1)))
                || (at + 1 < text.length() && Piece.isBlank(text.charAt(at + 1)));
    }

    private static boolean isLetter(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == '&';
    }

    private static int dashes(String text, int start, int next, int end) {
        int to = next;
        while (text.charAt(start) == '-' && to < end && text.charAt(to) == '-') {
            to++;
        }
        return to;
    }

    /** Hyphens, apostrophes, full stops and en dashes without blanks belong to the word. */
    private static boolean goesOn(String text, int at, int end) {
        int c = text.codePointAt(at);
        if (isLetter(c)) {
            return c != '&' || Character.isLetter(text.charAt(at - 1));
        }
        boolean isJoint = c == '-' || c == '\'' || c == '’' || c == '.' || c == '–' || c == '·';
        return isJoint
                && at + 1 < end
                && Character.isLetterOrDigit(text.charAt(at + 1))
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && (c != '–' || Character.isLetter(text.charAt(at + 1)));
    }

    /** Counts the brackets around each word; one that is never closed counts as none. */
    private static List<Word> bracketed(List<Word> words) {
        int[] partner = new int[words.size()];
        Arrays.fill(partner, -1);
        Deque<Integer> opened = new ArrayDeque<>();
        for (int i = 0; i < words.size(); i++) {
            String key = words.get(i).key;
            if (key.equals("(")) {
                opened.push(i);
            } else if (key.equals(")") && !opened.isEmpty()) {
                int opening = opened.pop();
                partner[opening] = i;
                partner[i] = opening;
            }
        }
        List<Word> bracketed = new ArrayList<>(words.size());
        int depth = 0;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean opens = partner[i] > i;
            boolean closes = partner[i] >= 0 && !opens;
            depth -= closes ? 1 : 0;
            bracketed.add(new Word(word.key, word.start, word.end, depth, word.isMark, word.isLower));
            depth += opens ? 1 : 0;
        }
        return bracketed;
    }
}
