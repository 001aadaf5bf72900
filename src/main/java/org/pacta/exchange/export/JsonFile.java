package org.pacta.exchange.export;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** An object of JSON: what the table is, then its rows, each an object with the names of the columns. */
final class JsonFile implements TableFile {

    private static final JsonMapper json = JsonMapper.shared();

    private final JsonGenerator generator;
    private List<String> columns = List.of();

    JsonFile(OutputStream out, Map<String, String> about) {
        this.generator = json.createGenerator(out);
        generator.writeStartObject();
        generator.writePOJOProperty("about", about);
    }

    @Override
    public void head(List<String> columns) {
        this.columns = columns;
        generator.writeName("rows");
        generator.writeStartArray();
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        generator.writeStartObject();
        for (int i = 0; i < cells.size(); i++) {
            generator.writePOJOProperty(columns.get(i), cells.get(i));
        }
        generator.writeEndObject();
    }

    @Override
    public void close() {
        generator.writeEndArray();
        generator.writeEndObject();
        generator.close();
    }
}
