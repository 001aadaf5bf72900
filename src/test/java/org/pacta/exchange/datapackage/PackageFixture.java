package org.pacta.exchange.datapackage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** A small package in a directory: Shanghai, listed before the country it lies in, and the source of its name. */
class PackageFixture {

    private static final String SOURCES = """
            id,title,language,kind,read_in_full,url,withdrawn_on,withdrawal_reason,published_on
            1,"Press release, with a comma",en,press_release,true,https://example.org/1,,,2024-11
            4,"A title
            on two lines",zh,news_article,false,"",2026-02-03T04:05:06Z,Printed by mistake,
            """;
    private static final String PLACES = """
            id,slug,name,kind,parent_id
            7,shanghai,Shanghai,municipality,9
            9,china,China,country,
            112,singapore,Singapore,country,
            """;
    private static final String CITATIONS = """
            id,place_id,source_id,field,preferred
            3,7,4,name,false
            """;
    private static final String DESCRIPTOR = """
            {"name": "shanghai", "version": "1.2.0", "pacta:schema": "001", "resources": [
                {"name": "place_citation", "path": "place_citation.csv", "pacta:rows": 1, "schema": {
                    "fields": [
                        {"name": "id", "type": "integer", "constraints": {"required": true}},
                        {"name": "place_id", "type": "integer"},
                        {"name": "source_id", "type": "integer"},
                        {"name": "field", "type": "string", "constraints": {"maxLength": 10}},
                        {"name": "preferred", "type": "boolean"}],
                    "primaryKey": "id",
                    "foreignKeys": [
                        {"fields": "place_id", "reference": {"resource": "place", "fields": "id"}},
                        {"fields": ["source_id"], "reference": {"resource": "source", "fields": ["id"]}}]}},
                {"name": "place", "path": "place.csv", "bytes": %d, "hash": "sha256:%s", "schema": {
                    "fields": [
                        {"name": "id", "type": "integer", "constraints": {"required": true, "minimum": 1}},
                        {"name": "slug", "type": "string", "constraints": {"unique": true, "pattern": "[a-z-]+"}},
                        {"name": "name", "type": "string", "constraints": {"required": true}},
                        {"name": "kind", "type": "string", "constraints": {"enum": ["country", "municipality"]}},
                        {"name": "parent_id", "type": "integer"}],
                    "primaryKey": ["id"],
                    "foreignKeys": [{"fields": ["parent_id"], "reference": {"fields": ["id"]}}]}},
                {"name": "source", "path": "source.csv", "schema": {
                    "fields": [
                        {"name": "id", "type": "integer"},
                        {"name": "title", "type": "string"},
                        {"name": "language", "type": "string"},
                        {"name": "kind", "type": "string"},
                        {"name": "read_in_full", "type": "boolean"},
                        {"name": "url", "type": "string"},
                        {"name": "withdrawn_on", "type": "datetime"},
                        {"name": "withdrawal_reason", "type": "string"},
                        {"name": "published_on", "type": "string"}],
                    "primaryKey": ["id"]}}]}
            """;

    private final Path directory;

    private PackageFixture(Path directory) {
        this.directory = directory;
    }

    static PackageFixture shanghai(Path directory) throws IOException {
        Files.writeString(directory.resolve("source.csv"), SOURCES);
        Files.writeString(directory.resolve("place.csv"), PLACES);
        Files.writeString(directory.resolve("place_citation.csv"), CITATIONS);
        Files.writeString(directory.resolve("datapackage.json"), DESCRIPTOR.formatted(PLACES.length(), sha256(PLACES)));
        return new PackageFixture(directory);
    }

    /** Changes a file and, as an honest editor does, the size and hash that the descriptor gives for it. */
    PackageFixture edit(String file, String text, String replacement) throws IOException {
        String before = Files.readString(directory.resolve(file));
        tamper(file, text, replacement);
        String after = Files.readString(directory.resolve(file));
        String descriptor = Files.readString(directory.resolve("datapackage.json"));
        Files.writeString(
                directory.resolve("datapackage.json"),
                descriptor
                        .replace("\"bytes\": " + before.length(), "\"bytes\": " + after.length())
                        .replace(sha256(before), sha256(after)));
        return this;
    }

    /** Changes a file and nothing else. */
    PackageFixture tamper(String file, String text, String replacement) throws IOException {
        String before = Files.readString(directory.resolve(file));
        if (!before.contains(text)) {
            throw new IllegalArgumentException("%s holds no %s".formatted(file, text));
        }
        Files.writeString(directory.resolve(file), before.replace(text, replacement));
        return this;
    }

    PackageFixture without(String file) throws IOException {
        Files.delete(directory.resolve(file));
        return this;
    }

    Resource descriptor() {
        return new FileSystemResource(directory.resolve("datapackage.json"));
    }

    /** The same package as a zip file beside its files. */
    Path zipped() throws IOException {
        Path file = directory.resolve("pacta.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : List.of("source.csv", "place.csv", "place_citation.csv", "datapackage.json")) {
                if (Files.exists(directory.resolve(name))) {
                    zip.putNextEntry(new ZipEntry(name));
                    Files.copy(directory.resolve(name), zip);
                }
            }
        }
        return file;
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
