package org.pacta.exchange.datapackage;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.pacta.exchange.dictionary.ColumnEntry;
import org.pacta.exchange.dictionary.TableEntry;
import org.springframework.core.io.Resource;

/** Reads the file of one table, and remembers its keys for the tables that refer to it. */
class TableCheck {

    private record Pointer(long row, Table.ForeignKey key, List<String> values) {}

    private final Table table;
    private final List<Field> rules;
    private final PackageFaults faults;
    private final Map<String, TableCheck> checked;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<List<String>, Map<List<String>, Long>> rowsByKey = new HashMap<>();
    private final List<Pointer> pointersToSelf = new ArrayList<>();

    /**
     * Checks a table against what it says of itself and against the rules of the database.
     *
     * @param checked the tables read so far, by name; those this one refers to are among them
     */
    TableCheck(Table table, TableEntry rules, PackageFaults faults, Map<String, TableCheck> checked) {
        this.table = table;
        Map<String, Field> byColumn = rules.carried().stream()
                .collect(Collectors.toMap(ColumnEntry::name, column -> Field.of(column, false)));
        this.rules = table.columns().stream().map(byColumn::get).toList();
        this.faults = faults;
        this.checked = checked;
        table.columns().forEach(column -> positions.put(column, positions.size()));
        table.uniqueKeys().forEach(key -> rowsByKey.put(key, new HashMap<>()));
    }

    void read(DataPackage data) {
        try {
            Resource file = data.file(table);
            if (!file.exists()) {
                faults.add(table, "missing");
                return;
            }
            checkBytes(file);
            readRows(file);
        } catch (CsvParseException e) {
            faults.add(table, "is no CSV: " + e.getMessage());
        } catch (IOException e) {
            faults.add(table, "cannot be read as UTF-8 (%s)".formatted(e.getMessage()));
        }
    }

    private void checkBytes(Resource file) throws IOException {
        try (DigestInputStream content = new DigestInputStream(file.getInputStream(), DigestUtils.getSha256Digest())) {
            long bytes = content.transferTo(OutputStream.nullOutputStream());
            if (table.bytes() != null && table.bytes() != bytes) {
                faults.add(table, "has %d bytes, not %d".formatted(bytes, table.bytes()));
            }
            String hash = "sha256:"
                    + HexFormat.of().formatHex(content.getMessageDigest().digest());
            if (table.hash() != null && !table.hash().equalsIgnoreCase(hash)) {
                faults.add(table, "has been changed: its hash is %s, not %s".formatted(hash, table.hash()));
            }
        }
    }

    private void readRows(Resource file) throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8.newDecoder()))) {
            long row = 0;
            for (CsvRecord csv : records) {
                row++;
                if (row > 1) {
                    checkRow(row, csv.getFields());
                } else if (!hasHeader(csv.getFields())) {
                    return;
                }
            }
            if (row == 0) {
                faults.add(table, 1, table.columns().get(0), "the header is missing");
            } else if (table.rows() != null && table.rows() != row - 1) {
                faults.add(table, "has %d rows, not %d".formatted(row - 1, table.rows()));
            }
            pointersToSelf.forEach(this::follow);
            forgetAllButPrimaryKey();
        }
    }

    /** Of a large registry the other keys need not be remembered. */
    private void forgetAllButPrimaryKey() {
        rowsByKey.keySet().retainAll(Set.of(table.primaryKey()));
        pointersToSelf.clear();
    }

    private boolean hasHeader(List<String> header) {
        List<String> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            String heading = i < header.size() ? header.get(i) : "";
            if (!columns.get(i).equals(heading)) {
                faults.add(table, 1, columns.get(i), "the header says “%s” here".formatted(heading));
                return false;
            }
        }
        if (header.size() > columns.size()) {
            faults.add(table, 1, header.get(columns.size()), "the schema has no such field");
        }
        return header.size() == columns.size();
    }

    private void checkRow(long row, List<String> values) {
        List<Field> fields = table.fields();
        if (values.size() < fields.size()) {
            faults.add(table, row, fields.get(values.size()).name(), "the row ends before it");
            return;
        }
        if (values.size() > fields.size()) {
            String last = fields.get(fields.size() - 1).name();
            faults.add(table, row, last, "%d values follow it".formatted(values.size() - fields.size()));
            return;
        }
        for (int i = 0; i < fields.size(); i++) {
            String value = values.get(i);
            Field field = fields.get(i);
            Field rule = rules.get(i);
            field.fault(value)
                    .or(() -> rule.fault(value))
                    .ifPresent(fault -> faults.add(table, row, field.name(), fault));
        }
        rowsByKey.forEach((key, rows) -> checkUnique(row, key, rows, pick(key, values)));
        for (Table.ForeignKey key : table.foreignKeys()) {
            Pointer pointer = new Pointer(row, key, pick(key.fields(), values));
            if (table.target(key).equals(table.name())) {
                pointersToSelf.add(pointer);
            } else {
                follow(pointer);
            }
        }
    }

    private void checkUnique(long row, List<String> key, Map<List<String>, Long> rows, List<String> values) {
        if (key.equals(table.primaryKey()) || !values.contains("")) {
            Long earlier = rows.putIfAbsent(values, row);
            if (earlier != null) {
                faults.add(
                        table,
                        row,
                        String.join(", ", key),
                        "%s is already in row %d".formatted(String.join(", ", values), earlier));
            }
        }
    }

    /** As in SQL, a key with an empty part leads nowhere and is no fault. */
    private void follow(Pointer pointer) {
        String target = table.target(pointer.key);
        TableCheck other = target.equals(table.name()) ? this : Objects.requireNonNull(checked.get(target));
        if (!pointer.values.contains("") && !other.hasPrimaryKey(pointer.values)) {
            faults.add(
                    table,
                    pointer.row,
                    String.join(", ", pointer.key.fields()),
                    "there is no %s %s".formatted(target, String.join(", ", pointer.values)));
        }
    }

    private boolean hasPrimaryKey(List<String> values) {
        return Objects.requireNonNull(rowsByKey.get(table.primaryKey())).containsKey(values);
    }

    private List<String> pick(List<String> columns, List<String> values) {
        return columns.stream()
                .map(column -> values.get(Objects.requireNonNull(positions.get(column))))
                .toList();
    }
}
