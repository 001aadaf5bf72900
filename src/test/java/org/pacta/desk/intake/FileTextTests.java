package org.pacta.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTextTests {

    private static final String CHINESE = "天布苏机器人有限公司与海跃自动化有限公司签署合作谅解备忘录。";
    private static final String FRENCH = "Protocole entre la Société générale d'épargne et l'Hôpital de la Forêt";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030"})
    void readsChineseInTheUsualEncodings(String charset) {
        String text = CHINESE.repeat(3);

        assertThat(FileText.of("annex.txt", text.getBytes(Charset.forName(charset))))
                .isEqualTo(text);
    }

    @Test
    void readsWesternLetters() {
        assertThat(FileText.of("annexe.txt", FRENCH.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(FRENCH);
        assertThat(FileText.of("annexe.txt", ("\ufeff" + FRENCH).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FRENCH);
    }

    @Test
    void readsSheetsAsLinesWithTabs() {
        String csv = "No;Party A;Party B;Subject\r\n1;\"Tembusu; Robotics\";海跃自动化;\"robots\nand arms\"\r\n";
        String lines = "No\tParty A\tParty B\tSubject\n1\tTembusu; Robotics\t海跃自动化\trobots and arms";

        assertThat(FileText.of("Annex.CSV", csv.getBytes(Charset.forName("GB18030"))))
                .isEqualTo(lines);
        assertThat(FileText.of(
                                "annex.bin",
                                Files.xlsx(
                                        "",
                                        Files.together(
                                                Files.row(1, "No", "Party A", "Party B", "Subject"),
                                                Files.row(2, "1", "Tembusu & Co", "", "robots"))))
                        .strip())
                .isEqualTo("No\tParty A\tParty B\tSubject\n1\tTembusu & Co\t\trobots");
    }

    /** 39951.5 is noon of 18 May 2009, 39934 is 1 May 2009; numbers 27 to 58 have no code in the file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mmm-yy|39934|2009-05",
                "mmm\\ yyyy|39951.5|2009-05",
                "yyyy|39951|2009",
                "yyyy\"年\"m\"月\"|39951|2009-05",
                "yyyy\"年\"m\"月\"d\"日\"|39951|2009-05-18",
                "dd/mm/yyyy|39951|2009-05-18",
                "[$-411]ge.m.d|39951|2009-05-18",
                "27|39934|2009-05",
                "27|39951|2009-05-18",
                "57|39934|2009-05",
                "31|39934|2009-05-01",
                "58|39951|2009-05-18",
                "General|39951|39951.0",
                "0.00E+00|39951|39951.0",
                "h:mm|0.5|0.5"
            })
    void writesADateAsFarAsItsCellShowsIt(String format, double number, String shown) {
        assertThat(FileText.of("dates.xlsx", sheet(format, number, false)).strip())
                .isEqualTo(shown);
    }

    @Test
    void countsDaysFrom1904WhereTheFileSaysSo() {
        assertThat(FileText.of("dates.xlsx", sheet("yyyy-mm-dd", 38489, true)).strip())
                .isEqualTo("2009-05-18");
    }

    private static byte[] sheet(String format, double number, boolean isSince1904) {
        return Files.written(out -> {
            try (XSSFWorkbook workbook = new XSSFWorkbook()) {
                workbook.getCTWorkbook().getWorkbookPr().setDate1904(isSince1904);
                XSSFCellStyle style = workbook.createCellStyle();
                style.setDataFormat(
                        format.matches("\\d\\d")
                                ? Short.parseShort(format)
                                : workbook.createDataFormat().getFormat(format));
                var cell = workbook.createSheet().createRow(0).createCell(0);
                cell.setCellValue(number);
                cell.setCellStyle(style);
                workbook.write(out);
            }
        });
    }

    @Test
    void readsParagraphsListsAndTablesOfADocument() {
        byte[] bytes = Files.written(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText("Annex A: List of MOUs");
                document.createParagraph().createRun().setText("Tembusu Robotics – Haiyue Automation to build robots");
                var row = document.createTable(1, 2).getRow(0);
                row.getCell(0).setText("Straits Polytechnic");
                row.getCell(1).setText("Pudong College");
                document.write(out);
            }
        });

        assertThat(FileText.of("annex.txt", bytes)).isEqualTo("""
                Annex A: List of MOUs
                Tembusu Robotics – Haiyue Automation to build robots
                Straits Polytechnic\tPudong College""");
    }

    @Test
    void readsThePagesOfAPdf() {
        byte[] bytes =
                Files.pdf(2, List.of("Annex B: List of joint projects", "- Raintree Foods with Songjiang Cold Chain"));

        assertThat(FileText.of("annex", bytes).lines())
                .containsExactly(
                        "Annex B: List of joint projects",
                        "- Raintree Foods with Songjiang Cold Chain",
                        "Annex B: List of joint projects",
                        "- Raintree Foods with Songjiang Cold Chain");
    }

    @ParameterizedTest
    @MethodSource
    void refuses(String reason, String name, byte[] bytes) {
        Runtime.getRuntime().gc();
        long began = System.nanoTime();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> FileText.of(name, bytes))
                .withMessage("intake.refused." + reason);
        assertThat(System.nanoTime() - began).isLessThan(25_000_000_000L);
    }

    static Stream<Arguments> refuses() {
        Files.Writing paragraph = Files.paragraph("Tembusu Robotics with Haiyue Automation");
        String entities = "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        byte[] random = new byte[100_000];
        new Random(1).nextBytes(random);
        byte[] pdf = Files.pdf(1, List.of("Annex"));
        return Stream.of(
                argumentSet("a program of Windows", "program", "annex.csv", program("MZ\u0090\0\u0003\0\0\0")),
                argumentSet("a program of Linux", "program", "annex.csv", program("\u007fELF\u0002\u0001\u0001\0")),
                argumentSet("a script", "program", "annex.txt", "#!/bin/sh\nrm -r /\n".getBytes()),
                argumentSet(
                        "an old Word file",
                        "old_office",
                        "annex.docx",
                        program("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1")),
                argumentSet("rich text", "kind", "annex.txt", "{\\rtf1 Annex}".getBytes()),
                argumentSet("a picture", "kind", "annex.txt", program("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR")),
                argumentSet("noise", "kind", "annex.pdf", random),
                argumentSet("much noise", "kind", "annex.csv", Arrays.copyOf(random, 20_000_000)),
                argumentSet(
                        "a long text",
                        "long",
                        "annex.txt",
                        "Annex. ".repeat(2_000_000).getBytes()),
                argumentSet("half a zip", "damaged", "annex.docx", Arrays.copyOf(Files.docx(paragraph, Map.of()), 300)),
                argumentSet("another zip", "kind", "annex.docx", Files.zip(Map.of("annex.txt", Files.text("Annex")))),
                argumentSet(
                        "macros",
                        "program",
                        "annex.docx",
                        Files.docx(paragraph, Map.of("word/vbaProject.bin", Files.text("Sub AutoOpen()")))),
                argumentSet(
                        "a document that may have macros",
                        "program",
                        "annex.docx",
                        Files.docx(Files.text("<x/>"), "ms-word.document.macroEnabled", Map.of())),
                argumentSet(
                        "a document with a program",
                        "program",
                        "annex.docx",
                        Files.docx(paragraph, Map.of("word/embeddings/setup.EXE", Files.text("MZ")))),
                argumentSet(
                        "a document that is a bomb",
                        "unpacked",
                        "annex.docx",
                        Files.docx(Files.repeated("<w:p/>".repeat(1_000), 100_000), Map.of())),
                argumentSet(
                        "a document with a bomb beside it",
                        "unpacked",
                        "annex.docx",
                        Files.docx(
                                paragraph, Map.of("word/media/a.bmp", Files.repeated("\0".repeat(10_000), 100_000)))),
                argumentSet(
                        "a document of thousands of parts",
                        "unpacked",
                        "annex.docx",
                        Files.docx(paragraph, new java.util.HashMap<>() {
                            {
                                for (int i = 0; i < 3_000; i++) {
                                    put("word/media/" + i, Files.text(""));
                                }
                            }
                        })),
                argumentSet(
                        "elements within elements",
                        "damaged",
                        "annex.docx",
                        Files.docx(
                                Files.together(
                                        Files.repeated("<w:tbl><w:tr><w:tc>", 20_000),
                                        Files.repeated("</w:tc></w:tr></w:tbl>", 20_000)),
                                Map.of())),
                argumentSet(
                        "a document with entities",
                        "damaged",
                        "annex.docx",
                        Files.docx(Files.text(entities + "<w>&x;</w>"), "wordprocessingml.document", Map.of())),
                argumentSet(
                        "a sheet with entities",
                        "damaged",
                        "annex.xlsx",
                        Files.xlsx(
                                entities,
                                Files.text("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row>"))),
                argumentSet(
                        "a sheet that is a bomb",
                        "unpacked",
                        "annex.xlsx",
                        Files.xlsx("", Files.repeated(" ".repeat(10_000), 100_000))),
                argumentSet("a sheet of 100,000 rows", "long", "annex.xlsx", Files.xlsx("", out -> {
                    for (int i = 1; i <= 100_000; i++) {
                        Files.row(i, "Tembusu Robotics", "Haiyue Automation", "robots")
                                .to(out);
                    }
                })),
                argumentSet("half a PDF", "damaged", "annex.pdf", Arrays.copyOf(pdf, 200)),
                argumentSet("a PDF of 2,000 pages", "pages", "annex.pdf", Files.pdf(2_000, List.of("Annex"))),
                argumentSet("a PDF with a password", "locked", "annex.pdf", Files.lockedPdf()),
                argumentSet("a PDF that is a bomb", "unpacked", "annex.pdf", Files.pdfBomb(false)),
                argumentSet("a PDF that is a bomb in a bomb", "unpacked", "annex.pdf", Files.pdfBomb(true)),
                argumentSet(
                        "a PDF of much text",
                        "long",
                        "annex.pdf",
                        Files.pdf(250, java.util.Collections.nCopies(50, "Tembusu Robotics with Haiyue Automation"))));
    }

    @Test
    void readsTheTextOfKeptFilesPageByPage(@TempDir Path folder) throws IOException {
        assertThat(paged(folder, Files.pdf(3, List.of("Tembusu Robotics", "Haiyue Automation"))))
                .satisfies(text -> assertThat(text.unread()).isNull())
                .satisfies(text -> assertThat(text.pages())
                        .hasSize(3)
                        .allSatisfy(page -> assertThat(page.strip()).isEqualTo("Tembusu Robotics\nHaiyue Automation")));
        assertThat(paged(folder, Files.docx(Files.paragraph("Tembusu Robotics"), Map.of()))
                        .pages())
                .singleElement()
                .asString()
                .contains("Tembusu Robotics");
    }

    @Test
    void readsWhatAWebPageShows(@TempDir Path folder) throws IOException {
        String page = """
                <!doctype html><html><head><title>Release</title><style>p { color: red }</style></head>
                <body onload="alert(1)"><script>alert("not shown")</script><h1>Ports &amp; <b>shipping</b></h1><p>新加坡<br>上海<p>End
                """;

        assertThat(paged(folder, page.getBytes(StandardCharsets.UTF_8)).pages())
                .containsExactly("Release\nPorts & shipping\n新加坡\n上海\nEnd");
    }

    @Test
    void saysWhyTheTextOfAKeptFileIsNotRead(@TempDir Path folder) throws IOException {
        assertThat(paged(folder, Files.lockedPdf()).unread()).isEqualTo("locked");
        assertThat(paged(folder, Files.pdfBomb(false)).unread()).isEqualTo("unpacked");
        assertThat(paged(folder, Arrays.copyOf(Files.pdf(1, List.of("Annex")), 200))
                        .unread())
                .isEqualTo("damaged");
    }

    private static FileText.Paged paged(Path folder, byte[] content) throws IOException {
        return FileText.paged(java.nio.file.Files.write(folder.resolve("file"), content));
    }

    private static byte[] program(String head) {
        return Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), 5_000);
    }
}
