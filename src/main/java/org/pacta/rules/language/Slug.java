package org.pacta.rules.language;

import java.text.Normalizer;
import java.util.Locale;

/** The last part of an address, as it is proposed for a name: small Latin letters and digits, with single hyphens between them. */
public final class Slug {

    private Slug() {}

    /** Proposes one; empty where the name has no Latin letter and no digit. */
    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
