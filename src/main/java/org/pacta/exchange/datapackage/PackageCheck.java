package org.pacta.exchange.datapackage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.pacta.exchange.dictionary.ColumnEntry;
import org.pacta.exchange.dictionary.Dictionary;
import org.pacta.exchange.dictionary.TableEntry;

/** Reads a whole package against its own schema and that of the database before anything is written. */
class PackageCheck {

    private final DataPackage data;
    private final MigrationVersion version;
    private final Map<String, TableEntry> registry;
    private final PackageFaults faults;

    PackageCheck(DataPackage data, Dictionary dictionary) {
        this.data = data;
        this.version = MigrationVersion.fromVersion(dictionary.version());
        this.registry = DataPackage.tables(dictionary).stream()
                .collect(Collectors.toMap(TableEntry::name, Function.identity()));
        this.faults = new PackageFaults(data.location());
    }

    /**
     * The tables of the package, each after those it refers to.
     *
     * @throws MalformedPackageException when anything is wrong with the package, naming file, row and column
     */
    List<Table> tables() {
        checkDescriptor();
        faults.refuseIfAny();
        List<Table> tables = data.descriptor().resources().stream()
                .map(table -> table.under(rules(table)))
                .toList();
        tables.forEach(table -> checkKeys(table, tables));
        faults.refuseIfAny();
        List<Table> sorted = sorted(tables);
        faults.refuseIfAny();
        readFiles(sorted);
        faults.refuseIfAny();
        return sorted;
    }

    private void readFiles(List<Table> tables) {
        Set<String> referredTo =
                tables.stream().flatMap(table -> table.otherTargets().stream()).collect(Collectors.toSet());
        Map<String, TableCheck> checked = new HashMap<>();
        for (Table table : tables) {
            TableCheck check = new TableCheck(table, rules(table), faults, checked);
            check.read(data);
            if (referredTo.contains(table.name())) {
                checked.put(table.name(), check);
            }
        }
    }

    private TableEntry rules(Table table) {
        return Objects.requireNonNull(registry.get(table.name()));
    }

    private void checkDescriptor() {
        checkVersion(data.descriptor().schema());
        Set<String> names = new HashSet<>();
        for (Table table : data.descriptor().resources()) {
            if (!names.add(table.name())) {
                complain("the resource %s is there twice".formatted(table.name()));
            } else if (!registry.containsKey(table.name())) {
                complain("the registry has no table %s".formatted(table.name()));
            } else if (!(table.name() + ".csv").equals(table.path())) {
                complain("the path of the resource %1$s must be %1$s.csv".formatted(table.name()));
            } else {
                checkSchema(table);
            }
        }
    }

    private void checkVersion(String schema) {
        try {
            if (MigrationVersion.fromVersion(schema).compareTo(version) > 0) {
                complain("made for version %s of the tables, newer than this database with %s"
                        .formatted(schema, version));
            }
        } catch (FlywayException noVersion) {
            complain("pacta:schema is no version: " + schema);
        }
    }

    private void checkSchema(Table table) {
        Set<String> columns =
                rules(table).carried().stream().map(ColumnEntry::name).collect(Collectors.toSet());
        for (Field field : table.fields()) {
            Field.Constraints rule = field.constraints();
            if (!columns.contains(field.name())) {
                complain("the table %s has no column %s".formatted(table.name(), field.name()));
            } else if (!Field.TYPES.contains(field.type())) {
                complain("the type of %s.%s must be one of %s, not %s"
                        .formatted(table.name(), field.name(), Field.TYPES, field.type()));
            } else if ((rule.minimum() != null || rule.maximum() != null) && !field.isNumeric()) {
                complain("%s.%s has a least or greatest value but is no number".formatted(table.name(), field.name()));
            }
        }
        if (new HashSet<>(table.columns()).size() < table.columns().size()) {
            complain("the table %s has a field twice".formatted(table.name()));
        }
    }

    private void checkKeys(Table table, List<Table> tables) {
        for (List<String> key : table.uniqueKeys()) {
            if (!table.columns().containsAll(key)) {
                complain("the key %s of the table %s is not among its fields".formatted(key, table.name()));
            }
        }
        for (Table.ForeignKey key : table.foreignKeys()) {
            boolean resolved = tables.stream()
                    .filter(target -> table.target(key).equals(target.name()))
                    .anyMatch(
                            target -> target.primaryKey().equals(key.reference().fields()));
            if (!resolved || !table.columns().containsAll(key.fields())) {
                complain("the foreign key %s of the table %s does not lead to the primary key of a resource"
                        .formatted(key.fields(), table.name()));
            }
        }
    }

    private List<Table> sorted(List<Table> tables) {
        List<Table> sorted = new ArrayList<>();
        Set<String> done = new HashSet<>();
        List<Table> waiting = new ArrayList<>(tables);
        while (!waiting.isEmpty()) {
            List<Table> ready = waiting.stream()
                    .filter(table -> done.containsAll(table.otherTargets()))
                    .toList();
            if (ready.isEmpty()) {
                complain("these tables refer to each other in a circle: "
                        + waiting.stream().map(Table::name).toList());
                return List.of();
            }
            sorted.addAll(ready);
            ready.forEach(table -> done.add(table.name()));
            waiting.removeAll(ready);
        }
        return sorted;
    }

    private void complain(String problem) {
        faults.add(DataPackage.FILE + ": " + problem);
    }
}
