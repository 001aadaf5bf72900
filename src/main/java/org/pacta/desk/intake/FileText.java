package org.pacta.desk.intake;

/** The text of a file. */
final class FileText {

    private FileText() {}

    static String of(String name, byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
}
