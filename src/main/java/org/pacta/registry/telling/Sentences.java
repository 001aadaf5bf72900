package org.pacta.registry.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.Basis;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CouncilLedger.Held;
import org.pacta.registry.tally.CouncilLedger.Standing;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.registry.telling.LedgerView.Item;
import org.pacta.registry.telling.LedgerView.Sentence;
import org.pacta.rules.ledger.Finding;
import org.pacta.rules.ledger.Measure;
import org.springframework.stereotype.Component;

/** Says what a council has announced, what is recorded of it, how sure that is and what is missing, in sentences whose numbers are links. */
@Component
class Sentences {

    private final Leads leads;
    private final SentenceParts parts;
    private final LedgerWording words;
    private final CellWording cells;
    private final FigureWording figures;
    private final FindingWording findings;
    private final Wording wording;

    Sentences(
            Leads leads,
            SentenceParts parts,
            LedgerWording words,
            CellWording cells,
            FigureWording figures,
            FindingWording findings,
            Wording wording) {
        this.leads = leads;
        this.parts = parts;
        this.words = words;
        this.cells = cells;
        this.figures = figures;
        this.findings = findings;
        this.wording = wording;
    }

    /** What a reader should know first about a council. */
    public List<Sentence> of(CouncilLedger ledger) {
        List<Tally> tallies = ledger.tallies();
        return Stream.of(
                        leads.of(ledger, tallies),
                        held(ledger, tallies),
                        beside(ledger, tallies, false),
                        beside(ledger, tallies, true),
                        unsure(ledger),
                        lastMeeting(ledger, tallies),
                        sureness(tallies),
                        missing(ledger, tallies))
                .flatMap(List::stream)
                .toList();
    }

    /** The same in one paragraph that does not name the council: how much, how sure, and what is missing. */
    public List<Sentence> gist(CouncilLedger ledger) {
        List<Tally> tallies = ledger.tallies();
        return Stream.of(
                        leads.shortly(ledger, tallies),
                        held(ledger, tallies),
                        sureness(tallies),
                        missing(ledger, tallies))
                .flatMap(List::stream)
                .toList();
    }

    private List<Sentence> held(CouncilLedger ledger, List<Tally> tallies) {
        List<Item> items = tallies.stream()
                .filter(Sentences::isOwnRows)
                .filter(tally -> tally.isAnnounced()
                        || tally.held().inCount() + tally.held().perhaps() > 0)
                .map(this::held)
                .toList();
        return parts.sentence(ledger.rule().isActive() ? "held.active" : "held", items);
    }

    /** Rows of all agreements are told only where some are no MOUs, or where a source counts agreements and there is a total or no row. */
    private static boolean isOwnRows(Tally tally) {
        boolean isCounted =
                tally.isAnnounced() && (tally.total().isKnown() || tally.held().all() == 0);
        return tally.measure() != Measure.AGREEMENTS || !tally.holdsOnlyMous() || isCounted;
    }

    private Item held(Tally tally) {
        Held held = tally.held();
        Number total = tally.total();
        String text;
        if (total.isResult() && total.higher() == null && tally.isAnnounced()) {
            String key = total.isExact() && total.least() > 1 ? "sentence.of" : "sentence.of.open";
            text = words.say(key, wording.count(held.inCount()), cells.quantity(total));
            if (held.perhaps() > 0) {
                text = words.say("sentence.perhaps", text, wording.count(held.perhaps()));
            }
        } else {
            long rows = held.inCount() + held.perhaps();
            text = figures.quantity(wording.count(rows), rows, tally.measure());
        }
        return SentenceParts.item(text, tally.rows(null).toString());
    }

    /** What stands beside the count: what the rule adds to it, or what it leaves out. */
    private List<Sentence> beside(CouncilLedger ledger, List<Tally> tallies, boolean added) {
        List<Item> items = new ArrayList<>();
        for (Tally tally : tallies.stream().filter(Sentences::isOwnRows).toList()) {
            Stream.of(Standing.values())
                    .filter(standing ->
                            standing.extra() != null && ledger.rule().includes(standing.extra()) == added)
                    .filter(standing -> tally.held().of(standing) > 0)
                    .filter(standing -> standing != Standing.FOUNDING || !takesInFounding(tally))
                    .forEach(standing -> items.add(recorded(tally, standing)));
        }
        if (ledger.rule().includes(CountingRule.Extra.SUB_COUNCILS) == added) {
            ledger.children().stream()
                    .filter(child -> !child.council().countsTowardsParent())
                    .forEach(child -> items.addAll(announcedBy(child)));
        }
        if (!added) {
            boolean isTotalled = tallies.stream()
                    .anyMatch(tally -> Leads.isTotalled(tally) && tally.total().isResult());
            Stream<Figure> apart = isTotalled ? ledger.apart().stream() : Stream.empty();
            items.addAll(parts.named(
                    ledger, Stream.concat(apart, ledger.setAside().stream()).toList()));
        }
        return parts.sentence(added ? "added" : "excluded", items);
    }

    /** Whether the founding agreement must be among those announced, so that it cannot be said to stand outside them. */
    private static boolean takesInFounding(Tally tally) {
        return tally.findings().stream()
                .anyMatch(finding -> finding instanceof Finding.CountedBefore before && before.founding() != null);
    }

    private Item recorded(Tally tally, Standing standing) {
        long rows = tally.held().of(standing);
        String quantity = figures.quantity(wording.count(rows), rows, tally.measure());
        String href = tally.rows(null).toString() + "#" + standing.code();
        return SentenceParts.item(words.say("sentence.standing." + standing.code(), quantity), href);
    }

    private List<Item> announcedBy(CouncilLedger child) {
        Stream<Item> totals = child.tallies().stream()
                .filter(Leads::isTotalled)
                .map(tally -> SentenceParts.item(
                        words.say("sentence.child", cells.quantity(tally.total()), SentenceParts.name(child)),
                        child.council().path()));
        Stream<Item> single = child.apart().stream()
                .map(figure -> SentenceParts.item(
                        words.say("sentence.child", words.quantity(figure), SentenceParts.name(child)),
                        SentenceParts.source(figure)));
        return Stream.concat(totals, single).toList();
    }

    /** What may be of a time up to the day of the rule. */
    private List<Sentence> unsure(CouncilLedger ledger) {
        CouncilLedger.Unsure unsure = ledger.unsure();
        if (ledger.rule().asOf() == null) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        unsure.meetings()
                .forEach(meeting -> items.add(SentenceParts.item(
                        words.say(
                                "sentence.apart",
                                words.say("missing.meeting", wording.ordinal(meeting.ordinal())),
                                words.day(meeting.day())),
                        ledger.meetingPath(meeting.ordinal()))));
        items.addAll(parts.named(
                ledger,
                CouncilLedger.inOrder(unsure.figures(), figure -> figure.isReported() && figure.ordinal() == null)));
        for (Measure measure : List.of(Measure.AGREEMENTS, Measure.PROJECTS)) {
            long rows = unsure.holdings().stream()
                    .filter(holding -> holding.isOf(measure))
                    .mapToLong(CouncilLedger.Holding::rows)
                    .sum();
            if (rows > 0) {
                items.add(SentenceParts.item(
                        words.say("sentence.recorded", figures.quantity(wording.count(rows), rows, measure)), null));
            }
        }
        return parts.sentence(
                "unsure",
                items,
                wording.date(PartialDate.parse(ledger.rule().asOf().toString())));
    }

    private List<Sentence> lastMeeting(CouncilLedger ledger, List<Tally> tallies) {
        Optional<CouncilLedger.Meeting> last = ledger.lastMeeting();
        if (last.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        added("last", last.get(), tallies, Number::isResult).stream(),
                        added("last.planned", last.get(), tallies, added -> !added.isResult()).stream())
                .toList();
    }

    private List<Sentence> added(
            String code, CouncilLedger.Meeting meeting, List<Tally> tallies, Predicate<Number> which) {
        List<Item> items = tallies.stream()
                .flatMap(tally -> tally.row(meeting.ordinal()).stream()
                        .map(Tally.Row::added)
                        .filter(added -> added.isKnown() && added.lender() == null && which.test(added))
                        .map(added -> SentenceParts.item(cells.qualified(added), cells.href(tally, added))))
                .toList();
        return parts.sentence(code, items, wording.ordinal(meeting.ordinal()), words.day(meeting.day()));
    }

    private List<Sentence> sureness(List<Tally> tallies) {
        List<Item> items = tallies.stream()
                .filter(Leads::isTotalled)
                .map(findings::sureness)
                .toList();
        return parts.joined("sure", parts.apart(items));
    }

    private List<Sentence> missing(CouncilLedger ledger, List<Tally> tallies) {
        String findings = ledger.council().path() + "#findings";
        List<Item> items = new ArrayList<>();
        List<Finding.MissingMeetings> runs = ledger.missing();
        int meetings = runs.stream().mapToInt(Finding.MissingMeetings::size).sum();
        if (meetings == 1) {
            items.add(SentenceParts.item(
                    words.say("missing.meeting", wording.ordinal(runs.get(0).ordinal())), findings));
        } else if (meetings > 1) {
            items.add(SentenceParts.item(words.say("missing.meetings", wording.count(meetings)), findings));
        }
        for (Tally tally : tallies) {
            Number total = tally.total();
            long unnamed = total.least() - tally.held().inCount();
            boolean isSure = total.basis() != Basis.DISPUTED && !total.isDoubtful() && total.higher() == null;
            if (isSure && tally.isAnnounced() && unnamed > 0) {
                String key = total.isExact() ? "missing.names" : "missing.names.open";
                items.add(SentenceParts.item(
                        words.say(key, figures.quantity(wording.count(unnamed), unnamed, tally.measure())), findings));
            }
        }
        return parts.sentence("missing", items);
    }
}
