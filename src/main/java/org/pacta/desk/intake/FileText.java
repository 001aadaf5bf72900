package org.pacta.desk.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The text of a file, which is told by what is in it and not by its name. One file is read at a time, so that many take no more memory than one. */
final class FileText {

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

    private static final Semaphore one = new Semaphore(1, true);

    private FileText() {}

    /**
     * Takes the text out of a file.
     *
     * @throws RefusedException when it is of no kind that is read, holds a program, or is too large unpacked
     */
    static String of(String name, byte[] bytes) {
        one.acquireUninterruptibly();
        try {
            return read(name, bytes);
        } catch (RefusedException refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            // The readers fail in many ways over a file that is not what it seems.
            throw new RefusedException("damaged", damaged);
        } catch (StackOverflowError nested) {
            // Elements within elements by the thousand: no office program writes them.
            throw new RefusedException("damaged", nested);
        } finally {
            one.release();
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
        if (new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            return PdfText.of(bytes);
        }
        return PlainText.of(name, bytes);
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
