package org.pacta.exchange.export;

/** Makes texts fit for the formats they go into. */
final class Texts {

    private Texts() {}

    /** A text without the characters that XML 1.0 has no way to write. */
    static String forXml(String text) {
        return text.codePoints()
                .filter(letter -> letter >= 0x20 && !(letter >= 0xD800 && letter <= 0xDFFF) && letter < 0xFFFE
                        || letter > 0xFFFF
                        || letter == '\t'
                        || letter == '\n'
                        || letter == '\r')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
