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

/** From the sample: what is known is a line, what is bounded an area or a dashed line, what is not known is a gap. */
@PageTest
class StepPictureTests {

    private static final LocalDate FROM = LocalDate.of(2015, 1, 1);
    private static final LocalDate TO = LocalDate.of(2025, 1, 1);

    @Autowired
    private Ledgers ledgers;

    @Test
    void drawsALineWhereATotalIsKnown() {
        Chart.Picture sci = picture("sci", Measure.MOUS);

        assertThat(sci.title()).isEqualTo("told");
        assertThat(sci.total()).matches("M81.9 21.3H118.5.*V1.0H150.0").doesNotContain("NaN");
        assertThat(sci.bounds()).isEmpty();
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
        assertThat(picture("sip-jsc", Measure.MOUS)).isEqualTo(new Chart.Picture("told", "", "", "", ""));
    }

    private Chart.Picture picture(String council, Measure measure) {
        CouncilLedger ledger = ledgers.of(council, CountingRule.PLAIN).orElseThrow();
        return StepPicture.of("told", ledger.tally(measure), FROM, TO);
    }
}
