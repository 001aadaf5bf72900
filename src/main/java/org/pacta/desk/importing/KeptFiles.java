package org.pacta.desk.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The files of imports as they came, each once, by the SHA-256 of its bytes. */
@Repository
@Transactional
class KeptFiles {

    private static final int PART = 1_048_576;

    private final JdbcClient jdbc;

    KeptFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a file and answers its SHA-256 in hexadecimal. */
    String keep(InputStream content) throws IOException {
        Path copy = Files.createTempFile("pacta-import", "");
        try {
            MessageDigest digest = DigestUtils.getSha256Digest();
            long size = copy(content, copy, digest);
            String name = HexFormat.of().formatHex(digest.digest());
            int added = jdbc.sql(
                            "insert into import_file (sha256, size, kept_at) values (:name, :size, now()) on conflict do nothing")
                    .param("name", name)
                    .param("size", size)
                    .update();
            if (added > 0) {
                insert(name, copy);
            }
            return name;
        } finally {
            Files.delete(copy);
        }
    }

    private static long copy(InputStream content, Path copy, MessageDigest digest) throws IOException {
        long size = 0;
        try (OutputStream out = Files.newOutputStream(copy)) {
            byte[] piece = new byte[PART];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                digest.update(piece, 0, read);
                out.write(piece, 0, read);
                size += read;
            }
        }
        return size;
    }

    private void insert(String name, Path copy) throws IOException {
        try (InputStream in = Files.newInputStream(copy)) {
            int position = 0;
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                jdbc.sql("insert into import_file_part (sha256, position, content) values (:name, :position, :content)")
                        .param("name", name)
                        .param("position", position++)
                        .param("content", part)
                        .update();
            }
        }
    }

    /** Has something be done with a copy of a file on the disk, which is gone afterwards. */
    @Transactional(readOnly = true)
    <T> T with(String sha256, Function<Path, T> work) {
        try {
            Path copy = Files.createTempFile("pacta-import", "");
            try {
                try (OutputStream out = Files.newOutputStream(copy)) {
                    int parts = jdbc.sql("select count(*) from import_file_part where sha256 = :name")
                            .param("name", sha256)
                            .query(Integer.class)
                            .single();
                    for (int i = 0; i < parts; i++) {
                        out.write(jdbc.sql(
                                        "select content from import_file_part where sha256 = :name and position = :position")
                                .param("name", sha256)
                                .param("position", i)
                                .query(byte[].class)
                                .single());
                    }
                }
                return work.apply(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
