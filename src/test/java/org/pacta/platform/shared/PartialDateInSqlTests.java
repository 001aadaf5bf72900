package org.pacta.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database and {@link PartialDate} read the same grammar. */
@DatabaseTest
class PartialDateInSqlTests {

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @MethodSource("texts")
    void theDatabaseAgrees(String edtf) {
        assertThat(inSql(edtf)).isEqualTo(inJava(edtf));
    }

    @Test
    void aMissingDateIsNoOffence() {
        assertThat(jdbc.sql("select edtf_is_valid(null)").query(Boolean.class).optional())
                .isEmpty();
    }

    /** All parts, alone and put together in every way the grammar knows and some it does not. */
    static Stream<String> texts() {
        List<String> parts = List.of(
                "",
                "..",
                "２０２２",
                "2022\n",
                "20222",
                "2022",
                "2022-02",
                "2022-02-28",
                "2022-02-29",
                "2022-36",
                "2022-37",
                "2022-41",
                "2022-13",
                "0000",
                "x");
        List<String> forms = List.of("%s/%s", "[%s..%s]");
        return Stream.concat(
                parts.stream(),
                forms.stream()
                        .flatMap(form -> parts.stream()
                                .flatMap(first -> parts.stream().map(last -> form.formatted(first, last)))));
    }

    private Reading inJava(String edtf) {
        try {
            PartialDate date = PartialDate.parse(edtf);
            return new Reading(date.earliest(), date.latest(), date.sort());
        } catch (IllegalArgumentException refused) {
            return Reading.REFUSED;
        }
    }

    private Reading inSql(String edtf) {
        try {
            return jdbc.sql(
                            "select edtf_earliest(:text) as earliest, edtf_latest(:text) as latest, edtf_sort(:text) as sort"
                                    + " where edtf_is_valid(:text)")
                    .param("text", edtf)
                    .query(Reading.class)
                    .optional()
                    .orElse(Reading.REFUSED);
        } catch (DataAccessException refused) {
            return Reading.REFUSED;
        }
    }

    private record Reading(LocalDate earliest, LocalDate latest, LocalDate sort) {

        static final Reading REFUSED = new Reading(null, null, null);
    }
}
