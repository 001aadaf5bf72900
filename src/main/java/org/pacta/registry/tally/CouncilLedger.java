package org.pacta.registry.tally;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.rules.ledger.Finding;
import org.pacta.rules.ledger.Ledger;
import org.pacta.rules.ledger.Measure;
import org.pacta.rules.ledger.Statement;

/**
 * The ledger of a council with everything it was drawn up from.
 *
 * @param meetings the numbered ones that were held
 * @param unheld the numbered ones that did not take place, or not yet
 * @param unnumbered sessions that were held, whose number no source gives
 * @param figures by the key of their statements
 * @param beside figures that are no part of the series: of a meeting without a number, or of another council's meeting
 * @param targets set for days to come, the next to fall due first
 * @param holdings recorded rows, those of bodies under the council included
 * @param children bodies under the council, of any depth, with their own ledgers
 * @param unsure what is left out because its date does not say on which side of the day of the rule it lies
 */
public record CouncilLedger(
        Head council,
        List<Meeting> meetings,
        List<Meeting> unheld,
        List<Session> unnumbered,
        Map<String, Figure> figures,
        List<Figure> beside,
        List<TargetLine> targets,
        Ledger ledger,
        List<Holding> holdings,
        List<CouncilLedger> children,
        Unsure unsure,
        CountingRule rule) {

    /** What may be of a time up to the day of the rule, and is not counted. */
    public record Unsure(List<Meeting> meetings, List<Figure> figures, List<Holding> holdings) {}

    /**
     * The council itself.
     *
     * @param foundedAt the other council at whose meeting its founding agreement was signed
     */
    public record Head(
            long id,
            String slug,
            Name name,
            @Nullable String acronym,
            @Nullable Long parentId,
            boolean countsTowardsParent,
            @Nullable Long foundingId,
            @Nullable String foundingKind,
            @Nullable String foundedAt,
            @Nullable String seriesReason) {

        public String path() {
            return "/councils/" + slug;
        }

        public @Nullable String seriesReasonLang() {
            return seriesReason == null ? null : Name.language(seriesReason);
        }
    }

    public record Session(long id, @Nullable PartialDate day) {

        public String path() {
            return "/meetings/" + id;
        }
    }

    /** A numbered meeting that was held, or was to be; its status says which. */
    public record Meeting(long id, int ordinal, @Nullable PartialDate day, String status) {

        public boolean isCancelled() {
            return status.equals("cancelled");
        }
    }

    /**
     * An announced number with its sources.
     *
     * @param ordinal of the meeting in the council's own series, recorded or not
     * @param day of its meeting, or the day it is stated for
     * @param valueAsPrinted in place of a value, where digits of it are lost
     * @param standing reported, planned, one_sided or set_aside
     * @param side of the council, where it counts for one alone; else empty
     * @param setAsideReason why an editor set it aside
     * @param partOf the figure it is a part of: 12 MOUs of 16 agreements
     * @param meetingKind of its meeting, where that is the council's own and has no number
     */
    public record Figure(
            long id,
            long councilId,
            @Nullable Integer ordinal,
            @Nullable Integer throughOrdinal,
            String series,
            Measure measure,
            String measureAsPrinted,
            String scope,
            @Nullable Integer value,
            @Nullable String valueAsPrinted,
            @Nullable BigDecimal factor,
            @Nullable Integer factorOrdinal,
            String comparator,
            @Nullable PartialDate day,
            String standing,
            Name side,
            @Nullable String setAsideReason,
            boolean preferred,
            @Nullable Long partOf,
            @Nullable String meetingKind,
            List<Source> sources) {

        public String key() {
            return String.valueOf(id);
        }

        public boolean isTotal() {
            return !series.equals("at");
        }

        /** How much it says, as the ledger takes it. */
        public Statement.Amount amount() {
            Statement.Comparator exactness = Statement.Comparator.valueOf(comparator.toUpperCase(Locale.ROOT));
            if (value != null) {
                return new Statement.Count(exactness, value);
            }
            return valueAsPrinted != null
                    ? Statement.Count.ofDigits(exactness, valueAsPrinted)
                    : new Statement.Relation(
                            exactness, Objects.requireNonNull(factor), Objects.requireNonNull(factorOrdinal));
        }

        /** What it is of in the council's own series, where it has a place there. */
        public Optional<Statement.Place> place() {
            if (ordinal == null) {
                return Optional.ofNullable(day)
                        .filter(on -> isTotal() && on.latest() != null)
                        .map(on -> new Statement.AsOf(
                                Objects.requireNonNullElse(on.earliest(), LocalDate.MIN),
                                Objects.requireNonNull(on.latest())));
            }
            return Optional.of(
                    switch (series) {
                        case "after" -> Statement.Place.after(ordinal);
                        case "before" -> Statement.Place.before(ordinal);
                        default -> new Statement.At(ordinal, Objects.requireNonNullElse(throughOrdinal, ordinal));
                    });
        }

        /** Whether it happened, rather than being planned, and counts. */
        public boolean isReported() {
            return standing.equals("reported");
        }

        public boolean isPlanned() {
            return standing.equals("planned");
        }

        /** Whether it stands beside the number it is given for, and says nothing of it. */
        boolean isAside() {
            return !isReported() && !isPlanned();
        }
    }

    /** A source, as far as a link to it needs. */
    public record Source(
            long id,
            @Nullable String title,
            @Nullable String localTitle,
            @Nullable String publisher) {

        public Name name() {
            return new Name(title, localTitle);
        }

        public String path() {
            return "/sources/" + id;
        }
    }

    /**
     * Recorded rows of one sort.
     *
     * @param council the one they belong to
     * @param ordinal of their meeting in that council's own series
     * @param kind of the agreements: mou or other; null for projects
     * @param standing how they stand to the count of the council whose ledger this is
     */
    public record Holding(
            long council,
            @Nullable Integer ordinal,
            @Nullable LocalDate day,
            @Nullable String kind,
            Standing standing,
            long rows) {

        /** Whether they are of a measure in the strict sense of the word. */
        public boolean isOf(Measure measure) {
            return switch (measure) {
                case MOUS -> "mou".equals(kind);
                case AGREEMENTS -> kind != null;
                case PROJECTS -> kind == null;
            };
        }
    }

    /** How a recorded row stands to the count of a council; each row has one standing. */
    public enum Standing {
        /** Among those announced. */
        IN_COUNT(null),
        /** Perhaps among them: no source says. */
        NOT_STATED(null),
        /** Not among them. */
        OUTSIDE(CountingRule.Extra.OUTSIDE),
        /** The agreement that founded the council, where it is not among them. */
        FOUNDING(CountingRule.Extra.FOUNDING),
        /** Of a body under the council that counts for itself. */
        SUB_COUNCIL(CountingRule.Extra.SUB_COUNCILS);

        private final CountingRule.@Nullable Extra extra;

        Standing(CountingRule.@Nullable Extra extra) {
            this.extra = extra;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a rule counts such a row: those among the announced ones, and what it adds. */
        public boolean isCountedBy(CountingRule rule) {
            return this == IN_COUNT || extra != null && rule.includes(extra);
        }

        /** What a rule must include for the row to count; null for the council's own count. */
        public CountingRule.@Nullable Extra extra() {
            return extra;
        }
    }

    /**
     * Recorded rows of the measure, by how they stand to the count.
     *
     * @param inCount among those announced
     * @param perhaps that may be among them
     * @param outside that only another rule counts, like the next two
     */
    public record Held(long inCount, long perhaps, long outside, long founding, long subCouncils) {

        public static Held of(Stream<Holding> holdings) {
            long[] rows = new long[Standing.values().length];
            holdings.forEach(holding -> rows[holding.standing().ordinal()] += holding.rows());
            return new Held(
                    rows[Standing.IN_COUNT.ordinal()],
                    rows[Standing.NOT_STATED.ordinal()],
                    rows[Standing.OUTSIDE.ordinal()],
                    rows[Standing.FOUNDING.ordinal()],
                    rows[Standing.SUB_COUNCIL.ordinal()]);
        }

        /** Both together; the rows of one are none of the other. */
        public Held plus(Held other) {
            return new Held(
                    inCount + other.inCount,
                    perhaps + other.perhaps,
                    outside + other.outside,
                    founding + other.founding,
                    subCouncils + other.subCouncils);
        }

        public long of(Standing standing) {
            return switch (standing) {
                case IN_COUNT -> inCount;
                case NOT_STATED -> perhaps;
                case OUTSIDE -> outside;
                case FOUNDING -> founding;
                case SUB_COUNCIL -> subCouncils;
            };
        }

        /** What a rule counts: the rows among those announced, and what the rule adds. */
        public long counted(CountingRule rule) {
            return Stream.of(Standing.values())
                    .filter(standing -> standing.isCountedBy(rule))
                    .mapToLong(this::of)
                    .sum();
        }

        public long all() {
            return inCount + perhaps + outside + founding + subCouncils;
        }
    }

    /** The measures with a series of their own that a source speaks of, or that rows are recorded of. */
    public List<Tally> tallies() {
        return Arrays.stream(Measure.values())
                .filter(measure ->
                        ledger.oneSeries() == null || ledger.oneSeries().word() != measure)
                .map(this::tally)
                .filter(Tally::isSpoken)
                .toList();
    }

    public Tally tally(Measure measure) {
        return new Tally(this, measure);
    }

    /** The figures that an editor set aside. */
    public List<Figure> setAside() {
        return inOrder(figures.values(), figure -> figure.setAsideReason() != null);
    }

    /** What is reported and in no total: figures that are no part of the series, and those of one side. */
    public List<Figure> apart() {
        return inOrder(
                figures.values(),
                figure -> figure.standing().equals("one_sided") || figure.isReported() && beside.contains(figure));
    }

    /** Such figures, oldest first, each part after its whole. */
    public static List<Figure> inOrder(Collection<Figure> figures, Predicate<Figure> which) {
        return figures.stream()
                .filter(which)
                .sorted(Comparator.comparing((Figure figure) -> figure.day() == null
                                ? LocalDate.MAX
                                : figure.day().sort())
                        .thenComparing(figure -> figure.partOf() == null ? figure.id() : figure.partOf())
                        .thenComparing(figure -> figure.partOf() != null)
                        .thenComparing(Figure::id))
                .toList();
    }

    public List<Source> sources(Statement statement) {
        Figure figure = figures.get(statement.key());
        return figure == null ? List.of() : figure.sources();
    }

    /** The meetings on record from one ordinal to another. */
    public Stream<Meeting> meetings(int first, int last) {
        return meetings.stream().filter(meeting -> first <= meeting.ordinal() && meeting.ordinal() <= last);
    }

    /** The meetings that were held and are not on record, as runs of ordinals that follow each other. */
    public List<Finding.MissingMeetings> missing() {
        return ledger.findings().stream()
                .flatMap(each -> each instanceof Finding.MissingMeetings run ? Stream.of(run) : Stream.empty())
                .toList();
    }

    /** The day of a meeting that was held, or was to be and was cancelled. */
    public Optional<PartialDate> day(int ordinal) {
        return date(ordinal).filter(day -> unheld(ordinal).stream().allMatch(Meeting::isCancelled));
    }

    /** The same, and the day of a meeting that is planned or was postponed. */
    public Optional<PartialDate> date(int ordinal) {
        return unheld(ordinal).or(() -> meetings(ordinal, ordinal).findFirst()).map(Meeting::day);
    }

    /** The sessions without a number that by their dates may be of a run of meetings not on record; none where a date is open. */
    public List<Session> candidates(Finding.MissingMeetings run) {
        return day(run.ordinal() - 1)
                .flatMap(before -> day(run.through() + 1)
                        .map(after -> unnumbered.stream()
                                .filter(session -> session.day() != null
                                        && before.isBefore(session.day())
                                        && session.day().isBefore(after))
                                .toList()))
                .orElse(List.of());
    }

    public Optional<Meeting> unheld(int ordinal) {
        return unheld.stream().filter(meeting -> meeting.ordinal() == ordinal).findFirst();
    }

    /** The last numbered meeting that was held. */
    public Optional<Meeting> lastMeeting() {
        return meetings.isEmpty() ? Optional.empty() : Optional.of(meetings.get(meetings.size() - 1));
    }

    public String meetingPath(int ordinal) {
        return council.path() + "/meetings/" + ordinal;
    }
}
