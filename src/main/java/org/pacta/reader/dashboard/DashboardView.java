package org.pacta.reader.dashboard;

import java.util.List;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.line.Lines;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.telling.LedgerView;
import org.pacta.rules.ledger.Measure;

/**
 * The dashboard as its page shows it.
 *
 * @param councils all that can be chosen
 * @param shown the ledgers of those that are, the surest first
 * @param chart of the chosen measure
 * @param ending how many agreements of all councils end within six months
 */
record DashboardView(
        DashboardFilter filter,
        CountingRule rule,
        List<Choice> councils,
        List<LedgerView> shown,
        Chart chart,
        Lines.Ending ending) {

    /** How many councils are told in full before the rest is folded away. */
    private static final int IN_SIGHT = 6;

    /** A council to choose. */
    public record Choice(String slug, Name name, boolean chosen) {}

    /** Whether a few councils are looked at closely, with their ledgers. */
    public boolean isClose() {
        return !filter.council().isEmpty() && shown.size() <= 3;
    }

    public boolean isCompared() {
        return isClose() && shown.size() == 2;
    }

    public List<LedgerView> inSight() {
        return shown.subList(0, Math.min(IN_SIGHT, shown.size()));
    }

    public List<LedgerView> rest() {
        return shown.subList(inSight().size(), shown.size());
    }

    public Measure[] measures() {
        return Measure.values();
    }

    /** The address of the file of a chart of this view. */
    public Address file(String chart, String format) {
        return filter.address("/dashboard/" + chart + "." + format, rule);
    }

    /** The address of the view as a document or as slides. */
    public Address paper(String format) {
        return filter.address("/dashboard." + format, rule);
    }

    /** Where it says how to cite this view. */
    public Address cite() {
        return filter.address("/dashboard/cite", rule);
    }

    /** The same view of the registry as it is. */
    public Address now() {
        return filter.address("/dashboard", new CountingRule(rule.with(), rule.state(), rule.asOf(), null));
    }
}
