package org.pacta.exchange.datapackage;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pacta.platform.storage.FileStore;
import org.pacta.platform.storage.StoreFailure;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of documents in a package, each under its SHA-256. A package may be without them, or without some. */
@Component
class PackagedFiles {

    private static final String FOLDER = "documents/";

    private final FileStore store;
    private final JdbcClient database;

    PackagedFiles(FileStore store, JdbcClient database) {
        this.store = store;
        this.database = database;
    }

    private record Document(String sha256, long size, String mediaType) {}

    /**
     * Writes those that the store has.
     *
     * @param documents what to select them from, a name of ours
     * @return their paths
     */
    List<String> write(String documents, ZipOutputStream zip, Function<String, ZipEntry> entry) throws IOException {
        List<String> paths = new ArrayList<>();
        for (Document document : all(documents)) {
            Resource file = store.find(document.sha256);
            if (file.exists()) {
                String path = FOLDER + document.sha256;
                zip.putNextEntry(entry.apply(path));
                try (InputStream content = file.getInputStream()) {
                    content.transferTo(zip);
                }
                zip.closeEntry();
                paths.add(path);
            }
        }
        return paths;
    }

    private List<Document> all(String documents) {
        return database.sql("select distinct sha256, size, media_type from %s order by sha256".formatted(documents))
                .query(Document.class)
                .list();
    }

    /** Keeps the files that a package has of the documents that were loaded from it; refuses one that is another than it is called. */
    void load(DataPackage data) throws IOException {
        for (Document document : all("document")) {
            Resource file = data.location().createRelative(FOLDER + document.sha256);
            if (file.exists()) {
                keep(data, document, file);
            }
        }
    }

    private void keep(DataPackage data, Document document, Resource file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            if (!store.keep(content).sha256().equals(document.sha256)) {
                throw new MalformedPackageException(
                        data.location(), "%s%s: has been changed".formatted(FOLDER, document.sha256));
            }
        } catch (StoreFailure failed) {
            throw new MalformedPackageException(
                    data.location(), "%s%s: %s".formatted(FOLDER, document.sha256, failed.getMessage()));
        }
        database.sql("""
                        insert into document_file (sha256, size, media_type) values (:sha256, :size, :mediaType) on conflict do nothing
                        """)
                .param("sha256", document.sha256)
                .param("size", document.size)
                .param("mediaType", document.mediaType)
                .update();
    }
}
