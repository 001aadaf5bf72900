package org.pacta.exchange.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that takes a table row by row and keeps none of it. */
interface TableFile extends AutoCloseable {

    /** The names of the columns, first of all. */
    void head(List<String> columns) throws IOException;

    /** One row: texts, numbers, truth values, or null. */
    void row(List<@Nullable Object> cells) throws IOException;

    /** Ends the file. */
    @Override
    void close() throws IOException;
}
