package org.pacta.reader.indexing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.pacta.platform.form.RecordKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Where the index lies, with a note of the code that wrote it, of the database it was read from and of the newest revision that is surely
 * in it. An index that cannot be read, has no note or is of other code or of another database is thrown away when the application starts.
 */
final class IndexDirectory implements IndexNote {

    private static final Logger log = LoggerFactory.getLogger(IndexDirectory.class);

    private final Path path;
    private final Path note;
    private final String database;

    /**
     * The index in a data directory.
     *
     * @param database what tells the database from all others
     */
    IndexDirectory(Path dataDirectory, String database) {
        this.path = dataDirectory.resolve("search");
        this.note = path.resolve("note.properties");
        this.database = database;
    }

    /** Makes sure that what lies here can be opened, by throwing away what cannot. */
    void prepare() {
        try {
            if (Files.exists(path) && !isReadable()) {
                FileSystemUtils.deleteRecursively(path);
            }
            Files.createDirectories(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public OptionalLong noted() {
        Properties noted = read();
        return noted.containsKey("revision")
                ? OptionalLong.of(Long.parseLong(noted.getProperty("revision")))
                : OptionalLong.empty();
    }

    /** Notes a revision for good: whole or not at all, whatever happens to the machine. */
    @Override
    public void note(long revision) {
        Properties noted = new Properties();
        noted.setProperty("mapping", IndexNote.mapping());
        noted.setProperty("database", database);
        noted.setProperty("revision", String.valueOf(revision));
        Path draft = path.resolve("note.new");
        try {
            try (Writer writer = Files.newBufferedWriter(draft)) {
                noted.store(writer, null);
            }
            try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void forget() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean isReadable() {
        Properties noted = read();
        if (!IndexNote.mapping().equals(noted.getProperty("mapping"))) {
            log.info("The search index was not finished or was written by another version");
            return false;
        }
        if (!database.equals(noted.getProperty("database"))) {
            log.info("The search index is that of another database");
            return false;
        }
        for (RecordKind kind : Searchable.KINDS) {
            try (FSDirectory directory = FSDirectory.open(path.resolve(kind.code()));
                    DirectoryReader reader = DirectoryReader.open(directory)) {
                log.debug("{} documents in {}", reader.numDocs(), directory);
            } catch (IOException | RuntimeException unreadable) {
                log.warn("The search index cannot be read: {}", unreadable.toString());
                return false;
            }
        }
        return true;
    }

    private Properties read() {
        Properties noted = new Properties();
        if (Files.exists(note)) {
            try (Reader reader = Files.newBufferedReader(note)) {
                noted.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                log.warn("The note beside the search index cannot be read: {}", unreadable.toString());
            }
        }
        return noted;
    }
}
