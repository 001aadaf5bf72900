package org.pacta.registry.figure;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.MeetingFixtures;
import org.pacta.registry.meeting.Occasion;

/** Figures for the tests of all features. */
public final class FigureFixtures {

    private FigureFixtures() {}

    public static Figure fifteenInShanghai(EntityManager entities) {
        Meeting meeting = MeetingFixtures.fifthInShanghai(entities);
        Figure figure = new Figure(
                meeting.council(),
                Figure.Series.AT,
                Council.Measure.MOUS,
                "Memorandums of Understanding",
                Figure.Scope.AT_MEETINGS);
        figure.standAt(new Occasion(null, meeting), null, null, null);
        figure.state(QuantityComparator.EXACTLY, 15);
        figure.citedBy(List.of(new FigureCitation(
                figure,
                SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities),
                new Citation.Passage(
                        null, null, null, null, "the signing of 15 Memorandums of Understanding", null, null))));
        entities.persist(figure);
        return figure;
    }

    /** The number to date after a meeting. */
    public static Figure total(Meeting meeting, int value, EntityManager entities) {
        Figure figure = new Figure(
                meeting.council(), Figure.Series.AFTER, Council.Measure.MOUS, "MOUs", Figure.Scope.AT_MEETINGS);
        figure.standAt(new Occasion(null, meeting), null, null, null);
        figure.state(QuantityComparator.EXACTLY, value);
        entities.persist(figure);
        return figure;
    }

    public static void revise(Figure figure) {
        figure.relate(QuantityComparator.NEARLY, new BigDecimal("2"), 4);
    }
}
