package org.pacta.exchange.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** Writes rows to a sheet in another thread, some behind those that are read, so that the database need not wait for a file to be written. */
class WriteBehind {

    private static final int BATCH = 500;

    private final Sheet sheet;
    private final @Nullable LocaleContext reader = LocaleContextHolder.getLocaleContext();
    private List<List<@Nullable Object>> batch = new ArrayList<>();
    private CompletableFuture<?> writing = CompletableFuture.completedFuture(null);

    WriteBehind(Sheet sheet) {
        this.sheet = sheet;
    }

    /**
     * Takes one row.
     *
     * @throws UncheckedIOException if those before it could not be written
     */
    void row(List<@Nullable Object> values) {
        batch.add(values);
        if (batch.size() == BATCH) {
            hand();
        }
    }

    /** Writes what is left, when all before it is written. */
    void await() {
        written();
        write(batch);
    }

    private void hand() {
        written();
        List<List<@Nullable Object>> rows = batch;
        batch = new ArrayList<>();
        // A thread of its own: a slow reader of one file must not hold up another.
        writing = CompletableFuture.runAsync(
                () -> {
                    LocaleContextHolder.setLocaleContext(reader);
                    write(rows);
                },
                task -> new Thread(task, "export").start());
    }

    private void written() {
        try {
            writing.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void write(List<List<@Nullable Object>> rows) {
        try {
            for (List<@Nullable Object> row : rows) {
                sheet.row(row);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
