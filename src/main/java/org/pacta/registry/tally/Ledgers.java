package org.pacta.registry.tally;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.record.CouncilStates;
import org.pacta.registry.record.CouncilStates.Seen;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CouncilLedger.Head;
import org.pacta.registry.tally.CouncilLedger.Holding;
import org.pacta.registry.tally.CouncilLedger.Standing;
import org.pacta.registry.tally.CountingRule.Extra;
import org.pacta.registry.tally.CountingRule.Happened;
import org.pacta.registry.tally.EvidenceQueries.Council;
import org.pacta.registry.tally.EvidenceQueries.Met;
import org.pacta.registry.tally.EvidenceQueries.Rows;
import org.pacta.rules.ledger.Evidence;
import org.pacta.rules.ledger.Ledger;
import org.pacta.rules.ledger.Measure;
import org.pacta.rules.ledger.Statement;
import org.springframework.stereotype.Component;

/** Draws up the ledgers of councils from what is recorded now, or was on an earlier day. */
@Component
public class Ledgers {

    private static final int KEPT = 500;
    private static final int FAMILIES = 3_000;
    private static final int ANSWERS = 60;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final EvidenceQueries evidence;
    private final CouncilStates states;

    /** A ledger follows from its evidence alone, so what was drawn up once is right for as long as the evidence is the same. */
    private final Cache<Evidence, Ledger> drawnUp =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private final Snapshots.Kept<String, Map<Long, Long>> heads;
    private final Snapshots.Kept<Question, List<CouncilLedger>> families;
    private final Snapshots.Kept<CountingRule, List<CouncilLedger>> answered;

    Ledgers(EvidenceQueries evidence, CouncilStates states, Snapshots snapshots) {
        this.evidence = evidence;
        this.states = states;
        this.heads = snapshots.keep(1, LONGEST);
        this.families = snapshots.keep(FAMILIES, LONGEST);
        this.answered = snapshots.keep(ANSWERS, LONGEST);
    }

    /** The ledgers of every council, by name. */
    public List<CouncilLedger> all(CountingRule rule) {
        Seen seen = states.now();
        return answered.get(
                rule,
                seen.snapshot(),
                seen.all(),
                () -> isShared(rule, seen) ? assemble(rule, seen) : drawUp(null, rule));
    }

    /** The ledger of a council; nothing when it was not there on the day of the rule. */
    public Optional<CouncilLedger> of(long council, CountingRule rule) {
        Seen seen = states.now();
        boolean isShared = isShared(rule, seen);
        Long head = isShared ? heads(seen).getOrDefault(council, council) : (Long) council;
        List<CouncilLedger> family = families.get(
                new Question(head, rule),
                seen.snapshot(),
                isShared ? state(head, seen) : seen.all(),
                () -> drawUp(List.of(head), rule));
        return family.stream()
                .filter(ledger -> ledger.council().id() == council)
                .findFirst();
    }

    /** Whether ledgers of whole families are kept: of the registry as it is now, for whoever has not written. */
    private static boolean isShared(CountingRule rule, Seen seen) {
        return rule.knownOn() == null && !seen.snapshot().isOwn();
    }

    /** The ledger of a council by the name in its address. */
    public Optional<CouncilLedger> of(String slug, CountingRule rule) {
        return evidence.council(slug).flatMap(council -> of(council, rule));
    }

    private record Question(long head, CountingRule rule) {}

    private Map<Long, Long> heads(Seen seen) {
        return heads.get("heads", seen.snapshot(), seen.councils(), evidence::families);
    }

    /** The state of a council with all bodies under it. */
    private long state(long head, Seen seen) {
        Set<Long> family = heads(seen).entrySet().stream()
                .filter(each -> each.getValue() == head)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        family.add(head);
        return seen.of(family);
    }

    /** Puts the ledgers of all families together, of which only those that were touched are drawn up. */
    private List<CouncilLedger> assemble(CountingRule rule, Seen seen) {
        Map<Long, Long> heads = heads(seen);
        Map<Question, Long> asked = heads.values().stream()
                .distinct()
                .collect(Collectors.toMap(head -> new Question(head, rule), head -> state(head, seen)));
        Map<Long, CouncilLedger> ledgers =
                families.getAll(asked, seen.snapshot(), missing -> drawUp(missing, heads, rule)).values().stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toMap(ledger -> ledger.council().id(), Function.identity()));
        return heads.keySet().stream()
                .flatMap(council -> Stream.ofNullable(ledgers.get(council)))
                .toList();
    }

    private Map<Question, List<CouncilLedger>> drawUp(Set<Question> asked, Map<Long, Long> heads, CountingRule rule) {
        Map<Question, List<CouncilLedger>> drawn = drawUp(
                        asked.stream().map(Question::head).toList(), rule)
                .stream()
                .collect(Collectors.groupingBy(ledger -> new Question(
                        heads.getOrDefault(
                                ledger.council().id(), ledger.council().id()),
                        rule)));
        asked.forEach(question -> drawn.putIfAbsent(question, List.of()));
        return drawn;
    }

    private List<CouncilLedger> drawUp(@Nullable Collection<Long> only, CountingRule rule) {
        return Family.read(evidence, only, rule).ledgers(drawnUp::get);
    }

    /** Councils with the bodies under them, and the evidence of each. */
    private record Family(
            List<Council> councils,
            Map<Long, List<Met>> meetings,
            Map<Long, List<Figure>> figures,
            Map<Long, List<Rows>> rows,
            CountingRule rule) {

        static Family read(EvidenceQueries evidence, @Nullable Collection<Long> only, CountingRule rule) {
            return new Family(
                    evidence.councils(only, rule),
                    evidence.meetings(only, rule).stream().collect(Collectors.groupingBy(Met::council)),
                    evidence.figures(only, rule).stream().collect(Collectors.groupingBy(Figure::councilId)),
                    evidence.rows(only, rule).stream().collect(Collectors.groupingBy(Rows::council)),
                    rule);
        }

        List<CouncilLedger> ledgers(LedgerBook book) {
            return councils.stream().map(council -> ledger(council, book)).toList();
        }

        private CouncilLedger ledger(Council council, LedgerBook book) {
            Head head = council.head();
            Series series = series(head.id());
            List<CouncilLedger.Meeting> held = series.meetings(Happened.SURELY);
            List<CouncilLedger.Meeting> unheld = numbered(head.id(), false);
            List<Figure> figures = this.figures.getOrDefault(head.id(), List.of());
            List<Figure> spoken = spoken(figures.stream()
                    .filter(figure -> series.happened(figure) == Happened.SURELY)
                    .toList());
            Map<String, Statement> statements = spoken.stream()
                    .flatMap(figure -> statement(figure).stream())
                    .collect(Collectors.toMap(Statement::key, Function.identity()));
            List<Holding> holdings = holdings(council, Happened.SURELY).toList();
            Evidence all = new Evidence(
                    held.stream().map(Family::meeting).toList(),
                    unheld.stream()
                            .filter(meeting -> !meeting.isCancelled())
                            .map(Family::meeting)
                            .toList(),
                    unheld.stream()
                            .filter(CouncilLedger.Meeting::isCancelled)
                            .map(CouncilLedger.Meeting::ordinal)
                            .collect(Collectors.toSet()),
                    List.copyOf(statements.values()),
                    recorded(holdings),
                    founding(head),
                    council.oneSeries());
            return new CouncilLedger(
                    head,
                    held,
                    unheld.stream()
                            .filter(meeting -> series.happened(meeting.ordinal(), meeting.day()) == Happened.SURELY)
                            .toList(),
                    unnumbered(head.id()),
                    spoken.stream().collect(Collectors.toMap(Figure::key, Function.identity())),
                    spoken.stream()
                            .filter(figure -> !statements.containsKey(figure.key()))
                            .toList(),
                    council.targets().stream()
                            .filter(target -> rule.happened(target.setOn()) == Happened.SURELY)
                            .toList(),
                    book.get(all, Ledger::of),
                    holdings,
                    children(head).map(child -> ledger(child, book)).toList(),
                    new CouncilLedger.Unsure(
                            series.meetings(Happened.PERHAPS),
                            figures.stream()
                                    .filter(figure -> series.happened(figure) == Happened.PERHAPS)
                                    .toList(),
                            holdings(council, Happened.PERHAPS).toList()),
                    rule);
        }

        /** The council's own figures, or those that take in its sub-councils where the rule does and there are some. */
        private List<Figure> spoken(List<Figure> figures) {
            Map<Boolean, List<Figure>> byScope = figures.stream()
                    .collect(Collectors.partitioningBy(figure -> figure.scope().equals("sub_councils_included")));
            boolean wide = rule.includes(Extra.SUB_COUNCILS)
                    && Objects.requireNonNull(byScope.get(true)).stream().anyMatch(figure -> !figure.isAside());
            return Objects.requireNonNull(byScope.get(wide));
        }

        /** The numbered meetings of a council, and how far into the series the day of the rule surely reaches and surely does not. */
        private record Series(List<CouncilLedger.Meeting> meetings, int reached, int notReached, CountingRule rule) {

            static Series of(List<CouncilLedger.Meeting> meetings, CountingRule rule) {
                return new Series(
                        meetings,
                        ordinals(meetings, rule, Happened.SURELY).max().orElse(0),
                        ordinals(meetings, rule, Happened.NOT).min().orElse(Integer.MAX_VALUE),
                        rule);
            }

            private static IntStream ordinals(
                    List<CouncilLedger.Meeting> meetings, CountingRule rule, Happened happened) {
                return meetings.stream()
                        .filter(meeting -> rule.happened(meeting.day()) == happened)
                        .mapToInt(CouncilLedger.Meeting::ordinal);
            }

            List<CouncilLedger.Meeting> meetings(Happened happened) {
                return meetings.stream()
                        .filter(meeting -> happened(meeting.ordinal(), meeting.day()) == happened)
                        .toList();
            }

            /** A meeting took place before a later one that surely did, and not if an earlier one had not. */
            Happened happened(int ordinal, @Nullable PartialDate day) {
                if (ordinal <= reached) {
                    return Happened.SURELY;
                }
                return ordinal >= notReached ? Happened.NOT : rule.happened(day);
            }

            /** A figure of a numbered meeting is of the time of that meeting, unless it has a day of its own. */
            Happened happened(Figure figure) {
                Integer ordinal = figure.ordinal();
                boolean isOfMeeting = figure.day() == null
                        || meetings.stream()
                                .anyMatch(meeting -> Objects.equals(meeting.ordinal(), ordinal)
                                        && figure.day().equals(meeting.day()));
                return ordinal != null && isOfMeeting ? happened(ordinal, figure.day()) : rule.happened(figure.day());
            }

            Happened happened(Rows rows) {
                return rows.ordinal() != null && rows.ordinal() <= reached ? Happened.SURELY : rows.happened();
            }
        }

        private Series series(long council) {
            return Series.of(numbered(council, true), rule);
        }

        private List<CouncilLedger.Meeting> numbered(long council, boolean held) {
            return meetings.getOrDefault(council, List.of()).stream()
                    .filter(met -> met.isHeld() == held)
                    .flatMap(met -> Stream.ofNullable(met.ordinal())
                            .map(ordinal -> new CouncilLedger.Meeting(met.id(), ordinal, met.day(), met.status())))
                    .toList();
        }

        private List<CouncilLedger.Session> unnumbered(long council) {
            return meetings.getOrDefault(council, List.of()).stream()
                    .filter(met -> met.ordinal() == null)
                    .map(met -> new CouncilLedger.Session(met.id(), met.day()))
                    .toList();
        }

        private Stream<Council> children(Head parent) {
            return councils.stream().filter(each -> Objects.equals(each.head().parentId(), parent.id()));
        }

        private Stream<Holding> holdings(Council council, Happened happened) {
            Series series = series(council.head().id());
            Stream<Holding> own = rows.getOrDefault(council.head().id(), List.of()).stream()
                    .filter(each -> series.happened(each) == happened)
                    .map(each -> holding(each, standing(each)));
            Stream<Holding> below = children(council.head())
                    .flatMap(child -> holdings(child, happened).map(each -> ofChild(each, child.head())));
            return Stream.concat(own, below);
        }

        private static Holding holding(Rows rows, Standing standing) {
            return new Holding(rows.council(), rows.ordinal(), rows.day(), rows.kind(), standing, rows.number());
        }

        private static Standing standing(Rows rows) {
            if (rows.counting().equals("in_count")) {
                return Standing.IN_COUNT;
            }
            if (rows.founding()) {
                return Standing.FOUNDING;
            }
            return rows.counting().equals("outside") ? Standing.OUTSIDE : Standing.NOT_STATED;
        }

        /** Meetings of a body under the council have numbers of their own, so its rows have none here. */
        private static Holding ofChild(Holding each, Head child) {
            boolean counts = child.countsTowardsParent() && each.standing().extra() == null;
            return new Holding(
                    each.council(),
                    null,
                    each.day(),
                    each.kind(),
                    counts ? each.standing() : Standing.SUB_COUNCIL,
                    each.rows());
        }

        private static List<Evidence.Recorded> recorded(List<Holding> holdings) {
            List<Evidence.Recorded> recorded = new ArrayList<>();
            for (Measure measure : Measure.values()) {
                Map<Integer, List<Holding>> byMeeting = holdings.stream()
                        .filter(holding -> holding.ordinal() != null && holding.isOf(measure))
                        .collect(Collectors.groupingBy(holding -> Objects.requireNonNull(holding.ordinal())));
                byMeeting.forEach((ordinal, rows) -> recorded.add(new Evidence.Recorded(
                        measure, ordinal, sum(rows, Standing.IN_COUNT), sum(rows, Standing.NOT_STATED))));
            }
            return recorded;
        }

        private static int sum(List<Holding> holdings, Standing standing) {
            return Math.toIntExact(holdings.stream()
                    .filter(holding -> holding.standing() == standing)
                    .mapToLong(Holding::rows)
                    .sum());
        }

        private static Evidence.@Nullable Founding founding(Head head) {
            if (head.foundingId() == null) {
                return null;
            }
            Set<Measure> measures = "mou".equals(head.foundingKind())
                    ? EnumSet.of(Measure.MOUS, Measure.AGREEMENTS)
                    : EnumSet.of(Measure.AGREEMENTS);
            return new Evidence.Founding(String.valueOf(head.foundingId()), measures);
        }

        private static Evidence.Meeting meeting(CouncilLedger.Meeting held) {
            PartialDate day = held.day();
            return new Evidence.Meeting(
                    held.ordinal(), day == null ? null : day.earliest(), day == null ? null : day.latest());
        }

        /** A figure as the ledger takes it; one that has no place in the council's own series is none. */
        private static Optional<Statement> statement(Figure figure) {
            return figure.place()
                    .map(place -> new Statement(
                            figure.key(),
                            figure.measure(),
                            place,
                            figure.amount(),
                            figure.preferred(),
                            Statement.Standing.valueOf(figure.standing().toUpperCase(Locale.ROOT))));
        }
    }

    /** Where ledgers that were drawn up are kept. */
    private interface LedgerBook {

        Ledger get(Evidence evidence, Function<Evidence, Ledger> drawUp);
    }
}
