package org.pacta.registry.telling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Ledgers;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class LedgerTableTests {

    @Autowired
    private Ledgers ledgers;

    @Test
    void leavesOutEarlierMeetingsWithoutCuttingASpan() {
        LedgerTable table =
                LedgerTable.of(ledgers.of("ssccc", CountingRule.PLAIN).orElseThrow());

        assertThat(table.first(6)).isEqualTo(1);
        assertThat(table.first(3)).isEqualTo(4);
        assertThat(table.first(4)).as("the 2nd and 3rd together").isEqualTo(2);
        assertThat(table.from(2).lines()).extracting(LedgerTable.Line::ordinal).containsExactly(2, 3, 4, 5, 6);
    }
}
