package org.pacta.exchange.datapackage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pacta.exchange.dictionary.ColumnEntry;
import org.pacta.exchange.dictionary.TableEntry;
import org.pacta.platform.history.Snapshots.Snapshot;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Words the descriptor of a package: its licence, its files, and the types, rules and keys of their columns. */
final class PackageDescription {

    private static final String STANDARD = "https://datapackage.org/profiles/2.0/";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A line for each column. */
    private static final PrettyPrinter LINES =
            new DefaultPrettyPrinter().withObjectIndenter(new Shallow(4)).withArrayIndenter(new Shallow(5));

    private PackageDescription() {}

    /** A file of the package as it was written. */
    record File(TableEntry table, long bytes, String hash, long rows) {}

    /** @param documents paths of the files of documents that are in it */
    static byte[] json(Snapshot snapshot, String version, List<File> files, List<String> documents) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("$schema", STANDARD + "datapackage.json");
        json.put("name", "pacta");
        json.put("title", "Pacta: the registry of bilateral cooperation agreements");
        json.put(
                "description",
                "Councils between places, their meetings, agreements, projects and announced numbers, each with the sources that support it.");
        json.put("version", "1.0." + snapshot.revision());
        json.put("created", snapshot.madeAt().toString());
        json.put("pacta:schema", version);
        json.put("pacta:revision", snapshot.revision());
        json.put("pacta:snapshot", snapshot.name());
        json.put(
                "licenses",
                List.of(ordered(
                        "name", "CC-BY-4.0",
                        "title", "Creative Commons Attribution 4.0 International",
                        "path", "https://creativecommons.org/licenses/by/4.0/")));
        json.put(
                "sources",
                List.of(ordered(
                        "title", "Press releases, articles and official pages, one per row of source.csv",
                        "path", "source.csv")));
        json.put("resources", files.stream().map(PackageDescription::resource).toList());
        if (!documents.isEmpty()) {
            json.put("pacta:documents", documents);
        }
        return JSON.writer().with(LINES).writeValueAsBytes(json);
    }

    private static Map<String, Object> resource(File file) {
        Map<String, Object> json = ordered("name", file.table.name(), "type", "table");
        json.put("description", file.table.meaning().text());
        json.putAll(ordered(
                "path", file.table.name() + ".csv", "format", "csv", "mediatype", "text/csv", "encoding", "utf-8"));
        json.put("dialect", dialect());
        json.put("bytes", file.bytes);
        json.put("hash", file.hash);
        json.put("pacta:rows", file.rows);
        json.put("schema", schema(file.table));
        return json;
    }

    private static Map<String, Object> dialect() {
        Map<String, Object> json = ordered("$schema", STANDARD + "tabledialect.json", "delimiter", ",");
        json.putAll(ordered("quoteChar", "\"", "doubleQuote", true, "lineTerminator", "\n", "header", true));
        return json;
    }

    private static Map<String, Object> schema(TableEntry table) {
        Map<String, Object> json = ordered("$schema", STANDARD + "tableschema.json");
        json.put(
                "fields",
                table.carried().stream().map(column -> field(table, column)).toList());
        json.put("missingValues", List.of(""));
        json.put("primaryKey", table.primaryKey());
        List<List<String>> unique =
                table.uniqueKeys().stream().filter(key -> key.size() > 1).toList();
        if (!unique.isEmpty()) {
            json.put("uniqueKeys", unique);
        }
        if (!table.foreignKeys().isEmpty()) {
            json.put(
                    "foreignKeys",
                    table.foreignKeys().stream()
                            .map(key -> ordered("fields", key.columns(), "reference", reference(table, key)))
                            .toList());
        }
        return json;
    }

    /** A table that refers to itself names no resource. */
    private static Map<String, Object> reference(TableEntry table, TableEntry.ForeignKey key) {
        String resource = key.table().equals(table.name()) ? "" : key.table();
        return ordered("resource", resource, "fields", key.target());
    }

    private static Map<String, Object> field(TableEntry table, ColumnEntry column) {
        Field field = Field.of(column, table.uniqueKeys().contains(List.of(column.name())));
        Map<String, Object> json = ordered("name", field.name(), "type", field.type());
        json.put("description", column.meaning().text());
        Map<String, Object> constraints = constraints(field.constraints());
        if (!constraints.isEmpty()) {
            json.put("constraints", constraints);
        }
        return json;
    }

    private static Map<String, Object> constraints(Field.Constraints rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("required", rule.required() ? true : null);
        json.put("unique", rule.unique() ? true : null);
        json.put("enum", rule.choices());
        json.put("pattern", rule.pattern() == null ? null : rule.pattern().pattern());
        json.put("minimum", rule.minimum());
        json.put("maximum", rule.maximum());
        json.put("maxLength", rule.maxLength());
        json.values().removeIf(value -> value == null);
        return json;
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return json;
    }

    /** Breaks lines as far down as this. */
    private static final class Shallow extends DefaultIndenter {

        private final int depth;

        Shallow(int depth) {
            super("  ", "\n");
            this.depth = depth;
        }

        @Override
        public void writeIndentation(JsonGenerator json, int level) {
            if (level <= depth) {
                super.writeIndentation(json, level);
            } else {
                json.writeRaw(' ');
            }
        }
    }
}
