package org.pacta.desk.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnmappableCharacterException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.table.TextShape;

/** A file with a table in it, read row by row within bounds. */
final class TableFile {

    static final int MOST_ROWS = 200_000;
    static final int MOST_COLUMNS = 200;

    /** Characters of one row. */
    private static final int LONGEST_ROW = 1_000_000;

    private static final int HEAD = 262_144;

    private TableFile() {}

    /**
     * What a file is read as.
     *
     * @param kind csv or xlsx
     * @param sheets names of the sheets of a workbook
     * @param sheet the one that is read, from 0
     * @param charset of a text
     * @param separator between the cells of a text
     */
    record Shape(
            String kind,
            List<String> sheets,
            int sheet,
            @Nullable String charset,
            @Nullable String separator) {}

    /** Takes the rows, those with nothing in them left out. */
    @FunctionalInterface
    interface Taker {

        /**
         * Takes a row.
         *
         * @param number of the row, from 1, as a program that opens the file counts them
         */
        void take(long number, List<String> cells);
    }

    /** Tells how a file is to be read by what is in it. */
    static Shape shape(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            if (begins(head, 'P', 'K', 3, 4)) {
                return new Shape("xlsx", WorkbookFile.sheets(file), 0, null, null);
            }
            if (head.length == 0) {
                throw new UnreadableFileException("empty");
            }
            if (begins(head, 0xd0, 0xcf, 0x11, 0xe0)) {
                throw new UnreadableFileException("old_office");
            }
            if (begins(head, '%', 'P', 'D', 'F') || begins(head, '{', '\\', 'r', 't', 'f')) {
                throw new UnreadableFileException("kind");
            }
            Charset charset = charset(head, file).orElseThrow(() -> new UnreadableFileException("letters"));
            String words = new String(head, charset);
            if (words.chars()
                    .anyMatch(letter ->
                            letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r' && letter != '\f')) {
                throw new UnreadableFileException("kind");
            }
            return new Shape("csv", List.of(), 0, charset.name(), String.valueOf(TextShape.separator(words)));
        } catch (IOException damaged) {
            throw new UnreadableFileException("damaged", damaged);
        }
    }

    /** By its head, unless that is in plain letters or like UTF-8 and something behind it is not. */
    private static Optional<Charset> charset(byte[] head, Path file) throws IOException {
        Optional<Charset> told = TextShape.charset(head, head.length == HEAD);
        if (told.filter(StandardCharsets.UTF_8::equals).isEmpty() || head.length < HEAD) {
            return told;
        }
        long passed = 0;
        try (Reader all = reader(file, StandardCharsets.UTF_8)) {
            char[] some = new char[HEAD];
            for (int read = all.read(some); read >= 0; read = all.read(some)) {
                passed += read;
            }
            return told;
        } catch (MalformedInputException otherwise) {
            try (InputStream in = Files.newInputStream(file)) {
                in.skipNBytes(passed);
                return TextShape.charset(in.readNBytes(HEAD), true);
            }
        }
    }

    private static boolean begins(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads the rows of a file.
     *
     * @throws UnreadableFileException when it is damaged, or larger than the bounds
     */
    static void read(Path file, Shape shape, Taker taker) {
        Taker bounded = new Bounds(taker);
        if (shape.kind.equals("xlsx")) {
            WorkbookFile.read(file, shape.sheet, bounded);
        } else {
            text(file, shape, bounded);
        }
    }

    private static void text(Path file, Shape shape, Taker taker) {
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(String.valueOf(shape.separator))
                .maxBufferSize(LONGEST_ROW)
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(false)
                .ofCsvRecord(reader(file, Charset.forName(String.valueOf(shape.charset))))) {
            for (CsvRecord row : rows) {
                taker.take(row.getStartingLineNumber(), row.getFields());
            }
        } catch (CsvParseException tooLong) {
            boolean isWide = String.valueOf(tooLong.getMessage()).endsWith(" fields");
            throw new UnreadableFileException(isOfLetters(tooLong) ? "letters" : isWide ? "columns" : "line", tooLong);
        } catch (UncheckedIOException failed) {
            throw new UnreadableFileException(isOfLetters(failed) ? "letters" : "damaged", failed);
        } catch (MalformedInputException
                | UnmappableCharacterException
                | IllegalCharsetNameException
                | UnsupportedCharsetException otherwise) {
            throw new UnreadableFileException("letters", otherwise);
        } catch (IOException damaged) {
            throw new UnreadableFileException("damaged", damaged);
        }
    }

    private static boolean isOfLetters(Throwable failed) {
        return failed.getCause() instanceof MalformedInputException
                || failed.getCause() instanceof UnmappableCharacterException;
    }

    private static Reader reader(Path file, Charset charset) throws IOException {
        return new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Passes on the rows that have something in them, tidied, as long as they are not too many. */
    private static final class Bounds implements Taker {

        private final Taker taker;
        private int rows;

        Bounds(Taker taker) {
            this.taker = taker;
        }

        @Override
        public void take(long number, List<String> cells) {
            List<String> tidy = cells.stream().map(Bounds::tidy).toList();
            int width = tidy.size();
            while (width > 0 && tidy.get(width - 1).isEmpty()) {
                width--;
            }
            if (width == 0) {
                return;
            }
            if (width > MOST_COLUMNS) {
                throw new UnreadableFileException("columns");
            }
            if (++rows > MOST_ROWS + 1) {
                throw new UnreadableFileException("rows");
            }
            if (tidy.stream().mapToInt(String::length).sum() > LONGEST_ROW) {
                throw new UnreadableFileException("line");
            }
            taker.take(number, tidy.subList(0, width));
        }

        /** Without the letters that no database keeps, and without blanks around. */
        private static String tidy(@Nullable String cell) {
            return cell == null
                    ? ""
                    : cell.replace('\0', ' ')
                            .replace("\ufeff", "")
                            .replaceAll("[\\ud800-\\udbff](?![\\udc00-\\udfff])", "")
                            .strip();
        }
    }
}
