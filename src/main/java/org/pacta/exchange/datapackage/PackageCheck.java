package org.pacta.exchange.datapackage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** Reads a whole package against its own schema and the tables of the database before anything is written. */
class PackageCheck {

    private final DataPackage data;
    private final RegistryTables registry;
    private final Problems problems;

    PackageCheck(DataPackage data, RegistryTables registry) {
        this.data = data;
        this.registry = registry;
        this.problems = new Problems(data.location());
    }

    /**
     * The tables of the package, each after those it refers to.
     *
     * @throws MalformedPackageException when anything is wrong with the package, naming file, row and column
     */
    List<Table> tables() {
        checkDescriptor();
        problems.refuseIfAny();
        List<Table> tables = sorted();
        problems.refuseIfAny();
        Map<String, TableCheck> checked = new HashMap<>();
        for (Table table : tables) {
            TableCheck check = new TableCheck(table, problems, checked);
            checked.put(table.name(), check);
            check.read(data);
        }
        problems.refuseIfAny();
        return tables;
    }

    private void checkDescriptor() {
        DataPackage.Descriptor descriptor = data.descriptor();
        checkVersion(descriptor.schema());
        Set<String> names = new HashSet<>();
        for (Table table : descriptor.resources()) {
            if (!names.add(table.name())) {
                complain("the resource %s is there twice".formatted(table.name()));
            } else if (!registry.columns().containsKey(table.name())) {
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
            if (MigrationVersion.fromVersion(schema).compareTo(registry.version()) > 0) {
                complain("made for version %s of the tables, newer than this database with %s"
                        .formatted(schema, registry.version()));
            }
        } catch (FlywayException noVersion) {
            complain("pacta:schema is no version: " + schema);
        }
    }

    private void checkSchema(Table table) {
        for (Field field : table.fields()) {
            Field.Constraints rule = field.constraints();
            if (!registry.columns().get(table.name()).contains(field.name())) {
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
        for (List<String> key : table.uniqueKeys()) {
            if (!table.columns().containsAll(key)) {
                complain("the key %s of the table %s is not among its fields".formatted(key, table.name()));
            }
        }
        for (Table.ForeignKey key : table.foreignKeys()) {
            checkReference(table, key);
        }
    }

    private void checkReference(Table table, Table.ForeignKey key) {
        boolean resolved = data.descriptor().resources().stream()
                .filter(target -> table.target(key).equals(target.name()))
                .anyMatch(target -> target.schema() != null
                        && target.primaryKey().equals(key.reference().fields()));
        if (!resolved || !table.columns().containsAll(key.fields())) {
            complain("the foreign key %s of the table %s does not lead to the primary key of a resource"
                    .formatted(key.fields(), table.name()));
        }
    }

    private List<Table> sorted() {
        List<Table> sorted = new ArrayList<>();
        Set<String> done = new HashSet<>();
        List<Table> waiting = new ArrayList<>(data.descriptor().resources());
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
        problems.add(DataPackage.FILE + ": " + problem);
    }
}
