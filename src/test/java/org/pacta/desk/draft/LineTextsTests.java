package org.pacta.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.registry.record.RecordForms;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class LineTextsTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LineTexts texts;

    @BeforeEach
    void enterWhatLinesReferTo() {
        jdbc.sql("""
                insert into place (id, slug, name, kind) values (-1, 'shanghai', 'Shanghai', 'municipality');
                insert into focus_area (id, slug, name, local_name) values (-1, 'trade', 'Trade', '贸易'), (-2, 'health', 'Health', '医疗');
                insert into person (id, name, local_name) values (-1, 'Gong Zheng', '龚正');
                insert into organisation (id, name, local_name, kind)
                values (-1, 'CrimsonLogic Pte Ltd', null, 'company'), (-2, null, '上海数据集团', 'company')
                """).update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BASICS     | ordinal        | 5                      | 5",
                "BASICS     | heldOn         | \"[..2023-12-15]\"     | [..2023-12-15]",
                "BASICS     | place          | -1                     | shanghai",
                "BASICS     | summary        | \"Met\\n\\nin June\"   | `Met\n\nin June`",
                "CHAIR      | person         | -1                     | Gong Zheng",
                "SOURCE     | annexMissing   | true                   | true",
                "FIGURE     | measure        | \"mous\"               | mous",
                "FIGURE     | relationFactor | 2.50                   | 2.50",
                "FIGURE     | relationFactor | 1E+1                   | 10",
                "AGREEMENT  | focusAreas     | [-1, -2]               | health trade",
                "COMMITMENT | organisation   | -2                     | 上海数据集团",
                "COMMITMENT | quantity       | 100000000              | 100000000",
                "COMMITMENT | quantity       | 123456789012345.654321 | 123456789012345.654321",
            })
    void writesAValueAsItWouldBeTyped(Section section, String field, String value, String typed) {
        assertThat(texts.of(section, RecordForms.read("{\"%s\": %s}".formatted(field, value))))
                .isEqualTo(Map.of(field, typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BASICS    | place        | null",
                "BASICS    | place        | -7",
                "SOURCE    | annexMissing | false",
                "AGREEMENT | focusAreas   | []",
                "AGREEMENT | signatories  | []",
                "AGREEMENT | council      | -1",
            })
    void writesNothingWhereALineHasNothingToShow(Section section, String field, String value) {
        assertThat(texts.of(section, RecordForms.read("{\"%s\": %s}".formatted(field, value))))
                .isEmpty();
    }

    @Test
    void writesPartiesAsTheyWerePrintedAndElseByName() {
        String signatories = """
                {"signatories": [{"organisation": -1, "asPrinted": "Crimson Logic"}, {"organisation": null, "person": -1, "asPrinted": null},
                    {"organisation": -2, "asPrinted": null}]}
                """;

        assertThat(texts.of(Section.AGREEMENT, RecordForms.read(signatories)))
                .isEqualTo(Map.of("signatories", "Crimson Logic; 上海数据集团"));
    }

    @Test
    void writesFieldsInTheOrderOfTheLine() {
        assertThat(texts.of(
                        Section.CHAIR,
                        RecordForms.read("{\"office\": \"Mayor\", \"role\": \"co_chair\", \"person\": -1}")))
                .containsExactly(
                        Map.entry("person", "Gong Zheng"), Map.entry("office", "Mayor"), Map.entry("role", "co_chair"));
    }
}
