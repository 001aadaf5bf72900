package org.pacta.desk.intake;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** PDF files. The streams in them are inflated once to see how large they grow, since the reader itself sets no limit. */
final class PdfText {

    static final int MOST_PAGES = 300;
    static final String PAGE_END = "\f";
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final long MOST_OF_A_STREAM = 40_000_000;
    private static final long MOST_UNPACKED = 300_000_000;

    /** Of a stream in a packing that is seldom met and not measured. */
    private static final int MOST_PACKED = 32_000;

    private static final int MOST_STREAMS = 50_000;

    private static final Pattern STREAM = Pattern.compile("(?<!end)stream\\r?\\n");
    private static final Pattern PACKING =
            Pattern.compile("FlateDecode|/Fl\\b|LZWDecode|/LZW\\b|RunLengthDecode|/RL\\b|ASCII85Decode|ASCIIHexDecode");
    private static final Pattern LOCKED = Pattern.compile("/Encrypt\\b");

    private PdfText() {}

    static String of(byte[] bytes) throws IOException {
        return of(bytes, new Stripper(MOST_PAGES, IntakeService.LONGEST));
    }

    /** The text with a form feed behind each page. */
    static String paged(byte[] bytes, int mostPages, int mostLetters) throws IOException {
        Stripper stripper = new Stripper(mostPages, mostLetters);
        stripper.setPageEnd(PAGE_END);
        return of(bytes, stripper);
    }

    private static String of(byte[] bytes, Stripper stripper) throws IOException {
        checkStreams(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > stripper.mostPages) {
                throw new RefusedException("pages");
            }
            StringWriter text = new StringWriter();
            stripper.writeText(document, text);
            return text.toString();
        } catch (InvalidPasswordException locked) {
            throw new RefusedException("locked", locked);
        }
    }

    /** Refuses streams that grow too large, and packings within packings, which could grow beyond any measure. */
    private static void checkStreams(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        if (LOCKED.matcher(raw).find()) {
            throw new RefusedException("locked");
        }
        long unpacked = 0;
        int streams = 0;
        Matcher stream = STREAM.matcher(raw);
        Measure measure = new Measure(bytes);
        while (stream.find()) {
            streams++;
            List<String> packings = PACKING.matcher(head(raw, stream.start()))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            boolean isFlate = packings.equals(List.of("FlateDecode")) || packings.equals(List.of("/Fl"));
            boolean isMeasured = isFlate || packings.isEmpty();
            unpacked += isMeasured ? measure.inflated(stream.end()) : 0;
            boolean isTame = isMeasured || isShort(raw, stream.end()) && isPackedOnce(packings);
            if (streams > MOST_STREAMS || unpacked > MOST_UNPACKED || !isTame) {
                throw new RefusedException("unpacked");
            }
        }
    }

    /** Letters in place of bytes do not grow. */
    private static boolean isPackedOnce(List<String> packings) {
        return packings.stream().filter(each -> !each.startsWith("ASCII")).count() < 2;
    }

    private static boolean isShort(String raw, int from) {
        return raw.substring(from, Math.min(raw.length(), from + MOST_PACKED)).contains("endstream");
    }

    /** What stands before a stream and says how it is packed. */
    private static String head(String raw, int stream) {
        String before = raw.substring(Math.max(0, stream - 2_000), stream);
        return before.substring(Math.max(0, before.lastIndexOf(" obj")));
    }

    /** Inflates streams and forgets what comes out. */
    private static final class Measure {

        private final byte[] bytes;
        private final byte[] some = new byte[65_536];

        Measure(byte[] bytes) {
            this.bytes = bytes;
        }

        long inflated(int from) {
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(bytes, from, bytes.length - from);
                for (int read = inflater.inflate(some); read > 0; read = inflater.inflate(some)) {
                    if (inflater.getBytesWritten() > MOST_OF_A_STREAM) {
                        throw new RefusedException("unpacked");
                    }
                }
                return inflater.getBytesWritten();
            } catch (DataFormatException notInflatable) {
                return inflater.getBytesWritten();
            } finally {
                inflater.end();
            }
        }
    }

    /** Stops at the deadline, at the last page that is read, and when there is more text than is taken. */
    private static final class Stripper extends PDFTextStripper {

        private final long deadline = System.nanoTime() + LONGEST.toNanos();
        private final int mostPages;
        private final int mostLetters;
        private int pages;
        private int letters;

        Stripper(int mostPages, int mostLetters) {
            this.mostPages = mostPages;
            this.mostLetters = mostLetters;
        }

        @Override
        public void processPage(PDPage page) throws IOException {
            pages++;
            if (pages > mostPages) {
                throw new RefusedException("pages");
            }
            super.processPage(page);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (System.nanoTime() > deadline) {
                throw new RefusedException("slow");
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void writeString(String text) throws IOException {
            letters += text.length();
            if (letters > mostLetters) {
                throw new RefusedException("long");
            }
            super.writeString(text.replace(PAGE_END, " "));
        }
    }
}
