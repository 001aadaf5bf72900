package org.pacta.desk.translation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;

/**
 * Records with what they say in both languages.
 *
 * @param missing how many records of a kind lack one of the two, by kind
 * @param isMarked whether records of the kind say which title is a translation of the editors
 */
record TranslationView(
        TranslationFilter filter,
        RecordKind kind,
        Map<RecordKind, Long> missing,
        Slice<Row> slice,
        boolean isMarked,
        List<DraftQueries.Choice> councils) {

    /**
     * A record.
     *
     * @param path of the page that shows it
     * @param translated which title is ours; null where none is
     */
    public record Row(
            long id,
            Name name,
            @Nullable String path,
            @Nullable Integer ordinal,
            @Nullable String translated,
            List<Pair> pairs) {}

    /** What it says of one thing; empty where it says nothing. */
    public record Pair(String field, String text, String localField, String localText, boolean isLong) {}

    public Address page(int number) {
        return filter.page(number);
    }
}
