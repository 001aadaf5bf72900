package org.pacta.platform.reading;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;

/**
 * What a reader chose in a list, bound from the query string. Several values of one parameter are alternatives; one with a leading minus is
 * excluded. A list offers some of these parameters; a value it does not offer is refused.
 *
 * @param q words to find
 * @param council slugs
 * @param place slugs; a place includes those within it
 * @param from first year
 * @param to last year
 * @param focus slugs of focus areas
 * @param organisation ids
 * @param parties what is known of them
 * @param sort name of an order, with a leading minus for the reverse; null for the list's own
 * @param page from 1
 */
public record ListFilter(
        @Nullable String q,
        @Nullable List<String> council,
        @Nullable List<String> place,
        @Nullable List<String> kind,
        @Nullable List<String> status,
        @Nullable List<String> focus,
        @Nullable List<Long> organisation,
        @Nullable List<String> parties,
        @Nullable @Min(1) @Max(9999) Integer from,
        @Nullable @Min(1) @Max(9999) Integer to,
        @Nullable String sort,
        @Nullable @Min(1) Integer page) {

    /** The address of this view of the list at a path, without its page. */
    public Address address(String path) {
        return Address.of(path)
                .with("q", q == null ? null : q.strip())
                .with("council", council)
                .with("place", place)
                .with("kind", kind)
                .with("status", status)
                .with("focus", focus)
                .with("organisation", organisation)
                .with("parties", parties)
                .with("from", from)
                .with("to", to)
                .with("sort", sort);
    }

    public int number() {
        return Objects.requireNonNullElse(page, 1);
    }
}
