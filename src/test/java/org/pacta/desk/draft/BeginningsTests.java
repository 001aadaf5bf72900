package org.pacta.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class BeginningsTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Beginnings beginnings;

    @Test
    void bringsEachNumberToItsLastDigit() {
        jdbc.sql("""
                insert into council (id, slug, name, kind) values (-1, 'shenzhen', 'Shenzhen', 'initiative');
                insert into meeting (id, council_id, kind, ordinal, status) values (-1, -1, 'session', 1, 'held');
                insert into commitment (id, statement, council_id, meeting_id, quantity, unit, comparator, outcome)
                values (-1, 'Trade of 12.50 billion', -1, -1, 12.50, 'billion', 'exactly', 'not_published'),
                    (-2, 'As many units', -1, -1, 123456789012345.654321, 'units', 'exactly', 'not_published')
                """).update();

        assertThat(beginnings.ofMeeting(-1).stream()
                        .filter(row -> row.section() == Section.COMMITMENT)
                        .map(row -> row.typed().get("quantity")))
                .containsExactly("123456789012345.654321", "12.50");
    }
}
