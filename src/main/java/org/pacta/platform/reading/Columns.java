package org.pacta.platform.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the columns that recur in our views as the values they stand for. */
public final class Columns {

    private static final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** For objects that must have exactly the fields of a record. */
    private static final JsonMapper strict = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private Columns() {}

    /** The pair {@code name} and {@code local_name}, with a prefix such as {@code council_}. */
    public static Name name(ResultSet row, String prefix) throws SQLException {
        return new Name(row.getString(prefix + "name"), row.getString(prefix + "local_name"));
    }

    /** The pair {@code title} and {@code local_title}. */
    public static Name title(ResultSet row) throws SQLException {
        return new Name(row.getString("title"), row.getString("local_title"));
    }

    public static @Nullable PartialDate date(ResultSet row, String column) throws SQLException {
        String edtf = row.getString(column);
        return edtf == null ? null : PartialDate.parse(edtf);
    }

    public static @Nullable Long id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    public static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    /**
     * A row as a record, whose components are called like the columns: {@code councilSlug} like {@code council_slug}. A {@link Name} is a pair
     * of them, what the record itself is called like {@code title} and {@code local_title}, another thing like {@code council_name} and
     * {@code council_local_name}; a list is a JSON array.
     */
    public static <T extends Record> T read(ResultSet row, Class<T> type) throws SQLException {
        return type.cast(RowReader.of(type).read(row));
    }

    /** A JSON object with exactly the fields of a record. */
    public static <T> T record(ResultSet row, String column, Class<T> type) throws SQLException {
        return strict.readValue(row.getString(column), type);
    }

    /** A JSON array of objects as records, empty where the column is null. */
    public static <T> List<T> list(ResultSet row, String column, Class<T> type) throws SQLException {
        String text = row.getString(column);
        return text == null
                ? List.of()
                : json.readValue(text, json.getTypeFactory().constructCollectionType(List.class, type));
    }
}
