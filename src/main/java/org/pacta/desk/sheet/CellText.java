package org.pacta.desk.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What a cell of a workbook says: dates as far as they are shown, all else as it stands. */
public final class CellText {

    private CellText() {}

    /** The text of a cell; empty where there is none. */
    public static String of(@Nullable Cell cell, boolean isSince1904) {
        if (cell == null) {
            return "";
        }
        Optional<ShownDate> shown = cell.getType() == CellType.NUMBER
                ? ShownDate.of(cell.getDataFormatId(), cell.getDataFormatString())
                : Optional.empty();
        return shown.map(date -> date.write(cell.asNumber(), isSince1904)).orElseGet(cell::getText);
    }

    /**
     * How much of a date the format of a cell shows: a month or a year was meant where no day is shown.
     *
     * <p>Numbers of formats are those of ECMA-376, part 1, 18.8.30; 27 to 36 and 50 to 58 are East Asian dates, which stand in a file without a code.
     */
    private enum ShownDate {
        YEAR,
        MONTH,
        DAY,
        /** A day, or a month where it is the first: which one the language of the program decides. */
        DAY_OR_MONTH;

        /** Those that Chinese or Japanese programs show as a year and a month. */
        private static final Set<Integer> EAST_ASIAN_MONTHS = Set.of(27, 34, 36, 50, 52, 55, 57);

        private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 31);

        /** The day that Excel counts although there was none: 29 February 1900. */
        private static final int NO_DAY = 60;

        private static final LocalDate FIRST_DAY_1904 = LocalDate.of(1904, 1, 1);
        private static final long LAST_NUMBER = 2_958_465;

        /** What a format shows; nothing where it shows no date, or only an hour. */
        static Optional<ShownDate> of(@Nullable Integer number, @Nullable String code) {
            boolean isEastAsian = number != null && (number >= 27 && number <= 36 || number >= 50 && number <= 58);
            if (isEastAsian && (code == null || code.isEmpty() || code.equalsIgnoreCase("General"))) {
                return Optional.of(EAST_ASIAN_MONTHS.contains(number) ? DAY_OR_MONTH : DAY);
            }
            String letters = code == null ? "" : letters(code);
            if (letters.indexOf('y') < 0 && letters.indexOf('e') < 0) {
                return Optional.empty();
            }
            return Optional.of(letters.indexOf('d') >= 0 ? DAY : letters.indexOf('m') >= 0 ? MONTH : YEAR);
        }

        /** The letters of the first section of a code, without what is quoted, escaped or in brackets. */
        private static String letters(String code) {
            return code.toLowerCase(Locale.ROOT)
                    .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "")
                    .replaceAll("general|am/pm|0e[+-]", "")
                    .replaceAll(";.*", "");
        }

        /** The date of a number as far as it is shown; the number itself where it is beyond the calendar. */
        String write(BigDecimal number, boolean isSince1904) {
            long days = number.longValue();
            if (days < 1 && !isSince1904 || days < 0 || days > LAST_NUMBER) {
                return number.toPlainString();
            }
            LocalDate date =
                    isSince1904 ? FIRST_DAY_1904.plusDays(days) : FIRST_DAY.plusDays(days > NO_DAY ? days - 1 : days);
            return switch (this) {
                case YEAR -> String.valueOf(date.getYear());
                case MONTH -> YearMonth.from(date).toString();
                case DAY -> date.toString();
                case DAY_OR_MONTH ->
                    date.getDayOfMonth() == 1 ? YearMonth.from(date).toString() : date.toString();
            };
        }
    }
}
