package org.pacta.rules.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pacta.rules.ledger.Evidence.Neighbours;
import org.pacta.rules.ledger.Evidence.Outline;
import org.pacta.rules.ledger.Fact.Growth;
import org.pacta.rules.ledger.Fact.Range;
import org.pacta.rules.ledger.Proof.Ground;
import org.pacta.rules.ledger.Statement.After;
import org.pacta.rules.ledger.Statement.AsOf;
import org.pacta.rules.ledger.Statement.At;
import org.pacta.rules.ledger.Statement.Before;
import org.pacta.rules.ledger.Statement.Place;
import org.pacta.rules.ledger.Statement.Relation;

/**
 * The moments of one series at which its total is spoken of, and what each statement says about them. From one meeting to the next there
 * is a single moment, since nothing is assumed to be signed there; only stated totals that differ show growth, and make it several. A total whose
 * day is not known to lie between two certain meetings has a moment of its own, after what is surely earlier and before what is surely
 * later (rule 5).
 */
final class Timeline {

    static final int ZERO = 0;

    private final Outline outline;
    private final List<Moment> moments = new ArrayList<>();
    private final List<Fact> frame = new ArrayList<>();
    private final Map<Place, Integer> days = new LinkedHashMap<>();
    private final Set<Place> spans;
    private final NavigableMap<Integer, Pause> pauses = new TreeMap<>();
    private final NavigableSet<Integer> grown = new TreeSet<>();

    /**
     * @param dates the days that totals are stated for, in this series and those it is compared with
     * @param statements those of the series that count
     */
    Timeline(Outline outline, List<AsOf> dates, List<Statement> statements) {
        this.outline = outline;
        Map<Place, List<Statement>> stated = statements.stream().collect(groupingBy(Statement::place));
        spans = stated.keySet().stream().filter(At.class::isInstance).collect(toSet());
        Map<Integer, List<AsOf>> between = dates.stream()
                .filter(outline::isBetween)
                .collect(groupingBy(day -> outline.neighbours(day).before()));
        List<AsOf> alone = dates.stream().filter(day -> !outline.isBetween(day)).toList();
        moment(Place.before(1), 0);
        alone.stream()
                .filter(day -> outline.neighbours(day).before() == 0)
                .forEach(day -> days.put(day, moment(day, 0)));
        pauses.put(0, new Pause(moment(Place.before(1), 0)));
        neverFalls(ZERO, pause(0).opening());
        for (int ordinal : outline.spoken().tailSet(0, false)) {
            Pause earlier = pauses.lastEntry().getValue();
            pauses.put(ordinal, layOut(ordinal, totals(ordinal, between.getOrDefault(ordinal, List.of()), stated)));
            Growth step = new Growth(earlier.closing(), pause(ordinal).opening());
            frame.add(outline.step(ordinal, step));
        }
        alone.forEach(day -> days.computeIfAbsent(
                day, key -> moment(key, outline.neighbours(day).before())));
        alone.forEach(day -> fitIn(day, dates));
    }

    /** A point of the series, with the meeting whose row it belongs to, 0 before the first. */
    private record Moment(Place name, int meeting) {}

    /** Between a meeting and the next: where stated totals show growth, it opens with one and closes with another. */
    private record Pause(int opening, int closing) {

        Pause(int only) {
            this(only, only);
        }

        boolean isGrown() {
            return opening != closing;
        }
    }

    /** What the statements of one place between two meetings say: one of them where they exclude each other. */
    private record Total(Place place, LocalDate earliest, LocalDate latest, Bounds bounds) {

        static Total of(Place place, List<Statement> statements) {
            Bounds bounds = Bounds.of(statements).orElseGet(() -> Bounds.either(statements));
            if (place instanceof AsOf day) {
                return new Total(place, day.earliest(), day.latest(), bounds);
            }
            LocalDate day = place instanceof After ? LocalDate.MIN : LocalDate.MAX;
            return new Total(place, day, day, bounds);
        }

        boolean isOpen() {
            return place instanceof AsOf && bounds.isAny();
        }

        /** By their days, and by their numbers where the days leave it open. */
        static List<Total> inOrder(List<Total> totals) {
            List<Total> waiting = new ArrayList<>(totals);
            List<Total> ordered = new ArrayList<>();
            while (!waiting.isEmpty()) {
                LocalDate first = waiting.stream()
                        .map(Total::latest)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
                Total next = waiting.stream()
                        .filter(total -> !first.isBefore(total.earliest))
                        .min(Comparator.comparingLong(
                                total -> total.bounds.least().value()))
                        .orElseThrow();
                waiting.remove(next);
                ordered.add(next);
            }
            return ordered;
        }
    }

    int size() {
        return moments.size();
    }

    Place name(int moment) {
        return moments.get(moment).name();
    }

    List<Fact> frame() {
        return frame;
    }

    /** The growth between a meeting and the next, for each where totals show some. */
    Map<Integer, Growth> growths() {
        Map<Integer, Growth> growths = new TreeMap<>();
        grown.forEach(ordinal -> growths.put(
                ordinal, new Growth(pause(ordinal).opening(), pause(ordinal).closing())));
        return growths;
    }

    /** The meeting whose row a moment belongs to, 0 before the first. */
    int meeting(int moment) {
        return moments.get(moment).meeting();
    }

    /** Whether a fact is of a later meeting than a total: a day on either side of a meeting may follow it. */
    boolean isLater(Fact fact, int moment) {
        int last = name(moment) instanceof AsOf day && !outline.isBetween(day)
                ? outline.neighbours(day).after() - 1
                : meeting(moment);
        return meeting(fact.to()) > last;
    }

    /** Whether the frame says that a moment comes next after another. */
    boolean isNextAfter(int moment, int earlier) {
        return frame.stream().anyMatch(fact -> fact.from() == earlier && fact.to() == moment);
    }

    /** What would be, had nothing been signed between a day on either side of meetings and one of them. */
    Stream<Fact> supposedPauses() {
        return days.keySet().stream()
                .filter(AsOf.class::isInstance)
                .map(AsOf.class::cast)
                .filter(day -> !outline.isBetween(day))
                .flatMap(day ->
                        pauses
                                .subMap(
                                        outline.neighbours(day).before(),
                                        outline.neighbours(day).after())
                                .values()
                                .stream()
                                .map(pause -> supposed(momentOf(day), pause.opening())));
    }

    private static Fact supposed(int one, int other) {
        return new Growth(Math.min(one, other), Math.max(one, other)).fact(0L, 0L, null);
    }

    /** The places of the totals that nothing surely follows: after the last meeting, or of a day that may be later. */
    List<Place> latest() {
        int closing = pause(outline.lastHeld()).closing();
        Set<Integer> followed = frame.stream().map(Fact::from).collect(toSet());
        return Stream.concat(Stream.of(closing), days.values().stream().filter(moment -> !followed.contains(moment)))
                .distinct()
                .sorted()
                .map(this::name)
                .toList();
    }

    /** Every number that is spoken of: of stretches and spans, and totals. */
    Stream<Place> places() {
        return Stream.concat(outline.spans(), shown()).distinct();
    }

    /** What the numbers that are shown measure. */
    Set<Growth> numbers() {
        return shown().flatMap(place -> growth(place).stream()).collect(toCollection(LinkedHashSet::new));
    }

    private Stream<Place> shown() {
        Stream<Place> totals = pauses.keySet().stream().flatMap(Timeline::ends);
        return Stream.<Stream<? extends Place>>of(
                        totals, outline.stretches().stream(), days.keySet().stream(), spans.stream())
                .flatMap(places -> places);
    }

    private static Stream<Place> ends(int ordinal) {
        Stream<Place> closing =
                ordinal < Statement.LAST_ORDINAL ? Stream.of(Place.before(ordinal + 1)) : Stream.empty();
        return ordinal == 0 ? closing : Stream.concat(Stream.of(Place.after(ordinal)), closing);
    }

    /** What a place measures, unless that is no single thing: within a stretch nobody speaks of, or across known growth. */
    Optional<Growth> growth(Place place) {
        if (place instanceof At at) {
            Pause before = pauses.get(at.ordinal() - 1);
            Pause after = pauses.get(at.through());
            return before == null || after == null || crossesGrowth(at)
                    ? Optional.empty()
                    : Optional.of(new Growth(before.closing(), after.opening()));
        }
        if (place instanceof After after) {
            return Optional.ofNullable(pauses.get(after.ordinal())).map(pause -> total(pause.opening()));
        }
        if (place instanceof Before before) {
            return Optional.ofNullable(pauses.get(before.ordinal() - 1)).map(pause -> total(pause.closing()));
        }
        return Optional.ofNullable(days.get(place)).map(Timeline::total);
    }

    /** What bounds what a meeting added, or the total after it. */
    Range range(Place place) {
        return growth(place).map(growth -> new Range(growth, growth)).orElseGet(() -> {
            int first = place instanceof At at ? at.ordinal() - 1 : Evidence.ordinal(place);
            int before = pauses.floorEntry(first).getValue().closing();
            int after = pauses.ceilingEntry(Evidence.ordinal(place)).getValue().opening();
            return place instanceof At
                    ? new Range(null, new Growth(before, after))
                    : new Range(total(before), total(after));
        });
    }

    /** What was counted before the first meeting, supposed to be so much. */
    Fact suppose(long before, Ground ground) {
        return total(pause(0).closing()).fact(before, before, ground);
    }

    /** What a printed number says, if anything; "about" says nothing, and a relation only which of two totals is no less. */
    Stream<Fact> facts(Statement statement) {
        Ground ground = statement.ground();
        if (statement.amount() instanceof Relation relation) {
            return compared(relation, statement.place(), ground).stream();
        }
        return growth(statement.place())
                .map(growth -> growth.fact(statement.least(), statement.most(), ground))
                .or(() -> Optional.of((At) statement.place())
                        .map(span -> new Growth(
                                        pause(span.ordinal() - 1).closing(),
                                        pause(span.through()).opening())
                                .fact(statement.least(), null, ground)))
                .filter(fact -> fact.least() != null || fact.most() != null)
                .stream();
    }

    /** That a total is no less than another, or no more, where a relation to it says so. */
    private Optional<Fact> compared(Relation relation, Place place, Ground ground) {
        return growth(place)
                .filter(Growth::isTotal)
                .flatMap(number -> growth(relation.base(place))
                        .filter(base -> base.to() != number.to())
                        .map(base -> new Growth(base.to(), number.to())))
                .map(growth -> growth.fact(relation.leastMore(), relation.mostMore(), ground));
    }

    private static Growth total(int moment) {
        return new Growth(ZERO, moment);
    }

    private boolean crossesGrowth(At at) {
        Integer next = grown.ceiling(at.ordinal());
        return next != null && next < at.through();
    }

    private static List<Total> totals(int ordinal, List<AsOf> days, Map<Place, List<Statement>> stated) {
        return Stream.concat(ends(ordinal).filter(stated::containsKey), days.stream())
                .map(place -> Total.of(place, stated.getOrDefault(place, List.of())))
                .toList();
    }

    /** One moment for as many totals in a row as fit one number. */
    private Pause layOut(int ordinal, List<Total> totals) {
        int opening = moment(Place.after(ordinal), ordinal);
        int closing = opening;
        Optional<Bounds> number = Optional.of(Bounds.ANY);
        for (Total total : Total.inOrder(totals)) {
            number = number.flatMap(known -> known.and(total.bounds));
            if (number.isEmpty()) {
                int earlier = closing;
                closing = moment(total.place, ordinal);
                neverFalls(earlier, closing);
                number = Optional.of(total.bounds);
            }
            days.put(total.place, closing);
        }
        Pause pause = new Pause(opening, closing);
        if (pause.isGrown()) {
            grown.add(ordinal);
            totals.stream().filter(Total::isOpen).forEach(total -> days.put(total.place, within(pause, total.place)));
        }
        return pause;
    }

    /** A moment of which only the day is known, where the total grew on some day. */
    private int within(Pause pause, Place day) {
        int moment = moment(day, meeting(pause.opening()));
        neverFalls(pause.opening(), moment);
        neverFalls(moment, pause.closing());
        return moment;
    }

    /** A total on a day of its own comes after the meetings and days that are surely earlier, and before those that are surely later. */
    private void fitIn(AsOf day, List<AsOf> dates) {
        int moment = momentOf(day);
        Neighbours meetings = outline.neighbours(day);
        if (meetings.before() > 0) {
            neverFalls(pause(meetings.before()).opening(), moment);
        } else {
            neverFalls(ZERO, moment);
        }
        if (meetings.after() <= outline.last()) {
            neverFalls(moment, pause(meetings.after() - 1).closing());
        }
        List<AsOf> earlier = dates.stream()
                .filter(other -> other.latest().isBefore(day.earliest()))
                .toList();
        earlier.stream()
                .filter(other ->
                        earlier.stream().noneMatch(next -> other.latest().isBefore(next.earliest())))
                .forEach(other -> neverFalls(momentOf(other), moment));
        List<AsOf> later = dates.stream()
                .filter(other -> outline.isBetween(other) && day.latest().isBefore(other.earliest()))
                .toList();
        later.stream()
                .filter(other -> later.stream().noneMatch(next -> next.latest().isBefore(other.earliest())))
                .forEach(other -> neverFalls(moment, momentOf(other)));
    }

    private void neverFalls(int earlier, int later) {
        frame.add(new Growth(earlier, later).fact(0L, null, null));
    }

    private int moment(Place name, int meeting) {
        moments.add(new Moment(name, meeting));
        return moments.size() - 1;
    }

    private int momentOf(Place day) {
        return Objects.requireNonNull(days.get(day));
    }

    private Pause pause(int ordinal) {
        return Objects.requireNonNull(pauses.get(ordinal));
    }
}
