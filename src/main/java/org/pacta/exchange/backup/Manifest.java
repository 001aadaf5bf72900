package org.pacta.exchange.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds.
 *
 * @param schema version of the last migration
 * @param sequences last value of each that was used
 * @param files of documents, by their SHA-256
 * @param missing files that the database names and the store had not, or not with these bytes
 */
record Manifest(
        String pacta,
        Instant madeAt,
        String schema,
        List<Part> tables,
        Map<String, Long> sequences,
        List<String> files,
        List<String> missing) {

    static final String NAME = "manifest.json";

    /**
     * The rows of one table.
     *
     * @param sha256 of its text, in the format of COPY
     */
    record Part(String name, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** The entry of a file of a document. */
    static String file(String sha256) {
        return "documents/" + sha256;
    }

    long rows() {
        return tables.stream().mapToLong(Part::rows).sum();
    }
}
