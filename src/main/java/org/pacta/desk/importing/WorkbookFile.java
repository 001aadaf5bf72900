package org.pacta.desk.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.pacta.desk.sheet.CellText;
import org.pacta.platform.child.ChildProcess;
import tools.jackson.databind.json.JsonMapper;

/** A workbook, measured whole before anything of it is read, and then read by a stream, in a process of its own. */
final class WorkbookFile {

    private static final int MOST_PARTS = 2_000;
    private static final long MOST_OF_A_SHEET = 1_000_000_000;

    /** A part that is held in memory, as the table of strings is. */
    private static final long MOST_HELD = 80_000_000;

    /** Bytes between two marks; a cell has 32,767 characters at most. */
    private static final int LONGEST_STRETCH = 1_000_000;

    private static final int PIECE = 65_536;

    /** Time of a processor for the least of files, and more for each megabyte. */
    private static final Duration LEAST = Duration.ofSeconds(10);

    private static final Duration FOR_A_MEGABYTE = Duration.ofSeconds(2);

    /** A row of a million letters, each of which may be written by six. */
    private static final int LONGEST_LINE = 8_000_000;

    private static final String NO_SHEET = "-";
    private static final char REFUSED = '!';

    private static final JsonMapper JSON = JsonMapper.shared();

    private WorkbookFile() {}

    /** A row as the other process says it. */
    private record Numbered(long number, List<String> cells) {}

    static List<String> sheets(Path file) {
        List<String> names = new ArrayList<>();
        apart(file, NO_SHEET, line -> names.add(JSON.readValue(line, String.class)));
        return names;
    }

    static void read(Path file, int wanted, TableFile.Taker taker) {
        apart(file, String.valueOf(wanted), line -> {
            Numbered row = JSON.readValue(line, Numbered.class);
            taker.take(row.number, row.cells);
        });
    }

    /** Hands on each line that the other process says of a file. */
    private static void apart(Path file, String wanted, Consumer<String> to) {
        try {
            Duration longest = LEAST.plus(FOR_A_MEGABYTE.multipliedBy(Files.size(file) / 1_000_000));
            ChildProcess.run(WorkbookFile.class, longest, said -> lines(said, to), wanted, file.toString());
        } catch (ChildProcess.Failure failed) {
            throw new UnreadableFileException(
                    switch (failed.why()) {
                        case SLOW -> "slow";
                        case LARGE -> "unpacked";
                        case BROKEN -> "damaged";
                    },
                    failed);
        } catch (IOException broken) {
            throw new UnreadableFileException("damaged", broken);
        }
    }

    private static void lines(InputStream said, Consumer<String> to) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(said, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        for (int letter = reader.read(); letter >= 0; letter = reader.read()) {
            if (letter != '\n') {
                line.append((char) letter);
            } else if (line.charAt(0) == REFUSED) {
                throw new UnreadableFileException(line.substring(1));
            } else {
                to.accept(line.toString());
                line.setLength(0);
            }
            if (line.length() > LONGEST_LINE) {
                throw new UnreadableFileException("line");
            }
        }
    }

    /** Reads a file in this process, which is there for it alone: prints the names of its sheets, or the rows of one, a line each. */
    public static void main(String[] arguments) {
        PrintStream out = ChildProcess.begin();
        Path file = Path.of(arguments[1]);
        try {
            if (arguments[0].equals(NO_SHEET)) {
                sheets(file, name -> out.print(JSON.writeValueAsString(name) + '\n'));
            } else {
                rows(
                        file,
                        Integer.parseInt(arguments[0]),
                        (number, cells) -> out.print(JSON.writeValueAsString(new Numbered(number, cells)) + '\n'));
            }
        } catch (UnreadableFileException refused) {
            out.print(REFUSED + refused.reason() + '\n');
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            out.print(REFUSED + "damaged\n");
        }
        out.flush();
    }

    private static void sheets(Path file, Consumer<String> to) throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(file.toFile(), new ReadingOptions(measure(file), false))) {
            workbook.getSheets().map(Sheet::getName).forEach(to);
        }
    }

    private static void rows(Path file, int wanted, TableFile.Taker taker) throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(file.toFile(), new ReadingOptions(measure(file), false))) {
            Sheet sheet = workbook.getSheet(wanted).orElseThrow(() -> new UnreadableFileException("sheet"));
            try (Stream<Row> rows = sheet.openStream()) {
                rows.forEach(row -> taker.take(row.getRowNum(), cells(row, workbook.isDate1904())));
            }
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
