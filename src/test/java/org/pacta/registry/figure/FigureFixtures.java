package org.pacta.registry.figure;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.registry.meeting.MeetingFixtures;

/** Figures for the tests of all features. */
public final class FigureFixtures {

    private FigureFixtures() {}

    public static Figure fifteenInShanghai(EntityManager entities) {
        Figure figure = new Figure(
                MeetingFixtures.fifthInShanghai(entities),
                Figure.Series.AT,
                Figure.Measure.MOUS,
                "Memorandums of Understanding",
                Figure.Scope.AT_MEETINGS);
        figure.state(QuantityComparator.EXACTLY, 15);
        figure.cite(
                SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities),
                new Citation.Passage(
                        null, null, null, null, "the signing of 15 Memorandums of Understanding", null, null));
        entities.persist(figure);
        return figure;
    }

    public static void revise(Figure figure) {
        figure.relate(QuantityComparator.NEARLY, new BigDecimal("2"), 4);
    }
}
