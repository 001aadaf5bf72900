package org.pacta.desk.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.pacta.desk.sheet.CellText;
import org.springframework.dao.DataAccessException;

/** A workbook, measured whole before anything of it is read, and then read by a stream. */
final class WorkbookFile {

    private static final int MOST_PARTS = 2_000;
    private static final long MOST_OF_A_SHEET = 1_000_000_000;

    /** A part that is held in memory, as the table of strings is. */
    private static final long MOST_HELD = 80_000_000;

    /** Bytes between two marks; a cell has 32,767 characters at most. */
    private static final int LONGEST_STRETCH = 1_000_000;

    private static final int PIECE = 65_536;

    private WorkbookFile() {}

    static List<String> sheets(Path file) {
        boolean hasFormats = measure(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(hasFormats, false))) {
            return workbook.getSheets().map(Sheet::getName).toList();
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            throw new UnreadableFileException("damaged", damaged);
        }
    }

    static void read(Path file, int wanted, TableFile.Taker taker) {
        boolean hasFormats = measure(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(hasFormats, false))) {
            Sheet sheet = workbook.getSheet(wanted).orElseThrow(() -> new UnreadableFileException("sheet"));
            try (Stream<Row> rows = sheet.openStream()) {
                rows.forEach(row -> taker.take(row.getRowNum(), cells(row, workbook.isDate1904())));
            }
        } catch (UnreadableFileException | DataAccessException ours) {
            throw ours;
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            throw new UnreadableFileException("damaged", damaged);
        }
    }

    private static List<String> cells(Row row, boolean isSince1904) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
            if (cell != null
                    && cell.getColumnIndex() >= TableFile.MOST_COLUMNS
                    && !cell.getText().isBlank()) {
                throw new UnreadableFileException("columns");
            }
            cells.add(CellText.of(cell, isSince1904));
        }
        return cells;
    }

    /** Whether it has formats; refused when it is no workbook, holds a program or is too large unpacked. */
    private static boolean measure(Path file) {
        List<String> names = new ArrayList<>();
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                names.add(name);
                if (name.endsWith("vbaproject.bin")) {
                    throw new UnreadableFileException("program");
                }
                if (names.size() > MOST_PARTS) {
                    throw new UnreadableFileException("unpacked");
                }
                measure(zip, entry, name.startsWith("xl/worksheets/") ? MOST_OF_A_SHEET : MOST_HELD);
            }
        } catch (IOException | RuntimeException damaged) {
            throw damaged instanceof UnreadableFileException refused
                    ? refused
                    : new UnreadableFileException("damaged", damaged);
        }
        if (!names.contains("xl/workbook.xml")) {
            throw new UnreadableFileException("kind");
        }
        return names.contains("xl/styles.xml");
    }

    private static void measure(ZipFile zip, ZipArchiveEntry entry, long most) throws IOException {
        long size = 0;
        long stretch = 0;
        boolean isMarkup = entry.getName().endsWith(".xml");
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                size += read;
                for (int i = 0; i < read && isMarkup; i++) {
                    stretch = piece[i] == '<' || piece[i] == '>' ? 0 : stretch + 1;
                    if (stretch > LONGEST_STRETCH) {
                        throw new UnreadableFileException("line");
                    }
                }
                if (size > most) {
                    throw new UnreadableFileException("unpacked");
                }
            }
        }
    }
}
