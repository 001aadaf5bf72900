package org.pacta.registry.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Ledgers;
import org.pacta.rules.ledger.Measure;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the sample: what is known is a line, what is bounded an area or a dashed line, what is not known is a gap. */
@PageTest
class StepPictureTests {

    private static final LocalDate FROM = LocalDate.of(2015, 1, 1);
    private static final LocalDate TO = LocalDate.of(2025, 1, 1);

    @Autowired
    private Ledgers ledgers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void drawsALineWhereATotalIsKnown() {
        Chart.Picture sci = picture("sci", Measure.MOUS);

        assertThat(sci.title()).isEqualTo("told");
        assertThat(sci.total()).startsWith("M118.").doesNotContain("NaN", "M81.9", "150.0");
        assertThat(sci.bounds()).startsWith("M81.9").containsOnlyOnce("M");
        assertThat(sci.points()).startsWith("M81.9 21.3h0").contains(" 1.0h0");
        assertThat(sci.contradicted()).isEmpty();
        assertThat(sci.recorded()).startsWith("M81.9 29.0").endsWith("V29.0Z");
    }

    @Test
    void drawsAnAreaBetweenBoundsAndADashedLineAtTheLeast() {
        assertThat(picture("ssccc", Measure.MOUS).bounds()).startsWith("M").endsWith("Z");
        assertThat(picture("jcbc", Measure.AGREEMENTS).least()).startsWith("M");
        assertThat(picture("jcbc", Measure.AGREEMENTS).total()).isEmpty();
    }

    @Test
    void drawsNothingOfNothing() {
        assertThat(picture("sip-jsc", Measure.MOUS)).isEqualTo(new Chart.Picture("told", "", "", "", "", "", ""));
    }

    @Test
    void leavesTotalsThatOthersContradictAsLooseMarksThatBoundNothing() {
        jdbc.sql("""
                        insert into council (id, slug, name, kind) values (-1, 'fallen', 'Fallen', 'council');
                        insert into meeting (id, council_id, kind, ordinal, status, held_on)
                        values (-1, -1, 'session', 1, 'held', '2016-07-01');
                        insert into figure (id, council_id, measure, measure_as_printed, scope, meeting_id, as_of, series, value, comparator, standing)
                        values (-1, -1, 'projects', 'projects', 'not_stated', -1, null, 'after', 40, 'at_least', 'reported'),
                            (-2, -1, 'projects', 'projects', 'not_stated', null, '2018-10-01', 'after', 230, 'exactly', 'reported'),
                            (-3, -1, 'projects', 'projects', 'not_stated', null, '2020-06-01', 'after', 150, 'exactly', 'reported')
                        """).update();

        Chart.Picture fallen = picture("fallen", Measure.PROJECTS);

        assertThat(fallen.total() + fallen.bounds()).isEmpty();
        assertThat(fallen.least()).containsOnlyOnce("M").startsWith("M22.5 ");
        assertThat(fallen.points()).containsOnlyOnce("M").startsWith("M22.5 ");
        assertThat(fallen.contradicted()).containsSubsequence("M56.", " 1.0m", "M81.");
    }

    private Chart.Picture picture(String council, Measure measure) {
        CouncilLedger ledger = ledgers.of(council, CountingRule.PLAIN).orElseThrow();
        return StepPicture.of("told", ledger.tally(measure), FROM, TO);
    }
}
