package org.pacta.desk.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PageTest
class SpeltAlikeTests {

    @Autowired
    private JdbcClient jdbc;

    /** Of the sample, whose names are spelt like few others, and of made-up ones that are spelt like many. */
    @ParameterizedTest
    @ValueSource(ints = {90, 80, 70, 60})
    void findsThePairsThatPostgresFindsAndCountsThemAlike(int least) {
        Map<Long, String> names = Stream.concat(
                        Stream.concat(
                                jdbc
                                        .sql("select coalesce(name, local_name) from organisation")
                                        .query(String.class)
                                        .list()
                                        .stream(),
                                jdbc.sql("select name from organisation_name").query(String.class).list().stream()),
                        IntStream.range(0, 40)
                                .mapToObj(
                                        "%1$d Made-up Holdings (Shanghai) %1$d, Régie du Port d’Été %1$d 上海数据%1$d公司"
                                                ::formatted))
                .collect(Collectors.toMap(
                        name -> 1L + name.hashCode() - (long) Integer.MIN_VALUE, name -> name, (a, b) -> a));
        SpeltAlike spelling = new SpeltAlike(names);
        Map<String, Float> found = new TreeMap<>();
        names.keySet()
                .forEach(one -> spelling.others(one, least)
                        .filter(other -> one < other)
                        .forEach(other -> found.put(one + " " + other, (float) spelling.likeness(one, other))));

        Map<String, Float> known = new TreeMap<>();
        jdbc.sql("""
                        with known as (select * from unnest(:ids, :names) as known (id, name))
                        select one.id || ' ' || other.id as pair, similarity(one.name, other.name) as alike
                        from known one join known other on one.id < other.id where similarity(one.name, other.name) >= cast(:least as real) / 100
                        """)
                .param("least", least)
                .param("ids", names.keySet().toArray(Long[]::new))
                .param("names", names.values().toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString("pair"), row.getFloat("alike"));
                });

        assertThat(found).isNotEmpty().isEqualTo(known);
    }
}
