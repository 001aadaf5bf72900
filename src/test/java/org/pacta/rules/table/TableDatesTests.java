package org.pacta.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.rules.table.TableDates.Order;

class TableDatesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2009                    | 2009
            2009-05                 | 2009-05
            05/2009                 | 2009-05
            2009-00-00              | 2009
            2009-05-00              | 2009-05
            00/05/2009              | 2009-05
            00.00.2009              | 2009
            2009-05-17              | 2009-05-17
            2009-05-17 00:00:00     | 2009-05-17
            2009-05-17T13:45:00Z    | 2009-05-17
            20090517                | 2009-05-17
            17/05/2009              | 2009-05-17
            05/17/2009              | 2009-05-17
            17.05.98                | 1998-05-17
            31-12-49                | 2049-12-31
            5/5/2009                | 2009-05-05
            11 de abril de 1953     | 1953-04-11
            11 DE ABRIL DE 1953     | 1953-04-11
            abril de 1953           | 1953-04
            1er mars 2004           | 2004-03-01
            14 février 2004         | 2004-02-14
            août 2004               | 2004-08
            17 May 2009             | 2009-05-17
            May 2009                | 2009-05
            2009年5月17日            | 2009-05-17
            二〇〇九年五月           | 2009-05
            民國98年5月17日          | 2009-05-17
            民国九十八年             | 2009
            民國98/5/17             | 2009-05-17
            17/05/2552              | 2009-05-17
            2552                    | 2009
            พ.ศ. 2552               | 2009
            2009 to 2012            | 2009/2012
            """)
    void readsWhatIsThereAndNoMore(String text, String edtf) {
        assertThat(TableDates.read(text, null)).hasValue(edtf);
    }

    @ParameterizedTest
    @CsvSource({
        "03/04/2009, DAY_FIRST, 2009-04-03",
        "03/04/2009, MONTH_FIRST, 2009-03-04",
        "26.12.13, DAY_FIRST, 2013-12-26",
        "26.12.13, YEAR_FIRST, 2026-12-13",
        "01/02/03, MONTH_FIRST, 2003-01-02",
        "17/05/2009, MONTH_FIRST, 2009-05-17"
    })
    void readsFiguresInTheOrderOfTheirColumn(String text, Order order, String edtf) {
        assertThat(TableDates.read(text, order)).hasValue(edtf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03/04/2009",
                "26.12.13",
                "(NO REGISTRA)",
                "",
                "2009-13-01",
                "31/02/2009",
                "0000-00-00",
                "00/00/0000",
                "soon",
                "1/2/200"
            })
    void leavesWhatCannotBeTold(String text) {
        assertThat(TableDates.read(text, null)).isEmpty();
    }

    @Test
    void aColumnTellsItsOrderByTheDaysBeyondTheTwelfth() {
        assertThat(TableDates.orders(List.of("03/04/2009", "31/12/2009", "2008", "")))
                .containsExactly(Order.DAY_FIRST);
        assertThat(TableDates.orders(List.of("03/04/2009", "01/02/2010")))
                .containsExactly(Order.DAY_FIRST, Order.MONTH_FIRST);
        assertThat(TableDates.orders(List.of("31/12/2009", "12/31/2009"))).isEmpty();
    }

    @Test
    void knowsWhichTextsMeanAnotherDayInAnotherOrder() {
        assertThat(TableDates.isAmbiguous("03/04/2009")).isTrue();
        assertThat(TableDates.isAmbiguous("05/05/2009")).isFalse();
        assertThat(TableDates.isAmbiguous("17 May 2009")).isFalse();
    }
}
