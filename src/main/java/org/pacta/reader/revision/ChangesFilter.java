package org.pacta.reader.revision;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.WallClock;

/**
 * Which changes somebody asks for, bound from the query string.
 *
 * @param from the first day
 * @param to the last day
 * @param kind of record that was changed
 * @param council slug; its own record, meetings, agreements, projects and statements
 * @param page from 1
 */
record ChangesFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable RecordKind kind,
        @Nullable String council,
        @Nullable @Min(1) @Max(1_000_000) Integer page) {

    ChangesFilter {
        from = WallClock.known(from);
        to = WallClock.known(to);
        council = council == null || council.isBlank() ? null : council;
    }

    /** All of them, page by page. */
    static ChangesFilter all(int page) {
        return new ChangesFilter(null, null, null, null, page);
    }

    int number() {
        return page == null ? 1 : page;
    }

    public boolean isNarrowed() {
        return from != null || to != null || kind != null || council != null;
    }

    /** The address of a page of these changes. */
    public Address on(long page) {
        return Address.of("/changes")
                .with("from", from)
                .with("to", to)
                .with("kind", kind == null ? null : kind.name().toLowerCase(Locale.ROOT))
                .with("council", council)
                .with("page", page == 1 ? null : page);
    }

    /** The feed of exactly these changes, null where there is none. */
    public @Nullable String feed() {
        if (from != null || to != null || kind != null) {
            return null;
        }
        return council == null ? "/changes.atom" : "/councils/" + council + "/changes.atom";
    }
}
