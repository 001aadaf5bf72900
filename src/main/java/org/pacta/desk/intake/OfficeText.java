package org.pacta.desk.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.pacta.desk.sheet.CellText;

/** Word and Excel files, unpacked once to see what is in them before anything is read. What is read is what was seen, packed anew. */
final class OfficeText {

    private static final int MOST_PARTS = 2_000;
    private static final long MOST_UNPACKED = 150_000_000;

    /** A part that is held in memory as a tree or as a table of strings. */
    private static final long MOST_HELD = 12_000_000;

    /** A sheet is read row by row. */
    private static final long MOST_OF_A_SHEET = 60_000_000;

    private static final Pattern PROGRAM = Pattern.compile(
            "(?:vbaproject\\.bin|\\.(?:exe|dll|scr|com|msi|js|jse|vbs|vbe|bat|cmd|ps1|jar|class|sh|hta|lnk))$");

    static {
        ZipSecureFile.setMaxEntrySize(MOST_OF_A_SHEET);
    }

    private OfficeText() {}

    static String of(byte[] bytes) throws IOException {
        List<String> parts = new ArrayList<>();
        ByteArrayOutputStream clean = new ByteArrayOutputStream(bytes.length);
        try (ZipOutputStream packed = new ZipOutputStream(clean);
                ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            long unpacked = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts.add(entry.getName());
                packed.putNextEntry(new ZipEntry(entry.getName()));
                unpacked += unpacked(zip, entry, packed);
                if (unpacked > MOST_UNPACKED || parts.size() > MOST_PARTS) {
                    throw new RefusedException("unpacked");
                }
            }
        }
        if (parts.contains("word/document.xml")) {
            return document(clean.toByteArray());
        }
        if (parts.contains("xl/workbook.xml")) {
            return workbook(clean.toByteArray(), parts.contains("xl/styles.xml"));
        }
        throw new RefusedException("kind");
    }

    /** How many bytes a part has, packed anew; refused when it is a program or too large to be read. */
    private static long unpacked(ZipFile zip, ZipArchiveEntry entry, OutputStream packed) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (PROGRAM.matcher(name).find()) {
            throw new RefusedException("program");
        }
        long most =
                name.startsWith("xl/worksheets/") ? MOST_OF_A_SHEET : name.endsWith(".xml") ? MOST_HELD : MOST_UNPACKED;
        long size = 0;
        StringBuilder types = new StringBuilder();
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] some = new byte[16_384];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                size += read;
                if (size > most) {
                    throw new RefusedException("unpacked");
                }
                packed.write(some, 0, read);
                if (name.equals("[content_types].xml")) {
                    types.append(new String(some, 0, read, StandardCharsets.ISO_8859_1));
                }
            }
        }
        if (types.indexOf("macroEnabled") >= 0) {
            throw new RefusedException("program");
        }
        return size;
    }

    private static String document(byte[] bytes) throws IOException {
        List<String> lines = new ArrayList<>();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            document.getBodyElements().stream().flatMap(OfficeText::lines).forEach(lines::add);
        }
        return String.join("\n", lines);
    }

    private static Stream<String> lines(IBodyElement element) {
        if (element instanceof XWPFParagraph paragraph) {
            boolean isListed =
                    paragraph.getNumID() != null && !paragraph.getText().isBlank();
            return Stream.of((isListed ? "- " : "") + paragraph.getText());
        }
        if (element instanceof XWPFTable table) {
            return table.getRows().stream()
                    .map(row -> PlainText.row(row.getTableCells().stream()
                            .map(XWPFTableCell::getText)
                            .toList()));
        }
        return element instanceof XWPFSDT control
                ? Stream.of(control.getContent().getText())
                : Stream.empty();
    }

    private static String workbook(byte[] bytes, boolean hasFormats) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(hasFormats, false))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.forEach(row -> add(text, row, workbook.isDate1904()));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static void add(StringBuilder text, Row row, boolean isSince1904) {
        text.append(PlainText.row(
                        row.stream().map(cell -> CellText.of(cell, isSince1904)).toList()))
                .append('\n');
        if (text.length() > IntakeService.LONGEST) {
            throw new RefusedException("long");
        }
    }
}
