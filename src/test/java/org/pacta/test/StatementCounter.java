package org.pacta.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the SQL statements that go to the database, but for those that fetch numbers of new rows: one comes for each fifty numbers, whoever uses them. */
public final class StatementCounter extends DelegatingDataSource {

    private final AtomicInteger statements = new AtomicInteger();
    private volatile @Nullable Thread counted;

    StatementCounter(DataSource target) {
        super(target);
    }

    /** How many statements the work sends; those of other threads, such as what keeps the search index, are not its own. */
    public int during(Runnable work) {
        counted = Thread.currentThread();
        int before = statements.get();
        work.run();
        return statements.get() - before;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean isStatement = method.getName().startsWith("prepare")
                            || method.getName().equals("createStatement");
                    if (isStatement && Thread.currentThread() == counted && !fetchesNumbers(arguments)) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static boolean fetchesNumbers(Object @Nullable [] arguments) {
        return arguments != null && arguments[0] instanceof String sql && sql.startsWith("select nextval(");
    }
}
