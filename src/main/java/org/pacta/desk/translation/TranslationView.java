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
 */
record TranslationView(
        TranslationFilter filter,
        RecordKind kind,
        Map<RecordKind, Long> missing,
        Slice<Row> slice,
        List<DraftQueries.Choice> councils) {

    /**
     * A record.
     *
     * @param path of the page that shows it
     */
    public record Row(
            long id,
            Name name,
            @Nullable String path,
            @Nullable Integer ordinal,
            List<Pair> pairs) {}

    /**
     * What it says of one thing; empty where it says nothing.
     *
     * @param mark the field that says which of the two is ours; null where none does
     * @param translated which of the two is ours; null where neither is
     */
    public record Pair(
            String field,
            String text,
            String localField,
            String localText,
            boolean isLong,
            @Nullable String mark,
            @Nullable String translated) {}

    public Address page(int number) {
        return filter.page(number);
    }
}
