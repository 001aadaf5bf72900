package org.pacta.platform.reading;

import java.util.List;

/**
 * One page of a list.
 *
 * @param number of this page, from 1
 * @param size rows on a full page
 * @param total rows on all pages
 */
public record Slice<T>(List<T> rows, int number, int size, long total) {

    /** One page of rows that are all at hand. */
    public static <T> Slice<T> of(List<T> all, int number, int size) {
        int from = (int) Math.min(all.size(), (number - 1L) * size);
        return new Slice<>(all.subList(from, Math.min(all.size(), from + size)), number, size, all.size());
    }

    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    public long first() {
        return (number - 1L) * size + 1;
    }

    public long last() {
        return first() + rows.size() - 1;
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < pages();
    }
}
