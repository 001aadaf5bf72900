package org.pacta.registry.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;

/**
 * The typefaces of a paper, and how much room letters take. Widths are those of DejaVu Sans Bold in parts of the size: programs without
 * Arial put it in its place, and it is wider than most.
 */
final class Lettering {

    static final String LATIN = "Arial";
    static final String HAN = "Microsoft YaHei";

    /** The height of a line in parts of the size, and of one with Chinese characters. */
    private static final double LINE = 1.3;

    private static final double HAN_LINE = 1.55;

    private static final double SPACE = 0.35;
    private static final double NARROW = 0.42;
    private static final double SMALL = 0.7;
    private static final double LARGE = 0.84;
    private static final double FULL = 1.04;
    private static final int FIRST_FULL = 0x2E80;

    private Lettering() {}

    /** The language of a text as Office names it. */
    static String language(String text) {
        @Nullable String own = Name.language(text);
        return language(own != null ? own.startsWith("zh") : isHan(text));
    }

    /** The language of a reader as Office names it. */
    static String language(Locale reader) {
        return language(reader.getLanguage().equals("zh"));
    }

    private static String language(boolean isHan) {
        return isHan ? "zh-CN" : "en-GB";
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(letter -> letter >= FIRST_FULL);
    }

    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Lettering::width).sum() * size;
    }

    private static double width(int letter) {
        if (letter >= FIRST_FULL || letter > 0x2000 && letter < 0x2E80) {
            return FULL;
        }
        if (letter == ' ' || letter == 0xA0) {
            return SPACE;
        }
        if ("iljtfI.,:;'|!()[]-".indexOf(letter) >= 0) {
            return NARROW;
        }
        return Character.isUpperCase(letter) || "mw@%".indexOf(letter) >= 0 ? LARGE : SMALL;
    }

    /** How much room a text takes from top to bottom in a column. */
    static double height(String text, double size, double column) {
        return lines(text, size, column) * size * (isHan(text) ? HAN_LINE : LINE);
    }

    /** How many lines a text takes in a column: words stay whole where they fit, and Chinese breaks at every character. */
    static int lines(String text, double size, double column) {
        int lines = 1;
        double used = 0;
        for (String word : words(text)) {
            double width = width(word, size);
            if (used > 0 && used + width > column) {
                lines++;
                used = 0;
            }
            while (width > column) {
                lines++;
                width -= column;
            }
            used += width + (word.codePointAt(0) < FIRST_FULL ? SPACE * size : 0);
        }
        return lines;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+"))
                .flatMap(word -> Stream.of(word.split("(?<=[\\x{2E80}-\\x{FFFF}])|(?=[\\x{2E80}-\\x{FFFF}])")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The size at which a text takes no more than so many lines, between two. */
    static double size(String text, double largest, double least, double column, int lines) {
        double size = largest;
        while (size > least && lines(text, size, column) > lines) {
            size -= 1;
        }
        return size;
    }

    /** The widths of the columns of a table, as wide as their longest word and then by how much they hold. */
    static double[] columns(Outline.Grid grid, double size, double width) {
        double[] least = new double[grid.columns()];
        double[] wanted = new double[grid.columns()];
        Stream.concat(grid.heads().stream(), grid.rows().stream()).forEach(row -> {
            int column = 0;
            for (Outline.Cell cell : row) {
                if (cell.columns() == 1) {
                    least[column] = Math.max(least[column], longestWord(cell, size) + size);
                    wanted[column] = Math.max(wanted[column], longest(cell, size) + size);
                }
                column += cell.columns();
            }
        });
        double over = width - Arrays.stream(least).sum();
        if (over <= 0) {
            return narrowed(least, width);
        }
        double open = 0;
        for (int i = 0; i < least.length; i++) {
            open += Math.max(1, wanted[i] - least[i]);
        }
        double[] widths = new double[least.length];
        for (int i = 0; i < least.length; i++) {
            double wish = Math.max(1, wanted[i] - least[i]);
            widths[i] = over > open ? least[i] + wish + (over - open) / least.length : least[i] + over * wish / open;
        }
        return widths;
    }

    /** Where the longest words have no room side by side, the widest columns give way, and short words stay whole. */
    private static double[] narrowed(double[] least, double width) {
        double[] sorted = least.clone();
        Arrays.sort(sorted);
        double left = width;
        int columns = sorted.length;
        for (double each : sorted) {
            if (each > left / columns) {
                break;
            }
            left -= each;
            columns--;
        }
        double widest = columns == 0 ? width : left / columns;
        return Arrays.stream(least).map(each -> Math.min(each, widest)).toArray();
    }

    private static double longest(Outline.Cell cell, double size) {
        return Math.max(
                width(cell.text(), size),
                cell.notes().stream()
                        .mapToDouble(note -> width(note, size * NOTE))
                        .max()
                        .orElse(0));
    }

    private static double longestWord(Outline.Cell cell, double size) {
        double ofText = words(cell.text()).stream()
                .mapToDouble(word -> width(word, size))
                .max()
                .orElse(0);
        return cell.notes().stream()
                .flatMap(note -> words(note).stream())
                .mapToDouble(word -> width(word, size * NOTE))
                .reduce(ofText, Math::max);
    }

    /** Notes are so much smaller than what they stand under. */
    static final double NOTE = 0.8;

    /** The height of a row whose cells break their lines. */
    static double height(List<Outline.Cell> row, double[] widths, double size, double margin) {
        double height = size * LINE;
        int column = 0;
        for (Outline.Cell cell : row) {
            double width = -2 * margin;
            for (int i = 0; i < cell.columns(); i++) {
                width += widths[column + i];
            }
            column += cell.columns();
            if (cell.rows() > 0) {
                double room = Math.max(size, width);
                double own = height(cell.text(), size, room);
                for (String note : cell.notes()) {
                    own += height(note, size * NOTE, room);
                }
                height = Math.max(height, own - (cell.rows() - 1) * (size * LINE + margin));
            }
        }
        return height + margin;
    }
}
