package org.pacta.registry.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.shared.Address;
import org.pacta.registry.tally.CountingRule.Extra;
import org.pacta.registry.tally.CountingRule.State;

class CountingRuleTests {

    private static final LocalDate DAY = LocalDate.of(2023, 12, 31);

    @Test
    void isPlainUnlessItAddsSomethingOrAsksForWhatIsActive() {
        assertThat(CountingRule.PLAIN.isPlain()).isTrue();
        assertThat(new CountingRule(Set.of(), State.EVER, DAY, DAY).isPlain()).isTrue();
        assertThat(new CountingRule(Set.of(Extra.OUTSIDE), null, null, null).isPlain())
                .isFalse();
        assertThat(new CountingRule(null, State.ACTIVE, null, null).isPlain()).isFalse();
    }

    @Test
    void staysAtItsPointInTimeWhenItBecomesPlain() {
        assertThat(new CountingRule(Set.of(Extra.FOUNDING), State.ACTIVE, DAY, DAY.plusDays(1)).plain())
                .isEqualTo(new CountingRule(null, null, DAY, DAY.plusDays(1)));
    }

    @Test
    void includesWhatItIsWith() {
        CountingRule rule = new CountingRule(EnumSet.of(Extra.FOUNDING), null, null, null);

        assertThat(rule.includes(Extra.FOUNDING)).isTrue();
        assertThat(rule.includes(Extra.OUTSIDE)).isFalse();
        assertThat(rule.extras()).containsExactly(Extra.SUB_COUNCILS, Extra.FOUNDING, Extra.OUTSIDE);
        assertThat(rule.isActive()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        ", , , , ''",
        ", EVER, , , ''",
        ", ACTIVE, , , ?state=active",
        "OUTSIDE, , , , ?with=outside",
        "SUB_COUNCILS FOUNDING, ACTIVE, 2023-12-31, 2024-01-01, ?with=founding&with=sub_councils&state=active&asOf=2023-12-31&knownOn=2024-01-01",
        ", , 2023-12-31, , ?asOf=2023-12-31",
    })
    void isKeptInAddresses(String with, State state, LocalDate asOf, LocalDate knownOn, String query) {
        EnumSet<Extra> extras = EnumSet.noneOf(Extra.class);
        for (String extra : with == null ? new String[0] : with.split(" ")) {
            extras.add(Extra.valueOf(extra));
        }

        assertThat(new CountingRule(extras, state, asOf, knownOn).on(Address.of("/dashboard")))
                .hasToString("/dashboard" + query);
    }

    /** What was planned counts nowhere, and what is active was once signed or launched. */
    @Test
    void countsByStatus() {
        assertThat(State.EVER.statuses()).containsAll(State.ACTIVE.statuses()).doesNotContain("planned");
        assertThat(State.ACTIVE.statuses())
                .containsExactly("signed", "provisionally_applied", "in_force", "extended", "launched");
    }
}
