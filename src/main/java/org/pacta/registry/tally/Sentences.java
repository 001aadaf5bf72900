package org.pacta.registry.tally;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CouncilLedger.Standing;
import org.pacta.registry.tally.Tally.Held;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.rules.ledger.Cell;
import org.pacta.rules.ledger.Finding;
import org.pacta.rules.ledger.Measure;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what a council has announced, what is recorded of it, how sure that is and what is missing, in sentences whose numbers are links. */
@Component
class Sentences {

    /** Where the items stand in a message. */
    private static final String ITEMS = "§";

    private final LedgerWording words;
    private final Wording wording;

    Sentences(LedgerWording words, Wording wording) {
        this.words = words;
        this.wording = wording;
    }

    /** One sentence: words, the items in the middle, and words again. */
    public record Sentence(String code, String before, List<Item> items, String after) {}

    /**
     * One linked part of a sentence.
     *
     * @param joint what stands between it and the one before: a comma, "and", or nothing
     */
    public record Item(String joint, String text, @Nullable String href) {}

    /** What a reader should know first about a council. */
    public List<Sentence> of(CouncilLedger ledger) {
        List<Tally> tallies = ledger.tallies();
        return Stream.of(
                        announced(ledger, tallies),
                        held(ledger, tallies),
                        beside(ledger, tallies, false),
                        beside(ledger, tallies, true),
                        lastMeeting(ledger, tallies),
                        sureness(tallies),
                        missing(ledger, tallies))
                .flatMap(List::stream)
                .toList();
    }

    /** The same in one paragraph that does not name the council: how much, how sure, and what is missing. */
    public List<Sentence> gist(CouncilLedger ledger) {
        List<Tally> tallies = ledger.tallies();
        List<Sentence> sentences = new ArrayList<>();
        announcedByDay(tallies)
                .forEach((day, items) ->
                        sentences.addAll(day.isEmpty() ? sentence("gist", items) : sentence("gist.by", items, day)));
        if (sentences.isEmpty()) {
            sentences.addAll(sentence("gist", atOtherMeetings(ledger)));
        }
        sentences.addAll(held(ledger, tallies));
        sentences.addAll(sureness(tallies));
        sentences.addAll(missing(ledger, tallies));
        return sentences;
    }

    private List<Sentence> announced(CouncilLedger ledger, List<Tally> tallies) {
        Map<String, List<Item>> byDay = announcedByDay(tallies);
        if (byDay.isEmpty()) {
            List<Item> single = atOtherMeetings(ledger);
            return single.isEmpty()
                    ? sentence("none", List.of(new Item("", name(ledger), null)))
                    : sentence("single", single, name(ledger));
        }
        List<Sentence> sentences = new ArrayList<>();
        byDay.forEach((day, items) -> sentences.addAll(
                day.isEmpty()
                        ? sentence("announced", items, name(ledger))
                        : sentence("announced.by", items, name(ledger), day)));
        return sentences;
    }

    private Map<String, List<Item>> announcedByDay(List<Tally> tallies) {
        Map<String, List<Item>> byDay = new LinkedHashMap<>();
        for (Tally tally : tallies) {
            Number total = tally.total();
            if (total.isKnown() && tally.isAnnounced()) {
                String day = tally.day(total).map(this::by).orElse("");
                byDay.computeIfAbsent(day, key -> new ArrayList<>()).add(total(tally, total));
            }
        }
        return byDay;
    }

    /** The end of a date that is not a day. */
    private String by(PartialDate date) {
        if (date.edtf().length() == 4) {
            return words.say("sentence.year_end", date.edtf());
        }
        return date.latest() != null && date.edtf().length() > 10
                ? wording.date(PartialDate.parse(date.latest().toString()))
                : wording.date(date);
    }

    private Item total(Tally tally, Number total) {
        String text = words.quantity(total);
        if (total.isDerived()) {
            return item(
                    total.isExact() && words.hasSum(total)
                            ? words.say("sentence.follows", text, words.sum(total))
                            : text,
                    proof(tally, total));
        }
        return item(text, source(total));
    }

    /** Numbers announced at meetings that are not of the council's own series. */
    private List<Item> atOtherMeetings(CouncilLedger ledger) {
        return ledger.beside().stream()
                .filter(figure -> figure.value() != null && figure.standing().equals("reported"))
                .map(figure -> item(quantity(figure), source(figure)))
                .toList();
    }

    private String quantity(Figure figure) {
        return words.quantity(words.amount(figure), Objects.requireNonNull(figure.value()), figure.measure());
    }

    private List<Sentence> held(CouncilLedger ledger, List<Tally> tallies) {
        List<Item> items = tallies.stream()
                .filter(Sentences::isOwnRows)
                .filter(tally -> tally.isAnnounced()
                        || tally.held().inCount() + tally.held().perhaps() > 0)
                .map(this::held)
                .toList();
        return sentence(ledger.rule().isActive() ? "held.active" : "held", items);
    }

    /** Rows of all agreements are told only where some are no MOUs. */
    private static boolean isOwnRows(Tally tally) {
        return tally.measure() != Measure.AGREEMENTS || !tally.holdsOnlyMous();
    }

    private Item held(Tally tally) {
        Held held = tally.held();
        Number total = tally.total();
        String text;
        if (total.isKnown() && tally.isAnnounced()) {
            String announced = words.quantity(total);
            text = words.say(
                    "sentence." + (total.isExact() ? "of" : "of.open"), wording.count(held.inCount()), announced);
            if (held.perhaps() > 0) {
                text = words.say("sentence.perhaps", text, wording.count(held.perhaps()));
            }
        } else {
            long rows = held.inCount() + held.perhaps();
            text = words.quantity(wording.count(rows), rows, tally.measure());
        }
        return item(text, tally.rows(null).toString());
    }

    /** What stands beside the count: what the rule adds to it, or what it leaves out. */
    private List<Sentence> beside(CouncilLedger ledger, List<Tally> tallies, boolean added) {
        List<Item> items = new ArrayList<>();
        for (Tally tally : tallies.stream().filter(Sentences::isOwnRows).toList()) {
            Stream.of(Standing.values())
                    .filter(standing ->
                            standing.extra() != null && ledger.rule().includes(standing.extra()) == added)
                    .filter(standing -> tally.held().of(standing) > 0)
                    .forEach(standing -> items.add(recorded(tally, standing)));
        }
        if (ledger.rule().includes(CountingRule.Extra.SUB_COUNCILS) == added) {
            ledger.children().stream()
                    .filter(child -> !child.council().countsTowardsParent())
                    .forEach(child -> items.addAll(announcedBy(child)));
        }
        return sentence(added ? "added" : "excluded", items);
    }

    private Item recorded(Tally tally, Standing standing) {
        long rows = tally.held().of(standing);
        String quantity = words.quantity(wording.count(rows), rows, tally.measure());
        String href = tally.rows(null).toString() + "#" + standing.code();
        return item(words.say("sentence.standing." + standing.code(), quantity), href);
    }

    private List<Item> announcedBy(CouncilLedger child) {
        Stream<Item> totals = child.tallies().stream()
                .filter(tally -> tally.isAnnounced() && tally.total().isKnown())
                .map(tally -> words.quantity(
                        words.number(tally.total()), tally.total().least(), tally.measure()))
                .map(quantity -> item(
                        words.say("sentence.child", quantity, name(child)),
                        child.council().path()));
        Stream<Item> single = child.beside().stream()
                .filter(figure -> figure.value() != null && figure.standing().equals("reported"))
                .map(figure -> item(words.say("sentence.child", quantity(figure), name(child)), source(figure)));
        return Stream.concat(totals, single).toList();
    }

    private List<Sentence> lastMeeting(CouncilLedger ledger, List<Tally> tallies) {
        Optional<CouncilLedger.Meeting> last = ledger.lastMeeting();
        if (last.isEmpty()) {
            return List.of();
        }
        int ordinal = last.get().ordinal();
        List<Item> items = tallies.stream()
                .flatMap(tally -> tally.row(ordinal).stream()
                        .map(Tally.Row::added)
                        .filter(Number::isKnown)
                        .map(added -> added(tally, added)))
                .toList();
        String day =
                Optional.ofNullable(last.get().day()).map(wording::date).orElseGet(() -> words.say("not.published"));
        return sentence("last", items, wording.ordinal(ordinal), day);
    }

    private Item added(Tally tally, Number added) {
        String text = words.quantity(added);
        return item(text, added.isDerived() ? proof(tally, added) : source(added));
    }

    private List<Sentence> sureness(List<Tally> tallies) {
        return sentence(
                "sure",
                tallies.stream()
                        .filter(tally -> tally.isAnnounced() && tally.total().isKnown())
                        .map(this::sureness)
                        .toList());
    }

    private Item sureness(Tally tally) {
        Number total = tally.total();
        String quantity = words.quantity(total);
        String href = tally.ledger().council().path() + "#findings";
        if (total.isDisputed() || isDisputed(tally)) {
            return item(words.say("sure.disputed", quantity), href);
        }
        if (total.basis() == Cell.Basis.ASSUMED) {
            return item(words.say("sure.assumed", quantity), proof(tally, total));
        }
        if (total.isDerived()) {
            return total.isExact()
                    ? item(words.say("sure.derived", quantity, words.sum(total)), proof(tally, total))
                    : item(
                            words.say("sure.bounded", words.measure(tally.measure()), words.sum(total)),
                            proof(tally, total));
        }
        return tally.confirmation()
                .map(agreement -> words.sum(agreement.proof().writtenOut()))
                .map(sum -> item(words.say("sure.confirmed", words.number(total), sum), href))
                .orElseGet(() -> item(words.say("sure.stated", quantity), source(total)));
    }

    private static boolean isDisputed(Tally tally) {
        return tally.findings().stream()
                .anyMatch(finding -> finding instanceof Finding.Contradiction || finding instanceof Finding.OverCount);
    }

    private List<Sentence> missing(CouncilLedger ledger, List<Tally> tallies) {
        String findings = ledger.council().path() + "#findings";
        List<Item> items = new ArrayList<>();
        List<CouncilLedger.Run> runs = ledger.missing();
        int meetings = runs.stream().mapToInt(CouncilLedger.Run::size).sum();
        if (meetings == 1) {
            items.add(item(
                    words.say("missing.meeting", wording.ordinal(runs.get(0).first())), findings));
        } else if (meetings > 1) {
            items.add(item(words.say("missing.meetings", wording.count(meetings)), findings));
        }
        for (Tally tally : tallies) {
            long unnamed = tally.total().least() - tally.held().inCount();
            if (tally.isAnnounced() && unnamed > 0) {
                String key = tally.total().isExact() ? "missing.names" : "missing.names.open";
                items.add(item(
                        words.say(key, words.quantity(wording.count(unnamed), unnamed, tally.measure())), findings));
            }
        }
        return sentence("missing", items);
    }

    private static String proof(Tally tally, Number number) {
        return tally.ledger().council().path() + "#" + number.anchor();
    }

    private static @Nullable String source(Number number) {
        return number.figures().stream().findFirst().map(Sentences::source).orElse(null);
    }

    private static @Nullable String source(Figure figure) {
        return figure.sources().isEmpty() ? null : figure.sources().get(0).path();
    }

    private static String name(CouncilLedger ledger) {
        return ledger.council().name().in(LocaleContextHolder.getLocale());
    }

    private static Item item(String text, @Nullable String href) {
        return new Item("", text, href);
    }

    /** Nothing where there is nothing to say. */
    private List<Sentence> sentence(String code, List<Item> items, Object... arguments) {
        if (items.isEmpty()) {
            return List.of();
        }
        String[] parts = words.say("sentence." + code, arguments).split(ITEMS, 2);
        List<Item> joined = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String joint = i == 0 ? "" : words.say(i == items.size() - 1 ? "list.and" : "list.comma");
            joined.add(new Item(joint, items.get(i).text(), items.get(i).href()));
        }
        return List.of(new Sentence(code, parts[0], joined, parts[1]));
    }
}
