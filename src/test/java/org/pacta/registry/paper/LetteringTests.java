package org.pacta.registry.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pacta.registry.paper.Outline.Cell;
import org.pacta.registry.paper.Outline.Grid;

class LetteringTests {

    private static final Grid GRID = new Grid(
            List.of(List.of(new Cell("Meeting"), new Cell("new"), new Cell("to date"), new Cell("recorded"))),
            List.of(List.of(new Cell("1st"), new Cell("8"), new Cell("29"), new Cell("incomprehensibilities"))),
            false);

    @Test
    void keepsShortWordsWholeWhereLongOnesHaveNoRoom() {
        double[] widths = Lettering.columns(GRID, 8, 150);

        assertThat(Arrays.stream(widths).sum()).isLessThanOrEqualTo(150);
        assertThat(widths[1]).isGreaterThan(Lettering.width("new", 8));
        assertThat(widths[0]).isGreaterThan(Lettering.width("Meeting", 8));
        assertThat(widths[3]).isLessThan(Lettering.width("incomprehensibilities", 8));
    }

    @Test
    void givesEachColumnItsLongestWordWhereThereIsRoom() {
        double[] widths = Lettering.columns(GRID, 8, 400);

        assertThat(Arrays.stream(widths).sum()).isCloseTo(400, org.assertj.core.data.Offset.offset(0.1));
        assertThat(widths[3]).isGreaterThan(Lettering.width("incomprehensibilities", 8));
    }
}
