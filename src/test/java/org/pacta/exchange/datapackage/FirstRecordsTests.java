package org.pacta.exchange.datapackage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.exchange.dictionary.Dictionary;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@DatabaseTest
class FirstRecordsTests {

    @Autowired
    PackagedFiles files;

    @Autowired
    private JdbcClient database;

    @Autowired
    private JdbcTemplate connections;

    @Autowired
    private Dictionary dictionary;

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,                        -,     true
            -,                        false, false
            jdbc:postgresql:registry, -,     false
            jdbc:postgresql:registry, true,  true
            """)
    void fillsItsOwnDatabaseUnlessToldNotToAndAnotherWhenToldTo(String url, String sample, boolean filled) {
        var settings = new MockEnvironment();
        if (url != null) {
            settings.setProperty("spring.datasource.url", url);
        }
        if (sample != null) {
            settings.setProperty("pacta.sample", sample);
        }

        new FirstRecords(new PackageLoader(database, connections, dictionary, files), settings)
                .afterSingletonsInstantiated();

        assertThat(database.sql("select exists (select from meeting)")
                        .query(Boolean.class)
                        .single())
                .isEqualTo(filled);
    }
}
