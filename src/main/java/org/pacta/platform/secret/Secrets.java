package org.pacta.platform.secret;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;

/** Passwords, recovery codes and tokens that Pacta makes up. */
public final class Secrets {

    /** Without letters and digits that are mistaken for one another: 32 of them, five bits each. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /**
     * Groups of four letters and digits with hyphens between, which can be read out.
     *
     * @param groups of twenty random bits each
     */
    public static String madeUp(int groups) {
        return IntStream.range(0, groups)
                .mapToObj(group -> RANDOM.ints(4, 0, ALPHABET.length())
                        .mapToObj(i -> ALPHABET.substring(i, i + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }

    /** Random bytes. */
    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /**
     * SHA-256 in hexadecimal digits, by which a secret made up here is known again. Passwords that people choose need a slow hash instead.
     *
     * @param secret of 60 random bits or more
     */
    public static String digest(String secret) {
        return DigestUtils.sha256Hex(secret);
    }
}
