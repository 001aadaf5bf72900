package org.pacta.platform.reading;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.support.JdbcUtils;

/** Reads rows as records of one type, each component from the column of its name. */
final class RowReader {

    private static final Map<Class<?>, RowReader> KNOWN = new ConcurrentHashMap<>();

    /** What a record itself is called or says, in both scripts. */
    private static final Set<String> OWN = Set.of("name", "title", "summary", "statement");

    private final Constructor<?> constructor;
    private final RecordComponent[] components;
    private final String[] columns;

    private RowReader(Class<?> type) {
        constructor = BeanUtils.getResolvableConstructor(type);
        components = type.getRecordComponents();
        columns = Stream.of(components)
                .map(each -> each.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    static RowReader of(Class<? extends Record> type) {
        return KNOWN.computeIfAbsent(type, RowReader::new);
    }

    Object read(ResultSet row) throws SQLException {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, columns[i], components[i]);
        }
        return BeanUtils.instantiateClass(constructor, values);
    }

    private static @Nullable Object value(ResultSet row, String column, RecordComponent component) throws SQLException {
        Class<?> type = component.getType();
        if (type == Name.class) {
            return OWN.contains(column)
                    ? new Name(row.getString(column), row.getString("local_" + column))
                    : Columns.name(row, column + "_");
        }
        if (type == PartialDate.class) {
            return Columns.date(row, column);
        }
        if (type == Instant.class) {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }
        if (component.getGenericType() instanceof ParameterizedType list) {
            return Columns.list(row, column, (Class<?>) list.getActualTypeArguments()[0]);
        }
        return JdbcUtils.getResultSetValue(row, row.findColumn(column), type);
    }
}
