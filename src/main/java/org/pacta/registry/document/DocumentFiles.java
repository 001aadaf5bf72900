package org.pacta.registry.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pacta.platform.storage.FileName;
import org.pacta.platform.storage.FileStore;
import org.pacta.platform.storage.FileStore.Kept;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in files that may become documents. */
@Component
public class DocumentFiles {

    /** Bytes of the largest file that is kept. */
    public static final long MOST = 50_000_000;

    private final FileStore store;
    private final JdbcClient jdbc;

    DocumentFiles(FileStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /** A file that is kept. */
    public record Held(String sha256, long size, String mediaType) {}

    /**
     * A file that was taken in.
     *
     * @param name without a path, tidy, ending as files of its kind do
     * @param hasText whether its kind may have one
     */
    public record Taken(String sha256, String name, boolean hasText) {}

    /** A file is not taken in, with the reason as the end of the key of a message. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }

        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Keeps a file; the store has it before a row tells of it.
     *
     * @param name as the browser sends it
     * @param account number of whoever hands it in
     * @throws Refused when it is empty, larger than {@value #MOST} bytes or of no kind that is kept
     * @throws org.pacta.platform.storage.StoreFailure when the store is away or full
     */
    public Taken take(Path file, String name, long account) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new Refused("empty");
        }
        if (size > MOST) {
            throw new Refused("large");
        }
        FileKind kind = FileKind.of(file).orElseThrow(() -> new Refused("kind"));
        Kept kept;
        try (InputStream content = Files.newInputStream(file)) {
            kept = store.keep(content);
        }
        jdbc.sql("""
                        insert into document_file (sha256, size, media_type, kept_by_id) values (:sha256, :size, :mediaType, :account)
                        on conflict do nothing
                        """)
                .param("sha256", kept.sha256())
                .param("size", kept.size())
                .param("mediaType", kind.mediaType())
                .param("account", account)
                .update();
        return new Taken(kept.sha256(), kind.named(FileName.tidy(name, "document")), kind.hasText());
    }

    /** Whether the text of a file was looked for already. */
    public boolean isRead(String sha256) {
        return jdbc.sql("select pages is not null or unread is not null from document_file where sha256 = :sha256")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    /** The files whose text has not been looked for, pictures apart. */
    public List<String> toRead() {
        return jdbc.sql(
                        "select sha256 from document_file where pages is null and unread is null and media_type not like 'image/%' order by kept_at")
                .query(String.class)
                .list();
    }

    /** Keeps the text of the pages of a file. */
    @Transactional
    public void keepText(String sha256, List<String> pages) {
        int added = jdbc.sql("update document_file set pages = :pages where sha256 = :sha256 and pages is null")
                .param("pages", pages.size())
                .param("sha256", sha256)
                .update();
        for (int i = 0; i < pages.size() && added > 0; i++) {
            jdbc.sql("insert into document_page (sha256, page, words) values (:sha256, :page, :words)")
                    .param("sha256", sha256)
                    .param("page", i + 1)
                    .param("words", pages.get(i))
                    .update();
        }
    }

    /** Keeps why the text of a file could not be read. */
    public void keepUnread(String sha256, String reason) {
        jdbc.sql("update document_file set unread = :reason where sha256 = :sha256")
                .param("reason", reason)
                .param("sha256", sha256)
                .update();
    }

    /** The file of this SHA-256, where one was taken in. */
    public Optional<Held> find(String sha256) {
        return jdbc.sql("select sha256, size, media_type from document_file where sha256 = :sha256")
                .param("sha256", sha256)
                .query(Held.class)
                .optional();
    }

    /** Its bytes, which do not exist where the store has lost them or is away. */
    public Resource content(String sha256) {
        return store.find(sha256);
    }
}
