package org.pacta.exchange.backup;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The half of a key of Ed25519 (RFC 8032) that signs backups; {@link CheckingKey} is the other. */
final class SigningKey {

    /** Characters of a signature: 64 bytes in Base64. */
    static final int LENGTH = 88;

    private final PrivateKey key;

    private SigningKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * @param file PKCS #8 in PEM, as {@code openssl genpkey -algorithm ed25519} writes it; blank for none
     * @throws UnusableBackupException when there is no such key in it
     */
    static @Nullable SigningKey in(String file) {
        if (file.isBlank()) {
            return null;
        }
        byte[] content = CheckingKey.read(Path.of(file), "PRIVATE KEY");
        try {
            return new SigningKey(CheckingKey.factory().generatePrivate(new PKCS8EncodedKeySpec(content)));
        } catch (GeneralSecurityException other) {
            throw CheckingKey.unusable(Path.of(file), "PRIVATE KEY");
        }
    }

    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(CheckingKey.ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The key has signed before", impossible);
        }
    }
}
