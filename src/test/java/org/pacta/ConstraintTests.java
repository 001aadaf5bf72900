package org.pacta;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The database refuses nonsense whatever the application thinks of it, and names the rule that was broken. */
@DatabaseTest
@Transactional
class ConstraintTests {

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void enterACouncilAndItsFifthMeeting() {
        jdbc.sql("""
                insert into source (id, title, language, kind, read_in_full) values (-1, 'A release', 'en', 'press_release', true);
                insert into place (id, slug, name, kind) values (-1, 'nowhere', 'Nowhere', 'city');
                insert into council (id, slug, name, kind) values (-1, 'of-nowhere', 'Council of Nowhere', 'council');
                insert into meeting (id, council_id, kind, ordinal, status) values (-1, -1, 'session', 5, 'held');
                """).update();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            meeting_ordinal_uk        | insert into meeting (id, council_id, kind, ordinal, status) values (-2, -1, 'session', 5, 'held')
            meeting_held_on_ck        | update meeting set held_on = '2024-13'
            meeting_held_on_ck        | update meeting set held_on = '2024-07-09/2024-07-08'
            meeting_mode_ck           | update meeting set mode = 'IN_PERSON'
            meeting_withdrawal_ck     | update meeting set withdrawal_reason = 'Entered twice'
            council_parent_ck         | update council set parent_id = id
            council_counts_towards_parent_ck | update council set counts_towards_parent = true
            council_series_ck         | update council set series_word = 'agreements', series_measure = 'mous'
            council_series_measure_ck | update council set series_word = 'mous', series_measure = 'mous', series_reason = 'One word'
            council_slug_ck           | update council set slug = 'Of Nowhere'
            figure_relation_ck        | insert into figure (id, council_id, ordinal, series, measure_as_printed, scope, comparator, standing, value, relation_factor, relation_ordinal) values (-1, -1, 5, 'at', 'MOUs', 'not_stated', 'exactly', 'reported', 8, 2, 4)
            figure_relation_ck        | insert into figure (id, council_id, ordinal, series, measure_as_printed, scope, comparator, standing) values (-1, -1, 5, 'at', 'MOUs', 'not_stated', 'exactly', 'reported')
            figure_place_ck           | insert into figure (id, council_id, series, measure_as_printed, scope, comparator, standing, value) values (-1, -1, 'at', 'MOUs', 'not_stated', 'exactly', 'reported', 8)
            place_citation_quote_ck   | insert into place_citation (id, place_id, source_id, quote) values (-1, -1, -1, 'one two three four five six seven eight nine ten eleven twelve thirteen')
            place_citation_preference_ck | insert into place_citation (id, place_id, source_id, preferred) values (-1, -1, -1, true)
            place_citation_field_ck   | insert into place_citation (id, place_id, source_id, value) values (-1, -1, -1, 'Somewhere')
            organisation_name_ck      | insert into organisation (id, kind) values (-1, 'company')
            account_name_ck           | insert into account (id, name, display_name, role, password_hash, password_set_at, must_change_password) values (-1, 'Lim', 'Lim Wei', 'editor', '', now(), false)
            account_role_ck           | insert into account (id, name, display_name, role, password_hash, password_set_at, must_change_password) values (-1, 'lim', 'Lim Wei', 'boss', '', now(), false)
            account_event_role_given_ck | insert into account_event (id, account_id, happened_at, what) values (-1, -1, now(), 'role_changed')
            commitment_about_ck       | insert into commitment (id, statement, outcome) values (-1, 'Goes live in July', 'not_published')
            """)
    void isNamed(String constraint, String statement) {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql(statement).update())
                .withMessageContaining(constraint);
    }
}
