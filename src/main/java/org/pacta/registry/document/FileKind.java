package org.pacta.registry.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A kind of file that is kept as a document, told by what is in it and not by its name. */
enum FileKind {
    PDF("application/pdf", "pdf"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    HTML("text/html", "html", "htm", "xhtml"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg");

    private static final int HEAD = 4096;

    /** A PDF may have a few lines before its mark. */
    private static final int BEFORE_PDF = 1024;

    private static final Pattern PAGE =
            Pattern.compile("(?is)\\A\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html)\\b.*");
    private static final Pattern MACROS = Pattern.compile("(?i).*vbaproject\\.bin");

    private final String mediaType;
    private final List<String> endings;

    FileKind(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    String mediaType() {
        return mediaType;
    }

    boolean hasText() {
        return this != PNG && this != JPEG;
    }

    /** The kind of this media type. */
    static FileKind ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    /** The kind of a file; nothing where it is of no kind that is kept. */
    static Optional<FileKind> of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (begins(head, "89504e470d0a1a0a")) {
            return Optional.of(PNG);
        }
        if (begins(head, "ffd8ff")) {
            return Optional.of(JPEG);
        }
        if (begins(head, "504b0304")) {
            return isWord(file) ? Optional.of(WORD) : Optional.empty();
        }
        if (new String(head, 0, Math.min(head.length, BEFORE_PDF), StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            return Optional.of(PDF);
        }
        return PAGE.matcher(text(head)).matches() ? Optional.of(HTML) : Optional.empty();
    }

    private static boolean begins(byte[] head, String mark) {
        byte[] bytes = HexFormat.of().parseHex(mark);
        return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
    }

    /** The list of what is in it alone is read, and nothing unpacked. */
    private static boolean isWord(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("word/document.xml") != null
                    && zip.stream()
                            .map(ZipEntry::getName)
                            .noneMatch(name -> MACROS.matcher(name).matches());
        } catch (ZipException damaged) {
            return false;
        }
    }

    private static String text(byte[] head) {
        Charset charset =
                begins(head, "fffe") || begins(head, "feff") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return new String(head, charset).replaceFirst("^\\x{FEFF}", "");
    }

    /** A name that ends as files of this kind do. */
    String named(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") && endings.contains(ending) ? name : name + "." + endings.get(0);
    }
}
