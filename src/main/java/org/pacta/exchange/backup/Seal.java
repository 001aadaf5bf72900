package org.pacta.exchange.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What a backup ends with, where a zip file has its comment: the checksum of all bytes before it, and in front of that, where there is a key, a
 * signature of the checksum of all bytes before the signature.
 */
final class Seal {

    /** Characters of a checksum. */
    static final int LENGTH = 64;

    private Seal() {}

    /** As long as the seal that will stand there. */
    static String blank(@Nullable SigningKey key) {
        return "0".repeat(key == null ? LENGTH : SigningKey.LENGTH + LENGTH);
    }

    /** Puts the seal over the blank, and has the disk keep the file. */
    static void set(Path file, @Nullable SigningKey key) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long end = bytes.length() - LENGTH;
            if (key != null) {
                long place = end - SigningKey.LENGTH;
                write(bytes, place, key.sign(checksum(bytes, place)));
            }
            write(bytes, end, checksum(bytes, end));
            bytes.getChannel().force(true);
        }
    }

    private static void write(RandomAccessFile bytes, long place, String text) throws IOException {
        bytes.seek(place);
        bytes.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether not one byte has changed since the file was sealed. */
    static boolean isWhole(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long end = bytes.length() - LENGTH;
            return end > 0 && checksum(bytes, end).equals(read(bytes, end, LENGTH));
        }
    }

    /** Whether the file is what somebody with the other half of this key has signed. */
    static boolean isSigned(Path file, CheckingKey key) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long place = bytes.length() - LENGTH - SigningKey.LENGTH;
            return place > 0 && key.fits(checksum(bytes, place), read(bytes, place, SigningKey.LENGTH));
        }
    }

    private static String read(RandomAccessFile bytes, long place, int length) throws IOException {
        byte[] written = new byte[length];
        bytes.seek(place);
        bytes.readFully(written);
        return new String(written, StandardCharsets.US_ASCII);
    }

    /** Of the bytes before a place. */
    private static String checksum(RandomAccessFile bytes, long place) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        bytes.seek(0);
        InputStream in = Channels.newInputStream(bytes.getChannel());
        byte[] some = new byte[1 << 16];
        for (long left = place; left > 0; ) {
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
