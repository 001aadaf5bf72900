package org.pacta.reader.passage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Marked;

/**
 * A page of a document on which what was looked for stands.
 *
 * @param pages of the document
 * @param excerpt some of its words, those looked for marked
 */
record FoundPassage(
        long id, String name, String kind, @Nullable String language, int page, int pages, List<Marked.Part> excerpt) {}
