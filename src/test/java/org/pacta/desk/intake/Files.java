package org.pacta.desk.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Files as people have them, and as nobody should. */
final class Files {

    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/%s" ContentType="application/vnd.openxmlformats-officedocument.%s.main+xml"/></Types>""";
    private static final String RELATIONS = """
            <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/></Relationships>""";

    private Files() {}

    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static byte[] written(Writing writing) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writing.to(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] zip(Map<String, Writing> parts) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, Writing> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    part.getValue().to(zip);
                    zip.closeEntry();
                }
            }
        });
    }

    static Writing text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    static Writing repeated(String text, int times) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return out -> {
            for (int i = 0; i < times; i++) {
                out.write(bytes);
            }
        };
    }

    static Writing together(Writing... all) {
        return out -> {
            for (Writing each : all) {
                each.to(out);
            }
        };
    }

    /** Of the body as it stands in the file. */
    static byte[] docx(Writing body, Map<String, Writing> more) {
        String open = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
        Writing document = together(
                text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + open), body, text("</w:body></w:document>"));
        return docx(document, "wordprocessingml.document", more);
    }

    static byte[] docx(Writing document, String type, Map<String, Writing> more) {
        Map<String, Writing> parts = new java.util.LinkedHashMap<>();
        parts.put("[Content_Types].xml", text(TYPES.formatted("word/document.xml", type)));
        parts.put("_rels/.rels", text(RELATIONS.formatted("officeDocument", "word/document.xml")));
        parts.put("word/document.xml", document);
        parts.putAll(more);
        return zip(parts);
    }

    static Writing paragraph(String words) {
        return text("<w:p><w:r><w:t>" + words.replace("&", "&amp;") + "</w:t></w:r></w:p>");
    }

    /** Of the rows as they stand in the file. */
    static byte[] xlsx(String beforeRoot, Writing rows) {
        Map<String, Writing> parts = new java.util.LinkedHashMap<>();
        parts.put("[Content_Types].xml", text(TYPES.formatted("xl/workbook.xml", "spreadsheetml.sheet")));
        parts.put("_rels/.rels", text(RELATIONS.formatted("officeDocument", "xl/workbook.xml")));
        parts.put("xl/_rels/workbook.xml.rels", text(RELATIONS.formatted("worksheet", "worksheets/sheet1.xml")));
        parts.put(
                "xl/workbook.xml",
                text(
                        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Annex\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
        parts.put(
                "xl/worksheets/sheet1.xml",
                together(
                        text(
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + beforeRoot
                                        + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"),
                        rows,
                        text("</sheetData></worksheet>")));
        return zip(parts);
    }

    static Writing row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            row.append("<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                    .formatted('A' + i, number, cells[i].replace("&", "&amp;")));
        }
        return text(row.append("</row>").toString());
    }

    static byte[] pdf(int pages, List<String> lines) {
        return written(out -> {
            try (PDDocument document = new PDDocument()) {
                for (int i = 0; i < pages; i++) {
                    PDPage page = new PDPage();
                    document.addPage(page);
                    write(document, page, lines);
                }
                document.save(out);
            }
        });
    }

    private static void write(PDDocument document, PDPage page, List<String> lines) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
            content.newLineAtOffset(40, 740);
            for (String line : lines) {
                content.showText(line);
                content.newLineAtOffset(0, -13);
            }
            content.endText();
        }
    }

    static byte[] lockedPdf() {
        return written(out -> {
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
                document.save(out);
            }
        });
    }

    /** A page whose content inflates to a hundred thousand times its size, once or twice over. */
    static byte[] pdfBomb(boolean isTwice) {
        return written(out -> {
            try (PDDocument document = new PDDocument()) {
                PDPage page = new PDPage();
                document.addPage(page);
                PDStream stream = new PDStream(document);
                page.setContents(stream);
                Writing zeros = repeated(" ".repeat(1_000), 60_000);
                byte[] once = isTwice
                        ? written(packed -> {
                            try (OutputStream inner = new java.util.zip.DeflaterOutputStream(packed)) {
                                zeros.to(inner);
                            }
                        })
                        : written(zeros);
                try (OutputStream content = stream.getCOSObject().createOutputStream(COSName.FLATE_DECODE)) {
                    content.write(once);
                }
                if (isTwice) {
                    org.apache.pdfbox.cos.COSArray filters = new org.apache.pdfbox.cos.COSArray();
                    filters.add(COSName.FLATE_DECODE);
                    filters.add(COSName.FLATE_DECODE);
                    stream.getCOSObject().setItem(COSName.FILTER, filters);
                }
                document.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            }
        });
    }
}
