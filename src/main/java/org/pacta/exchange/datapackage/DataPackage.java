package org.pacta.exchange.datapackage;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.pacta.exchange.dictionary.Dictionary;
import org.pacta.exchange.dictionary.TableEntry;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A Data Package of the registry: what its descriptor says, and where its files lie. */
record DataPackage(Resource location, Descriptor descriptor) {

    static final String FILE = "datapackage.json";

    /** The table of the records of which a package holds no more than that they were withdrawn. */
    static final String WITHDRAWN = "withdrawn";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** A part of a descriptor that may be neither absent nor null, and holds no null. */
    @JacksonAnnotationsInside
    @JsonProperty(required = true)
    @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Required {}

    /**
     * The part of a descriptor that Pacta reads.
     *
     * @param schema the newest migration of the database the package was made for, such as "014"
     */
    record Descriptor(
            @Required String name,
            @Required String version,

            @Required @JsonProperty(value = "pacta:schema", required = true)
            String schema,

            @Required List<Table> resources) {}

    /** The tables of a package, each after those it refers to. */
    static List<TableEntry> tables(Dictionary dictionary) {
        return Stream.concat(
                        dictionary.registry().stream(),
                        dictionary.tables().stream()
                                .filter(table -> table.name().equals(WITHDRAWN)))
                .toList();
    }

    private static Resource descriptorIn(Resource place) throws IOException {
        if (FILE.equals(place.getFilename())) {
            return place;
        }
        if (Files.isDirectory(place.getFilePath())) {
            return new FileSystemResource(place.getFilePath().resolve(FILE));
        }
        try (ZipFile zip = new ZipFile(place.getFile())) {
            ZipEntry descriptor = zip.getEntry(FILE);
            if (descriptor != null && checkSum(zip, descriptor) != descriptor.getCrc()) {
                throw new MalformedPackageException(place, "%s: has been changed".formatted(FILE));
            }
        }
        UrlResource inZip = new UrlResource(URI.create("jar:%s!/%s".formatted(place.getURI(), FILE)));
        inZip.setUseCaches(false);
        return inZip;
    }

    /** The other files have hashes in the descriptor; of the descriptor itself only the zip file knows what it was. */
    private static long checkSum(ZipFile zip, ZipEntry entry) throws IOException {
        try (CheckedInputStream content = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            content.transferTo(OutputStream.nullOutputStream());
            return content.getChecksum().getValue();
        }
    }

    /**
     * Reads what a package says of itself.
     *
     * @param place the descriptor, with the files beside it, or the directory or zip file that holds them all
     */
    static DataPackage read(Resource place) {
        try {
            Resource location = descriptorIn(place);
            if (!location.exists()) {
                throw new MalformedPackageException(place, "%s: missing".formatted(FILE));
            }
            try (InputStream json = location.getInputStream()) {
                return new DataPackage(location, JSON.readValue(json, Descriptor.class));
            }
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new MalformedPackageException(place, "%s, line %d: %s".formatted(FILE, line, e.getOriginalMessage()));
        } catch (NoSuchFileException e) {
            throw new MalformedPackageException(place, "there is no such file");
        } catch (ZipException e) {
            throw new MalformedPackageException(place, "is no whole zip file (%s)".formatted(e.getMessage()));
        } catch (IOException e) {
            throw new MalformedPackageException(place, "%s: cannot be read (%s)".formatted(FILE, e.getMessage()));
        }
    }

    Resource file(Table table) throws IOException {
        return location.createRelative(table.path());
    }

    String title() {
        return descriptor.name + " " + descriptor.version;
    }
}
