package org.pacta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTests {

    @ParameterizedTest
    @CsvSource({
        "08001, AWAY",
        "08006, AWAY",
        "57P01, AWAY",
        "57P03, AWAY",
        "53100, FULL",
        "53200, BUSY",
        "53300, BUSY",
        "57014, BUSY",
        "55P03, BUSY",
        "25P03, BUSY",
        "40P01, BUSY",
        "40001, BUSY",
        "23505,",
        "42P01,",
        "22001,"
    })
    void isToldByTheStateOfTheFailure(String state, Outage outage) {
        Exception failure = new IllegalStateException(new RuntimeException(new SQLException("It failed", state)));

        assertThat(Outage.behind(failure).orElse(null)).isEqualTo(outage);
    }

    @Test
    void isToldByWhatThePoolSaysWithoutAState() {
        assertThat(Outage.behind(new SQLException("Connection is closed"))).contains(Outage.AWAY);
        assertThat(Outage.behind(new SQLTransientConnectionException("Connection is not available, request timed out")))
                .contains(Outage.BUSY);
    }

    @Test
    void isNotBehindAMistakeOfOurs() {
        assertThat(Outage.behind(new IllegalStateException("Connection is closed")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"40P01, true", "40001, true", "23505, true", "23503, false", "53100, false", "57014, false"})
    void tellsWhatMayWellSucceedTheSecondTime(String state, boolean isRace) {
        assertThat(Outage.isRace(new RuntimeException(new SQLException("It failed", state))))
                .isEqualTo(isRace);
    }
}
