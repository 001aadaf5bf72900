package org.pacta.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A row of the chain.
 *
 * @param position from 1, without gaps
 * @param account number of the account that did it; null where nobody was signed in
 * @param about what it was done to, such as {@code account 3}; of a revision its number
 * @param detail of a revision the digest of its rows
 * @param digest SHA-256 of the digest before and of all this, in hexadecimal
 */
record Entry(
        long position,
        Instant happenedAt,
        String what,
        @Nullable Long account,
        @Nullable String about,
        @Nullable String detail,
        String digest) {

    /** What the chain says of revisions. */
    static final String REVISION = "revision";

    /** The digest before the first row. */
    static final String NONE = "0".repeat(64);

    /** The row that follows the digest of the one before. */
    static Entry after(
            String before,
            long position,
            Instant happenedAt,
            String what,
            @Nullable Long account,
            @Nullable String about,
            @Nullable String detail) {
        return new Entry(
                position,
                happenedAt,
                what,
                account,
                about,
                detail,
                digest(before, position, happenedAt, what, account, about, detail));
    }

    /** Whether nothing of it was changed since it was put behind the row of this digest. */
    boolean fits(String before) {
        return digest.equals(digest(before, position, happenedAt, what, account, about, detail));
    }

    /** Each part with its length before it, so that no two rows read the same. */
    private static String digest(String before, long position, Instant happenedAt, @Nullable Object... rest) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update(before.getBytes(StandardCharsets.US_ASCII));
        part(digest, String.valueOf(position));
        part(digest, happenedAt.truncatedTo(ChronoUnit.MICROS).toString());
        Arrays.stream(rest).forEach(each -> part(digest, Objects.toString(each, null)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void part(MessageDigest digest, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update((text == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
