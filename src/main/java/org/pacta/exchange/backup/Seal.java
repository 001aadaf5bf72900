package org.pacta.exchange.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum of a file over all bytes but its own, at the very end, where a zip file has its comment. */
final class Seal {

    /** Characters of a checksum. */
    static final int LENGTH = 64;

    /** Stands where the checksum will. */
    static final String BLANK = "0".repeat(LENGTH);

    private Seal() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Puts the checksum over the blank, and has the disk keep the file. */
    static void set(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            String checksum = checksum(bytes);
            bytes.seek(bytes.length() - LENGTH);
            bytes.write(checksum.getBytes(StandardCharsets.US_ASCII));
            bytes.getChannel().force(true);
        }
    }

    /** Whether not one byte has changed since the file was sealed. */
    static boolean isWhole(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() <= LENGTH) {
                return false;
            }
            String checksum = checksum(bytes);
            byte[] written = new byte[LENGTH];
            bytes.seek(bytes.length() - LENGTH);
            bytes.readFully(written);
            return checksum.equals(new String(written, StandardCharsets.US_ASCII));
        }
    }

    private static String checksum(RandomAccessFile bytes) throws IOException {
        MessageDigest digest = digest();
        bytes.seek(0);
        InputStream in = Channels.newInputStream(bytes.getChannel());
        byte[] some = new byte[1 << 16];
        for (long left = bytes.length() - LENGTH; left > 0; ) {
            int read = in.read(some, 0, (int) Math.min(some.length, left));
            if (read < 0) {
                throw new EOFException("The file became shorter while it was read");
            }
            digest.update(some, 0, read);
            left -= read;
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
