package org.pacta.exchange.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public half of a key of Ed25519 (RFC 8032), which tells whether a backup was signed by the other. */
final class CheckingKey {

    static final String ALGORITHM = "Ed25519";

    private final PublicKey key;

    private CheckingKey(PublicKey key) {
        this.key = key;
    }

    /**
     * @param file X.509 in PEM, as {@code openssl pkey -pubout} writes it; blank for none
     * @throws UnusableBackupException when there is no such key in it
     */
    static @Nullable CheckingKey in(String file) {
        if (file.isBlank()) {
            return null;
        }
        byte[] content = read(Path.of(file), "PUBLIC KEY");
        try {
            return new CheckingKey(factory().generatePublic(new X509EncodedKeySpec(content)));
        } catch (GeneralSecurityException other) {
            throw unusable(Path.of(file), "PUBLIC KEY");
        }
    }

    boolean fits(String text, String signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException none) {
            return false;
        }
    }

    static KeyFactory factory() throws NoSuchAlgorithmException {
        return KeyFactory.getInstance(ALGORITHM);
    }

    /** What a file in PEM (RFC 7468) holds under a label. */
    static byte[] read(Path file, String label) {
        try {
            Matcher block = Pattern.compile(
                            "-----BEGIN %1$s-----([A-Za-z0-9+/=\\s]+)-----END %1$s-----".formatted(label))
                    .matcher(Files.readString(file, StandardCharsets.US_ASCII));
            if (block.find()) {
                return Base64.getMimeDecoder().decode(block.group(1));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw unusable(file, label);
        }
        throw unusable(file, label);
    }

    static UnusableBackupException unusable(Path file, String label) {
        return new UnusableBackupException(
                "%s cannot be read, or is no %s of %s in PEM. Nothing was changed.".formatted(file, label, ALGORITHM));
    }
}
