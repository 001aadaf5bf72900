package org.pacta.desk.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.rules.table.ColumnTarget;
import org.pacta.rules.table.TableDates.Order;

/**
 * The columns of a list, and what they are taken to hold.
 *
 * @param saved names of the mappings that were saved
 */
record ColumnsView(ImportView list, List<Column> columns, Map<String, String> constants, List<String> saved) {

    /**
     * A column.
     *
     * @param number from 1
     * @param question to be answered of its dates; null where there is none
     */
    record Column(
            int number,
            String heading,
            List<String> samples,
            ColumnTarget target,
            String separator,
            @Nullable Order order,
            @Nullable Question question) {}

    /**
     * Figures that are another day in another order.
     *
     * @param example as it stands in the list
     * @param readings by the order
     */
    record Question(String example, Map<Order, PartialDate> readings) {}
}
