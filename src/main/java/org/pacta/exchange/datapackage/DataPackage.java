package org.pacta.exchange.datapackage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A Data Package of the registry: what its descriptor says, and where its files lie. */
record DataPackage(Resource location, Descriptor descriptor) {

    static final String FILE = "datapackage.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

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

    static DataPackage read(Resource location) {
        if (!location.exists()) {
            throw new MalformedPackageException(location, "%s: missing".formatted(FILE));
        }
        try (InputStream json = location.getInputStream()) {
            Descriptor descriptor = JSON.readValue(json, Descriptor.class);
            return new DataPackage(location, descriptor);
        } catch (JacksonException e) {
            throw new MalformedPackageException(
                    location,
                    "%s, line %d: %s"
                            .formatted(
                                    FILE,
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getLineNr(),
                                    e.getOriginalMessage()));
        } catch (IOException e) {
            throw new MalformedPackageException(location, "%s: cannot be read (%s)".formatted(FILE, e.getMessage()));
        }
    }

    Resource file(Table table) throws IOException {
        return location.createRelative(table.path());
    }

    String title() {
        return descriptor.name + " " + descriptor.version;
    }
}
