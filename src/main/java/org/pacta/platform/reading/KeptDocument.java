package org.pacta.platform.reading;

import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;

/**
 * A kept file as the pages of what it belongs to list it.
 *
 * @param mediaType told by what is in it
 * @param size in bytes
 * @param pages as far as it has any and could be read
 * @param language as a BCP 47 tag
 */
public record KeptDocument(
        long id,
        String name,
        String kind,
        @Nullable String language,
        String mediaType,
        long size,
        String sha256,
        @Nullable Integer pages,
        @Nullable PartialDate retrievedOn,
        @Nullable String note) {

    private static final long KILOBYTE = 1_000;

    /** An SQL expression for the documents of a record, as {@link Columns#list} reads them: those of the row called as its table is. */
    public static String of(String table) {
        return """
                (select json_agg(json_build_object('id', id, 'name', name, 'kind', kind, 'language', language, 'mediaType', media_type, 'size', size,
                    'sha256', sha256, 'pages', pages, 'retrievedOn', retrieved_on, 'note', note) order by id) from document_line document where document.%1$s_id = %1$s.id)""".formatted(table);
    }

    /** Whether its pages can be drawn. */
    public boolean isPdf() {
        return mediaType.equals("application/pdf");
    }

    /** Its size in thousands of bytes, rounded, at least one. */
    public long kilobytes() {
        return Math.max(1, Math.round((double) size / KILOBYTE));
    }
}
