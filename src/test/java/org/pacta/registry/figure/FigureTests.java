package org.pacta.registry.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.registry.council.Council;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.MeetingFixtures;
import org.pacta.registry.meeting.Occasion;

class FigureTests {

    private final Council council = CouncilFixtures.smartCities();
    private final Figure figure =
            new Figure(council, Figure.Series.AT, Council.Measure.PROJECTS, "projects", Figure.Scope.AT_MEETINGS);

    @Test
    void isAValueOrARelationAndNeverBoth() {
        figure.state(QuantityComparator.EXACTLY, 14);
        figure.relate(QuantityComparator.EXACTLY, new BigDecimal("2"), 2);

        assertThat(figure.value()).isNull();
        assertThat(figure.relationFactor()).isEqualByComparingTo("2");

        figure.state(QuantityComparator.EXACTLY, 14);

        assertThat(figure.value()).isEqualTo(14);
        assertThat(figure.relationFactor()).isNull();
        assertThat(figure.relationOrdinal()).isNull();
    }

    @Test
    void isAttachedToTheMeetingOfItsOrdinalOnceThatIsRecorded() {
        figure.standAt(new Occasion(council, null), 3, null, null);
        Meeting third = MeetingFixtures.planned(council, 3);

        assertThatIllegalArgumentException().isThrownBy(() -> figure.attach(MeetingFixtures.planned(council, 4)));
        figure.attach(third);

        assertThat(figure.meeting()).isSameAs(third);
        assertThat(figure.ordinal()).isNull();
    }
}
