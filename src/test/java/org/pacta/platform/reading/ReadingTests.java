package org.pacta.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.place.PlaceFixtures;
import org.pacta.registry.agreement.AgreementFixtures;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;

/** What the columns, citations and absences of the database read as. */
@DatabaseTest
class ReadingTests {

    private record Pillar(long id, String name) {}

    private record Session(
            long id,
            Name title,
            Name host,
            Integer ordinal,
            PartialDate heldOn,
            Instant changedAt,
            boolean isOpen,
            BigDecimal share,
            List<Pillar> pillars) {}

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private Citations citations;

    @Autowired
    private Absences absences;

    @Test
    void columnsReadAsNamesDatesAndNumbers() {
        String row =
                "'Shanghai' as place_name, '上海' as place_local_name, 'An MOU' as title, null as local_title, '2024-07' as day, 7::bigint as id, 5 as n";

        assertReads(row, (of, n) -> Columns.name(of, "place_"), new Name("Shanghai", "上海"));
        assertReads(row, (of, n) -> Columns.title(of), new Name("An MOU", null));
        assertReads(row, (of, n) -> Columns.date(of, "day"), PartialDate.parse("2024-07"));
        assertReads(row, (of, n) -> Columns.id(of, "id"), 7L);
        assertReads(row, (of, n) -> Columns.number(of, "n"), 5);
    }

    @Test
    void columnsWithoutAValueReadAsNone() {
        String row = "null::text as day, null::bigint as id, null::integer as n, null::text as pillars";

        assertReads(row, (of, n) -> Optional.ofNullable(Columns.date(of, "day")), Optional.empty());
        assertReads(row, (of, n) -> Optional.ofNullable(Columns.id(of, "id")), Optional.empty());
        assertReads(row, (of, n) -> Optional.ofNullable(Columns.number(of, "n")), Optional.empty());
        assertReads(row, (of, n) -> Columns.list(of, "pillars", Pillar.class), List.of());
    }

    @Test
    void aRowIsReadAsARecordByTheNamesOfItsColumns() {
        assertReads(
                """
                1::bigint as id, 'Fifth session' as title, '第五次' as local_title, 'Shanghai' as host_name, '上海' as host_local_name, 5 as ordinal,
                '2024-07' as held_on, timestamptz '2024-07-08 09:00+08' as changed_at, true as is_open, 0.5 as share,
                '[{"id": 1, "name": "Trade"}]' as pillars, 'unread' as note
                """,
                (row, n) -> Columns.read(row, Session.class),
                new Session(
                        1,
                        new Name("Fifth session", "第五次"),
                        new Name("Shanghai", "上海"),
                        5,
                        PartialDate.parse("2024-07"),
                        Instant.parse("2024-07-08T01:00:00Z"),
                        true,
                        new BigDecimal("0.5"),
                        List.of(new Pillar(1, "Trade"))));
    }

    @Test
    void aRowWithoutValuesIsReadAsARecordOfNone() {
        assertReads(
                """
                1::bigint as id, null as title, null as local_title, null as host_name, null as host_local_name, null::integer as ordinal,
                null as held_on, null::timestamptz as changed_at, false as is_open, null::numeric as share, null as pillars
                """,
                (row, n) -> Columns.read(row, Session.class),
                new Session(1, new Name(null, null), new Name(null, null), null, null, null, false, null, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|",
                "[{\"id\": 1, \"name\": \"Trade\"}, {\"id\": 2, \"name\": \"Health\"}]|1 Trade, 2 Health",
                "[{\"id\": 1, \"name\": \"Trade\", \"colour\": \"red\"}, {\"name\": null}]|1 Trade, 0 null",
            })
    void aListIsReadPastWhatItsRecordsDoNotKnow(String json, String pillars) {
        List<Pillar> list = read("'" + json + "' as pillars", (row, n) -> Columns.list(row, "pillars", Pillar.class));

        assertThat(list.stream().map(each -> each.id + " " + each.name).collect(Collectors.joining(", ")))
                .isEqualTo(pillars == null ? "" : pillars);
    }

    @Test
    void anObjectHasExactlyTheFieldsOfItsRecord() {
        assertThat(object("{\"id\": 1, \"name\": \"Trade\"}")).isEqualTo(new Pillar(1, "Trade"));
        for (String other : List.of(
                "{\"id\": 1}",
                "{\"id\": null, \"name\": \"Trade\"}",
                "{\"id\": 1, \"name\": \"Trade\", \"colour\": \"red\"}")) {
            assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> object(other));
        }
    }

    @Test
    void aRecordIsCitedAsAWholeAndThenFieldByField() {
        long agreement = AgreementFixtures.crimsonLogicInShanghai(entities).getId();
        entities.flush();
        jdbc.sql("""
                insert into agreement_citation (id, agreement_id, source_id, field, value, preferred, preference_reason, said_by, quote, locator, note)
                select nextval('agreement_citation_seq'), agreement_id, source_id, given.field, given.value, reason is not null, reason, 'the minister', '签署', 'line 4', 'a note'
                from agreement_citation, (values ('title', 'Trade data', null), ('signedOn', null, 'It is the original')) given (field, value, reason)
                where agreement_id = :agreement and agreement_citation.field is null
                """).param("agreement", agreement).update();

        List<CitedSource> cited = citations.of("agreement", agreement);

        assertThat(cited).extracting(CitedSource::field).containsExactly(null, "signedOn", "title");
        assertThat(cited).extracting(CitedSource::preferred).containsExactly(false, true, false);
        assertThat(cited).extracting(CitedSource::preferenceReason).containsExactly(null, "It is the original", null);
        assertThat(cited).extracting(CitedSource::value).containsExactly(null, null, "Trade data");
        assertThat(cited).extracting(CitedSource::hasDetail).containsExactly(false, true, true);
        assertThat(cited).extracting(CitedSource::quoteLang).containsExactly("en", "zh-Hans", "zh-Hans");
        assertThat(cited).extracting(CitedSource::publisher).containsOnly("City News Service");
        assertThat(cited.get(0).name().text()).startsWith("15 MoUs signed");
        assertThat(citations.of("agreement", agreement + 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "value, , , , , true",
        ", said by, , , , true",
        ", , quote, , , true",
        ", , , locator, , true",
        ", , , , note, true",
        ", , , , , false",
    })
    void aCitationHasDetailWhereItSaysMoreThanItsSource(
            String value, String saidBy, String quote, String locator, String note, boolean hasDetail) {
        assertThat(new CitedSource(
                                1,
                                "Title",
                                null,
                                null,
                                "title",
                                value,
                                true,
                                "a reason",
                                saidBy,
                                quote,
                                locator,
                                note,
                                null,
                                null)
                        .hasDetail())
                .isEqualTo(hasDetail);
    }

    @ParameterizedTest
    @CsvSource({
        "page 3, /documents/7/pages/3",
        "'Annex A, p. 12, item 2', /documents/7/pages/12",
        "第 5 页, /documents/7/pages/5",
        "page 13,",
        "page 0,",
        "paragraph 3,",
        "homepage 3,",
        ",",
    })
    void aCitationLeadsToThePageThatItsLocatorNames(String locator, String path) {
        assertThat(new CitedSource(1, "Title", null, null, null, null, false, null, null, null, locator, null, 7L, 12)
                        .pagePath())
                .isEqualTo(path);
        assertThat(new CitedSource(
                                1, "Title", null, null, null, null, false, null, null, null, locator, null, null, null)
                        .pagePath())
                .isNull();
    }

    @Test
    void whatWasWithdrawnIsGoneAndWhatNeverWasIsNotFound() {
        long singapore = PlaceFixtures.singapore(entities).getId();
        entities.flush();

        assertThat(absences.of("place", "singapore")).isInstanceOf(NotFoundException.class);
        jdbc.sql("update place set withdrawn_on = now(), withdrawal_reason = 'Entered twice'")
                .update();
        assertThat(absences.of("place", "singapore"))
                .isInstanceOf(GoneException.class)
                .hasMessage("Entered twice");
        assertThat(absences.of("place", singapore)).isInstanceOf(GoneException.class);
        assertThat(absences.of("place", "atlantis")).isInstanceOf(NotFoundException.class);
        assertThat(absences.of("place", singapore + 1)).isInstanceOf(NotFoundException.class);
    }

    private Pillar object(String json) {
        return read("'" + json + "' as pillar", (row, n) -> Columns.record(row, "pillar", Pillar.class));
    }

    private void assertReads(String columns, RowMapper<?> mapper, Object value) {
        Object read = read(columns, mapper);
        assertThat(read).isEqualTo(value);
    }

    private <T> T read(String columns, RowMapper<T> mapper) {
        return jdbc.sql("select " + columns).query(mapper).single();
    }
}
