package org.pacta.exchange.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Makes keys as OpenSSL writes them. */
final class Keys {

    private Keys() {}

    /** Writes the private half to a file, and answers the file of the public half beside it. */
    static Path pair(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        write(file, "PRIVATE KEY", pair.getPrivate().getEncoded());
        return write(
                file.resolveSibling(file.getFileName() + ".pub"),
                "PUBLIC KEY",
                pair.getPublic().getEncoded());
    }

    private static Path write(Path file, String label, byte[] content) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(label, lines));
    }
}
