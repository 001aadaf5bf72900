package org.pacta.exchange.datapackage;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.exchange.datapackage.DataPackage.Required;
import org.pacta.exchange.dictionary.TableEntry;

/**
 * A table of the registry as a resource of a package.
 *
 * @param hash "sha256:" and the digest of the file in hexadecimal
 * @param rows the number of records, the header not counted
 */
record Table(
        @Required String name,
        @Required String path,
        @Nullable Long bytes,
        @Nullable String hash,
        @JsonProperty("pacta:rows") @Nullable Long rows,
        @Required Schema schema) {

    record Schema(
            @Required List<Field> fields,

            @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> primaryKey,

            @Nullable List<List<String>> uniqueKeys,
            @Nullable List<ForeignKey> foreignKeys) {}

    record ForeignKey(
            @Required @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<String> fields,

            @Required Reference reference) {}

    record Reference(
            @Nullable String resource,

            @Required @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<String> fields) {}

    List<Field> fields() {
        return schema.fields;
    }

    List<String> columns() {
        return schema.fields.stream().map(Field::name).toList();
    }

    List<String> primaryKey() {
        return schema.primaryKey == null ? List.of() : schema.primaryKey;
    }

    /** The columns, alone or together, that hold no value twice; the primary key first. */
    List<List<String>> uniqueKeys() {
        List<List<String>> keys = new ArrayList<>();
        if (schema.primaryKey != null) {
            keys.add(schema.primaryKey);
        }
        if (schema.uniqueKeys != null) {
            keys.addAll(schema.uniqueKeys);
        }
        schema.fields.stream()
                .filter(field -> field.constraints().unique())
                .map(field -> List.of(field.name()))
                .forEach(keys::add);
        return keys.stream().distinct().toList();
    }

    /** The same table, held to the keys of the database beside its own: a package cannot loosen them. */
    Table under(TableEntry rules) {
        List<List<String>> unique = Stream.concat(uniqueKeys().stream(), rules.uniqueKeys().stream())
                .filter(key -> columns().containsAll(key) || uniqueKeys().contains(key))
                .distinct()
                .toList();
        List<ForeignKey> foreign = Stream.concat(
                        foreignKeys().stream()
                                .map(key ->
                                        new ForeignKey(key.fields, new Reference(target(key), key.reference.fields))),
                        rules.foreignKeys().stream()
                                .filter(key -> columns().containsAll(key.columns()))
                                .map(key -> new ForeignKey(key.columns(), new Reference(key.table(), key.target()))))
                .distinct()
                .toList();
        return new Table(name, path, bytes, hash, rows, new Schema(schema.fields, rules.primaryKey(), unique, foreign));
    }

    List<ForeignKey> foreignKeys() {
        return schema.foreignKeys == null ? List.of() : schema.foreignKeys;
    }

    /** The name of the table that a key refers to, which may be this one. */
    String target(ForeignKey key) {
        String resource = key.reference.resource;
        return resource == null || resource.isEmpty() ? name : resource;
    }

    Set<String> otherTargets() {
        return foreignKeys().stream()
                .map(this::target)
                .filter(target -> !target.equals(name))
                .collect(Collectors.toSet());
    }
}
