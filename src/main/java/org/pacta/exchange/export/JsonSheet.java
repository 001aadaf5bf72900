package org.pacta.exchange.export;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object: what the view is, the names of the columns, and the rows as objects. */
class JsonSheet implements Sheet {

    private static final JsonMapper mapper = JsonMapper.builder().build();

    private final List<String> columns;
    private final JsonGenerator json;

    JsonSheet(About about, List<String> columns, OutputStream out) {
        this.columns = columns;
        json = mapper.createGenerator(out, JsonEncoding.UTF8);
        json.writeStartObject();
        about.said().forEach(json::writePOJOProperty);
        json.writePOJOProperty("columns", columns);
        json.writeArrayPropertyStart("rows");
    }

    /** The head alone, for the file that lies beside a CSV file. */
    static byte[] head(About about, List<String> columns) {
        java.util.Map<String, Object> head = new java.util.LinkedHashMap<>(about.said());
        head.put("columns", columns);
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(head);
    }

    @Override
    public void row(List<@Nullable Object> values) {
        json.writeRaw('\n');
        json.writeStartObject();
        for (int column = 0; column < columns.size(); column++) {
            json.writePOJOProperty(columns.get(column), values.get(column));
        }
        json.writeEndObject();
    }

    @Override
    public void end() {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
