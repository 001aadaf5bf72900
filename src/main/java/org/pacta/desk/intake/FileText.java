package org.pacta.desk.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.child.ChildProcess;
import org.springframework.web.multipart.MultipartFile;

/**
 * The text of a file, which is told by what is in it and not by its name. Files of programs for offices are read in a process of their own: the
 * libraries that read them take time and memory by what a file says of itself.
 */
public final class FileText {

    private static final List<byte[]> PROGRAMS = List.of(
            bytes(0x7f, 'E', 'L', 'F'),
            bytes(0xca, 0xfe, 0xba, 0xbe),
            bytes(0xce, 0xfa, 0xed, 0xfe),
            bytes(0xcf, 0xfa, 0xed, 0xfe),
            bytes('#', '!'));
    private static final byte[] WINDOWS_PROGRAM = bytes('M', 'Z');
    private static final byte[] OLD_OFFICE = bytes(0xd0, 0xcf, 0x11, 0xe0);
    private static final byte[] ZIP = bytes('P', 'K', 3, 4);
    private static final byte[] RICH_TEXT = bytes('{', '\\', 'r', 't', 'f');

    /** A PDF may have a few lines before its mark. */
    private static final int HEAD = 1024;

    private static final String BUSY = "busy";

    /** Time of a processor. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int MOST_PAGES_KEPT = 2_000;
    private static final int MOST_OF_PAGES = 16_000_000;
    private static final int AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 10;

    private static final Semaphore places = new Semaphore(AT_ONCE, true);

    /** The accounts of which a file is being read. */
    private static final Set<Long> atWork = ConcurrentHashMap.newKeySet();

    private FileText() {}

    /**
     * Takes the text out of a file that somebody hands in, one at a time for each account.
     *
     * @throws RefusedException as {@link #of} does, and when it takes too long or another one is being read
     */
    static String handedIn(String name, MultipartFile file, long account) throws IOException {
        byte[] head;
        try (InputStream in = file.getInputStream()) {
            head = in.readNBytes(PlainText.MOST_BYTES + 1);
        }
        if (!begins(head, ZIP) && !isPdf(head)) {
            return of(name, head);
        }
        if (!atWork.add(account)) {
            throw new RefusedException(BUSY);
        }
        Path kept = Files.createTempFile("pacta-file", "");
        try {
            file.transferTo(kept);
            return apart(name, kept, PlainText.MOST_BYTES);
        } finally {
            Files.delete(kept);
            atWork.remove(account);
        }
    }

    private static String apart(String name, Path file, int mostBytes) throws IOException {
        take(places);
        try {
            StringBuilder said = new StringBuilder();
            ChildProcess.run(
                    FileText.class,
                    LONGEST,
                    in -> said.append(new String(in.readNBytes(mostBytes + HEAD), StandardCharsets.UTF_8)),
                    name,
                    file.toString());
            int end = said.indexOf("\n");
            String reason = said.substring(0, end);
            if (!reason.isEmpty()) {
                throw new RefusedException(reason);
            }
            return said.substring(end + 1);
        } catch (ChildProcess.Failure failed) {
            throw new RefusedException(
                    switch (failed.why()) {
                        case SLOW -> "slow";
                        case LARGE -> "unpacked";
                        case BROKEN -> "damaged";
                    },
                    failed);
        } finally {
            places.release();
        }
    }

    private static void take(Semaphore places) {
        try {
            if (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new RefusedException(BUSY);
    }

    /**
     * The text of a kept file.
     *
     * @param pages each with its words; one of a file that has none
     * @param unread why it has none, as the end of the key of a message
     */
    public record Paged(List<String> pages, @Nullable String unread) {

        /** Whether it was not tried because too many others were being read. */
        public boolean isBusy() {
            return BUSY.equals(unread);
        }
    }

    /** Takes the text out of a PDF, a Word document or a web page, page by page, in a process of its own. */
    public static Paged paged(Path file) throws IOException {
        try {
            String text = apart("", file, MOST_OF_PAGES);
            List<String> pages = List.of(text.replace("\0", "").split(PdfText.PAGE_END, -1));
            boolean endsWithAPage =
                    pages.size() > 1 && pages.get(pages.size() - 1).isBlank();
            return new Paged(endsWithAPage ? pages.subList(0, pages.size() - 1) : pages, null);
        } catch (RefusedException refused) {
            return new Paged(List.of(), refused.reason());
        }
    }

    private static String pages(byte[] bytes) throws IOException {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD));
        if (begins(head, ZIP)) {
            return OfficeText.of(bytes);
        }
        return isPdf(head)
                ? PdfText.paged(bytes, MOST_PAGES_KEPT, MOST_OF_PAGES / PlainText.BYTES_OF_A_LETTER)
                : PlainText.ofPage(bytes, MOST_OF_PAGES);
    }

    /** Reads a file in this process, which is there for it alone: prints why it is refused, or nothing, and below that its text. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = ChildProcess.begin();
        try {
            byte[] bytes = Files.readAllBytes(Path.of(arguments[1]));
            String text = arguments[0].isEmpty() ? refusing(() -> pages(bytes)) : of(arguments[0], bytes);
            out.print("\n" + text);
        } catch (RefusedException refused) {
            out.print(refused.reason() + "\n");
        }
        out.flush();
    }

    /**
     * Takes the text out of a file.
     *
     * @throws RefusedException when it is of no kind that is read, holds a program, or is too large unpacked
     */
    static String of(String name, byte[] bytes) {
        return refusing(() -> read(name, bytes));
    }

    private interface Reading {
        String text() throws IOException;
    }

    private static String refusing(Reading reading) {
        try {
            return reading.text();
        } catch (RefusedException refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            // The readers fail in many ways over a file that is not what it seems.
            throw new RefusedException("damaged", damaged);
        } catch (StackOverflowError nested) {
            // Elements within elements by the thousand: no office program writes them.
            throw new RefusedException("damaged", nested);
        }
    }

    private static String read(String name, byte[] bytes) throws IOException {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD));
        if (isProgram(head)) {
            throw new RefusedException("program");
        }
        if (begins(head, OLD_OFFICE)) {
            throw new RefusedException("old_office");
        }
        if (begins(head, RICH_TEXT)) {
            throw new RefusedException("kind");
        }
        if (begins(head, ZIP)) {
            return OfficeText.of(bytes);
        }
        if (isPdf(head)) {
            return PdfText.of(bytes);
        }
        return PlainText.of(name, bytes);
    }

    private static boolean isPdf(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    private static boolean isProgram(byte[] head) {
        boolean isBinary = new String(head, StandardCharsets.ISO_8859_1).indexOf(0) >= 0;
        return PROGRAMS.stream().anyMatch(mark -> begins(head, mark)) || begins(head, WINDOWS_PROGRAM) && isBinary;
    }

    private static boolean begins(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
